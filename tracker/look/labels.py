"""Words on a map: each beside what it names, where it meets nothing else, or not at all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]  # left, top, right, bottom
APART_PX = 3


@dataclass(frozen=True)
class Named:
    """What is to be named: a circle in pixels, and the lines that name it."""

    x: float
    y: float
    radius: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Label:
    """Lines of text in a box of pixels; ``is_left`` where they stand left of what they name."""

    box: Box
    lines: tuple[str, ...]
    is_left: bool = False


def placed(
    named: Iterable[Named],
    taken: Sequence[Box],
    frame: tuple[float, float],
    letter: float,
    line: float,
) -> list[Label]:
    """A label for each of ``named`` that finds room in the ``frame``, the first ones first.

    Boxes that are ``taken`` stay free; where all lines find no room the first may. Letters are
    ``letter`` pixels wide and lines ``line`` high.
    """
    boxes, labels = list(taken), []
    for one in named:
        for lines in dict.fromkeys((one.lines, one.lines[:1])):
            own = (max(map(len, lines)) * letter + APART_PX, len(lines) * line)
            room = (n for n in _around(one, own) if _is_free(n[0], boxes, frame))
            if found := next(room, None):
                boxes.append(found[0])
                labels.append(Label(found[0], lines, found[1]))
                break
    return labels


def box_around(x: float, y: float, radius: float) -> Box:
    """The box of a circle."""
    return x - radius, y - radius, x + radius, y + radius


def _around(one: Named, size: tuple[float, float]) -> Iterator[tuple[Box, bool]]:
    """Boxes of ``size`` beside a circle, the best first, and whether they stand left of it."""
    width, height = size
    far, near = one.radius + APART_PX, 0.7 * one.radius + APART_PX
    rows = ((far, -height / 2), (near, -near - height / 2), (near, near - height / 2))
    for beside, down in rows:
        top = one.y + down
        yield (one.x + beside, top, one.x + beside + width, top + height), False
        yield (one.x - beside - width, top, one.x - beside, top + height), True
    for top in (one.y + far, one.y - far - height):
        for left in (one.x - width / 2, one.x - width / 4, one.x - 3 * width / 4):
            yield (left, top, left + width, top + height), False


def _is_free(box: Box, boxes: Iterable[Box], frame: tuple[float, float]) -> bool:
    is_inside = box[0] >= 0 and box[1] >= 0 and box[2] <= frame[0] and box[3] <= frame[1]
    return is_inside and not any(meet(box, other) for other in boxes)


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have anything in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
