"""Policy levers: how many of each kind and state, and behind each kind the measures themselves."""

from collections.abc import Sequence

import pandas as pd

from tracker.counting.known import Known
from tracker.dataset.plain import Row, grouped, plain
from tracker.look import links
from tracker.look.elements import Part
from tracker.look.look import Look
from tracker.look.parts import folded, small, table
from tracker.look.values import NONE
from tracker.look.view import Section
from tracker.views.shared.sections import columns, section
from tracker.world.measures import CONTEXT, seen

COLUMNS = ("country", "title", "figure", "state", "date", "source")


def levers(known: Known, look: Look) -> Section:
    """The measures of each country by lever, with their state; conditions apart."""
    codes, rows = known.world.dataset.compared, plain(seen(known.world))
    measures = [row for row in rows if row["nature"] != CONTEXT]
    of_lever = grouped(measures, "lever")
    groups = {
        look.words.term("lever", lever): of_lever[lever]
        for lever in known.world.dataset.package["measures"].options("lever")
    }
    groups[look.words("comparison.levers.context")] = [
        row for row in rows if row["nature"] == CONTEXT
    ]
    held = [(name, of_name) for name, of_name in groups.items() if of_name]
    blocks = [_group(*one, number, known, look) for number, one in enumerate(held)]
    in_force = [row for row in measures if row["state"] == "in_force"]
    told = [
        look.words(
            "comparison.levers.part",
            country=look.formats.country(code),
            count=_count(in_force, code),
            all=_count(measures, code),
        )
        for code in codes
    ]
    heading = look.words("comparison.levers.heading", told=look.joined(told))
    note = look.words("comparison.levers.note")
    return section("comparison", "levers", heading, look, *blocks, note=note)


def _count(rows: Sequence[Row], code: str) -> int:
    return sum(row["country_code"] == code for row in rows)


def _group(name: str, rows: Sequence[Row], number: int, known: Known, look: Look) -> Part:
    codes = known.world.dataset.compared
    counts = [
        look.words(
            "comparison.levers.count", country=look.formats.country(code), count=_count(rows, code)
        )
        for code in codes
    ]
    order = sorted(rows, key=lambda row: (codes.index(row["country_code"]), _state(row)))
    shown = columns("comparison.levers", COLUMNS, look, right=["figure"])
    body = table(f"levers-{number}", [_measure(row, known, look) for row in order], shown)
    title = look.words("comparison.levers.summary", lever=name, counts=look.joined(counts))
    return folded(title, body)


def _state(row: Row) -> tuple[bool, str]:
    """By name; what has no state comes last."""
    return not isinstance(row["state"], str), str(row["state"])


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
