"""Choices live in the address: as stable codes, read once, written back, never trusted.

Streamlit's own binding writes the label of an option into the address, in whatever language it
is shown; a link must outlive a translation, so the codes go there instead.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx

from tracker.dataset.checks.alike import CAMPAIGN
from tracker.look.links import LONGEST_TEXT

NUMBER = re.compile(r"\d{1,9}(\.\d{1,9})?")
SWITCH = {"yes": True, "no": False}
WRITTEN = {value: word for word, value in SWITCH.items()}
SHARED = {"lang", "embed", "embed_options"}  # known to every page


@dataclass(frozen=True)
class Choice:
    """One thing a reader can choose: its name in the address and what it may be.

    Without ``options`` it is a text or, by its default, a switch or a day between ``first`` and
    ``last``; with ``least`` and ``most`` it is a number, None where nobody gave any.
    """

    name: str
    default: str | bool | tuple[str, ...] | date | float | None
    options: tuple[str, ...] = ()
    first: date = date.min
    last: date = date.max
    least: float | None = None
    most: float | None = None

    @property
    def is_many(self) -> bool:
        """Whether several options can be chosen at once."""
        return isinstance(self.default, tuple)

    def read(self, written: list[str]) -> str | bool | tuple[str, ...] | date | float | None:
        """The value that the address asks for; None when it is not among the choices."""
        if self.least is not None and self.most is not None:
            number = float(written[-1]) if NUMBER.fullmatch(written[-1]) else math.nan
            return number if self.least <= number <= self.most else None
        if isinstance(self.default, bool):
            return SWITCH.get(written[-1])
        if isinstance(self.default, date):
            return self._day(written[-1])
        if self.is_many:
            wanted = tuple(dict.fromkeys(code for code in written if code))
            return wanted if set(wanted) <= set(self.options) else None
        if not self.options:
            return written[-1] if len(written[-1]) <= LONGEST_TEXT else None
        return written[-1] if written[-1] in self.options else None

    def allows(self, state: object) -> bool:
        """Whether a widget can hold ``state``; what was chosen may have left the data since."""
        if isinstance(state, list | tuple):
            return {*state} <= {*self.options}
        if state is None or state == self.default:
            return True
        if self.options:
            return state in self.options
        if isinstance(state, date):
            return self.first <= state <= self.last
        if self.least is not None and self.most is not None:
            return isinstance(state, int | float) and self.least <= state <= self.most
        return True

    def _day(self, written: str) -> date | None:
        try:
            day = date.fromisoformat(written)
        except ValueError:
            return None
        return day if self.first <= day <= self.last and day.isoformat() == written else None

    def write(self, value: object) -> list[str]:
        """How ``value`` stands in the address; nothing for the usual one."""
        if value == self.default:
            return []
        if isinstance(value, tuple):
            return list(value) or [""]
        if isinstance(value, float):
            return [f"{value:.10g}"]
        return [WRITTEN[value] if isinstance(value, bool) else str(value)]


@dataclass(frozen=True)
class Refusal:
    """A part of the address that was left aside; ``value`` is empty for an unknown name.

    For a number ``least`` and ``most`` say what it could have been. ``is_gone`` tells that it was
    there when it was chosen.
    """

    name: str
    value: str = ""
    least: float | None = None
    most: float | None = None
    is_gone: bool = False


def adopt(choices: Iterable[Choice]) -> None:
    """Bring the address into the widgets' state when it changed by other hands than theirs."""
    known = {choice.name: choice for choice in choices}
    asked = _asked()
    _forget_other_pages()
    is_shown = all(name in st.session_state for name in known)
    if is_shown and asked in (st.session_state.get("address"), st.session_state.get("came_by")):
        return
    refusals = [Refusal(name[:60]) for name in asked if name not in known.keys() | SHARED]
    read = {name: choice.read(asked[name]) for name, choice in known.items() if name in asked}
    refusals += [
        Refusal(name, " ".join(asked[name])[:60], known[name].least, known[name].most)
        for name in read
        if read[name] is None
    ]
    understood = {name: value for name, value in read.items() if value is not None}
    usual: dict[str, object] = {name: choice.default for name, choice in known.items()}
    keep(usual | understood)
    st.session_state.update(address=None, refusals=refusals)


def _forget_other_pages() -> None:
    """What was left aside on one page is not told again on the next."""
    page = st.session_state.get("page")
    if st.session_state.get("told_on") != page:
        st.session_state.update(told_on=page, refusals=[])


def keep(values: Mapping[str, object]) -> None:
    """Say the state of every widget again, also of those that are folded away.

    A widget that the browser draws only later, such as one behind a button, would otherwise come up
    empty, and the next press would act on that.
    """
    for name, value in values.items():
        st.session_state[name] = list(value) if isinstance(value, tuple) else value


def refusals() -> list[Refusal]:
    """What the address asked for and could not be had, until the reader chooses something."""
    return list(st.session_state.get("refusals", []))


def tell_gone(choices: Iterable[Choice]) -> None:
    """Keep word of choices whose state left the data, beside what the address asked in vain."""
    gone = [
        Refusal(choice.name, " ".join(choice.write(_as_value(choice)))[:60], is_gone=True)
        for choice in choices
    ]
    st.session_state["refusals"] = [*refusals(), *gone]


def _as_value(choice: Choice) -> object:
    state = st.session_state[choice.name]
    return tuple(state) if isinstance(state, list) else state


def publish(choices: Iterable[Choice], values: Mapping[str, object]) -> None:
    """Put what was chosen into the address."""
    wanted = {choice.name: choice.write(values[choice.name]) for choice in choices}
    wanted = {name: written for name, written in wanted.items() if written}
    kept = {name: written for name, written in _address().items() if name in SHARED}
    if st.session_state.get("address") not in (None, kept | wanted):
        st.session_state["refusals"] = []
    st.session_state["address"] = kept | wanted
    _write(kept | wanted)


def _write(told: dict[str, list[str]]) -> None:
    """Give the browser another address: a step of its own, but not where a visit begins.

    Streamlit makes every change a step, and Back would first lead to what was left aside here.
    """
    came_by, is_first = _address(), "came_by" not in st.session_state
    if is_first:
        # One that says what is shown stays in the history, where Back must lead to it again.
        st.session_state["came_by"] = _asked() if _asked() != told else None
    if came_by == told:
        return
    context = get_script_run_ctx()
    if not is_first or context is None:
        st.query_params.from_dict(told)
        return
    with context.session_state.query_params() as params:
        params.clear_with_no_forward_msg(preserve_embed=True)
        for name, written in told.items():
            params.set_with_no_forward_msg(name, written)
    context.query_string = urlencode(told, doseq=True)
    st.session_state["to_replace"] = (urlencode(came_by, doseq=True), context.query_string)


def to_replace() -> tuple[str, str]:
    """The address by which a visit began, and the one that the browser is to show in its place."""
    found: tuple[str, str] = st.session_state.get("to_replace", ("", ""))
    return found


def _asked() -> dict[str, list[str]]:
    """The address without what counts readers."""
    return {name: value for name, value in _address().items() if not CAMPAIGN.fullmatch(name)}


def _address() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}
