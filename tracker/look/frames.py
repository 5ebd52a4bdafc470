"""Which part of the world a map shows, and where on it a place lies."""

import math
from dataclasses import dataclass

Place = tuple[float, float]  # latitude and longitude in degrees, or pixels from left and top
Bounds = tuple[float, float, float, float]  # south, west, north, east

WORLD_PX = 512  # the width of the whole world at zoom 0
EQUATOR_KM = 40075.0
KM_PER_DEGREE = 111.2


@dataclass(frozen=True)
class Frame:
    """A window of ``width`` by ``height`` pixels on the Web Mercator world at ``zoom``.

    ``left`` and ``top`` are its corner in pixels of that world.
    """

    left: float
    top: float
    zoom: float
    width: float
    height: float

    def place(self, place: Place) -> Place:
        """Where ``place`` (latitude, longitude) lies, in pixels from the corner of the frame."""
        x, y = on_screen(place, self.zoom)
        return x - self.left, y - self.top

    def holds(self, place: Place) -> bool:
        """Whether ``place`` (latitude, longitude) lies in the frame."""
        x, y = self.place(place)
        return 0 <= x <= self.width and 0 <= y <= self.height

    @property
    def bounds(self) -> Bounds:
        """The degrees that the frame shows."""
        north, west = _off_screen((self.left, self.top), self.zoom)
        corner = (self.left + self.width, self.top + self.height)
        south, east = _off_screen(corner, self.zoom)
        return south, west, north, east

    @property
    def px_per_km(self) -> float:
        """How long a kilometre is in the middle of the frame."""
        south, _, north, _ = self.bounds
        wide = EQUATOR_KM * math.cos(math.radians((south + north) / 2))
        return float(WORLD_PX * 2**self.zoom / wide)


def on_screen(place: Place, zoom: float) -> Place:
    """Pixels from the left and the top of the Web Mercator world at ``zoom``."""
    latitude, longitude = place
    world = WORLD_PX * 2**zoom
    north = math.asinh(math.tan(math.radians(latitude))) / math.pi
    return world * (longitude + 180) / 360, world * (1 - north) / 2


def _off_screen(point: Place, zoom: float) -> Place:
    """The latitude and longitude of a point of the world, as `on_screen` has it."""
    world = WORLD_PX * 2**zoom
    north = math.pi * (1 - 2 * point[1] / world)
    return math.degrees(math.atan(math.sinh(north))), 360 * point[0] / world - 180


def fitted(bounds: Bounds, width: float, height: float, margin: float) -> Frame:
    """The frame in which all of ``bounds`` lies as large as it goes, ``margin`` pixels around."""
    south, west, north, east = bounds
    (left, top), (right, bottom) = on_screen((north, west), 0), on_screen((south, east), 0)
    across = (width - 2 * margin) / max(right - left, 1e-9)
    down = (height - 2 * margin) / max(bottom - top, 1e-9)
    scale = min(across, down)
    x, y = scale * (left + right) / 2, scale * (top + bottom) / 2
    return Frame(x - width / 2, y - height / 2, math.log2(scale), width, height)


def around(places: list[Place], km: float) -> Bounds:
    """Bounds that hold all ``places`` and are at least ``km`` across either way."""
    latitudes, longitudes = ([place[axis] for place in places] for axis in (0, 1))
    middle = (min(latitudes) + max(latitudes)) / 2
    least = km / 2 / KM_PER_DEGREE
    wide = least / math.cos(math.radians(middle))
    along = (min(longitudes) + max(longitudes)) / 2
    return (
        min(*latitudes, middle - least),
        min(*longitudes, along - wide),
        max(*latitudes, middle + least),
        max(*longitudes, along + wide),
    )
