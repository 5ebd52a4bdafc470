"""Sites on a day: where they are and how exactly that is known, how far along, and how large."""

import math
from dataclasses import dataclass, field

import pandas as pd

from tracker.world import asof
from tracker.world.asof import World
from tracker.world.silence import with_silence

MAPPED = ("site", "commune", "district")  # precisions of which a disc can be drawn
PHASES = ("planned", "secured", "operating")
EARTH_KM = 6371.0
STATUS = ["status", "status_date", "rule", "basis", "source_id"]


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
                     for planned, secured and operating; missing where none is stated,
    ``last_seen``    the newest claim about it (a partial date),
    ``is_mapped``    whether a place is known well enough to draw a disc,
    ``group_id``     what it is drawn with: its campus or town, or itself.
    """
    rows = world.dataset["sites"].set_index("site_id")
    rows = rows.join(_statuses(world))
    rows = rows[rows["status"].notna()]
    for phase in PHASES:
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
    latest = asof.in_force(claims, "subject_id", "status_date", rules, day)
    names = {"rule": "status_rule", "basis": "status_basis", "source_id": "status_source_id"}
    latest = latest.set_index("subject_id").rename_axis("site_id").rename(columns=names)
    return with_silence(latest, latest["known"], rules, day)[
        ["status", "status_date", *names.values()]
    ]


def _power(world: World, phase: str) -> pd.DataFrame:
    rows = world.dataset["capacities"]
    adopted = rows[(rows["standing"] == "adopted") & (rows["phase"] == phase)]
    latest = asof.in_force(adopted, "subject_id", "claim_date", world.rules, world.day)
    latest = latest.set_index("subject_id").rename_axis("site_id")
    columns = {
        "capacity_mw": f"{phase}_mw",
        "power_basis": f"{phase}_basis",
        "qualifier": f"{phase}_qualifier",
        "source_id": f"{phase}_source_id",
    }
    return latest[[*columns]].rename(columns=columns)


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


def drawn(rows: pd.DataFrame, world: World) -> pd.DataFrame:
    """One row per symbol: the mapped ``rows`` (from `sites`), those drawn together as one.

    Indexed by ``group_id``: ``country_code, latitude, longitude, radius_km`` (the largest),
    ``names`` (all of them), ``count``, ``rung`` (the most solid that lives), ``planned_mw`` and
    ``operating_mw`` (MW; missing where no site states any).
    """
    order = {rung: place for place, rung in enumerate(world.rules.rungs)}
    solidity = {rung: order[rung] for rung in order if rung not in world.rules.lost_rungs}
    mapped = rows[rows["is_mapped"]]
    found = {
        str(name): _symbol(group, solidity, world) for name, group in mapped.groupby("group_id")
    }
    columns = ["country_code", "latitude", "longitude", "radius_km", "names", "count", "rung"]
    columns += ["planned_mw", "operating_mw"]
    return pd.DataFrame.from_dict(found, orient="index", columns=columns).rename_axis("group_id")


def _symbol(group: pd.DataFrame, solidity: dict[str, int], world: World) -> list[object]:
    rung = max(group["status"], key=lambda name: solidity.get(name, -1))
    powers = []
    for phase in ("planned", "operating"):
        found = power(group, phase, world)
        powers.append(found.megawatts if len(found.rows) else None)
    names = "; ".join(group["site_name"])
    return [group["country_code"].iloc[0], *_disc(group), names, len(group), rung, *powers]


def _disc(group: pd.DataFrame) -> tuple[float, float, float]:
    """The middle of all places of a group, and the radius (km) of the disc that holds theirs."""
    columns = (group[name].astype("float64") for name in ("latitude", "longitude", "radius_km"))
    places = list(zip(*columns, strict=True))
    latitude = math.fsum(place[0] for place in places) / len(places)
    longitude = math.fsum(place[1] for place in places) / len(places)
    middle = (latitude, longitude)
    radius = max(kilometres(middle, (place[0], place[1])) + place[2] for place in places)
    return latitude, longitude, radius


def kilometres(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Great-circle distance between two points (latitude, longitude), by the haversine formula."""
    lat, lon, other_lat, other_lon = map(math.radians, (*first, *second))
    half = math.sin((other_lat - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(other_lat) * math.sin((other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))
