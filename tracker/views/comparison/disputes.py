"""Promised dates and what became of them, and national figures on which sources differ."""

from html import escape

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.outcomes import counted
from tracker.dataset.dataset import Documents
from tracker.look import cells
from tracker.look.folds import folded
from tracker.look.html import html
from tracker.look.marks import Look
from tracker.look.showing import Section, listed, section, under
from tracker.views.shared.promises import promise_table, rates
from tracker.world.promises import moved, of_compared


def promises(known: Known, look: Look) -> Section:
    """Each promise that was settled, moved or is past its date: first, current and actual date."""
    found = of_compared(known.world)
    shown = found[(found["outcome"] != "pending") | moved(found)]
    shown = shown.sort_values(["country_code", "first_due"])
    body = html(promise_table(shown, "promises", known, look), look)
    note = look.words("comparison.promises.note", count=len(found) - len(shown))
    told = rates(counted(found, known.world.dataset.compared), look)
    return section("promises", told, look, body, note)


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
