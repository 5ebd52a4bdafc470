"""A picture as data: tracks on one axis, with marks on them that bear their own words.

It becomes HTML on a page, and lines and boxes in a file; where each mark lies is worked out here.
"""

import math
from dataclasses import dataclass
from typing import Literal

from tracker.look.elements import Part, Table

Shape = Literal["bar", "dot", "hollow", "line", "note"]
WHOLE_PCT = 100.0


@dataclass(frozen=True)
class Tick:
    """A value of the axis that is named."""

    value: float
    text: str


@dataclass(frozen=True)
class Axis:
    """From ``low`` to ``high``, on a logarithm where it ``is_log``; ``base`` is a heavier line.

    ``left`` and ``right`` say what it means to lie that way.
    """

    low: float
    high: float
    ticks: tuple[Tick, ...] = ()
    is_log: bool = False
    base: float | None = None
    left: str = ""
    right: str = ""

    def place(self, value: float) -> float:
        """Where ``value`` lies, in per cent of the width; what lies outside stands at the end."""
        held = min(max(value, self.low), self.high)
        if self.is_log:
            held, low, high = (math.log(one) for one in (held, self.low, self.high))
        else:
            low, high = self.low, self.high
        return WHOLE_PCT * (held - low) / (high - low) if high > low else 0.0


@dataclass(frozen=True)
class Mark:
    """Something on a track from ``start`` to ``end``, which are one for a dot.

    ``kind`` is a mark of the palette, ``is_judged`` whether a rule of ours puts it there. The
    ``label`` stands on it where it fits, the words of ``told`` come up for whoever asks. A note
    is a label alone, in the room from ``start`` to ``end``.
    """

    start: float
    end: float
    kind: str
    told: str
    label: str = ""
    shape: Shape = "bar"
    is_judged: bool = False
    country_code: str = ""


@dataclass(frozen=True)
class Track:
    """A line of the picture: what it is, its marks in the hue of a country, its sum in words."""

    label: Part
    marks: tuple[Mark, ...]
    value: Part = ""
    country_code: str = ""
    is_head: bool = False


@dataclass(frozen=True)
class Lane:
    """The ``marks`` of one line without its words, on an ``axis`` of its own: for a cell."""

    axis: Axis
    marks: tuple[Mark, ...]
    country_code: str = ""


@dataclass(frozen=True, eq=False)
class Picture:
    """``tracks`` on one ``axis``, what the marks mean, and the same in words and as a table.

    ``told`` is what is to be seen, for those who do not see it; ``takeaway`` stands under it.
    """

    name: str
    axis: Axis
    tracks: tuple[Track, ...]
    told: str
    takeaway: Part = ""
    legend: Part = ""
    table: Table | None = None
    is_dense: bool = False
