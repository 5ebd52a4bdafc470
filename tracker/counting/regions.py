"""Power and money by region, and how much of them stands in no one region."""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from tracker.counting import site_money
from tracker.counting.known import Known
from tracker.dataset.plain import Row
from tracker.world import places
from tracker.world.asof import World


@dataclass(frozen=True)
class Region:
    """What stands in a region of a country; ``region`` is empty for what is not placed.

    ``megawatts``  planned, each once, without what is lost,
    ``amount``     the money that stands in it alone, in the first display currency,
    ``sites``      how many are not lost; all three are 0 where there are none.
    """

    country_code: str
    region: str
    megawatts: float
    amount: float
    sites: int


@dataclass(frozen=True)
class Unplaced:
    """Planned power (MW) and money of a country that stand in no region, and all of them."""

    megawatts: float
    amount: float
    all_megawatts: float
    all_amount: float


def by_region(
    rows: pd.DataFrame, every: pd.DataFrame, categories: Collection[str], known: Known
) -> list[Region]:
    """Every country and region with a site or with money, the most planned power first.

    ``rows`` are the sites in sight, ``every`` all of them (from `places.sites`): a filter never
    makes a commitment stand in one region. Money is what `site_money.placed` finds for
    ``categories``.
    """
    groups: dict[tuple[str, str], dict[str, Row]] = {}
    for site in rows.index:
        row = places.facts(known.world)[site]
        groups.setdefault((row["country_code"], site_money.region(row)), {})[site] = row
    money = site_money.placed(rows.index, every.index, categories, known)
    found = [
        _region(*key, groups.get(key, {}), money.get(key, 0.0), known.world)
        for key in sorted({*groups, *money})
    ]
    return sorted(found, key=lambda one: (one.megawatts, one.amount), reverse=True)


def _region(code: str, name: str, sites: Mapping[str, Row], amount: float, world: World) -> Region:
    lost = world.rules.lost_rungs
    return Region(
        country_code=code,
        region=name,
        megawatts=places.power(sites, world.phases[0], world).megawatts,
        amount=amount,
        sites=sum(row["status"] not in lost for row in sites.values()),
    )


def unplaced(found: Iterable[Region]) -> dict[str, Unplaced]:
    """Country -> what of ``found`` (from `by_region`) has no region, and all of it."""
    by_country: dict[str, list[Region]] = {}
    for one in found:
        by_country.setdefault(one.country_code, []).append(one)
    return {code: _unplaced(by_country[code]) for code in sorted(by_country)}


def _unplaced(found: list[Region]) -> Unplaced:
    loose = [one for one in found if not one.region]
    return Unplaced(
        megawatts=math.fsum(one.megawatts for one in loose),
        amount=math.fsum(one.amount for one in loose),
        all_megawatts=math.fsum(one.megawatts for one in found),
        all_amount=math.fsum(one.amount for one in found),
    )
