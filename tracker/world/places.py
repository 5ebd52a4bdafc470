"""Sites on a day: where they are and how exactly that is known, how far along, and how large."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from tracker.dataset import dates
from tracker.dataset.once import once
from tracker.dataset.plain import Row, plain
from tracker.dataset.settings.rules import Rules
from tracker.world import asof, claims, statuses
from tracker.world.asof import World

MAPPED = ("site", "commune", "district")  # precisions of which a disc can be drawn

LOST, INSIDE = "lost", "inside"
POWER = {  # what is told of power in each phase, and what the table calls it
    "mw": "capacity_mw",
    "basis": "power_basis",
    "qualifier": "qualifier",
    "source_id": "source_id",
}


@dataclass(frozen=True)
class SitePower:
    """Power of one phase over sites in MW, each megawatt once, whatever its basis.

    ``firm`` is what of it is stated without "up to", ``sites`` are those that were added,
    ``left_out`` the others that state such power, each with why: it is lost, or inside another
    site that states it.
    """

    megawatts: float
    firm: float
    sites: tuple[str, ...] = field(repr=False)
    left_out: Mapping[str, str] = field(repr=False)


@once
def sites(world: World) -> pd.DataFrame:
    """Every site known on the day of ``world``, indexed by ``site_id``.

    The columns of the table and
    ``status, status_date, status_rule, status_basis, status_source_id``  its own, in force,
    ``<phase>_mw, <phase>_basis, <phase>_qualifier, <phase>_source_id``   adopted power in force,
                     for each phase; missing where none is stated,
    ``last_seen``    the newest claim about it (a partial date),
    ``is_mapped``    whether a place is known well enough to draw a disc,
    ``group_id``     what it is drawn with: its campus or town, or itself.
    """
    heard = claims.in_force("statuses", world.dataset, world.day)
    own = {name: row for name, row in world.dataset.by_key("sites").items() if name in heard}
    told = [_status(heard[name], world) for name in own]
    columns: dict[str, Any] = {
        name: pd.array([getattr(one, name) for one in told], dtype="str")
        for name in statuses.COLUMNS
    }
    for phase in world.phases:
        columns |= _power(own, phase, world)
    newest = _last_seen(world)
    places = [row["campus_id"] for row in own.values()]
    groups = [
        campus if isinstance(campus, str) else name
        for name, campus in zip(own, places, strict=True)
    ]
    rows = world.dataset["sites"]
    rows = rows[rows["site_id"].isin(own)].set_index("site_id")
    return rows.assign(
        **columns,
        last_seen=pd.array([newest[name] for name in own], dtype="str"),
        is_mapped=rows["location_precision"].isin(MAPPED) & rows["latitude"].notna(),
        group_id=pd.array(groups, dtype="str"),
    )


def _status(row: Row, world: World) -> statuses.Status:
    """The status in force of a site; one on which nothing was heard for too long is stalled."""
    known = dates.known_from(row["status_date"], world.rules.evidence_until)
    return statuses.stalled(statuses.stated(row), known, world.rules, world.day)


def _power(own: Iterable[str], phase: str, world: World) -> dict[str, Any]:
    """The columns of the power in ``phase`` of the sites ``own``."""
    known, columns = asof.power_in_force(world, phase), {}
    rows: list[Row] = [known.get(name, {}) for name in own]
    for column, name in POWER.items():
        kind: Any = world.dataset["capacities"][name].dtype
        columns[f"{phase}_{column}"] = pd.array([row.get(name) for row in rows], dtype=kind)
    return columns


def _last_seen(world: World) -> dict[str, str]:
    """Subject -> the newest partial date of any claim about it, as known on the day."""
    newest: dict[str, str] = {}
    for table, subject in claims.CLAIMS.items():
        dated = world.dataset.package[table].known_from
        for row in world.known_rows(table):
            name = row[subject]
            newest[name] = max(row[dated], newest.get(name, ""))
    return newest


def power(rows: Mapping[str, Row], phase: str, world: World) -> SitePower:
    """The power of ``phase`` over ``rows`` (of `by_id`), without what is lost.

    A site inside another one that states such power adds nothing.
    """
    mw, lost = f"{phase}_mw", world.rules.lost_rungs
    stated = {name: row for name, row in rows.items() if not pd.isna(row[mw])}
    live = {name for name, row in stated.items() if row["status"] not in lost}
    inside = {name for name in live if stated[name]["part_of"] in live}
    added = tuple(name for name in stated if name in live - inside)
    open_ended = world.rules.no_floor_qualifiers
    firm = [name for name in added if stated[name][f"{phase}_qualifier"] not in open_ended]
    left_out = {name: LOST if name not in live else INSIDE for name in stated if name not in added}
    megawatts, of_firm = (math.fsum(stated[name][mw] for name in names) for names in (added, firm))
    return SitePower(megawatts, of_firm, added, left_out)


def by_id(rows: pd.DataFrame) -> dict[str, Row]:
    """Rows of `sites` as plain values, by their ``site_id``."""
    return dict(zip(rows.index.tolist(), plain(rows), strict=True))


def evidenced(rows: pd.DataFrame) -> pd.DataFrame:
    """Sites (from `sites`) without the stock of whole cities."""
    return rows[~rows["is_stock"].astype(bool)]


def listed(world: World) -> pd.DataFrame:
    """What `sites` gives, with ``operator``: its name, missing where it is not known."""
    rows = sites(world)
    names = world.dataset["organisations"].set_index("organisation_id")["organisation_name"]
    return rows.assign(operator=names.reindex(rows["operator_id"]).set_axis(rows.index))


def solidity(rules: Rules) -> dict[str, int]:
    """Rung -> its place on the ladder, the least solid at 0; what is lost stands at -1."""
    ladder = [rung for rung in rules.rungs if rung not in rules.lost_rungs]
    return dict.fromkeys(rules.lost_rungs, -1) | {rung: at for at, rung in enumerate(ladder)}
