"""Which sites of a list are asked for, and in which order they stand."""

from collections.abc import Collection, Mapping

import pandas as pd

from tracker.dataset.settings.rules import Rules
from tracker.world.asof import World
from tracker.world.places import solidity

SORTS = ("size", "name", "country", "rung", "seen")
SEARCHED = ["site_name", "place", "district", "region", "operator"]


def within(
    rows: pd.DataFrame, asked: Mapping[str, Collection[str]], text: str, world: World
) -> pd.DataFrame:
    """The sites among ``rows`` (`places.listed`) that are ``asked`` for and hold ``text``.

    ``asked`` is column -> what is let through, all where it is empty: ``country_code``,
    ``status``, and ``category`` or ``origin`` of the commitment, which a site without one lacks.
    Each word of ``text`` must stand in a name, a place or the operator.
    """
    about, commitment = world.commitments, rows["commitment_id"]
    told = rows.assign(
        category=commitment.map(about["category"]),
        origin=commitment.map(about["pot_id"]).map(about["origin"]),
    )
    for column, allowed in asked.items():
        told = told[told[column].isin(allowed)] if allowed else told
    parts = told[SEARCHED].fillna("")
    searched = parts[SEARCHED[0]].str.cat(parts[SEARCHED[1:]], sep=" ").str.lower()
    for word in text.lower().split():
        searched = searched[searched.str.contains(word, regex=False)]
    return rows.loc[searched.index]


def ordered(rows: pd.DataFrame, sort: str, size: str, first: str, rules: Rules) -> pd.DataFrame:
    """``rows`` by one of ``SORTS``, with the site called ``first`` before all.

    Largest (by the column ``size``, then by the others), most solid and last seen come first, and
    what has no value last; by size or by rung, what is lost comes after what lives.
    """
    sizes = sorted(rules.places.sizes, key=lambda name: name != size)
    rung = rows["status"].map(solidity(rules))
    rows = rows.assign(rung=rung, lives=rung >= 0)
    columns = {
        "size": ["lives", *sizes],
        "name": ["site_name"],
        "country": ["country_code", "region"],
        "rung": ["rung", rules.places.sizes[0]],
        "seen": ["last_seen"],
    }[sort]
    is_rising = sort in ("name", "country")
    rows = rows.sort_values(columns, ascending=is_rising, kind="stable", na_position="last")
    is_first = rows.index == first
    return pd.concat([rows[is_first], rows[~is_first]]).drop(columns=["rung", "lives"])
