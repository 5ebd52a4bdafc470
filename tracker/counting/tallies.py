"""Quoted totals against the commitments they name: what sums to them, and what became of it."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd

from tracker.world.asof import World


@dataclass(frozen=True)
class Reconciled:
    """A quoted total with its lines, all in its own currency and in whole units.

    ``lines`` has one row per line: ``commitment_id, title, ceiling, floor, is_conditional,
    wording, source_id``, and the ``status`` in force on the day with its ``status_date`` and
    whether it ``is_lost``; a missing amount is not stated. ``ceiling`` and ``floor`` sum all
    lines, the others without those lost since; ``strict`` leaves out conditional lines, too.
    ``readings`` are other tellings of the same total, ``slices`` the totals said to be in it.
    """

    tally: pd.Series
    lines: pd.DataFrame = field(repr=False)
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
        gone = self.lines.loc[self.lines["is_lost"].astype(bool)]
        gone = gone.sort_values("ceiling", ascending=False)
        for count in range(1, len(gone) + 1):
            left = self.lines.drop(gone.index[:count])
            title = str(gone["title"].iloc[count - 1])
            yield title, _sum(left["ceiling"]), _sum(left["floor"])


def tallies(world: World) -> list[Reconciled]:
    """Every total quoted by the day of ``world`` that is neither a reading nor a slice of one.

    The newest comes last.
    """
    rows = world.known("tallies")
    known = set(rows["tally_id"])
    is_own = ~rows["reading_of"].isin(known) & ~rows["part_of"].isin(known)
    return [reconciled(tally, rows, world) for _, tally in rows[is_own].iterrows()]


def reconciled(tally: pd.Series, rows: pd.DataFrame, world: World) -> Reconciled:
    """One total with its lines and its readings among ``rows``, the totals known on the day."""
    lines = _lines(str(tally["tally_id"]), world)
    live = lines[~lines["is_lost"]]
    firm = live[~live["is_conditional"].astype(bool)]
    return Reconciled(
        tally=tally,
        lines=lines,
        ceiling=_sum(lines["ceiling"]),
        floor=_sum(lines["floor"]),
        live_ceiling=_sum(live["ceiling"]),
        live_floor=_sum(live["floor"]),
        strict=_sum(firm["floor"]),
        readings=_others("reading_of", tally, rows, world),
        slices=_others("part_of", tally, rows, world),
    )


def _others(
    kind: str, tally: pd.Series, rows: pd.DataFrame, world: World
) -> tuple[Reconciled, ...]:
    of_it = rows[rows[kind] == tally["tally_id"]]
    return tuple(reconciled(other, rows, world) for _, other in of_it.iterrows())


def _lines(tally_id: str, world: World) -> pd.DataFrame:
    rows = world.dataset["tally_lines"]
    rows = rows[rows["tally_id"] == tally_id]
    about = world.commitments[["title", "status", "status_date"]]
    rows = rows.join(about, on="commitment_id")
    return rows.assign(is_lost=rows["status"].isin(world.rules.lost_rungs))


def _sum(amounts: pd.Series) -> float:
    return math.fsum(float(amount) for amount in amounts.dropna())
