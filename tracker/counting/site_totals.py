"""How many sites there are, and what power they come to."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from tracker.dataset.plain import Row
from tracker.world import places
from tracker.world.asof import World
from tracker.world.places import SitePower


@dataclass(frozen=True)
class SiteTotals:
    """Sites counted, and their power added.

    ``all, lost, unmapped``  how many sites, how many of them are lost, how many have no disc,
    ``sites``                country -> how many, lost ones too,
    ``unmapped_mw``          the planned power that those without a disc state, lost ones too,
    ``planned, running``     country -> what is meant to be built and what is in service, where any
                             site states it; stock of whole cities is not among what runs,
    ``stock``                the power in service of whole cities.
    """

    all: int
    lost: int
    unmapped: int
    unmapped_mw: float
    sites: dict[str, int] = field(repr=False)
    planned: dict[str, SitePower] = field(repr=False)
    running: dict[str, SitePower] = field(repr=False)
    stock: SitePower = field(repr=False)


def site_totals(rows: pd.DataFrame, world: World) -> SiteTotals:
    """What ``rows`` (from `places.sites`) come to; no rows give zeros."""
    planned, running = world.phases[0], world.phases[-1]
    sites = {name: places.facts(world)[name] for name in rows.index}
    evidenced = places.evidenced(sites)
    stock = {name: row for name, row in sites.items() if name not in evidenced}
    unmapped = [row[f"{planned}_mw"] for row in sites.values() if not row["is_mapped"]]
    return SiteTotals(
        all=len(sites),
        lost=sum(row["status"] in world.rules.lost_rungs for row in sites.values()),
        unmapped=len(unmapped),
        unmapped_mw=math.fsum(megawatts for megawatts in unmapped if not pd.isna(megawatts)),
        sites=dict(Counter(str(row["country_code"]) for row in sites.values())),
        planned=_by_country(sites, planned, world),
        running=_by_country(evidenced, running, world),
        stock=places.power(stock, running, world),
    )


def _by_country(sites: Mapping[str, Row], phase: str, world: World) -> dict[str, SitePower]:
    groups: dict[str, dict[str, Row]] = {}
    for site, row in sites.items():
        groups.setdefault(row["country_code"], {})[site] = row
    found = {code: places.power(groups[code], phase, world) for code in sorted(groups)}
    return {code: power for code, power in found.items() if power.sites}
