"""Quoted totals against the commitments they name: what sums to them, and what became of it."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import pandas as pd

from tracker.counting.totals import INFERRED
from tracker.dataset.plain import Row
from tracker.dataset.settings.rules import Rules
from tracker.world import asof
from tracker.world.asof import World

KINDS = ("reading_of", "part_of")  # how a total can hang on another

Lines: TypeAlias = tuple[Row, ...]


@dataclass(frozen=True)
class Reconciled:
    """A quoted total with its lines, all in its own currency and in whole units.

    ``lines`` are rows: ``commitment_id, title, ceiling, floor, is_conditional,
    wording, source_id``, and the ``status`` in force on the day with its ``status_date`` and
    ``status_basis``, whether it ``is_lost``, and the ``part_status`` that a part of it has reached
    where that is further; a missing amount is not stated. ``ceiling`` and
    ``floor`` sum all lines, the others without those lost since; ``strict`` leaves out conditional
    lines, too.
    ``readings`` are other tellings of the same total, ``slices`` the totals said to be in it.
    """

    tally: Row
    lines: Lines = field(repr=False)
    ceiling: float
    floor: float
    live_ceiling: float
    live_floor: float
    strict: float
    readings: tuple["Reconciled", ...] = field(repr=False)
    slices: tuple["Reconciled", ...] = field(repr=False)

    @property
    def has_lines(self) -> bool:
        """Whether it, another telling of it or a slice has lines."""
        return any(len(each.lines) for each in (self, *self.readings, *self.slices))

    @property
    def gap(self) -> float:
        """What was said less what the lines come to at most."""
        return float(self.tally["amount"]) - self.ceiling

    def without_lost(self) -> Iterator[tuple[str, float, float]]:
        """The largest lost line by title, and ceiling and floor without it; then the next, too.

        The last of them is what lives.
        """
        gone, left = [line for line in self.lines if line["is_lost"]], list(self.lines)
        for line in sorted(gone, key=lambda one: _sum("ceiling", [one]), reverse=True):
            left.remove(line)
            yield str(line["title"]), _sum("ceiling", left), _sum("floor", left)


@dataclass(frozen=True)
class Reached:
    """The lines of a total that have got equally far, in the total's own currency, whole units.

    ``mark`` is that of their rungs, ``is_judged`` whether a rule of ours put them there. ``strict``
    is what is stated of them without "up to" and without a condition; 0 of lost ones.
    """

    mark: str
    is_judged: bool
    lines: Lines = field(repr=False)
    ceiling: float
    strict: float


def reached(one: Reconciled, rules: Rules) -> tuple[Reached, ...]:
    """The lines of ``one`` by the step each has reached, the furthest first and lost ones last.

    A line whose commitment is not known has got no further than the first rung.
    """
    first = next(iter(rules.rungs))
    ladder = [name for name in rules.rungs if name not in rules.lost_rungs]
    rungs = [*reversed(ladder), *(name for name in rules.rungs if name in rules.lost_rungs)]
    found: dict[tuple[str, bool], list[Row]] = {
        (rules.marks[name], judged): [] for name in rungs for judged in (False, True)
    }
    for line in one.lines:
        rung = line["status"] if isinstance(line["status"], str) else first
        found[rules.marks[rung], line["status_basis"] == INFERRED].append(line)
    return tuple(
        Reached(mark, judged, tuple(lines), _sum("ceiling", lines), _strict(lines))
        for (mark, judged), lines in found.items()
        if lines
    )


def _strict(lines: Iterable[Row]) -> float:
    """What is stated without "up to" and without a condition of lines that live."""
    return _sum("floor", [one for one in lines if not (one["is_lost"] or one["is_conditional"])])


def tallies(world: World) -> list[Reconciled]:
    """Every total quoted by the day of ``world`` that is neither a reading nor a slice of one.

    The newest comes last.
    """
    every = world.known_rows("tallies")
    known = {one["tally_id"] for one in every}
    others: dict[tuple[str, str], list[Row]] = {}
    for one in every:
        for kind in KINDS:
            others.setdefault((kind, one[kind]), []).append(one)
    lines = _lines(world)
    own = (one for one in every if not {one[kind] for kind in KINDS} & known)
    return [_reconciled(one, others, lines) for one in own]


def _reconciled(
    tally: Row, others: Mapping[tuple[str, str], Sequence[Row]], lines: Mapping[str, Lines]
) -> Reconciled:
    """One total with its lines, its readings and its slices, which are among ``others``."""
    own, name = lines.get(tally["tally_id"], ()), tally["tally_id"]
    live = [line for line in own if not line["is_lost"]]
    readings, slices = (
        tuple(_reconciled(one, others, lines) for one in others.get((kind, name), ()))
        for kind in KINDS
    )
    return Reconciled(
        tally=tally,
        lines=own,
        ceiling=_sum("ceiling", own),
        floor=_sum("floor", own),
        live_ceiling=_sum("ceiling", live),
        live_floor=_sum("floor", live),
        strict=_strict(own),
        readings=readings,
        slices=slices,
    )


def _lines(world: World) -> dict[str, Lines]:
    """The lines of each total, each with what has become of its commitment."""
    found: dict[str, Lines] = {}
    further = _further(world)
    for line in world.dataset.rows("tally_lines"):
        about = world.facts.get(line["commitment_id"], {})
        now = {name: about.get(name) for name in ("title", "status", "status_date", "status_basis")}
        is_lost = now["status"] in world.rules.lost_rungs
        part = None if is_lost else further.get(line["commitment_id"])
        told = {**line, **now, "is_lost": is_lost, "part_status": part}
        found[line["tally_id"]] = (*found.get(line["tally_id"], ()), told)
    return found


def _further(world: World) -> dict[str, str]:
    """Commitment -> the furthest rung of its parts, of those that lag behind one of them."""
    ladder = [name for name in world.rules.rungs if name not in world.rules.lost_rungs]
    place = {name: number for number, name in enumerate(ladder)}
    found: dict[str, str] = {}
    for name, row in world.facts.items():
        own = place.get(row["status"], -1)
        for above in asof.lineage(name, world.parents):
            held = found.get(above) or world.facts[above]["status"]
            if own > place.get(held, len(ladder)):
                found[above] = row["status"]
    return found


def _sum(end: str, lines: Iterable[Row]) -> float:
    return math.fsum(float(line[end]) for line in lines if not pd.isna(line[end]))
