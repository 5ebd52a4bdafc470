"""What a map of sites draws: those of one campus or town as one symbol."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from tracker.dataset.plain import Row
from tracker.dataset.settings.places import MONEY
from tracker.world import places
from tracker.world.asof import World

EARTH_KM = 6371.0
INFERRED = "inferred"  # the basis of what a rule of ours concluded


def symbols(rows: pd.DataFrame, world: World) -> pd.DataFrame:
    """One row per symbol: the mapped ``rows``, those drawn together as one.

    ``rows`` are those of `site_money.with_amounts`. Indexed by ``group_id``: ``country_code``,
    ``latitude, longitude, radius_km`` (of the disc around all their discs), ``names`` (all of
    them), ``count``, ``rung`` (the most solid that lives), ``is_judged`` (whether only a rule of
    ours puts any of them there), ``lead`` (the first of ``rows`` among them), ``region``
    (that of the first), ``<phase>_mw`` (MW, each once) and ``amount`` (their sum); missing where
    no site states any.
    """
    groups: dict[str, dict[str, Row]] = {}
    facts = places.facts(world)
    for site, amount in zip(rows.index, rows[MONEY].tolist(), strict=True):
        row = facts[site]
        if row["is_mapped"]:
            groups.setdefault(row["group_id"], {})[site] = {**row, MONEY: amount}
    found = {name: _symbol(groups[name], world) for name in sorted(groups)}
    columns = ["country_code", "latitude", "longitude", "radius_km", "names", "count", "rung"]
    columns += ["is_judged", "lead", "region", *(f"{phase}_mw" for phase in world.phases), MONEY]
    return pd.DataFrame.from_dict(found, orient="index", columns=columns).rename_axis("group_id")


def _symbol(group: Mapping[str, Row], world: World) -> list[object]:
    order, rows = places.solidity(world.rules), [*group.values()]
    rung = max((row["status"] for row in rows), key=lambda name: order[name])
    powers = [_megawatts(group, phase, world) for phase in world.phases]
    names = "; ".join(row["site_name"] for row in rows)
    is_judged = all(row["status_basis"] == INFERRED for row in rows if row["status"] == rung)
    amounts = [row[MONEY] for row in rows if not pd.isna(row[MONEY])]
    amount = sum(amounts) if amounts else None
    told = [names, len(rows), rung, is_judged, next(iter(group)), rows[0]["region"]]
    return [rows[0]["country_code"], *_disc(rows), *told, *powers, amount]


def _megawatts(group: Mapping[str, Row], phase: str, world: World) -> float | None:
    found = places.power(group, phase, world)
    return found.megawatts if found.sites else None


def _disc(rows: Sequence[Row]) -> tuple[float, float, float]:
    """The middle of all places of a group, and the radius (km) of the disc that holds theirs."""
    discs = [[float(row[name]) for name in ("latitude", "longitude", "radius_km")] for row in rows]
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
