"""Maps of sites laid out: what a map shows, its circles, and where words find room on it."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.dataset import outlines
from tracker.dataset.plain import Row
from tracker.dataset.settings.places import PlaceSettings
from tracker.look import frames, labels
from tracker.look.atlas import Point
from tracker.look.crowding import Circle, together
from tracker.look.formats import is_missing
from tracker.look.frames import Bounds, Frame
from tracker.look.labels import Box, Label

ROOMY = 3  # so many times its margin is left free around a part of a country
DISC_PX = 2  # a disc is drawn where it is so much wider than its circle
DOT_PX = 2
SCALE_PART, ROUND = 0.24, (1, 2, 5)  # a scale is at most that part of the width, of round length
COARSE_PX = 0.7
FRAMES_KEPT = 128
SCALE_BOX = (110, 20)


@dataclass(frozen=True)
class Sight:
    """A country or, after ``steps`` closer, a part of it: the ``rows`` in sight as ``circles``.

    ``rows`` are those of `counting.symbols` with their ``group_id``, as plain values.
    """

    code: str
    frame: Frame
    rows: Sequence[Row]
    circles: Sequence[Circle]
    size: str
    steps: int = 0


def whole(code: str, rows: Sequence[Row], size: str, settings: PlaceSettings) -> Sight:
    """A whole country: the symbols of ``rows`` that are its own, as large as ``size`` says."""
    return _sight(code, country_frame(code, settings), rows, size, settings)


def closer(sight: Sight, group: str, settings: PlaceSettings) -> Sight | None:
    """What the circle that holds the symbol ``group`` is made of; None where that is not there.

    Where it is alone in its circle, its surroundings are as close as it gets.
    """
    names = [row["group_id"] for row in sight.rows]
    if group not in names:
        return None
    circle = next(one for one in sight.circles if names.index(group) in one.members)
    if len(circle.members) == 1:
        return sight if sight.steps else near(sight, group, settings)
    places = [_place(sight.rows[one]) for one in circle.members]
    bounds = frames.around(places, settings.closest["km"])
    frame = _fitted(bounds, settings, ROOMY)
    return _sight(sight.code, frame, sight.rows, sight.size, settings, sight.steps + 1)


def near(sight: Sight, group: str, settings: PlaceSettings) -> Sight | None:
    """The surroundings of the symbol ``group``, wide enough for its disc; None without it."""
    row = next((row for row in sight.rows if row["group_id"] == group), None)
    if row is None:
        return None
    km = max(4 * float(row["radius_km"]), 2 * settings.closest["km"])
    frame = _fitted(frames.around([_place(row)], km), settings, 1)
    return _sight(sight.code, frame, sight.rows, sight.size, settings, 1)


def _sight(
    code: str,
    frame: Frame,
    rows: Sequence[Row],
    size: str,
    settings: PlaceSettings,
    steps: int = 0,
) -> Sight:
    own = [row for row in rows if row["country_code"] == code and frame.holds(_place(row))]
    places, sizes = [frame.place(_place(row)) for row in own], [value(row, size) for row in own]
    circles = together(places, sizes, _radius(size, settings), settings.map_px["gap"])
    return Sight(code, frame, own, circles, size, steps)


def country_frame(code: str, settings: PlaceSettings) -> Frame:
    """The frame that a country fills, all of its outline inside."""
    return _fitted(outlines.bounds(settings.outlines[code]), settings, 1)


def _fitted(bounds: Bounds, settings: PlaceSettings, margins: int) -> Frame:
    room = settings.map_px
    return frames.fitted(bounds, room["width"], room["height"], margins * room["margin"])


def _place(row: Row) -> frames.Place:
    return float(row["latitude"]), float(row["longitude"])


def value(row: Row, size: str) -> float:
    """The size of a symbol; 0 where none is known."""
    return 0.0 if is_missing(row[size]) else max(float(row[size]), 0.0)


def _radius(size: str, settings: PlaceSettings) -> Callable[[float, int], float]:
    def radius(of: float, count: int) -> float:
        """That of a size and of how many it is made of, in pixels."""
        least = settings.several_px if count > 1 else settings.hollow_px * (not of)
        return max(symbol_px(of, size, settings), least)

    return radius


def symbol_px(of: float, size: str, settings: PlaceSettings) -> float:
    """Radius in pixels: the area is in proportion to the value."""
    return settings.px_per_sqrt[size] * math.sqrt(of)


def disc_px(row: Row, circle: Circle, frame: Frame) -> float:
    """The radius of the disc somewhere in which a site lies; 0 where it is hardly seen."""
    radius = float(row["radius_km"]) * frame.px_per_km
    return radius if radius > circle.radius + DISC_PX else 0.0


def window(frame: Frame, other: Frame) -> Box:
    """The part of ``frame`` that the ``other`` shows."""
    south, west, north, east = other.bounds
    (left, top), (right, bottom) = frame.place((north, west)), frame.place((south, east))
    return max(left, 0), max(top, 0), min(right, frame.width), min(bottom, frame.height)


@lru_cache(FRAMES_KEPT)
def rings(file: str, frame: Frame) -> tuple[tuple[Point, ...], ...]:
    """The outline in ``file`` as far as it lies in ``frame``, in pixels; a little more around."""
    south, west, north, east = frame.bounds
    down, along = (north - south) / 20, (east - west) / 20
    bounds = (south - down, west - along, north + down, east + along)
    found = outlines.rings(file, bounds, COARSE_PX * (east - west) / frame.width)
    return tuple(tuple(frame.place(place) for place in ring) for ring in found)


def scale(frame: Frame) -> tuple[int, float]:
    """A round number of kilometres that fits into a corner of a map, and its pixels."""
    most = SCALE_PART * frame.width / frame.px_per_km
    step = 10.0 ** math.floor(math.log10(most))
    km = max(one * step for one in ROUND if one * step <= most)
    return int(km) or 1, (int(km) or 1) * frame.px_per_km


def area(circle: Circle, sight: Sight, settings: PlaceSettings) -> str:
    """The city that ``circle`` lies around; nothing where none is near."""
    apart = {
        name: math.dist((circle.x, circle.y), sight.frame.place((place[0], place[1])))
        / sight.frame.px_per_km
        for name, place in settings.cities.get(sight.code, {}).items()
    }
    nearest = min(apart, key=lambda name: apart[name], default="")
    return nearest if nearest and apart[nearest] <= settings.area_km else ""


def _cities(sight: Sight, settings: PlaceSettings) -> dict[str, Point]:
    found = dict(settings.cities.get(sight.code, {}))
    if sight.steps:
        found |= settings.towns.get(sight.code, {})
    return {name: sight.frame.place((place[0], place[1])) for name, place in found.items()}


def worded(
    sight: Sight, named: Sequence[tuple[str, ...]], settings: PlaceSettings
) -> tuple[list[Label], list[tuple[Point, Label]]]:
    """Labels for the first circles, whose lines are ``named``; then cities where there is room."""
    frame, text = sight.frame, settings.text_px
    size = (frame.width, frame.height)
    taken = [labels.box_around(one.x, one.y, one.radius) for one in sight.circles]
    taken.append((0, frame.height - SCALE_BOX[1], SCALE_BOX[0], frame.height))
    wanted = [
        labels.Named(one.x, one.y, one.radius, lines)
        for one, lines in zip(sight.circles, named, strict=False)
    ]
    letter, line = text["letter"], text["line"]
    own = labels.placed(wanted, taken, size, letter, line)
    taken += [one.box for one in own]
    cities = []
    for name, point in _cities(sight, settings).items():
        if any(_holds(box, point) for box in taken):
            continue
        city = labels.Named(*point, DOT_PX, (name,))
        for label in labels.placed([city], taken, size, letter, line):
            taken += [label.box, labels.box_around(*point, DOT_PX)]
            cities.append((point, label))
    return own, cities


def _holds(box: Box, point: Point) -> bool:
    left, top, right, bottom = box
    return left - DOT_PX < point[0] < right + DOT_PX and top - DOT_PX < point[1] < bottom + DOT_PX
