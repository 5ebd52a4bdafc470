"""Policy levers: how many of each kind and state, and behind each kind the measures themselves."""

import pandas as pd

from tracker.counting.known import Known
from tracker.dataset.dataset import Documents
from tracker.look import cells
from tracker.look.folds import folded
from tracker.look.marks import Look
from tracker.look.showing import Section, joined, listed, section, under
from tracker.world.measures import seen

CONTEXT = "context"


def levers(known: Known, look: Look) -> Section:
    """The measures of each country by lever, with their state; conditions apart."""
    codes, rows = known.world.dataset.compared, seen(known.world)
    measures = rows[rows["nature"] != CONTEXT]
    groups = {
        look.words.term("lever", lever): measures[measures["lever"] == lever]
        for lever in known.world.dataset.package["measures"].options("lever")
    }
    groups[look.words("comparison.levers.context")] = rows[rows["nature"] == CONTEXT]
    body = "".join(
        _group(name, group, number, codes, known, look)
        for number, (name, group) in enumerate(groups.items())
        if len(group)
    )
    told = [
        look.words(
            "comparison.levers.part",
            country=look.formats.country(code),
            count=int((_in_force(measures) & (measures["country_code"] == code)).sum()),
            all=int((measures["country_code"] == code).sum()),
        )
        for code in codes
    ]
    heading = look.words("comparison.levers.heading", told=joined(told, look))
    return section("levers", heading, look, body, look.words("comparison.levers.note"))


def _in_force(rows: pd.DataFrame) -> pd.Series:
    return rows["state"] == "in_force"


def _group(
    name: str, rows: pd.DataFrame, number: int, codes: tuple[str, ...], known: Known, look: Look
) -> str:
    counts = joined(
        [
            look.words(
                "comparison.levers.count",
                country=look.formats.country(code),
                count=int((rows["country_code"] == code).sum()),
            )
            for code in codes
        ],
        look,
    )
    sources = known.world.dataset.documents
    order = rows.assign(place=rows["country_code"].map(list(codes).index))
    order = order.sort_values(["place", "state"], kind="stable")
    cells_of = [_measure(row, sources, look) for _, row in order.iterrows()]
    body = listed(
        cells_of,
        f"levers-{number}",
        look,
        markup=["title", "source"],
        right=["figure"],
        labels={
            column: look.words(f"comparison.levers.columns.{column}") for column in cells_of[0]
        },
    )
    return folded(look.words("comparison.levers.summary", lever=name, counts=counts), body)


def _measure(row: pd.Series, sources: Documents, look: Look) -> dict[str, str]:
    return {
        "country": look.formats.country(row["country_code"]),
        "title": under(row["title"], row["note"]),
        "figure": _figure(row, look),
        "state": "–" if pd.isna(row["state"]) else look.words.term("measure_state", row["state"]),
        "date": "–" if pd.isna(row["state_date"]) else look.formats.day(row["state_date"]),
        "source": cells.links([row["source_id"]], sources),
    }


def _figure(row: pd.Series, look: Look) -> str:
    if pd.notna(row["figure"]):
        high = row["figure"] if pd.isna(row["figure_high"]) else row["figure_high"]
        unit = "" if pd.isna(row["unit"]) else row["unit"]
        return look.formats.with_unit(float(row["figure"]), float(high), unit)
    return "–" if pd.isna(row["figure_text"]) else str(row["figure_text"])
