"""Sites on a day: where they are and how exactly that is known, how far along, and how large."""

import math
from dataclasses import dataclass, field

import pandas as pd

from tracker.dataset.settings.rules import Rules
from tracker.world import asof
from tracker.world.asof import World

MAPPED = ("site", "commune", "district")  # precisions of which a disc can be drawn


@dataclass(frozen=True)
class SitePower:
    """Power of one phase over sites in MW, each megawatt once, whatever its basis.

    ``firm`` is what of it is stated without "up to", ``rows`` are the sites that were added,
    ``left_out`` the others that state such power, with the
    ``reason``: lost, or inside another site that states it.
    """

    megawatts: float
    firm: float
    rows: pd.DataFrame = field(repr=False)
    left_out: pd.DataFrame = field(repr=False)


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
    rows = world.dataset["sites"].set_index("site_id")
    rows = rows.join(_statuses(world))
    rows = rows[rows["status"].notna()]
    for phase in world.phases:
        rows = rows.join(_power(world, phase))
    seen = _last_seen(world)
    is_mapped = rows["location_precision"].isin(MAPPED) & rows["latitude"].notna()
    return rows.assign(
        last_seen=seen.reindex(rows.index).fillna(rows["status_date"]),
        is_mapped=is_mapped,
        group_id=rows["campus_id"].fillna(pd.Series(rows.index, index=rows.index)),
    )


def _statuses(world: World) -> pd.DataFrame:
    """The status in force per site; one on which nothing was heard for too long is stalled."""
    rules, day = world.rules, world.day
    claims = world.dataset["statuses"]
    claims = claims[claims["subject_id"].isin(world.dataset["sites"]["site_id"])]
    latest = asof.statuses_in_force(claims, rules, day).rename_axis("site_id")
    return asof.with_silence(latest, latest["known"], rules, day).drop(columns="known")


def _power(world: World, phase: str) -> pd.DataFrame:
    columns = [f"{phase}_{name}" for name in ("mw", "basis", "qualifier", "source_id")]
    return asof.power_in_force(world, phase).set_axis(columns, axis=1).rename_axis("site_id")


def _last_seen(world: World) -> pd.Series:
    """The newest partial date of any claim about a subject, as known on the day."""
    found = []
    for table, subject in asof.CLAIMS.items():
        rows, dated = world.known(table), world.dataset.package[table].known_from
        found.append(pd.Series(rows[dated].to_numpy(), index=rows[subject]))
    return pd.concat(found).groupby(level=0).max()


def power(rows: pd.DataFrame, phase: str, world: World) -> SitePower:
    """The power of ``phase`` over ``rows`` (from `sites`), without what is lost.

    A site inside another one that states such power adds nothing.
    """
    stated = rows[rows[f"{phase}_mw"].notna()]
    lost = stated["status"].isin(world.rules.lost_rungs)
    live = set(stated.index[~lost])
    inside = stated["part_of"].isin(live)
    reason = pd.Series(None, index=stated.index, dtype="str").mask(inside, "inside")
    reason = reason.mask(lost, "lost")
    added = stated[reason.isna()]
    is_open = added[f"{phase}_qualifier"].isin(world.rules.no_floor_qualifiers)
    return SitePower(
        megawatts=math.fsum(added[f"{phase}_mw"]),
        firm=math.fsum(added[f"{phase}_mw"][~is_open]),
        rows=added,
        left_out=stated.assign(reason=reason)[reason.notna()],
    )


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
