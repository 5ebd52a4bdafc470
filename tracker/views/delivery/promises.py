"""Promises with their dates: how many were kept, what is due next, and all of them."""

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.outcomes import OUTCOMES, OutcomeCounts, counted
from tracker.dataset import dates
from tracker.look.elements import Column, Part, Said
from tracker.look.look import Look
from tracker.look.parts import folded, table
from tracker.look.values import NONE
from tracker.look.view import Section
from tracker.views.shared.promises import promise_table, rates, slip
from tracker.views.shared.sections import section

NEXT = 12
OPEN = ("unknown", "pending")  # outcomes of what nobody has settled


def promised(found: pd.DataFrame, known: Known, look: Look) -> Section:
    """A count per country with its denominator, then what is due next, then every promise.

    ``found`` is what `promises.of_compared` gives.
    """
    counts = counted(found, known.world.dataset.compared)
    blocks = (_counts(counts, look), *_due_next(found, known, look), *_all(found, known, look))
    note = look.words("delivery.promises.note")
    return section("delivery", "promises", rates(counts, look), look, *blocks, note=note)


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
    return Said("heading", title), promise_table(pending, "due", known, look)


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
    return Said("heading", look.words("delivery.promises.every")), *blocks
