"""Circles of a map that would overlap come together as one, until none do."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from tracker.look.frames import Place

LIGHTEST = 0.001  # what a circle of unknown size weighs beside the largest


@dataclass(frozen=True)
class Circle:
    """A circle in pixels: the ``size`` that it stands for, and the positions of its ``members``."""

    x: float
    y: float
    radius: float
    size: float
    members: tuple[int, ...]


def together(
    places: Sequence[Place],
    sizes: Sequence[float],
    radius: Callable[[float, int], float],
    gap: float,
) -> list[Circle]:
    """Circles that leave at least ``gap`` pixels between them, the largest first.

    ``places`` are pixels, ``sizes`` 0 where unknown; ``radius`` gives that of a size and of how
    many it is made of. One made of several lies in their middle, the larger weighing more.
    """
    light = LIGHTEST * max(sizes, default=0.0) or 1.0
    weights = [max(size, light) for size in sizes]

    def circle(members: tuple[int, ...]) -> Circle:
        """One circle for all ``members``."""
        weight = math.fsum(weights[one] for one in members)
        x, y = (
            math.fsum(weights[n] * places[n][axis] for n in members) / weight for axis in (0, 1)
        )
        size = math.fsum(sizes[one] for one in members)
        return Circle(x, y, radius(size, len(members)), size, members)

    found = [circle((one,)) for one in range(len(places))]
    while pair := _closest(found, gap):
        members = tuple(sorted((*pair[0].members, *pair[1].members)))
        found = [one for one in found if one not in pair] + [circle(members)]
    return sorted(found, key=lambda one: (-one.size, -len(one.members), one.members))


def _closest(found: Sequence[Circle], gap: float) -> tuple[Circle, Circle] | None:
    """The two that overlap most; None where no two do."""
    room, pair = 0.0, None
    for one, other in combinations(found, 2):
        apart = math.hypot(one.x - other.x, one.y - other.y) - one.radius - other.radius - gap
        if apart < room:
            room, pair = apart, (one, other)
    return pair
