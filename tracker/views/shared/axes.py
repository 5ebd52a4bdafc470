"""Axes that pictures share: from zero, with a few round values named."""

import math
from collections.abc import Callable

from tracker.look.look import Look
from tracker.look.tracks import Axis, Tick

PARTS = 4  # that an axis is at least divided into
ROUND = (1, 2, 5, 10)
GIGA = 1e3  # megawatts
ROOM = 1.02  # right of the longest bar


def money_axis(longest: float, currency: str, look: Look) -> Axis:
    """From zero to ``longest``, in ``currency``."""
    return _from_zero(longest, lambda value: look.formats.stated(value, currency))


def count_axis(longest: float, look: Look) -> Axis:
    """From zero to ``longest``, in plain numbers."""
    return _from_zero(longest, look.formats.rounded)


def power_axis(longest: float, look: Look) -> Axis:
    """From zero to ``longest`` MW, in gigawatts."""
    return _from_zero(
        longest, lambda value: look.formats.unit(look.formats.rounded(value / GIGA), "GW")
    )


def share_axis(longest: float, look: Look) -> Axis:
    """From zero to ``longest``, a part of one, in per cent."""
    return _from_zero(longest, look.formats.share)


def _from_zero(longest: float, word: Callable[[float], str]) -> Axis:
    step = _step(longest)
    ticks = [Tick(0.0, "0")]
    steps = range(1, int(longest / step) + 1) if step else ()
    ticks += [Tick(one * step, word(one * step)) for one in steps]
    return Axis(0.0, longest * ROOM or 1.0, tuple(ticks), base=0.0)


def _step(longest: float) -> float:
    """A round number that goes at least ``PARTS`` times into ``longest``; 0 of nothing."""
    if longest <= 0:
        return 0.0
    scale = 10.0 ** math.floor(math.log10(longest / PARTS))
    return max((one * scale for one in ROUND if one * scale * PARTS <= longest), default=scale)
