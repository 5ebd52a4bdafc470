"""Outlines of countries, to tell whether a point lies where it is said to lie."""

import json
from functools import cache
from pathlib import Path

from shapely import Geometry, box
from shapely.geometry import Point, shape

FOLDER = Path(__file__).parents[2] / "static" / "geo"
KM_PER_DEGREE = 111.2


@cache
def outline(file: str) -> Geometry:
    """The outline in a file of static/geo. Raises OSError or ValueError where it cannot be read."""
    collection = json.loads((FOLDER / file).read_text(encoding="utf-8"))
    return shape(collection["features"][0]["geometry"])


def kilometres_outside(file: str, latitude: float, longitude: float) -> float:
    """How far a point lies outside an outline; 0 within it. Degrees are taken as 111 km."""
    return float(outline(file).distance(Point(longitude, latitude))) * KM_PER_DEGREE


def bounds(file: str) -> tuple[float, float, float, float]:
    """The most southern latitude, western longitude, northern and eastern ones of an outline."""
    west, south, east, north = outline(file).bounds
    return south, west, north, east


def rings(
    file: str, within: tuple[float, float, float, float], tolerance: float
) -> tuple[tuple[tuple[float, float], ...], ...]:
    """The rings of an outline (latitude, longitude) that lie ``within`` bounds as `bounds` has.

    They are drawn as coarsely as ``tolerance``, in degrees; islands smaller than that are left out.
    """
    south, west, north, east = within
    cut = outline(file).simplify(tolerance).intersection(box(west, south, east, north))
    polygons = [one for one in getattr(cut, "geoms", [cut]) if one.geom_type == "Polygon"]
    found = [ring for one in polygons for ring in (one.exterior, *one.interiors)]
    large = [ring for ring in found if ring.length > 4 * tolerance]
    return tuple(tuple((y, x) for x, y in ring.coords) for ring in large)
