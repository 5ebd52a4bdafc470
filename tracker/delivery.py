"""From everything ever announced to what runs: each step with the rows that it takes away."""

import math
from dataclasses import dataclass, field

import pandas as pd

from tracker import counting
from tracker.counting import Scope
from tracker.known import Known

EVERYTHING = "everything"
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
    """What is taken away between two levels: ``amount`` in the display currency.

    ``rows`` are the shares it is taken from, indexed by ``commitment_id``, with their ``pot_id``
    and the ``value`` taken. A share is in one step with each of its two ends: what only "up to"
    allows of it in one, what is firm of it in another.
    """

    name: str
    amount: float
    rows: pd.DataFrame = field(repr=False)


def deflator(known: Known, scope: Scope, currency: str) -> list[Level]:
    """Everything ever announced within ``scope``, then what each lens leaves of it.

    The levels are everything and the lenses of the rules; amounts of a level and of the steps
    after it add up to the level before, and each level is what `counting.total` gives.
    """
    rules = known.world.rules
    frame = counting.exchanged(known.shares, currency, known.world.rates)
    frame = frame[counting.out_of_scope(frame, scope).isna()]
    values = {EVERYTHING: frame["high"]}
    values |= {lens: counting.through(lens, frame, rules)["value"] for lens in rules.lenses}
    levels, before = [Level(EVERYTHING, math.fsum(values[EVERYTHING]))], values[EVERYTHING]
    for lens, value in list(values.items())[1:]:
        taken = frame.assign(value=before - value)[["pot_id", "flow_type", "value"]]
        steps = tuple(_steps(lens, taken[taken["value"].abs() > SMALLEST], known))
        left = frame.assign(value=value)[["pot_id", "value"]]
        left = left[left["value"] > SMALLEST].sort_values("value", ascending=False, kind="stable")
        levels.append(Level(lens, math.fsum(value), steps, left))
        before = value
    return levels


def _steps(lens: str, taken: pd.DataFrame, known: Known) -> list[Step]:
    """What leads to a level; on the way to a binding contract programmes go before site money."""
    kinds = known.world.rules.programme_flow_types
    if lens != known.world.rules.default_lens:
        return [_step(lens, taken)]
    is_programme = taken["flow_type"].isin(kinds)
    return [_step("programmes", taken[is_programme]), _step(lens, taken[~is_programme])]


def _step(name: str, rows: pd.DataFrame) -> Step:
    rows = rows.sort_values("value", ascending=False, kind="stable")
    return Step(name, math.fsum(rows["value"]), rows[["pot_id", "value"]])
