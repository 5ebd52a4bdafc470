"""Promises with their dates: how many were kept, what is due next, and all of them."""

from html import escape

import pandas as pd

from tracker import dates
from tracker.comparison.leading import compared
from tracker.comparison.showing import Section, section, stacked
from tracker.folds import folded
from tracker.known import Known
from tracker.marks import Look
from tracker.promised import OUTCOMES, promise_table, rates

NEXT = 12
OPEN = ("unknown", "pending")  # outcomes of what nobody has settled


def promised(found: pd.DataFrame, known: Known, look: Look) -> Section:
    """A count per country with its denominator, then what is due next, then every promise.

    ``found`` is what `of_compared` gives.
    """
    codes = compared(known)
    body = _counts(found, codes, look) + _due_next(found, known, look) + _all(found, known, look)
    note = look.words("delivery.promises.note")
    return section("promises", rates(found, known, look), look, body, note, "delivery")


def _counts(found: pd.DataFrame, codes: tuple[str, ...], look: Look) -> str:
    rows = []
    for code in codes:
        of_country = found[found["country_code"] == code]
        counts = of_country["outcome"].value_counts()
        slips = of_country["slip_months"].dropna()
        rows.append(
            {"country": look.formats.country(code)}
            | {name: look.formats.count(int(counts.get(name, 0))) for name in OUTCOMES}
            | {
                "all": look.formats.count(len(of_country)),
                "slip": _slips(slips[slips > 0], look),
            }
        )
    right = [*OUTCOMES, "all"]
    return stacked(rows, "outcomes", look, "delivery.promises", right=right)


def _slips(slips: pd.Series, look: Look) -> str:
    """Every slip by its months, the longest first."""
    longest = slips.sort_values(ascending=False)
    told = [look.words("delivery.promises.slip", months=int(months)) for months in longest]
    return ", ".join(told) or "–"


def _due_next(found: pd.DataFrame, known: Known, look: Look) -> str:
    """The promises whose dates come first, and all that share the last of these dates."""
    pending = found[found["outcome"] == "pending"]
    pending = pending.sort_values("current_due", key=_last_days, kind="stable")
    days = _last_days(pending["current_due"])
    pending = pending[days <= days.iloc[:NEXT].max()] if len(pending) else pending
    table = promise_table(pending, "due", known, look)
    title = escape(look.words("delivery.promises.next", count=len(pending)))
    return f"<h3>{title}</h3>{table}" if table else ""


def _last_days(column: pd.Series) -> pd.Series:
    """A partial date is due on its last day."""
    return column.map(dates.last_day)


def _all(found: pd.DataFrame, known: Known, look: Look) -> str:
    """Every promise, one table per outcome; what was settled is in sight, the rest folded."""
    blocks = []
    for outcome in OUTCOMES:
        of_outcome = found[found["outcome"] == outcome].sort_values("first_due", key=_last_days)
        title = f"{look.words.term('outcome', outcome)} ({len(of_outcome)})"
        table = promise_table(of_outcome, f"promises-{outcome}", known, look)
        blocks.append(folded(title, table, is_open=outcome not in OPEN))
    heading = escape(look.words("delivery.promises.every"))
    return f"<h3>{heading}</h3>{''.join(blocks)}"
