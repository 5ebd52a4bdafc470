"""Promises with their dates as any page tells them: which, how many were kept, and as a table."""

from html import escape

import pandas as pd

from tracker import addresses, cells
from tracker.comparison.leading import compared
from tracker.comparison.showing import stacked, under
from tracker.known import Known
from tracker.marks import Look
from tracker.promises import timelines

OUTCOMES = ("kept", "late", "missed", "dropped", "unknown", "pending")


def of_compared(known: Known) -> pd.DataFrame:
    """The promises of the compared countries, as `promises.timelines` has them."""
    found = timelines(known.world)
    return found[found["country_code"].isin(compared(known))]


def moved(found: pd.DataFrame) -> "pd.Series[bool]":
    """Whether the date of each promise is another one now than at first."""
    return found["current_due"] != found["first_due"]


def rates(found: pd.DataFrame, known: Known, look: Look) -> str:
    """Per compared country what is known of the promises that are past their date or settled."""
    codes = compared(known)
    told = (_rate(found[found["country_code"] == code], code, look) for code in codes)
    return look.words("delivery.promises.heading", told="; ".join(filter(None, told)))


def _rate(found: pd.DataFrame, code: str, look: Look) -> str:
    """What is known of those past their date or settled; nothing where there are none."""
    counts = found["outcome"].value_counts()
    due = sum(int(counts.get(name, 0)) for name in OUTCOMES if name != "pending")
    if not due:
        return ""
    return look.words(
        "delivery.promises.rate",
        country=look.formats.country(code),
        kept=int(counts.get("kept", 0)),
        due=due,
        unknown=int(counts.get("unknown", 0)),
    )


def outcome(row: pd.Series, look: Look) -> str:
    """What came of a promise; one of which nothing was heard says since when."""
    if row["outcome"] == "unknown":
        day = look.formats.day(row["current_due"])
        return look.words("delivery.promises.unknown_since", day=day)
    return look.words.term("outcome", row["outcome"])


def promise_table(found: pd.DataFrame, name: str, known: Known, look: Look) -> str:
    """The promises of ``found`` in their order, each with its dates, outcome, slip and documents.

    Nothing where there are none.
    """
    rows = [_row(row, known, look) for _, row in found.iterrows()]
    return stacked(rows, name, look, "delivery.promises", markup=["promise", "sources"])


def _row(row: pd.Series, known: Known, look: Look) -> dict[str, str]:
    day, slip = look.formats.day, row["slip_months"]
    about = ""
    if row["subject_id"] in known.world.commitments.index:
        rung = escape(look.rung(str(known.world.commitments.at[row["subject_id"], "status"])))
        title = addresses.commitment(row["subject_id"], known.world)
        about = f'<div class="cc-m">{title}: {rung}</div>'
    until = row["current_due"]
    return {
        "country": look.formats.country(row["country_code"]),
        "promise": escape(row["promise"]) + about + under("", row["promised_by"], row["note"]),
        "first": day(row["first_due"]),
        "current": day(until) if until != row["first_due"] else "–",
        "actual": "–" if pd.isna(row["actual"]) else day(row["actual"]),
        "outcome": outcome(row, look),
        "slip": "–" if pd.isna(slip) else look.words("delivery.promises.slip", months=int(slip)),
        "sources": cells.links(row["source_ids"], known.world.dataset.documents),
    }
