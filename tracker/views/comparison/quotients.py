"""Who leads under each rule, seen: how many times the one country the other has."""

import math
from collections.abc import Iterable

from tracker.counting.standings import Standing, quotient
from tracker.look import bars
from tracker.look.elements import Part
from tracker.look.look import Look
from tracker.look.tracks import Axis, Mark, Picture, Shape, Tick, Track
from tracker.views.shared.figures import written

WIDEST = 200.0  # times; what lies further stands at the end of the axis
ROOM = 1.3  # beyond the furthest mark
STEPS = (1, 3, 10, 30, 100)
CLEAR, OPEN = bars.SURE, bars.OPEN


def quotients(
    found: Iterable[Standing], codes: tuple[str, ...], look: Look, told: str, *, name: str
) -> Picture | None:
    """Each rule as a line around even, the first country to the left; None but for two countries.

    A rule under which nobody can be said to lead is hollow, at the middle of what it allows.
    """
    if len(codes) != 2:
        return None
    tracks = tuple(_track(one, *codes, look) for one in found)
    return Picture(name, _axis(tracks, codes, look), tracks, told)


def _axis(tracks: Iterable[Track], codes: tuple[str, ...], look: Look) -> Axis:
    marks = [mark for one in tracks for mark in one.marks]
    ends = [abs(math.log(end)) for mark in marks for end in (mark.start, mark.end)]
    widest = min(WIDEST, ROOM * math.exp(max(ends, default=1.0)))
    steps = [step for step in STEPS if step <= widest]
    left = [Tick(1 / step, look.words("comparison.times", number=step)) for step in steps[:0:-1]]
    right = [Tick(step, look.words("comparison.times", number=step)) for step in steps[1:]]
    ticks = (*left, Tick(1, look.words("comparison.even")), *right)
    ends_told = (
        look.words("comparison.has_more", country=look.formats.country(code)) for code in codes
    )
    return Axis(1 / widest, widest, ticks, True, 1, *ends_told)


def _track(one: Standing, left: str, right: str, look: Look) -> Track:
    rule = look.words(f"comparison.rules.{one.rule.rule_id}")
    values = " · ".join(
        f"{look.formats.country(code)} {written(value.figure, look)}"
        for code, value in one.by_country.items()
    )
    verdict = look.words(f"comparison.verdicts.{one.verdict}")
    if one.leader:
        verdict = look.words("comparison.leads", country=look.formats.country(one.leader))
    said = look.words("comparison.seen", rule=rule, verdict=verdict, values=values)
    name = look.words(f"comparison.rule_names.{one.rule.rule_id}")
    return Track(name, tuple(_marks(one, left, right, said)), _short(one, look), one.leader)


def _marks(one: Standing, left: str, right: str, said: str) -> Iterable[Mark]:
    ends = quotient(one, left, right)
    if ends is None:
        return [Mark(1, 1, OPEN, said, shape="hollow")]
    low, high = (min(max(end, 1 / WIDEST), WIDEST) for end in ends)
    middle = math.sqrt(low * high)
    shape: Shape = "dot" if one.leader else "hollow"
    line = [Mark(low, high, CLEAR, said, shape="line")] if high > low * 1.02 else []
    return [*line, Mark(middle, middle, CLEAR, said, shape=shape)]


def _short(one: Standing, look: Look) -> Part:
    if not one.leader:
        return look.words("comparison.cannot_tell")
    name = look.formats.country(one.leader)
    if not one.ratio:
        return look.words("comparison.only", country=name)
    return look.words("comparison.times_as_much", country=name, ratio=look.formats.ratio(one.ratio))
