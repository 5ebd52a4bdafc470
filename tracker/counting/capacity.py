"""Electrical power in force on a day. Bases are never added together."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from tracker.counting.columns import Columns, Mask, coded
from tracker.counting.lenses import Scope, out_of_scope, within
from tracker.dataset.plain import Row
from tracker.world import asof, places
from tracker.world.asof import World

LOST = "lost"
OWN = {"pot_id": "pot_id", "category": "category", "rung": "status"}
OF_POT = ("country_code", "origin", "flow_type")
SAID = ("power_basis", "qualifier", "source_id")


@dataclass(frozen=True, eq=False)
class Stated(Columns):
    """The power of one phase that is stated in ``world``, each megawatt once.

    One row per commitment that none above it speaks for. Named are ``pot_id, category, rung,
    country_code, origin, flow_type`` and what is said of the figure: ``power_basis, qualifier,
    source_id``; numbers are ``capacity_mw`` as stated, the same as ``high``, and as ``low`` what is
    firm of it: of "up to" what parts of the same basis state without "up to" (MW).
    """

    world: World = field(repr=False)


@dataclass(frozen=True, eq=False)
class PowerTotal:
    """Power of one phase and basis in MW, each megawatt once.

    ``low`` is 0 for "up to". ``adds`` are the rows of what is ``stated`` that were added.
    """

    low: float
    high: float
    basis: str
    scope: Scope = field(repr=False)
    stated: Stated = field(repr=False)
    adds: Mask = field(repr=False)

    @property
    def count(self) -> int:
        """How many commitments were added."""
        return int(self.adds.sum())

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The commitments that were added, with ``low`` and ``high``."""
        return self.stated.frame[self.adds]

    @cached_property
    def left_out(self) -> pd.DataFrame:
        """The others that state such power, with the ``reason``."""
        scoped = zip(out_of_scope(self.stated, self.scope), _lost(self.stated), strict=True)
        reasons = [LOST if is_lost else reason for reason, is_lost in scoped]
        frame = self.stated.frame.assign(reason=pd.array(reasons, dtype="str"))
        return frame[self.stated.named["power_basis"].among((self.basis,)) & ~self.adds]


@dataclass(frozen=True)
class SitePowers:
    """Power of one phase at the sites of the compared countries, each megawatt once.

    ``megawatts``  per country, on whatever basis (MW),
    ``stating``    how many sites add to them,
    ``sites``      how many sites are known in any country,
    ``unmapped``   how many of these have no place that is known well enough for a map.
    """

    megawatts: Mapping[str, float]
    stating: int
    sites: int
    unmapped: int


def per_pot(power: Stated) -> pd.DataFrame:
    """The power of each pot, once: its own figure, or else the sum of its parts' by basis.

    One row per ``pot_id`` and ``power_basis``: ``capacity_mw`` (MW). Pots without any are absent.
    """
    keys = zip(power.named["pot_id"].texts, power.named["power_basis"].texts, strict=True)
    sums: dict[tuple[str | None, str | None], float] = {}
    for key, megawatts in zip(keys, power.numbers["capacity_mw"].tolist(), strict=True):
        sums[key] = sums.get(key, 0.0) + megawatts
    found = [(*key, sums[key]) for key in sorted(sums)]
    return pd.DataFrame(found, columns=["pot_id", "power_basis", "capacity_mw"])


def total(power: Stated, scope: Scope, *, basis: str) -> PowerTotal:
    """The power of one ``basis`` within ``scope``, without what is lost."""
    adds = power.named["power_basis"].among((basis,)) & within(power, scope) & ~_lost(power)
    low, high = (math.fsum(power.numbers[name][adds]) for name in ("low", "high"))
    return PowerTotal(low, high, basis, scope, power, adds)


def _lost(power: Stated) -> Mask:
    return power.named["rung"].among(power.world.rules.lost_rungs)


def at_sites(world: World, phase: str) -> SitePowers:
    """The power of ``phase`` at the sites known on the day of ``world``; 0 without any."""
    sites = places.facts(world)
    found = {
        code: places.power(places.of_country(sites, code), phase, world)
        for code in world.dataset.compared
    }
    return SitePowers(
        megawatts={code: power.megawatts for code, power in found.items()},
        stating=sum(len(power.sites) for power in found.values()),
        sites=len(sites),
        unmapped=sum(not row["is_mapped"] for row in sites.values()),
    )


def stated(world: World, phase: str) -> Stated:
    """The rows of `asof.power_in_force` that none above them holds already."""
    known = asof.power_in_force(world, phase)
    counted = {name for name, row in world.facts.items() if pd.isna(row["not_counted"])}
    above = {name: parent for name, parent in world.parents.items() if name in counted}
    ids = tuple(name for name in known if name in counted and not _inside(name, above, known))
    own = [world.facts[name] for name in ids]
    named = {name: [row[said] for row in own] for name, said in OWN.items()}
    named |= {name: [world.facts[row["pot_id"]][name] for row in own] for name in OF_POT}
    named |= {name: [known[one][name] for one in ids] for name in SAID}
    firm = _firm(known, above, world)
    most = [_megawatts(known[name]) for name in ids]
    low = [firm[name] for name in ids]
    ends = {"capacity_mw": most, "high": most, "low": low}
    numbers = {name: np.array(values, dtype="float64") for name, values in ends.items()}
    return Stated(ids, {name: coded(texts) for name, texts in named.items()}, numbers, world)


def _firm(known: Mapping[str, Row], above: Mapping[str, str], world: World) -> dict[str, float]:
    """What is firm of each row: its own figure, or what its parts of the same basis come to."""
    parts: dict[str, list[str]] = {}
    for name, parent in above.items():
        parts.setdefault(parent, []).append(name)

    def firm(name: str, basis: str) -> float:
        """What is firm of one commitment on one basis."""
        below = math.fsum(firm(part, basis) for part in parts.get(name, []))
        row = known.get(name)
        if row is None or row["power_basis"] != basis:
            return below
        most = _megawatts(row)
        return max(most if _is_firm(name, row, world) else 0.0, min(below, most))

    return {name: firm(name, row["power_basis"]) for name, row in known.items()}


def _megawatts(row: Row) -> float:
    return float("nan") if pd.isna(row["capacity_mw"]) else float(row["capacity_mw"])


def _is_firm(name: str, row: Row, world: World) -> bool:
    lost = name in world.facts and world.facts[name]["status"] in world.rules.lost_rungs
    return row["qualifier"] not in world.rules.no_floor_qualifiers and not lost


def _inside(name: str, above: Mapping[str, str], known: Mapping[str, object]) -> bool:
    """Whether something above already states the power that holds this one."""
    return any(one in known for one in list(asof.lineage(name, above))[1:])
