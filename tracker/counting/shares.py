"""The shares of a world: its pots shared out by rung, in the currency of each or in one of all."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from tracker.counting.columns import Columns, Mask, Numbers
from tracker.world import asof
from tracker.world.asof import World


@dataclass(frozen=True, eq=False)
class Shares(Columns):
    """Every pot of ``world`` shared out by rung, one row per share.

    Named are ``pot_id, country_code, organisation_id, home_country_code, organisation_type,
    category, flow_type, origin, rung, rung_basis, rung_rule, rung_source_id, currency, period,
    amount_id, amount_tier``; numbers are ``low, high`` and ``overlap`` (in ``currency``),
    ``amount_sources``, and ``is_remainder, is_trimmed, is_unassigned, is_credited_whole``.
    Commitments without any amount have no share. ``about`` tells of every commitment what a share
    of it would be.
    """

    world: World = field(repr=False)
    about: Columns = field(repr=False)
    _in_currency: "dict[str, Money]" = field(default_factory=dict, init=False, repr=False)

    def exchanged(self, currency: str) -> "Money":
        """The shares in ``currency``. Raises KeyError for one without rates."""
        if currency not in self._in_currency:
            self._in_currency[currency] = self._exchanged(currency)
        return self._in_currency[currency]

    def _exchanged(self, currency: str) -> "Money":
        rate, pairs = self.world.rates.rate, (self.named["currency"], self.named["period"])
        each = zip(*(one.texts for one in pairs), strict=True)
        rates = np.array([rate(str(own), currency, str(period)) for own, period in each], "float64")
        low, high = (self.numbers[name] * rates for name in ("low", "high"))
        return Money(self, currency, rates, low, high)

    @cached_property
    def funded(self) -> frozenset[str]:
        """The commitments that have money, themselves or in a part of them."""
        above = self.world.parents
        return frozenset(name for own in {*self.ids} for name in asof.lineage(own, above))

    @cached_property
    def may_count(self) -> Mask:
        """Which rows of ``about`` are neither a rival nor replaced."""
        rows = self.world.facts.values()
        return np.array([not isinstance(row["not_counted"], str) for row in rows], dtype=bool)

    @cached_property
    def is_silent_pot(self) -> Mask:
        """Which rows of ``about`` are pots that may count and state no amount, nor does a part."""
        priced, parents = {*self.named["pot_id"].texts}, self.world.parents
        names = [name not in parents and name not in priced for name in self.about.ids]
        return np.array(names, dtype=bool) & self.may_count


@dataclass(frozen=True, eq=False)
class Money:
    """The ``shares`` in one ``currency``: their ``low`` and ``high`` at the ``rate`` of each."""

    shares: Shares
    currency: str
    rate: Numbers
    low: Numbers
    high: Numbers

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The shares as a frame, with ``rate``, and under ``claim_…`` what was exchanged."""
        frame = self.shares.frame
        return frame.assign(
            rate=self.rate,
            claim_low=frame["low"],
            claim_high=frame["high"],
            claim_currency=frame["currency"],
            low=self.low,
            high=self.high,
            currency=self.currency,
        )
