"""What a map of sites draws: those of one campus or town as one symbol."""

import math

import pandas as pd

from tracker.dataset.settings.places import MONEY
from tracker.world import places
from tracker.world.asof import World

EARTH_KM = 6371.0


def symbols(rows: pd.DataFrame, world: World) -> pd.DataFrame:
    """One row per symbol: the mapped ``rows``, those drawn together as one.

    ``rows`` are those of `site_money.with_amounts`. Indexed by ``group_id``: ``country_code``,
    ``latitude, longitude, radius_km`` (of the disc around all their discs), ``names`` (all of
    them), ``count``, ``rung`` (the most solid that lives), ``<phase>_mw`` (MW, each once) and
    ``amount`` (their sum); missing where no site states any.
    """
    mapped = rows[rows["is_mapped"]]
    found = {str(name): _symbol(group, world) for name, group in mapped.groupby("group_id")}
    columns = ["country_code", "latitude", "longitude", "radius_km", "names", "count", "rung"]
    columns += [*(f"{phase}_mw" for phase in world.phases), MONEY]
    return pd.DataFrame.from_dict(found, orient="index", columns=columns).rename_axis("group_id")


def _symbol(group: pd.DataFrame, world: World) -> list[object]:
    order = places.solidity(world.rules)
    rung = max(group["status"], key=lambda name: order[name])
    powers = [_megawatts(group, phase, world) for phase in world.phases]
    names, amount = "; ".join(group["site_name"]), group[MONEY].sum(min_count=1)
    code = group["country_code"].iloc[0]
    return [code, *_disc(group), names, len(group), rung, *powers, amount]


def _megawatts(group: pd.DataFrame, phase: str, world: World) -> float | None:
    if group[f"{phase}_mw"].isna().all():
        return None
    found = places.power(group, phase, world)
    return found.megawatts if len(found.rows) else None


def _disc(group: pd.DataFrame) -> tuple[float, float, float]:
    """The middle of all places of a group, and the radius (km) of the disc that holds theirs."""
    columns = (group[name].astype("float64") for name in ("latitude", "longitude", "radius_km"))
    discs = list(zip(*columns, strict=True))
    latitude = math.fsum(place[0] for place in discs) / len(discs)
    longitude = math.fsum(place[1] for place in discs) / len(discs)
    middle = (latitude, longitude)
    radius = max(kilometres(middle, (place[0], place[1])) + place[2] for place in discs)
    return latitude, longitude, radius


def kilometres(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Great-circle distance between two points (latitude, longitude), by the haversine formula."""
    lat, lon, other_lat, other_lon = map(math.radians, (*first, *second))
    half = math.sin((other_lat - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(other_lat) * math.sin((other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))
