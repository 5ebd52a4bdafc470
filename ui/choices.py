"""The widgets that a reader chooses with, and what was chosen."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from tracker.counting.lenses import Scope
from tracker.look.links import LONGEST_TEXT
from tracker.views.choices import ALL_ROWS, ChosenMoney, ChosenRows
from ui import data
from ui.address import Choice, adopt, keep, publish, tell_gone

FEWEST_ROWS = "25"
SCOPE: tuple[str, ...] = ("country_code", "category", "origin", "flow_type", "rung", "rung_basis")
SCOPE += ("amount_tier", "organisation_type")
UNDIVIDED = "none"
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


def usual_money() -> ChosenMoney:
    """What was known in the end, in the usual currency."""
    return money_of(usual(comparison_choices()))


def _day(values: Mapping[str, object]) -> date:
    as_of = values["as_of"]
    return as_of if isinstance(as_of, date) else date.max


def asked(choices: list[Choice]) -> dict[str, object]:
    """What the address and the widgets ask for, before any widget is drawn.

    A state that the data no longer allow goes back to the usual one, and the reader is told.
    """
    adopt(choices)
    gone = [one for one in choices if not one.allows(st.session_state[one.name])]
    values = {one.name: one.default if one in gone else _value(one) for one in choices}
    publish(choices, values)
    tell_gone(gone)
    keep(values)
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


def _value(choice: Choice) -> object:
    """The state of a widget in the order of its options; the usual one where it was emptied."""
    state = st.session_state[choice.name]
    return choice.default if state is None else _in_order(choice, state)


def _in_order(choice: Choice, state: Any) -> object:
    if not choice.is_many:
        return state
    return tuple(code for code in choice.options if code in state)


def none() -> ChosenMoney:
    """A page without choices: whatever the address asks for is left aside, and said so."""
    adopt([])
    publish([], {})
    return usual_money()


def bar() -> None:
    """The choices that are always in sight, and those behind one button."""
    words, names = data.look().words, {choice.name: choice for choice in leaderboard_choices()}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        _one("lens", names["lens"], "lens")
        _one("currency", names["currency"])
        select("by", names["by"], "group")
        day_input("as_of", names["as_of"])
        with st.popover(words("leaderboard.choices.filters")):
            filters(names)
        st.toggle(words("leaderboard.sum.title"), key="sum")


def comparison_bar() -> None:
    """The currency and the day."""
    names = {choice.name: choice for choice in comparison_choices()}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        _one("currency", names["currency"])
        day_input("as_of", names["as_of"])


def filters(names: dict[str, Choice]) -> None:
    """A search, host country, what to divide by, category, origin, kind of money and rung."""
    words = data.look().words
    st.text_input(words("leaderboard.choices.q"), key="q", max_chars=LONGEST_TEXT)
    country = data.look().formats.country
    pills("country_code", names["country_code"], country)
    select("norm", names["norm"], "norm")
    for name in ("category", "origin", "flow_type", "rung", "rung_basis"):
        pills(name, names[name], partial(words.term, name))
    pills("amount_tier", names["amount_tier"], partial(words.term, "tier"))
    pills("organisation_type", names["organisation_type"], partial(words.term, "organisation_type"))
    st.page_link("pages/leaderboard.py", label=words("leaderboard.start_over"))


def _one(name: str, choice: Choice, kind: str = "") -> None:
    """A choice of the leaderboard in sight: terms of ``kind``, or currencies."""
    words, formats = data.look().words, data.look().formats
    segments(name, choice, partial(words.term, kind) if kind else formats.symbol)


def segments(
    name: str, choice: Choice, label: Callable[[str], str], page: str = "leaderboard"
) -> None:
    """One of a few, all in sight, under the words of ``page``."""
    st.segmented_control(
        data.look().words(f"{page}.choices.{name}"),
        choice.options,
        key=name,
        required=True,
        wrap=True,
        format_func=label,
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


def day_input(name: str, choice: Choice) -> None:
    """A day of the calendar."""
    st.date_input(
        data.look().words(f"leaderboard.choices.{name}"),
        key=name,
        min_value=choice.first,
        max_value=choice.last,
        format="YYYY-MM-DD",
        width=150,
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


def rows_shown() -> None:
    """How many rows are shown."""
    names = {choice.name: choice for choice in leaderboard_choices()}
    _one("rows", names["rows"], "rows")
