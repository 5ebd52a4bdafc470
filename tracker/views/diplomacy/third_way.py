"""The third way: who is said to be in it, with what, and what presses for it."""

import pandas as pd

from tracker.counting.known import Known
from tracker.dataset.plain import Row
from tracker.look import links
from tracker.look.elements import Part, Said
from tracker.look.look import Look
from tracker.look.parts import folded, small, table
from tracker.look.values import NONE
from tracker.look.view import Section
from tracker.views.shared import ways
from tracker.views.shared.sections import columns, section
from tracker.world.third_way import by_role

COLUMNS = ("partner", "what", "held", "source")


def third_way(known: Known, look: Look) -> Section:
    """Partners, projects, measures and pressures, with money only where a commitment holds it."""
    found = by_role(known.world)
    told = [
        look.words(f"diplomacy.third_way.part.{role}", count=len(rows))
        for role, rows in found.items()
    ]
    heading = look.words("diplomacy.third_way.none")
    if told:
        count = sum(len(rows) for rows in found.values())
        heading = look.words("diplomacy.third_way.heading", count=count, told=look.joined(told))
    folds = [_of_role(role, rows, known, look) for role, rows in found.items()]
    note = look.words("diplomacy.third_way.note")
    return section("diplomacy", "third_way", heading, look, *folds, note=note)


def _of_role(role: str, rows: pd.DataFrame, known: Known, look: Look) -> Part:
    """The rows of a role, folded behind the names of those who are in it."""
    named = ", ".join(dict.fromkeys(rows["partner"]))
    title = look.words(f"diplomacy.third_way.roles.{role}", count=len(rows), named=named)
    text = [_row(row, known, look) for row in rows.to_dict("records")]
    shown = columns("diplomacy.third_way", COLUMNS, look)
    return folded(title, table(f"third-way-{role}", text, shown, is_stacked=True))


def _row(row: Row, known: Known, look: Look) -> dict[str, Part]:
    figure = None
    if pd.notna(row["figure"]):
        figure = look.formats.with_unit(float(row["figure"]), float(row["figure"]), row["unit"])
    source = links.links([row["source_id"]], known.world.dataset.documents)
    return {
        "partner": row["partner"],
        "what": (row["what"], *small(figure, row["note"])),
        "held": _held(row, known, look),
        "source": (source, Said("beside", look.formats.day(row["date"]))),
    }


def _held(row: Row, known: Known, look: Look) -> Part:
    """The commitment that holds its money, or the state of the measure."""
    if isinstance(row["held"], str):
        return ways.commitment(row["held"], known.world)
    state = row["state"]
    return look.words.term("measure_state", state) if isinstance(state, str) else NONE
