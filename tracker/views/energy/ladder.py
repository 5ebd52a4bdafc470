"""From words to electricity: every step of every country on one axis from zero."""

import pandas as pd

from tracker.counting.known import Known
from tracker.dataset.plain import Row
from tracker.energy.ladder import in_service, steps
from tracker.look import bars, links
from tracker.look.elements import Part
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.view import Section
from tracker.views.shared.sections import columns, section

NO_BAR: Part = ""
COLUMNS = ("step", "country", "bar", "power", "of")


def ladder(known: Known, look: Look) -> Section:
    """Every step of every country; one that nobody publishes says so."""
    found = steps(known)
    longest = float(found["high"].max())
    rows = [_row(row, longest, known, look) for row in found.to_dict("records")]
    body = table("ladder", rows, columns("energy.ladder", COLUMNS, look, right=["power"]))
    note = look.words("energy.ladder.note")
    return section("energy", "ladder", _heading(found, look), look, body, note=note)


def _heading(found: pd.DataFrame, look: Look) -> str:
    """What is in service of what is announced, per country."""
    told = [
        look.words(
            "energy.ladder.part",
            country=look.formats.country(str(code)),
            announced=look.formats.power(row["whole"]),
            running=look.formats.power(row["running"]),
        )
        for code, row in in_service(found).to_dict("index").items()
    ]
    return look.words("energy.ladder.heading", told=look.joined(told))


def _row(row: Row, longest: float, known: Known, look: Look) -> dict[str, Part]:
    low, high, code = row["low"], row["high"], row["country_code"]
    power, bar = look.words("energy.not_published"), NO_BAR
    if pd.notna(high):
        power = look.formats.with_unit(low, high, "MW", 1)
        bar = bars.ends(code, low, high, longest)
    return {
        "step": look.words(f"energy.ladder.names.{row['step']}"),
        "country": look.formats.country(code),
        "bar": bar,
        "power": power,
        "of": _of(row, known, look),
    }


def _of(row: Row, known: Known, look: Look) -> Part:
    """How many commitments or sites it is the sum of, or the period and document of a figure."""
    if pd.notna(row["counted"]):
        return look.words(f"energy.ladder.{row['counted']}", count=int(row["count"]))
    if pd.isna(row["source_id"]):
        return ""
    return row["period"], links.links([row["source_id"]], known.world.dataset.documents)
