"""Promises with their dates: those overdue, how all of them stand, what is due next."""

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.outcomes import OUTCOMES, OutcomeCounts, counted, overdue
from tracker.dataset import dates
from tracker.look.elements import Column, Part, Said
from tracker.look.look import Look
from tracker.look.parts import folded, table
from tracker.look.values import NONE
from tracker.look.view import Section
from tracker.views.delivery.calendar import overdue_list, seen
from tracker.views.shared.promises import promise_table, rates, slip
from tracker.views.shared.sections import section

NEXT = 12
OPEN = ("unknown", "pending")  # outcomes of what nobody has settled


def promised(found: pd.DataFrame, known: Known, look: Look) -> Section:
    """Those overdue first, then all as a calendar; counts, what is next and every one folded.

    ``found`` is what `promises.of_compared` gives.
    """
    codes = known.world.dataset.compared
    past, counts = overdue(found, known.world.day), counted(found, codes)
    when = Said("heading", look.words("delivery.calendar.heading")) if len(found) else ""
    blocks = (
        overdue_list(past, known, look),
        when,
        seen(found, known, look, rates(counts, look)),
        *_due_next(found, known, look),
        folded(
            look.words("delivery.promises.every"),
            (_counts(counts, look), *_all(found, known, look)),
        ),
    )
    note = look.words("delivery.promises.note")
    return section("delivery", "promises", _heading(past, codes, look), look, *blocks, note=note)


def _heading(past: pd.DataFrame, codes: tuple[str, ...], look: Look) -> str:
    """How many promises of each country are overdue."""
    counts = past["country_code"].value_counts()
    told = [
        look.words(
            "delivery.overdue.part", country=look.formats.country(code), count=int(counts[code])
        )
        for code in codes
        if code in counts
    ]
    if not told:
        return look.words("delivery.overdue.none")
    return look.words("delivery.overdue.heading", told=look.joined(told))


def _counts(counts: dict[str, OutcomeCounts], look: Look) -> Part:
    rows = [
        {"country": code, **one.by_outcome, "all": one.all, "slip": _slips(one.slips, look)}
        for code, one in counts.items()
    ]
    kinds = {"country": "country", "slip": "part"}
    label = "delivery.promises.columns."
    shown = [
        Column(one, look.words(label + one), kinds.get(one, "count"), is_right=one not in kinds)
        for one in ("country", *OUTCOMES, "all", "slip")
    ]
    return table("outcomes", rows, shown, is_stacked=True)


def _slips(slips: tuple[int, ...], look: Look) -> str:
    """Every slip by its months, the longest first."""
    return ", ".join(slip(months, look) for months in slips) or NONE


def _due_next(found: pd.DataFrame, known: Known, look: Look) -> tuple[Part, ...]:
    """The promises whose dates come first, and all that share the last of these dates."""
    pending = found[found["outcome"] == "pending"]
    pending = pending.sort_values("current_due", key=_last_days, kind="stable")
    days = _last_days(pending["current_due"])
    pending = pending[days <= days.iloc[:NEXT].max()] if len(pending) else pending
    if pending.empty:
        return ()
    title = look.words("delivery.promises.next", count=len(pending))
    return (folded(title, promise_table(pending, "due", known, look)),)


def _last_days(column: pd.Series) -> pd.Series:
    """A partial date is due on its last day."""
    return column.map(dates.last_day)


def _all(found: pd.DataFrame, known: Known, look: Look) -> tuple[Part, ...]:
    """Every promise, one table per outcome; what was settled is in sight, the rest folded."""
    blocks = []
    for outcome in OUTCOMES:
        of_outcome = found[found["outcome"] == outcome].sort_values("first_due", key=_last_days)
        title = f"{look.words.term('outcome', outcome)} ({len(of_outcome)})"
        rows = promise_table(of_outcome, f"promises-{outcome}", known, look)
        blocks.append(folded(title, rows, is_open=outcome not in OPEN))
    return tuple(blocks)
