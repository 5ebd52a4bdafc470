"""Outlines of countries, to tell whether a point lies where it is said to lie."""

import json
from functools import cache
from pathlib import Path

from shapely import Geometry
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
