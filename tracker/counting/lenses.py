"""Ways of looking at the shares: through a lens, within a scope."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from tracker.counting.columns import Coded, Columns, Mask, Numbers, Places
from tracker.counting.shares import Money
from tracker.dataset.settings.rules import Rules

COUNTS, BELOW_RUNG, LOST, NO_FLOOR = range(4)
REASONS = (None, "below_rung", "lost", "no_floor")


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Which shares count: those with a named value in every dimension; None asks nothing.

    What fails in several is named by the last.
    """

    pot_id: tuple[str, ...] | None = None
    rung: tuple[str, ...] | None = None
    rung_basis: tuple[str, ...] | None = None
    country_code: tuple[str, ...] | None = None
    origin: tuple[str, ...] | None
    flow_type: tuple[str, ...]
    category: tuple[str, ...]
    amount_tier: tuple[str, ...] | None = None
    organisation_type: tuple[str, ...] | None = None


def default_scope(rules: Rules, *country_codes: str) -> Scope:
    """The scope that counts when nobody asks for another; in all countries if none is named."""
    usual = {name: tuple(values) for name, values in rules.default_scope.items()}
    return Scope(**usual, country_code=country_codes or None)


@dataclass(frozen=True, eq=False)
class Seen:
    """Each share as a lens counts it: ``value`` with its ``low`` and ``high``, and ``why`` not.

    ``why`` holds a place in `REASONS` each: that of None for a share that counts. What does not
    count, and what is out of sight, is worth 0.
    """

    value: Numbers
    low: Numbers
    high: Numbers
    why: Places


def through(lens: str, money: Money, inside: Mask, rules: Rules) -> Seen:
    """The shares that are ``inside`` a scope as ``lens`` counts them.

    The floor of what counts of a pot is never above its ceiling. Raises KeyError for an unknown
    lens.
    """
    from_rung, rung = rules.lenses[lens], money.shares.named["rung"]
    why = np.full(len(inside), COUNTS, dtype=np.intp)
    if from_rung is not None:
        why[~rung.among(rules.at_or_above(from_rung))] = BELOW_RUNG
    why[rung.among(rules.lost_rungs)] = LOST
    counts = inside & (why == COUNTS)
    high = np.where(counts, money.high, 0.0)
    pot, takes_up = money.shares.named["pot_id"], money.shares.numbers["is_unassigned"]
    low = held_below(np.where(counts, money.low, 0.0), high, pot, counts & takes_up)
    if lens == rules.firm_lens:
        why[(why == COUNTS) & (low <= 0)] = NO_FLOOR
    value = high if lens == rules.widest_lens else low
    return Seen(value, low, high, why) if from_rung is not None else Seen(value, value, value, why)


def held_below(low: Numbers, high: Numbers, pot: Coded, takes_up: Mask) -> Numbers:
    """``low`` with no share above its ``high``: what is over goes to the one that ``takes_up``.

    Of a firm 15 with a part of up to 5 the rest can hold 10; the other 5 are firm and of no part
    that says so, and stand as a share of their own. What the ceilings of the pot have no room for
    is cut: the floor of what counts of a pot is never above its ceiling.
    """
    over, room = np.maximum(low - high, 0.0), np.maximum(high - low, 0.0)
    if not over.any():
        return low
    over_in_pot, room_in_pot, takers = (
        pot.sums(part)[pot.codes] for part in (over, room, takes_up.astype("float64"))
    )
    moved = np.minimum(over_in_pot, room_in_pot)
    return low - over + np.where(takes_up, moved / np.maximum(takers, 1.0), 0.0)


def within(rows: Columns, scope: Scope, besides: Collection[str] = ()) -> Mask:
    """Which ``rows`` are in ``scope``, whatever its dimensions ``besides`` ask for."""
    inside = np.ones(len(rows), dtype=bool)
    for dimension, allowed in vars(scope).items():
        if allowed is not None and dimension not in besides:
            inside &= rows.named[dimension].among(allowed)
    return inside


def out_of_scope(rows: Columns, scope: Scope) -> list[str | None]:
    """For each row the last dimension of ``scope`` that leaves it out; None if none does."""
    reason: list[str | None] = [None] * len(rows)
    for dimension, allowed in vars(scope).items():
        if allowed is not None:
            inside = zip(rows.named[dimension].among(allowed).tolist(), reason, strict=True)
            reason = [before if is_in else dimension for is_in, before in inside]
    return reason
