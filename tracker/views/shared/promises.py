"""Promises with their dates as any page tells them: how many were kept, and as a table."""

from typing import Any

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.outcomes import OutcomeCounts
from tracker.dataset.plain import Row
from tracker.look import links
from tracker.look.elements import Column, Part, Said
from tracker.look.look import Look
from tracker.look.parts import small, table
from tracker.look.values import NONE
from tracker.views.shared import ways

COLUMNS = ("country", "promise", "first", "current", "actual", "outcome", "slip", "sources")
KINDS = {"country": "country", "first": "day", "current": "day", "actual": "day"}


def rates(counts: dict[str, OutcomeCounts], look: Look) -> str:
    """Per country what is known of the promises that are past their date or settled."""
    told = (_rate(one, code, look) for code, one in counts.items() if one.due)
    return look.words("delivery.promises.heading", told="; ".join(told))


def _rate(one: OutcomeCounts, code: str, look: Look) -> str:
    return look.words(
        "delivery.promises.rate",
        country=look.formats.country(code),
        kept=one.kept,
        due=one.due,
        unknown=one.unknown,
    )


def outcome(row: Row, look: Look) -> str:
    """What came of a promise; one of which nothing was heard says since when."""
    if row["outcome"] == "unknown":
        day = look.formats.day(row["current_due"])
        return look.words("delivery.promises.unknown_since", day=day)
    return look.words.term("outcome", row["outcome"])


def slip(months: Any, look: Look) -> str:
    """By how many months a date moved; a dash where that is not known."""
    if pd.isna(months):
        return NONE
    return look.words("delivery.promises.slip", months=int(months))


def promise_table(found: pd.DataFrame, name: str, known: Known, look: Look) -> Part:
    """The promises of ``found`` in their order, each with its dates, outcome, slip and documents.

    ``found`` is what `promises.of_compared` gives. Nothing where there are none.
    """
    rows = [_row(row, known, look) for row in found.to_dict("records")]
    label = "delivery.promises.columns."
    shown = [Column(one, look.words(label + one), KINDS.get(one, "part")) for one in COLUMNS]
    return table(name, rows, shown, is_stacked=True)


def _row(row: Row, known: Known, look: Look) -> dict[str, object]:
    about: Part = ""
    if subject := known.world.facts.get(row["subject_id"]):
        rung = look.rung(subject["status"])
        title = ways.commitment(row["subject_id"], known.world)
        about = Said("small", (title, f": {rung}"))
    until = row["current_due"]
    return {
        "country": row["country_code"],
        "promise": (row["promise"], about, *small(row["promised_by"], row["note"])),
        "first": row["first_due"],
        "current": until if until != row["first_due"] else None,
        "actual": row["actual"],
        "outcome": outcome(row, look),
        "slip": slip(row["slip_months"], look),
        "sources": links.links(row["source_ids"], known.world.dataset.documents),
    }
