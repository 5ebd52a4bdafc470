"""What the maps look at: both countries, or one of them and a part of it closer."""

import pandas as pd

from tracker.counting.symbols import symbols
from tracker.dataset.plain import Row
from tracker.dataset.settings.places import PlaceSettings
from tracker.look import maps
from tracker.look.maps import Sight
from tracker.views.choices import EVERYWHERE, ChosenSites
from tracker.world.asof import World


def sights(rows: pd.DataFrame, chosen: ChosenSites, world: World) -> tuple[Sight, ...]:
    """The maps that show ``rows`` (with amounts) as ``chosen``; the last is the closest.

    What is chosen to be looked at and is not on any map is looked past.
    """
    settings, codes = world.rules.places, world.dataset.compared
    drawn = symbols(rows, world).reset_index().to_dict("records")
    group = rows["group_id"].get(chosen.site) or chosen.around
    home = next((str(row["country_code"]) for row in drawn if row["group_id"] == group), "")
    code = home or chosen.country
    if code == EVERYWHERE:
        mapped = [one for one in codes if one in settings.outlines]
        return tuple(maps.whole(one, drawn, chosen.size, settings) for one in mapped)
    country = maps.whole(code, drawn, chosen.size, settings)
    part = _part(country, chosen, group if home else "", settings)
    return (country, part) if part else (country,)


def _part(country: Sight, chosen: ChosenSites, group: str, settings: PlaceSettings) -> Sight | None:
    """A site, the circle around a symbol, or else the densest circle of a country."""
    if group and chosen.site:
        return maps.near(country, group, settings)
    if not group:
        return _densest(country, settings)
    found = maps.closer(country, group, settings)
    for _ in range(int(chosen.closer) - 1):
        found = found and (maps.closer(found, group, settings) or found)
    return found


def _densest(sight: Sight, settings: PlaceSettings) -> Sight | None:
    """The circle of the most symbols, so close that no one circle still holds most of them."""
    circle = max(sight.circles, key=lambda one: len(one.members), default=None)
    if circle is None or len(circle.members) == 1:
        return None
    if sight.steps and 2 * len(circle.members) < len(sight.rows):
        return None
    found = maps.closer(sight, str(sight.rows[circle.members[0]]["group_id"]), settings)
    if found and found.steps < settings.closest["steps"]:
        return _densest(found, settings) or found
    return found


def in_sight(rows: pd.DataFrame, chosen: ChosenSites, seen: tuple[Sight, ...]) -> pd.DataFrame:
    """The ``rows`` that the closest map shows, where a part of a country was asked for."""
    if not chosen.around or not seen or not seen[-1].steps:
        return rows
    groups: set[Row] = {row["group_id"] for row in seen[-1].rows}
    return rows[rows["group_id"].isin(groups)]
