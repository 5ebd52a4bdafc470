"""Promised dates and what became of them, and national figures on which sources differ."""

from tracker.counting.known import Known
from tracker.counting.outcomes import counted
from tracker.dataset.documents import Documents
from tracker.dataset.plain import Row
from tracker.look import links
from tracker.look.elements import Part, Said
from tracker.look.look import Look
from tracker.look.parts import folded, small, table
from tracker.look.view import Section
from tracker.views.shared.promises import promise_table, rates
from tracker.views.shared.sections import columns, section
from tracker.world.promises import of_compared, waits

COLUMNS = ("country", "field", "a", "b", "used")


def promises(known: Known, look: Look) -> Section:
    """Each promise that was settled, moved or is past its date: first, current and actual date."""
    found = of_compared(known.world)
    shown = found[~waits(found)].sort_values(["country_code", "first_due"])
    body = promise_table(shown, "promises", known, look)
    note = look.words("comparison.promises.note", count=len(found) - len(shown))
    told = rates(counted(found, known.world.dataset.compared), look)
    return section("comparison", "promises", told, look, body, note=note)


def conflicts(known: Known, look: Look) -> Section:
    """National figures on which sources differ: both readings, and which one is used."""
    rows, documents = known.world.dataset["conflicts"], known.world.dataset.documents
    national = rows[rows["subject_id"].isna()]
    text = [_conflict(row, documents, look) for row in national.to_dict("records")]
    kinds = {"country": ("country", "")}
    body = table("conflicts", text, columns("comparison.conflicts", COLUMNS, look, kinds=kinds))
    heading = look.words("comparison.conflicts.heading", count=len(national))
    title = look.words("comparison.conflicts.title", count=len(national))
    return section("comparison", "conflicts", heading, look, folded(title, body))


def _conflict(row: Row, documents: Documents, look: Look) -> dict[str, Part]:
    sources = {
        side: Said("small", links.links([row[f"source_{side}"]], documents)) for side in ("a", "b")
    }
    return {
        "country": row["country_code"],
        "field": row["field"],
        **{side: (row[f"reading_{side}"], source) for side, source in sources.items()},
        "used": (look.words.term("adopted", row["adopted"]), *small(row["judgement"])),
    }
