"""From everything ever announced to what runs: each step with the rows that it takes away."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd

from tracker.counting import lenses
from tracker.counting.known import Known
from tracker.counting.lenses import Scope

EVERYTHING, PROGRAMMES, ALL = "everything", "programmes", "all"
SMALLEST = 0.005  # half a cent: what is less is a rounding


@dataclass(frozen=True)
class Level:
    """What is left after all steps before it, the shares it consists of, what the last steps took.

    ``rows`` are those of `Step`, with the ``value`` that is left of each.
    """

    name: str
    amount: float
    steps: tuple["Step", ...] = ()
    rows: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)


@dataclass(frozen=True)
class Step:
    """What is taken away between two levels, and what is ``left`` then, in the display currency.

    ``rows`` are the shares it is taken from, indexed by ``commitment_id``, with their ``pot_id``
    and the ``value`` taken. A share is in one step with each of its two ends: what only "up to"
    allows of it in one, what is firm of it in another.
    """

    name: str
    amount: float
    left: float
    rows: pd.DataFrame = field(repr=False)


def deflator(known: Known, scope: Scope, currency: str) -> list[Level]:
    """Everything ever announced within ``scope``, then what each lens leaves of it.

    The levels are everything and the lenses of the rules; amounts of a level and of the steps
    after it add up to the level before, and each level is what `totals.total` gives.
    """
    rules = known.world.rules
    frame = lenses.exchanged(known.shares, currency, known.world.rates)
    frame = frame[lenses.out_of_scope(frame, scope).isna()]
    values = {EVERYTHING: frame["high"]}
    values |= {lens: lenses.through(lens, frame, rules)["value"] for lens in rules.lenses}
    levels, before = [Level(EVERYTHING, math.fsum(values[EVERYTHING]))], values[EVERYTHING]
    for lens, value in list(values.items())[1:]:
        taken = frame.assign(value=before - value)[["pot_id", "flow_type", "value"]]
        taken = taken[taken["value"].abs() > SMALLEST]
        steps = tuple(_steps(lens, taken, levels[-1].amount, known))
        left = frame.assign(value=value)[["pot_id", "value"]]
        left = left[left["value"] > SMALLEST].sort_values("value", ascending=False, kind="stable")
        levels.append(Level(lens, math.fsum(value), steps, left))
        before = value
    return levels


def _steps(lens: str, taken: pd.DataFrame, whole: float, known: Known) -> Iterator[Step]:
    """What leads to a level; on the way to a binding contract programmes go before site money."""
    groups = {lens: taken}
    if lens == known.world.rules.default_lens:
        is_programme = taken["flow_type"].isin(known.world.rules.programme_flow_types)
        groups = {PROGRAMMES: taken[is_programme], lens: taken[~is_programme]}
    for name, rows in groups.items():
        rows = rows.sort_values("value", ascending=False, kind="stable")
        amount = math.fsum(rows["value"])
        whole -= amount
        yield Step(name, amount, whole, rows[["pot_id", "value"]])


def deflators(known: Known, currency: str) -> dict[str, list[Level]]:
    """The levels of each compared country, and of ``ALL`` of them, in the default scope."""
    codes = known.world.dataset.compared
    scopes = {code: known.usual(code) for code in codes}
    scopes[ALL] = known.usual(*codes)
    return {name: deflator(known, scope, currency) for name, scope in scopes.items()}


def shares(levels: list[Level]) -> dict[str, float]:
    """Level -> its part of everything announced; nothing where nothing was."""
    whole = levels[0].amount
    return {level.name: level.amount / whole for level in levels} if whole else {}
