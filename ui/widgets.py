"""The widgets of the choices, and the one line of them that every page has."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

import streamlit as st

from tracker.views.choices import EVERYWHERE
from ui import data
from ui.address import Choice, keep


@contextmanager
def line(names: Mapping[str, Choice]) -> Iterator[None]:
    """One line of controls: first what every page calls alike, always in this order.

    What is a page's own comes after, within this context.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        for name, draw in COMMON.items():
            if name in names:
                draw(data.look().words(f"site.choices.{name}"), names[name])
        yield


def more() -> Any:
    """The button at the end of the line, with all further choices behind it."""
    return st.popover(data.look().words("site.choices.more"))


def start_over(choices: Iterable[Choice]) -> None:
    """A way back to the usual ``choices``, all of those of a page."""
    back("start-over", data.look().words("leaderboard.start_over"), choices)


def back(key: str, label: str, choices: Iterable[Choice]) -> None:
    """A button that brings ``choices`` back to the usual; a step of the history as they are."""
    usual = {one.name: one.default for one in choices}
    st.button(label, key=key, on_click=keep, args=(usual,))


def _lens(label: str, choice: Choice) -> None:
    _segments(label, choice, partial(data.look().words.term, "lens"))


def _currency(label: str, choice: Choice) -> None:
    _segments(label, choice, data.look().formats.symbol)


def _day(label: str, choice: Choice) -> None:
    st.date_input(
        label,
        key=choice.name,
        min_value=choice.first,
        max_value=choice.last,
        format="YYYY-MM-DD",
        width=150,
    )


def _countries(label: str, choice: Choice) -> None:
    """Several countries, or one of them and all; nothing pressed is all."""
    if not choice.is_many:
        _segments(label, choice, _country)
        return
    st.segmented_control(
        label,
        choice.options,
        key=choice.name,
        selection_mode="multi",
        wrap=True,
        format_func=_country,
    )


def _country(code: str) -> str:
    look = data.look()
    return look.words("sites.both") if code == EVERYWHERE else look.formats.country(code)


COMMON = {
    "lens": _lens,
    "currency": _currency,
    "as_of": _day,
    "country": _countries,
    "country_code": _countries,
}


def segments(name: str, choice: Choice, label: Callable[[str], str], page: str) -> None:
    """One of a few, all in sight, under the words of ``page``."""
    _segments(data.look().words(f"{page}.choices.{name}"), choice, label)


def _segments(told: str, choice: Choice, label: Callable[[str], str]) -> None:
    st.segmented_control(
        told, choice.options, key=choice.name, required=True, wrap=True, format_func=label
    )


def select(name: str, choice: Choice, kind: str, page: str = "leaderboard") -> None:
    """One of a list, under the words of ``page``."""
    words = data.look().words
    st.selectbox(
        words(f"{page}.choices.{name}"),
        choice.options,
        key=name,
        format_func=lambda code: words.term(kind, code),
        width=170,
    )


def pills(name: str, choice: Choice, label: Callable[[str], str]) -> None:
    """Several of a list."""
    words = data.look().words
    st.pills(
        words(f"leaderboard.choices.{name}"),
        choice.options,
        key=name,
        selection_mode="multi",
        format_func=label,
    )
