"""Sites on a day: where they are and how exactly that is known, how far along, and how large."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from tracker.dataset import dates
from tracker.dataset.dataset import Dataset
from tracker.dataset.once import once
from tracker.dataset.plain import Row, plain
from tracker.dataset.settings.rules import Rules
from tracker.world import asof, claims, searches, statuses
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
    told, newest = [_status(heard[name], world) for name in own], _last_seen(world)
    texts = {name: [getattr(one, name) for one in told] for name in statuses.COLUMNS}
    texts["last_seen"] = [newest[name] for name in own]
    texts["group_id"] = [_group(name, row) for name, row in own.items()]
    columns: dict[str, Any] = {
        name: pd.array(column, dtype="str") for name, column in texts.items()
    }
    columns["is_mapped"] = np.array([_is_mapped(row) for row in own.values()], dtype="bool")
    for phase in world.phases:
        columns |= _power(own, phase, world)
    every = _every(world.dataset)
    rows = every.loc[[name in own for name in every.index]]
    return pd.concat([rows, pd.DataFrame(columns, rows.index)], axis="columns")


@once
def _every(dataset: Dataset) -> pd.DataFrame:
    """The sites by their names."""
    return dataset["sites"].set_index("site_id")


def _group(name: str, row: Row) -> str:
    return row["campus_id"] if isinstance(row["campus_id"], str) else name


def _is_mapped(row: Row) -> bool:
    return row["location_precision"] in MAPPED and not pd.isna(row["latitude"])


def _status(row: Row, world: World) -> statuses.Status:
    """The status in force of a site; one on which nothing was heard for too long is stalled."""
    known = dates.known_from(row["status_date"], world.rules.evidence_until)
    is_searched = row["subject_id"] in searches.in_vain(searches.NEWER, world.dataset)
    told = statuses.stated(row)
    return statuses.stalled(told, known, world.rules, world.day, is_searched=is_searched)


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
        for row in claims.known(table, world.dataset, world.day):
            newest[row[subject]] = max(row[dated], newest.get(row[subject], ""))
    return newest


def power(rows: Mapping[str, Row], phase: str, world: World) -> SitePower:
    """The power of ``phase`` over ``rows`` (of `by_id`), without what is lost.

    A site inside another one that states such power adds nothing.
    """
    mw, lost = f"{phase}_mw", world.rules.lost_rungs
    stated = {name: row for name, row in rows.items() if not pd.isna(row[mw])}
    live = {name for name, row in stated.items() if row["status"] not in lost}
    inside = {name for name in live if stated[name]["part_of"] in live}
    alone = live - inside
    added = tuple(name for name in stated if name in alone)
    open_ended = world.rules.no_floor_qualifiers
    firm = [name for name in added if stated[name][f"{phase}_qualifier"] not in open_ended]
    left_out = {name: INSIDE if name in live else LOST for name in stated if name not in alone}
    megawatts, of_firm = (math.fsum(stated[name][mw] for name in names) for names in (added, firm))
    return SitePower(megawatts, of_firm, added, left_out)


@once
def facts(world: World) -> Mapping[str, Row]:
    """The rows of `sites` as plain values, by their ``site_id``."""
    return by_id(sites(world))


def by_id(rows: pd.DataFrame) -> dict[str, Row]:
    """Rows of `sites` as plain values, by their ``site_id``."""
    return dict(zip(rows.index.tolist(), plain(rows), strict=True))


def of_country(rows: Mapping[str, Row], code: str) -> dict[str, Row]:
    """Sites (of `facts`) in the country ``code``."""
    return {name: row for name, row in rows.items() if row["country_code"] == code}


def evidenced(rows: Mapping[str, Row]) -> dict[str, Row]:
    """Sites (of `facts`) without the stock of whole cities."""
    return {name: row for name, row in rows.items() if not row["is_stock"]}


def listed(world: World) -> pd.DataFrame:
    """What `sites` gives, with ``operator``: its name, missing where it is not known."""
    known = world.dataset.by_key("organisations")
    operators = (known.get(row["operator_id"], {}) for row in facts(world).values())
    names = [operator.get("organisation_name") for operator in operators]
    return sites(world).assign(operator=pd.array(names, dtype="str"))


def solidity(rules: Rules) -> dict[str, int]:
    """Rung -> its place on the ladder, the least solid at 0; what is lost stands at -1."""
    ladder = [rung for rung in rules.rungs if rung not in rules.lost_rungs]
    return dict.fromkeys(rules.lost_rungs, -1) | {rung: at for at, rung in enumerate(ladder)}
