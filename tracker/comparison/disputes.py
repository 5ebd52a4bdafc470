"""Promised dates and what became of them, and national figures on which sources differ."""

from html import escape

import pandas as pd

from tracker import cells
from tracker.comparison.leading import compared
from tracker.comparison.showing import Section, joined, listed, section, under
from tracker.dataset import Documents
from tracker.folds import folded
from tracker.known import Known
from tracker.marks import Look
from tracker.promises import timelines


def promises(known: Known, look: Look) -> Section:
    """Each promise that was settled, moved or is past its date: first, current and actual date."""
    found, codes = timelines(known.world), compared(known)
    found = found[found["country_code"].isin(codes)]
    told = [
        look.words(
            "comparison.promises.part",
            country=look.formats.country(code),
            kept=int((of_country["outcome"] == "kept").sum()),
            due=int((of_country["outcome"] != "pending").sum()),
            unknown=int((of_country["outcome"] == "unknown").sum()),
        )
        for code in codes
        for of_country in [found[found["country_code"] == code]]
    ]
    shown = found[(found["outcome"] != "pending") | found["slip_months"].notna()]
    shown = shown.sort_values(["country_code", "first_due"])
    sources = known.world.dataset.documents
    rows = [_promise(row, sources, look) for _, row in shown.iterrows()]
    heading = look.words("comparison.promises.heading", told=joined(told, look))
    note = look.words("comparison.promises.note", count=len(found) - len(shown))
    return section(
        "promises",
        heading,
        look,
        listed(rows, "promises", look, markup=["promise", "sources"]),
        note,
    )


def _pending(found: pd.DataFrame, sources: Documents, look: Look) -> str:
    """The promises not yet due, folded away, the next due first."""
    rows = [_promise(row, sources, look) for _, row in found.sort_values("first_due").iterrows()]
    body = listed(rows, "promises-pending", look, markup=["promise", "sources"])
    return folded(look.words("comparison.promises.pending", count=len(rows)), body)


def _promise(row: pd.Series, sources: Documents, look: Look) -> dict[str, str]:
    day = look.formats.day
    slip = row["slip_months"]
    return {
        "country": look.formats.country(row["country_code"]),
        "promise": under(row["promise"], row["promised_by"], row["note"]),
        "first": day(row["first_due"]),
        "current": day(row["current_due"]) if row["current_due"] != row["first_due"] else "–",
        "actual": "–" if pd.isna(row["actual"]) else day(row["actual"]),
        "outcome": look.words.term("outcome", row["outcome"]),
        "slip": "–" if pd.isna(slip) else look.words("comparison.promises.slip", months=int(slip)),
        "sources": cells.links(row["source_ids"], sources),
    }


def conflicts(known: Known, look: Look) -> Section:
    """National figures on which sources differ: both readings, and which one is used."""
    rows = known.world.dataset["conflicts"]
    national = rows[rows["subject_id"].isna()]
    sources = known.world.dataset.documents
    text = [_conflict(row, sources, look) for _, row in national.iterrows()]
    body = listed(text, "conflicts", look, markup=["a", "b", "used"])
    heading = look.words("comparison.conflicts.heading", count=len(national))
    title = look.words("comparison.conflicts.title", count=len(national))
    return section("conflicts", heading, look, folded(title, body))


def _conflict(row: pd.Series, sources: Documents, look: Look) -> dict[str, str]:
    said = {
        side: f'{escape(row[f"reading_{side}"])}<div class="cc-m">{document}</div>'
        for side in ("a", "b")
        for document in [cells.links([row[f"source_{side}"]], sources)]
    }
    return {
        "country": look.formats.country(row["country_code"]),
        "field": row["field"],
        **said,
        "used": under(look.words.term("adopted", row["adopted"]), row["judgement"]),
    }
