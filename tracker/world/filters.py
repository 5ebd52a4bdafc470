"""Which sites of a list are asked for, and in which order they stand."""

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from tracker.dataset.plain import Row
from tracker.dataset.settings.rules import Rules
from tracker.world.asof import World
from tracker.world.places import facts, solidity

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
    allowed = {column: values for column, values in asked.items() if values}
    searched, sites = _searched(rows), facts(world)
    kept = [
        all(word in told for word in text.lower().split())
        and all(_told(sites[name], column, world) in allowed[column] for column in allowed)
        for name, told in zip(rows.index, searched, strict=True)
    ]
    return rows.loc[kept]


def _told(row: Row, column: str, world: World) -> object:
    """What a site or its commitment has in ``column``; None where it has none."""
    commitment = world.facts.get(row["commitment_id"], {})
    if column == "origin":
        commitment = world.facts.get(commitment.get("pot_id", ""), {})
    return row[column] if column in row else commitment.get(column)


def _searched(rows: pd.DataFrame) -> list[str]:
    """All the words of each site, in lower case."""
    columns = zip(*(rows[name].fillna("").tolist() for name in SEARCHED), strict=True)
    return [" ".join(parts).lower() for parts in columns]


def ordered(rows: pd.DataFrame, sort: str, size: str, first: str, rules: Rules) -> pd.DataFrame:
    """``rows`` by one of ``SORTS``, with the site called ``first`` before all.

    Largest (by the column ``size``, then by the others), most solid and last seen come first, and
    what has no value last; by size or by rung, what is lost comes after what lives.
    """
    sizes = sorted(rules.places.sizes, key=lambda name: name != size)
    columns = {
        "size": ["lives", *sizes],
        "name": ["site_name"],
        "country": ["country_code", "region"],
        "rung": ["rung", rules.places.sizes[0]],
        "seen": ["last_seen"],
    }[sort]
    solid = solidity(rules)
    rungs = [solid[status] for status in rows["status"]]
    values = {name: rows[name].tolist() for name in columns if name in rows}
    values |= {"rung": rungs, "lives": [rung >= 0 for rung in rungs]}
    order = list(range(len(rows)))
    for name in reversed(columns):
        order = _sorted(order, values[name], is_rising=sort in ("name", "country"))
    order.sort(key=lambda place: rows.index[place] != first)
    return rows.iloc[order]


def _sorted(order: list[int], values: list[Any], *, is_rising: bool) -> list[int]:
    """``order`` by the value of each place, what is level as it was, what has none last."""
    known = [place for place in order if not pd.isna(values[place])]
    missing = [place for place in order if pd.isna(values[place])]
    return [*sorted(known, key=lambda place: values[place], reverse=not is_rising), *missing]
