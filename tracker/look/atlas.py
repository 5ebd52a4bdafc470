"""Maps as data: an outline, circles that tell and lead somewhere, and words beside them.

All lengths are pixels of the map's own measure, in which it is laid out once; it scales with the
page as a whole, so that what does not overlap there never does.
"""

from dataclasses import dataclass

from tracker.look.elements import Part, Table
from tracker.look.labels import Box, Label

Point = tuple[float, float]


@dataclass(frozen=True)
class Spot:
    """A circle: what it ``told``, where it leads, and what stands in it.

    ``kind`` is a mark of the palette, or empty for a ring and for several drawn as one, which
    have their number ``inside``; ``disc`` is the radius within which a single one lies, 0 where
    that is not drawn.
    """

    x: float
    y: float
    radius: float
    kind: str
    told: str
    address: str = ""
    inside: str = ""
    disc: float = 0.0
    is_judged: bool = False
    is_chosen: bool = False


@dataclass(frozen=True)
class Scale:
    """A length and what it stands for on the ground."""

    width: float
    text: str


@dataclass(frozen=True)
class Map:
    """A country or a part of it. ``window`` is the part that another map shows closer."""

    name: str
    country_code: str
    size: tuple[float, float]
    heading: Part
    rings: tuple[tuple[Point, ...], ...]
    spots: tuple[Spot, ...]
    labels: tuple[Label, ...]
    cities: tuple[tuple[Point, Label], ...]
    scale: Scale
    told: str
    window: Box | None = None


@dataclass(frozen=True, eq=False)
class Atlas:
    """Maps side by side, what is to be seen on them, what they mean, and the same as a table."""

    name: str
    maps: tuple[Map, ...]
    takeaway: Part = ""
    legend: Part = ""
    table: Table | None = None
