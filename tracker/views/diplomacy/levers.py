"""Concessions that a source ties to one commitment."""

import pandas as pd

from tracker.counting.known import Known
from tracker.look import addresses, cells
from tracker.look.marks import Look
from tracker.look.showing import Section, section, stacked, under
from tracker.world.measures import seen


def tied_levers(known: Known, look: Look) -> Section:
    """The measures granted for a commitment, with their state and date."""
    about = known.world.commitments
    rows = seen(known.world)
    rows = rows[rows["commitment_id"].isin(about.index) & (rows["nature"] == "measure")]
    private = ~about["flow_type"].isin(known.world.rules.public_flow_types)
    rows = rows[rows["commitment_id"].isin(about.index[private])]
    text = [_row(row, known, look) for _, row in rows.iterrows()]
    markup = ["measure", "commitment", "source"]
    body = stacked(text, "concessions", look, "diplomacy.concessions", markup=markup)
    heading = look.words("diplomacy.concessions.none")
    if len(rows):
        commitments = rows["commitment_id"].nunique()
        heading = look.words(
            "diplomacy.concessions.heading", count=len(rows), commitments=commitments
        )
    note = look.words("diplomacy.concessions.note")
    return section("concessions", heading, look, body, note, "diplomacy")


def _row(row: pd.Series, known: Known, look: Look) -> dict[str, str]:
    state, day = row["state"], row["state_date"]
    return {
        "country": look.formats.country(row["country_code"]),
        "measure": under(row["title"], look.words.term("lever", row["lever"]), row["note"]),
        "commitment": addresses.commitment(row["commitment_id"], known.world),
        "state": look.words.term("measure_state", state) if isinstance(state, str) else "–",
        "date": look.formats.day(day) if isinstance(day, str) else "–",
        "source": cells.links([row["source_id"]], known.world.dataset.documents),
    }
