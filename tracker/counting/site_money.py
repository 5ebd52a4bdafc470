"""Money that stands where it can be shown: on one site alone, or in one region alone."""

import math
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

import numpy as np
import pandas as pd

from tracker.counting import lenses
from tracker.counting.known import Known
from tracker.dataset.plain import Row
from tracker.world import places
from tracker.world.asof import World


def with_amounts(rows: pd.DataFrame, known: Known) -> pd.DataFrame:
    """``rows`` (from `places.sites`) with ``amount``: all of a commitment that has one site alone.

    Through the widest lens, in the first display currency; missing where none is stated. A
    programme for a whole country has none, even where one place of it is known.
    """
    rules, facts = known.world.rules, places.facts(known.world)
    money = known.shares.exchanged(rules.display_currencies[0])
    seen = lenses.through(rules.widest_lens, money, np.ones(len(known.shares), bool), rules)
    sums: dict[str, float] = {}
    for name, value in zip(known.shares.ids, seen.value.tolist(), strict=True):
        sums[name] = sums.get(name, 0.0) + value
    sites = Counter(facts[site]["commitment_id"] for site in rows.index)
    alone = {name for name in sums if sites[name] == 1 and is_placeable(name, known.world)}
    amounts = [
        sums[row["commitment_id"]]
        if row["commitment_id"] in alone and row["status"] not in rules.lost_rungs
        else None
        for row in (facts[site] for site in rows.index)
    ]
    return rows.assign(amount=np.array(amounts, dtype="float64"))


def is_placeable(commitment: str, world: World) -> bool:
    """Whether the money of a commitment stands where its sites are."""
    row = world.facts.get(commitment, {})
    return row.get("flow_type") in world.rules.places.placed_flow_types


def region(row: Row) -> str:
    """The region of a site, empty where none is known."""
    return row["region"] if isinstance(row["region"], str) else ""


def placed(
    sites: Collection[str], every: Collection[str], categories: Collection[str], known: Known
) -> dict[tuple[str, str], float]:
    """(Country, region) -> the money of commitments all of whose sites lie there, widest lens.

    ``sites`` are those in sight, ``every`` all of them, by name. Money of sites in no region, or in
    several, stands in the empty one. Of ``categories``, else the usual ones; of the countries in
    sight; and where a filter leaves sites of theirs out, of commitments with a site in sight. In
    the first display currency.
    """
    rules, usual, facts = known.world.rules, known.usual(), places.facts(known.world)
    scope = replace(usual, category=tuple(categories) or usual.category)
    counted = known.total(scope, lens=rules.widest_lens, currency=rules.display_currencies[0])
    here = [facts[site] for site in sites]
    codes = {*known.world.dataset.compared} & {row["country_code"] for row in here}
    in_sight = {row["commitment_id"] for row in here}
    is_whole = len(here) >= sum(facts[site]["country_code"] in codes for site in every)
    alone = _alone((facts[site] for site in every), known.world)
    found: dict[tuple[str, str], list[float]] = {}
    for name, code, value in counted.added("country_code"):
        if code in codes and (is_whole or name in in_sight):
            found.setdefault((code, alone.get(name, "")), []).append(value)
    return {key: math.fsum(values) for key, values in found.items()}


def _alone(sites: Iterable[Row], world: World) -> dict[str, str]:
    """The region of each commitment that may have one and all of whose ``sites`` lie in it."""
    regions: dict[str, set[str]] = {}
    for row in sites:
        if is_placeable(row["commitment_id"], world):
            regions.setdefault(row["commitment_id"], set()).add(region(row))
    return {name: next(iter(held)) for name, held in regions.items() if len(held) == 1}
