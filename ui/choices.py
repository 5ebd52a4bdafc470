"""The widgets that a reader chooses with, and what was chosen."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from tracker.counting.lenses import Scope
from tracker.look.links import LONGEST_TEXT
from tracker.views.choices import ALL_ROWS, ChosenMoney, ChosenRows
from ui import data, kept, tab, widgets
from ui.address import Choice, adopt, keep, publish, tell_gone

FEWEST_ROWS = "25"
SCOPE: tuple[str, ...] = ("country_code", "category", "origin", "flow_type", "rung", "rung_basis")
SCOPE += ("amount_tier", "organisation_type")
UNDIVIDED = "none"
FILTERS = {*SCOPE, "country", "q"}
# Where nothing pressed is everything.
NARROWING: tuple[str, ...] = ("country_code", "origin", "rung", "rung_basis")
NARROWING += ("amount_tier", "organisation_type")


def leaderboard_choices() -> list[Choice]:
    """Every choice of the leaderboard with its options, as rules and schema have them."""
    dataset, rules = data.dataset(), data.dataset().rules
    commitments = dataset.package["commitments"]
    countries = tuple(dataset["countries"]["country_code"])
    scope = rules.default_scope
    return [
        Choice("lens", rules.default_lens, tuple(rules.lenses)),
        Choice("currency", rules.display_currencies[0], rules.display_currencies),
        Choice("by", next(iter(rules.groups)), tuple(rules.groups)),
        Choice("norm", UNDIVIDED, (UNDIVIDED, *rules.comparison.per)),
        Choice("as_of", rules.evidence_until, first=date(2019, 1, 1), last=rules.evidence_until),
        Choice("country_code", (), countries),
        Choice("category", scope["category"], tuple(commitments.options("category"))),
        Choice("origin", (), tuple(commitments.options("origin"))),
        Choice("flow_type", scope["flow_type"], tuple(commitments.options("flow_type"))),
        Choice("rung", (), rules.rungs),
        Choice("rung_basis", (), tuple(dataset.package["statuses"].options("basis"))),
        Choice("amount_tier", (), tuple(rules.evidence.tiers)),
        Choice("organisation_type", (), _kinds_of_leads()),
        Choice("q", ""),
        Choice("rows", FEWEST_ROWS, (FEWEST_ROWS, ALL_ROWS)),
        Choice("sum", default=False),
    ]


def _kinds_of_leads() -> tuple[str, ...]:
    """What those are who lead commitments, in the order of the schema."""
    dataset = data.dataset()
    types = dataset.by_key("organisations")
    leads = {row["lead_organisation_id"] for row in dataset.rows("commitments")}
    found = {types[name]["organisation_type"] for name in leads if name in types}
    return tuple(
        one for one in dataset.package["organisations"].options("organisation_type") if one in found
    )


def comparison_choices() -> list[Choice]:
    """The choices of the comparison: a currency, and the day whose knowledge is shown."""
    return [choice for choice in leaderboard_choices() if choice.name in {"currency", "as_of"}]


def money() -> ChosenMoney:
    """The currency and the day that the address and the widgets ask for."""
    return money_of(asked(comparison_choices()))


def money_of(values: Mapping[str, object]) -> ChosenMoney:
    """The same of the ``values`` of those choices."""
    return ChosenMoney(_day(values), str(values["currency"]))


def _day(values: Mapping[str, object]) -> date:
    as_of = values["as_of"]
    return as_of if isinstance(as_of, date) else date.max


def asked(choices: list[Choice]) -> dict[str, object]:
    """What the address and the widgets ask for, before any widget is drawn.

    A state that the data no longer allow goes back to the usual one, and the reader is told.
    """
    adopt(choices)
    gone = [one for one in choices if not one.allows(st.session_state[one.name])]
    values = {one.name: one.default if one in gone else value(one) for one in choices}
    publish(choices, values)
    kept.remember(choices, values)
    tell_gone(gone)
    keep(values)
    tab.name(choices, values)
    st.session_state["choices"] = choices
    return values


def usual(choices: Iterable[Choice]) -> dict[str, object]:
    """What `asked` gives where nobody asks for anything."""
    return {one.name: _in_order(one, one.default) for one in choices}


def leaderboard() -> ChosenRows:
    """Everything that a reader of the leaderboard asks for."""
    return rows_of(asked(leaderboard_choices()))


def rows_of(values: Mapping[str, object]) -> ChosenRows:
    """The same of the ``values`` of those choices."""
    return ChosenRows(
        lens=str(values["lens"]),
        currency=str(values["currency"]),
        as_of=_day(values),
        by=str(values["by"]),
        norm=str(values["norm"]),
        scope=_scope(values),
        q=str(values["q"]),
        rows=str(values["rows"]),
        is_sum_open=bool(values["sum"]),
    )


def _scope(values: Mapping[str, object]) -> Scope:
    """The scope that the pills ask for; where nothing is asked for by default, none is all."""
    asked = {name: values[name] for name in SCOPE}
    for name in NARROWING:
        asked[name] = asked[name] or None
    return Scope(**asked)  # type: ignore[arg-type]


def here() -> list[Choice]:
    """The choices of the page that is shown."""
    found: list[Choice] = st.session_state.get("choices", [])
    return found


def value(choice: Choice) -> object:
    """The state of a widget in the order of its options; the usual one where it was emptied."""
    state = st.session_state[choice.name]
    return choice.default if state is None else _in_order(choice, state)


def _in_order(choice: Choice, state: Any) -> object:
    if not choice.is_many:
        return state
    return tuple(code for code in choice.options if code in state)


def bar() -> None:
    """The choices that are always in sight, and those behind one button."""
    names = _by_name(leaderboard_choices())
    with widgets.line(names), widgets.more():
        filters(names)


def comparison_bar() -> None:
    """The currency and the day."""
    with widgets.line(_by_name(comparison_choices())):
        pass


def _by_name(choices: Iterable[Choice]) -> dict[str, Choice]:
    return {choice.name: choice for choice in choices}


def filters(names: dict[str, Choice]) -> None:
    """What to rank by, the sum, a search, what to divide by, category, kind of money and step."""
    words = data.look().words
    widgets.select("by", names["by"], "group")
    st.toggle(words("leaderboard.sum.title"), key="sum")
    st.text_input(words("leaderboard.choices.q"), key="q", max_chars=LONGEST_TEXT)
    widgets.select("norm", names["norm"], "norm")
    for name in ("category", "origin", "flow_type", "rung", "rung_basis"):
        widgets.pills(name, names[name], partial(words.term, name))
    for name, kind in (("amount_tier", "tier"), ("organisation_type", "organisation_type")):
        widgets.pills(name, names[name], partial(words.term, kind))
    widgets.start_over(names.values())


def rows_shown() -> None:
    """How many rows are shown."""
    rows = _by_name(leaderboard_choices())["rows"]
    widgets.segments("rows", rows, partial(data.look().words.term, "rows"), "leaderboard")
