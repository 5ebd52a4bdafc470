"""The third way: who is said to be in it, with what, and what presses for it."""

from html import escape

import pandas as pd

from tracker.counting.known import Known
from tracker.look import addresses, cells
from tracker.look.folds import folded
from tracker.look.marks import Look
from tracker.look.showing import Section, joined, section, stacked, under

MARKUP = ["what", "held", "source"]


def third_way(known: Known, look: Look) -> Section:
    """Partners, projects, measures and pressures, with money only where a commitment holds it."""
    rows = known.world.known("third_way")
    counts = rows["role"].value_counts()
    body = "".join(
        _of_role(str(role), rows[rows["role"] == role], known, look) for role in counts.index
    )
    told = [look.words(f"diplomacy.third_way.part.{role}", count=int(count))
            for role, count in counts.items()]  # fmt: skip
    heading = look.words("diplomacy.third_way.none")
    if told:
        told_of = joined(told, look)
        heading = look.words("diplomacy.third_way.heading", count=len(rows), told=told_of)
    note = look.words("diplomacy.third_way.note")
    return section("third_way", heading, look, body, note, "diplomacy")


def _of_role(role: str, rows: pd.DataFrame, known: Known, look: Look) -> str:
    """The rows of a role, folded behind the names of those who are in it."""
    named = ", ".join(dict.fromkeys(rows["partner"]))
    title = look.words(f"diplomacy.third_way.roles.{role}", count=len(rows), named=named)
    text = [_row(row, known, look) for _, row in rows.iterrows()]
    name = f"third-way-{role}"
    return folded(title, stacked(text, name, look, "diplomacy.third_way", markup=MARKUP))


def _row(row: pd.Series, known: Known, look: Look) -> dict[str, str]:
    figure = None
    if pd.notna(row["figure"]):
        figure = look.formats.with_unit(float(row["figure"]), float(row["figure"]), row["unit"])
    source = cells.links([row["source_id"]], known.world.dataset.documents)
    day = escape(look.formats.day(row["date"]))
    return {
        "partner": row["partner"],
        "what": under(row["what"], figure, row["note"]),
        "held": _held(row, known, look),
        "source": f'{source} <span class="cc-m">{day}</span>',
    }


def _held(row: pd.Series, known: Known, look: Look) -> str:
    """The commitment that holds its money, or the state of the measure."""
    if row["commitment_id"] in known.world.commitments.index:
        return addresses.commitment(row["commitment_id"], known.world)
    measures = known.world.dataset["measures"].set_index("measure_id")["state"]
    state = measures.get(row["measure_id"])
    return escape(look.words.term("measure_state", state)) if isinstance(state, str) else "–"
