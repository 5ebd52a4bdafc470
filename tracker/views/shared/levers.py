"""Policy levers: how many of each kind and state, and behind each kind the measures themselves."""

import pandas as pd

from tracker.counting.known import Known
from tracker.dataset.plain import Row
from tracker.look import links
from tracker.look.look import Look
from tracker.look.parts import folded, small, table
from tracker.look.values import NONE
from tracker.look.view import Part, Section
from tracker.views.shared.sections import columns, section
from tracker.world.measures import CONTEXT, seen

COLUMNS = ("country", "title", "figure", "state", "date", "source")


def levers(known: Known, look: Look) -> Section:
    """The measures of each country by lever, with their state; conditions apart."""
    codes, rows = known.world.dataset.compared, seen(known.world)
    measures = rows[rows["nature"] != CONTEXT]
    groups = {
        look.words.term("lever", lever): measures[measures["lever"] == lever]
        for lever in known.world.dataset.package["measures"].options("lever")
    }
    groups[look.words("comparison.levers.context")] = rows[rows["nature"] == CONTEXT]
    blocks = [
        _group(name, group, number, known, look)
        for number, (name, group) in enumerate(groups.items())
        if len(group)
    ]
    in_force = measures["country_code"][measures["state"] == "in_force"]
    told = [
        look.words(
            "comparison.levers.part",
            country=look.formats.country(code),
            count=int((in_force == code).sum()),
            all=int((measures["country_code"] == code).sum()),
        )
        for code in codes
    ]
    heading = look.words("comparison.levers.heading", told=look.joined(told))
    note = look.words("comparison.levers.note")
    return section("comparison", "levers", heading, look, *blocks, note=note)


def _group(name: str, rows: pd.DataFrame, number: int, known: Known, look: Look) -> Part:
    codes = known.world.dataset.compared
    counts = [
        look.words(
            "comparison.levers.count",
            country=look.formats.country(code),
            count=int((rows["country_code"] == code).sum()),
        )
        for code in codes
    ]
    order = rows.assign(place=rows["country_code"].map(list(codes).index))
    order = order.sort_values(["place", "state"], kind="stable")
    shown = columns("comparison.levers", COLUMNS, look, right=["figure"])
    measures = [_measure(row, known, look) for row in order.to_dict("records")]
    body = table(f"levers-{number}", measures, shown)
    title = look.words("comparison.levers.summary", lever=name, counts=look.joined(counts))
    return folded(title, body)


def _measure(row: Row, known: Known, look: Look) -> dict[str, Part]:
    return {
        "country": look.formats.country(row["country_code"]),
        "title": (row["title"], *small(row["note"])),
        "figure": _figure(row, look),
        "state": NONE if pd.isna(row["state"]) else look.words.term("measure_state", row["state"]),
        "date": NONE if pd.isna(row["state_date"]) else look.formats.day(row["state_date"]),
        "source": links.links([row["source_id"]], known.world.dataset.documents),
    }


def _figure(row: Row, look: Look) -> str:
    if pd.notna(row["figure"]):
        high = row["figure"] if pd.isna(row["figure_high"]) else row["figure_high"]
        unit = "" if pd.isna(row["unit"]) else row["unit"]
        return look.formats.with_unit(float(row["figure"]), float(high), unit)
    return NONE if pd.isna(row["figure_text"]) else str(row["figure_text"])
