"""From everything ever announced to what runs: each step with the rows that it takes away."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from tracker.counting import lenses
from tracker.counting.columns import Mask, Numbers
from tracker.counting.known import Known
from tracker.counting.lenses import Scope
from tracker.counting.totals import INFERRED

EVERYTHING, PROGRAMMES, ALL = "everything", "programmes", "all"
SMALLEST = 0.005  # half a cent: what is less is a rounding


@dataclass(frozen=True)
class Level:
    """What is left after all steps before it, the shares it consists of, what the last steps took.

    ``rows`` are those of `Step`, with the ``value`` that is left of each. ``judged`` is what of the
    ``amount`` stands on a rung by a rule of ours: 0 where the level asks for no rung.
    """

    name: str
    amount: float
    steps: tuple["Step", ...] = ()
    rows: pd.DataFrame = field(default_factory=pd.DataFrame, repr=False)
    judged: float = 0.0

    @property
    def reported(self) -> float:
        """What of the amount sources report to stand where the level asks."""
        return self.amount - self.judged


@dataclass(frozen=True)
class Step:
    """What is taken away between two levels, and what is ``left`` then, in the display currency.

    ``rows`` are the shares it is taken from, indexed by ``commitment_id``, with their ``pot_id``,
    the ``value`` taken, and whether they are ``is_unassigned``. A share is in one step with each
    of its two ends: what only "up to" allows of it in one, what is firm of it in another. What is
    firm of a whole and of none of its parts comes in with a value below 0 where they go out.
    ``judged`` is what of the ``amount`` a rule of ours put where it is taken from: 0 where the step
    asks for wording alone.
    """

    name: str
    amount: float
    left: float
    rows: pd.DataFrame = field(repr=False)
    judged: float = 0.0


def deflator(known: Known, scope: Scope, currency: str) -> list[Level]:
    """Everything ever announced within ``scope``, then what each lens leaves of it.

    The levels are everything and the lenses of the rules; amounts of a level and of the steps
    after it add up to the level before, and each level is what `totals.total` gives.
    """
    rules, money = known.world.rules, known.shares.exchanged(currency)
    inside = lenses.within(known.shares, scope)
    before = np.where(inside, money.high, 0.0)
    levels = [Level(EVERYTHING, math.fsum(before))]
    for lens in rules.lenses:
        value = lenses.through(lens, money, inside, rules).value
        steps = tuple(_steps(lens, before - value, levels[-1].amount, known))
        rows = _largest(value, value > SMALLEST, known)
        judged = _judged(value, known) if rules.lenses[lens] is not None else 0.0
        levels.append(Level(lens, math.fsum(value), steps, rows, judged))
        before = value
    return levels


def _steps(lens: str, taken: Numbers, whole: float, known: Known) -> Iterator[Step]:
    """What leads to a level; on the way to a binding contract programmes go before site money."""
    rules, is_taken = known.world.rules, np.abs(taken) > SMALLEST
    groups = {lens: is_taken}
    if lens == rules.default_lens:
        is_programme = known.shares.named["flow_type"].among(rules.programme_flow_types)
        groups = {PROGRAMMES: is_taken & is_programme, lens: is_taken & ~is_programme}
    for name, which in groups.items():
        amount = math.fsum(taken[which])
        whole -= amount
        judged = _judged(np.where(which, taken, 0.0), known) if lens != rules.firm_lens else 0.0
        yield Step(name, amount, whole, _largest(taken, which, known), judged)


def _judged(value: Numbers, known: Known) -> float:
    """What of ``value`` belongs to shares that a rule of ours put on their rung."""
    return math.fsum(value[known.shares.named["rung_basis"].among((INFERRED,))])


def _largest(value: Numbers, which: Mask, known: Known) -> pd.DataFrame:
    """The ``value`` of the shares in question, with their ``pot_id``, the largest first."""
    places = np.flatnonzero(which)
    places = places[np.argsort(-value[places], kind="stable")]
    names = pd.Index([known.shares.ids[place] for place in places], name="commitment_id")
    pots = known.shares.named["pot_id"].at(places).texts
    unassigned = known.shares.numbers["is_unassigned"][places]
    columns = {"pot_id": pots, "value": value[places], "is_unassigned": unassigned}
    return pd.DataFrame(columns, index=names)


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
