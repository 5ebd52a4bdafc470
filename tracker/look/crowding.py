"""Which marks of a map would overprint, and beside which mark each of them is counted instead."""

import math
from collections.abc import Sequence

TILE_PX = 512  # the width of the whole world at zoom 0
Place = tuple[float, float]


def crowding(places: Sequence[Place], zoom: float, box: tuple[float, float]) -> list[int]:
    """For each place the position of the one whose mark stands for it: itself where it is free.

    ``places`` are latitudes and longitudes in degrees, the most important first; ``box`` is the
    width and height in pixels that a mark needs to itself.
    """
    points = [on_screen(place, zoom) for place in places]
    free: list[int] = []
    stands_for = []
    for position, point in enumerate(points):
        near = [other for other in free if _overlaps(point, points[other], box)]
        if near:
            stands_for.append(min(near, key=lambda other: math.dist(point, points[other])))
        else:
            free.append(position)
            stands_for.append(position)
    return stands_for


def on_screen(place: Place, zoom: float) -> Place:
    """Pixels from the left and the top of the Web Mercator world at ``zoom``."""
    latitude, longitude = place
    world = TILE_PX * 2**zoom
    north = math.asinh(math.tan(math.radians(latitude))) / math.pi
    return world * (longitude + 180) / 360, world * (1 - north) / 2


def _overlaps(one: Place, other: Place, box: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) < box[0] and abs(one[1] - other[1]) < box[1]
