"""Electrical power in force on a day. Bases are never added together."""

import math
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from tracker.counting.lenses import Scope, out_of_scope
from tracker.world import asof, places
from tracker.world.asof import World


@dataclass(frozen=True)
class PowerTotal:
    """Power of one phase and basis in MW, each megawatt once.

    ``rows`` has one row per commitment that was added, with ``low`` (0 for "up to") and ``high``;
    ``left_out`` the others that state such power, with the ``reason``.
    """

    low: float
    high: float
    rows: pd.DataFrame = field(repr=False)
    left_out: pd.DataFrame = field(repr=False)


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


def per_pot(power: pd.DataFrame) -> pd.DataFrame:
    """The power of each pot, once: its own figure, or else the sum of its parts' by basis.

    One row per ``pot_id`` and ``power_basis``: ``capacity_mw`` (MW). Pots without any are absent.
    ``power`` is what `stated` gives.
    """
    return power.groupby(["pot_id", "power_basis"])["capacity_mw"].sum().reset_index()


def total(world: World, power: pd.DataFrame, scope: Scope, *, basis: str) -> PowerTotal:
    """The power of one ``basis`` within ``scope``, without what is lost.

    ``power`` is what `stated` gives for ``world`` and a phase.
    """
    rows = power[power["power_basis"] == basis]
    about = world.commitments.reindex(rows.index)
    pot = world.commitments.reindex(about["pot_id"]).set_axis(rows.index)
    asked = about[["pot_id", "category"]].assign(
        rung=about["status"],
        **{name: pot[name] for name in ("country_code", "origin", "flow_type")},
    )
    reason = out_of_scope(asked, scope).mask(asked["rung"].isin(world.rules.lost_rungs), "lost")
    added = rows[reason.isna()]
    return PowerTotal(
        low=math.fsum(added["low"]),
        high=math.fsum(added["high"]),
        rows=added,
        left_out=rows.assign(reason=reason)[reason.notna()],
    )


def at_sites(world: World, phase: str) -> SitePowers:
    """The power of ``phase`` at the sites known on the day of ``world``; 0 without any."""
    sites = places.sites(world)
    found = {
        code: places.power(sites[sites["country_code"] == code], phase, world)
        for code in world.dataset.compared
    }
    return SitePowers(
        megawatts={code: power.megawatts for code, power in found.items()},
        stating=sum(len(power.rows) for power in found.values()),
        sites=len(sites),
        unmapped=int((~sites["is_mapped"]).sum()),
    )


def stated(world: World, phase: str) -> pd.DataFrame:
    """The rows of `asof.power_in_force` that none above them holds already, with their ``pot_id``.

    ``high`` is what is stated, ``low`` what is firm of it: of "up to" what parts of the same basis
    state without "up to" (MW).
    """
    known = asof.power_in_force(world, phase).rename_axis("commitment_id")
    status = world.commitments["status"].reindex(known.index)
    no_floor = known["qualifier"].isin(world.rules.no_floor_qualifiers)
    no_floor |= status.isin(world.rules.lost_rungs)
    known = known.assign(high=known["capacity_mw"].astype("float64"))
    known = known.assign(firm=known["high"].mask(no_floor, 0.0))
    counted = world.commitments[world.commitments["not_counted"].isna()]
    above: dict[Hashable, str] = counted["parent_id"].dropna().to_dict()
    topmost = [
        name for name in known.index.intersection(counted.index) if not _inside(name, above, known)
    ]
    rows = known.loc[topmost].assign(pot_id=counted["pot_id"].reindex(topmost))
    return rows.assign(low=_firm(known, counted["parent_id"]).reindex(rows.index))


def _firm(known: pd.DataFrame, parents: pd.Series) -> pd.Series:
    """What is firm of each row: its own figure, or what its parts of the same basis come to."""
    parts: dict[str, list[str]] = {}
    for name, parent in parents.dropna().items():
        parts.setdefault(parent, []).append(str(name))
    columns = (known[column] for column in ("power_basis", "firm", "high"))
    stated = dict(zip(known.index, zip(*columns, strict=True), strict=True))

    def firm(name: str, basis: str) -> float:
        """What is firm of one commitment on one basis."""
        below = math.fsum(firm(part, basis) for part in parts.get(name, []))
        own_basis, own, most = stated.get(name, ("", 0.0, 0.0))
        return max(own, min(below, most)) if own_basis == basis else below

    return pd.Series({name: firm(str(name), row[0]) for name, row in stated.items()}, dtype=float)


def _inside(commitment_id: str, above: dict[Hashable, str], known: pd.DataFrame) -> bool:
    """Whether something above already states the power that holds this one."""
    return any(name in known.index for name in list(asof.lineage(commitment_id, above))[1:])
