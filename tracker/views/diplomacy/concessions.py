"""Concessions that a source ties to one commitment."""

from tracker.counting.known import Known
from tracker.dataset.plain import Row
from tracker.look import links
from tracker.look.look import Look
from tracker.look.parts import small, table
from tracker.look.view import Section
from tracker.views.shared import ways
from tracker.views.shared.sections import columns, section
from tracker.world import measures

COLUMNS = ("country", "measure", "commitment", "state", "date", "source")
KINDS = {"country": ("country", ""), "state": ("term", "measure_state"), "date": ("day", "")}


def concessions(known: Known, look: Look) -> Section:
    """The measures granted for a commitment, with their state and date."""
    rows = measures.concessions(known.world)
    shown = columns("diplomacy.concessions", COLUMNS, look, kinds=KINDS)
    text = [_row(row, known, look) for row in rows.to_dict("records")]
    body = table("concessions", text, shown, is_stacked=True)
    heading = look.words("diplomacy.concessions.none")
    if len(rows):
        heading = look.words(
            "diplomacy.concessions.heading",
            count=len(rows),
            commitments=rows["commitment_id"].nunique(),
        )
    note = look.words("diplomacy.concessions.note")
    return section("diplomacy", "concessions", heading, look, body, note=note)


def _row(row: Row, known: Known, look: Look) -> dict[str, object]:
    lever = look.words.term("lever", row["lever"])
    return {
        "country": row["country_code"],
        "measure": (row["title"], *small(lever, row["note"])),
        "commitment": ways.commitment(row["commitment_id"], known.world),
        "state": row["state"],
        "date": row["state_date"],
        "source": links.links([row["source_id"]], known.world.dataset.documents),
    }
