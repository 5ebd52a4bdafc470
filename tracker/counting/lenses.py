"""Ways of looking at the shares: in a currency, through a lens, within a scope."""

from dataclasses import dataclass

import pandas as pd

from tracker.dataset.settings.rules import Rules
from tracker.world.exchange import Rates


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Which shares count: those with a named value in every dimension; None asks nothing.

    What fails in several is named by the first.
    """

    pot_id: tuple[str, ...] | None = None
    rung: tuple[str, ...] | None = None
    rung_basis: tuple[str, ...] | None = None
    country_code: tuple[str, ...] | None = None
    origin: tuple[str, ...] | None
    flow_type: tuple[str, ...]
    category: tuple[str, ...]


def default_scope(rules: Rules, *country_codes: str) -> Scope:
    """The scope that counts when nobody asks for another; in all countries if none is named."""
    usual = {name: tuple(values) for name, values in rules.default_scope.items()}
    return Scope(**usual, country_code=country_codes or None)


def exchanged(frame: pd.DataFrame, currency: str, rates: Rates) -> pd.DataFrame:
    """The shares with ``rate``, and with ``low`` and ``high`` in ``currency`` at that rate."""
    pairs = zip(frame["currency"], frame["period"], strict=True)
    rate = pd.Series([rates.rate(cur, currency, on) for cur, on in pairs], index=frame.index)
    rate = rate.astype("float64")
    return frame.assign(
        rate=rate,
        claim_low=frame["low"],
        claim_high=frame["high"],
        claim_currency=frame["currency"],
        low=frame["low"] * rate,
        high=frame["high"] * rate,
        currency=currency,
    )


def through(lens: str, frame: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """The shares as ``lens`` counts them: ``value`` with its ``low`` and ``high``, and ``reason``.

    ``reason`` is missing for a share that counts, else lost, no_floor or below_rung. ``frame``
    holds what is in scope: the floor of what counts of a pot is never above its ceiling.
    """
    from_rung = rules.lenses[lens]
    reason = pd.Series(None, index=frame.index, dtype="str")
    if from_rung is not None:
        reason = reason.mask(~frame["rung"].isin(rules.at_or_above(from_rung)), "below_rung")
    reason = reason.mask(frame["rung"].isin(rules.lost_rungs), "lost")
    high = frame["high"].where(reason.isna(), 0.0)
    low = _held_below(frame["low"].where(reason.isna(), 0.0), high, frame["pot_id"])
    if lens == rules.firm_lens:
        reason = reason.mask(reason.isna() & (low <= 0), "no_floor")
    value = high if lens == rules.widest_lens else low
    ends = (low, high) if from_rung is not None else (value, value)
    return frame.assign(value=value, low=ends[0], high=ends[1], reason=reason)


def _held_below(low: pd.Series, high: pd.Series, pot: pd.Series) -> pd.Series:
    """``low`` with no share above its ``high``: what is over moves to shares of its pot with room.

    Of a firm 15 with a part of up to 5 the rest can hold 10, so the part holds the other 5. What
    finds no room is cut: the floor of what counts of a pot is never above its ceiling.
    """
    over, room = (low - high).clip(lower=0), (high - low).clip(lower=0)
    over_in_pot, room_in_pot = (part.groupby(pot).transform("sum") for part in (over, room))
    moved = over_in_pot.clip(upper=room_in_pot)
    return low - over + room * moved / room_in_pot.where(room_in_pot > 0, 1.0)


def out_of_scope(frame: pd.DataFrame, scope: Scope) -> pd.Series:
    """For each share the first dimension of ``scope`` that leaves it out; missing if none does."""
    # A list: masking a column of text over and over is what a page would wait for.
    reason: list[str | None] = [None] * len(frame)
    for dimension, allowed in vars(scope).items():
        if allowed is not None:
            inside = zip(frame[dimension].isin(allowed), reason, strict=True)
            reason = [before if is_in else dimension for is_in, before in inside]
    return pd.Series(reason, index=frame.index, dtype="str")
