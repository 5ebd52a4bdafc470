"""Which sites are shown, and in which order."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from tracker import counting
from tracker.counting import Scope
from tracker.counting.known import Known
from tracker.look.marks import Look

EVERYWHERE = "both"
MONEY = "amount"
SIZES = ("planned_mw", "operating_mw", MONEY)
SORTS = ("size", "name", "country", "rung", "seen")


@dataclass(frozen=True)
class ChosenSites:
    """All that a reader of the map chose; ``country`` is a code or both, ``site`` may be empty."""

    country: str
    size: str
    as_of: date
    sort: str
    scope: Scope
    q: str
    site: str


def with_amounts(rows: pd.DataFrame, known: Known) -> pd.DataFrame:
    """``rows`` with ``amount``: the ceiling of a commitment that stands on this site alone.

    A programme for a whole country has none, even where one place of it is known.
    """
    currency = known.world.rules.display_currencies[0]
    money = counting.exchanged(known.shares, currency, known.world.rates)
    money = counting.through("ceiling", money, known.world.rules)
    by_commitment = money["value"].groupby(level=0).sum()
    sites_of = rows["commitment_id"].map(rows["commitment_id"].value_counts())
    amount = rows["commitment_id"].map(by_commitment).where(sites_of == 1)
    amount = amount.where(rows["commitment_id"].isin(placeable(known)))
    is_lost = rows["status"].isin(known.world.rules.lost_rungs)
    return rows.assign(amount=amount.mask(is_lost).astype("float64"))


def placeable(known: Known) -> pd.Index:
    """The commitments whose money stands where their sites are."""
    kinds = known.world.commitments["flow_type"]
    return kinds.index[kinds.isin(known.world.rules.places.placed_flow_types)]


def within(rows: pd.DataFrame, chosen: ChosenSites, known: Known) -> pd.DataFrame:
    """The sites that the filters let through; one without a commitment has no category."""
    about = known.world.commitments
    commitment = rows["commitment_id"]
    pot = commitment.map(about["pot_id"])
    scope = chosen.scope
    if chosen.country != EVERYWHERE:
        rows = rows[rows["country_code"] == chosen.country]
    asked = {
        "category": commitment.map(about["category"]),
        "origin": pot.map(about["origin"]),
        "rung": rows["status"],
    }
    for name, column in asked.items():
        allowed = getattr(scope, name)
        if allowed:
            rows = rows[column.reindex(rows.index).isin(allowed)]
    text = _search_text(rows, known)
    for word in chosen.q.lower().split():
        rows = rows[text.reindex(rows.index).str.contains(word, regex=False)]
    return rows


def _search_text(rows: pd.DataFrame, known: Known) -> pd.Series:
    columns = ("site_name", "place", "district", "region")
    parts = [rows[name].fillna("") for name in columns]
    parts.append(operators(rows, known).fillna(""))
    text = parts[0]
    for part in parts[1:]:
        text = text + " " + part
    return text.str.lower()


def operators(rows: pd.DataFrame, known: Known) -> pd.Series:
    """The name of each site's operator; missing where that is not known."""
    names = known.world.dataset["organisations"].set_index("organisation_id")["organisation_name"]
    return names.reindex(rows["operator_id"]).set_axis(rows.index)


def ordered(rows: pd.DataFrame, chosen: ChosenSites, look: Look) -> pd.DataFrame:
    """The largest, first named, most solid or last seen first; what has no value comes last.

    What is lost comes after what lives, and the chosen site before all.
    """
    order = {rung: place for place, rung in enumerate(look.rules.rungs)}
    rows = rows.assign(
        by_rung=rows["status"].map(
            lambda rung: -1 if rung in look.rules.lost_rungs else order[rung]
        )
    )
    keys = {
        "size": ([chosen.size, *(name for name in SIZES if name != chosen.size)], False),
        "name": (["site_name"], True),
        "country": (["country_code", "region"], True),
        "rung": (["by_rung", "planned_mw"], False),
        "seen": (["last_seen"], False),
    }
    columns, ascending = keys[chosen.sort]
    rows = rows.sort_values(columns, ascending=ascending, kind="stable", na_position="last")
    if chosen.sort == "size":
        rows = rows.sort_values("by_rung", key=lambda rung: rung < 0, kind="stable")
    first = rows.index == chosen.site
    return pd.concat([rows[first], rows[~first]]).drop(columns="by_rung")
