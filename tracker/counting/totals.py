"""A total is returned together with the rows it added and the rows it left out."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from tracker.counting.columns import Mask
from tracker.counting.lenses import COUNTS, REASONS, Scope, Seen, out_of_scope, through, within
from tracker.counting.shares import Money, Shares
from tracker.world.asof import World

INFERRED = "inferred"
LEFT_OUT = ("pot_id", "low", "high", "rung", "claim_currency", "claim_low", "claim_high", "reason")


@dataclass(frozen=True, eq=False)
class Total:
    """A sum in ``currency``, as ``lens`` counts it, of what ``scope`` holds of ``world``.

    ``low, high``      its two ends; ``value`` is the end that the lens ranks by,
    ``single_source``  the part of ``value`` (0 to 1) that rests on one document; None of nothing,
    ``inferred``       the part of ``value`` on a rung that a rule inferred; None of nothing,
    ``by_tier``        the parts of ``value`` by the tier of the best document that states the
                       amount, the best tier first; empty of nothing,
    ``money``          all shares in ``currency``, ``inside`` which of them are in scope,
    ``seen``           each of them as the lens counts it.
    """

    lens: str
    currency: str
    low: float
    high: float
    value: float
    single_source: float | None
    inferred: float | None
    by_tier: Mapping[str, float]
    world: World = field(repr=False)
    scope: Scope = field(repr=False)
    money: Money = field(repr=False)
    inside: Mask = field(repr=False)
    seen: Seen = field(repr=False)

    @property
    def primary(self) -> float | None:
        """The part of ``value`` of which a document of the first tiers states the amount."""
        primary = self.world.rules.evidence.primary_tiers
        return math.fsum(self.by_tier[name] for name in primary) if self.by_tier else None

    @cached_property
    def adds(self) -> Mask:
        """Which shares were added."""
        counts: Mask = self.seen.why == COUNTS
        return self.inside & counts

    # What only some readers of a total ask for is worked out when they do.

    @cached_property
    def everything(self) -> pd.DataFrame:
        """All shares, with the ``reason`` of those out of scope, indexed by ``commitment_id``."""
        reason = pd.array(out_of_scope(self.money.shares, self.scope), dtype="str")
        return self.money.frame.assign(reason=reason)

    @cached_property
    def in_scope(self) -> pd.DataFrame:
        """The shares in scope, whatever the lens, with both ends in ``currency``."""
        return self.money.frame[self.inside]

    @cached_property
    def through_lens(self) -> pd.DataFrame:
        """The shares in scope, with the ``reason`` of those that the lens leaves out."""
        seen, inside = self.seen, self.inside
        reason = pd.array([REASONS[place] for place in seen.why[inside]], dtype="str")
        ends = {name: getattr(seen, name)[inside] for name in ("value", "low", "high")}
        return self.in_scope.assign(**ends, reason=reason)

    @cached_property
    def rows(self) -> pd.DataFrame:
        """One row per share that was added, with ``value``, ``low`` and ``high``."""
        rows = self.through_lens
        return rows[rows["reason"].isna()].drop(columns="reason")

    def added(self, *names: str, end: str = "value") -> Iterator[tuple[Any, ...]]:
        """Of each share that was added its commitment, the columns ``names``, and its value.

        Or another ``end`` of it: low or high. It is `rows` for those who only go over it, in a
        tenth of the time. Missing names are None.
        """
        shares, places = self.money.shares, np.flatnonzero(self.adds)
        columns = (shares.named[name].at(places).texts for name in names)
        ids = (shares.ids[place] for place in places)
        yield from zip(ids, *columns, getattr(self.seen, end)[places].tolist(), strict=True)

    def by_pot(self) -> dict[str, float]:
        """Pot -> what is counted of it, of all pots with a share that was added, by their names."""
        pot = self.money.shares.named["pot_id"]
        sums, held = pot.sums(self.seen.value), {*pot.at(self.adds).texts}
        return {name: value for name, value in zip(pot.names, sums, strict=True) if name in held}

    @cached_property
    def left_out(self) -> pd.DataFrame:
        """All that was not added: shares with their money, commitments without."""
        known = self.world.commitments
        # What takes up the firm money of no part has no money of its own to be left out.
        frame, inside = (each[~each["is_unassigned"]] for each in (self.everything, self.in_scope))
        scoped = frame[frame["reason"].notna()]
        # Through a lens a share that does not count is worth nothing; here its own money is shown.
        reasons = self.through_lens.loc[~self.through_lens["is_unassigned"], "reason"].to_numpy()
        lensed = inside.assign(reason=reasons).dropna(subset="reason")
        never = known[known["not_counted"].notna()]
        hidden = self.world.dataset["commitments"].set_index("commitment_id")
        hidden = hidden[~hidden.index.isin(known.index)]
        every = [
            scoped,
            lensed,
            pd.DataFrame({"pot_id": self.silent, "reason": "no_amount"}, index=self.silent),
            pd.DataFrame({"pot_id": never["pot_id"], "reason": never["not_counted"]}),
            pd.DataFrame({"pot_id": hidden.index, "reason": "not_yet"}, index=hidden.index),
        ]
        filled = [part.reindex(columns=[*LEFT_OUT]).astype("object") for part in every]
        return pd.concat(filled).rename_axis("commitment_id")

    @cached_property
    def silent(self) -> pd.Index:
        """The pots in scope that state no amount, neither themselves nor in a part.

        A pot is in scope by its own kind of money, origin, country and rung, and by its own
        category or that of any of its parts.
        """
        shares = self.money.shares
        about, pot = shares.about, shares.about.named["pot_id"]
        asked = about.named["category"].among(self.scope.category)
        families = {name for name, is_in in zip(pot.texts, asked, strict=True) if is_in}
        wordless = within(about, self.scope, besides=["category"]) & shares.is_silent_pot
        names = (about.ids[place] for place in np.flatnonzero(wordless))
        return pd.Index([name for name in names if name in families], dtype="str")

    @property
    def pots(self) -> int:
        """How many pots are in scope, silent ones among them."""
        return self._pots(self.inside) + len(self.silent)

    @property
    def without_amount(self) -> int:
        """How many pots in scope state no amount."""
        return len(self.silent)

    @property
    def counted(self) -> int:
        """How many pots have money in it."""
        return self._pots(self.adds & (self.seen.value > 0))

    @property
    def priced(self) -> int:
        """How many shares have money in it on either end."""
        return int((self.adds & (self.seen.high > 0)).sum())

    def _pots(self, shares: Mask) -> int:
        return len(np.unique(self.money.shares.named["pot_id"].codes[shares]))

    @property
    def uncounted(self) -> int:
        """How many pots in scope state an amount of which nothing is counted."""
        return self.pots - self.counted - self.without_amount

    @cached_property
    def ceiling(self) -> float:
        """The high end of everything in scope, whatever the lens."""
        return self._as(self.world.rules.widest_lens)

    @cached_property
    def floor(self) -> float:
        """The low end of everything in scope, whatever the lens."""
        return self._as(self.world.rules.firm_lens)

    def _as(self, lens: str) -> float:
        return math.fsum(through(lens, self.money, self.inside, self.world.rules).value)

    @property
    def parts_of_ceiling(self) -> tuple[float, float] | None:
        """Its two ends as parts (0 to 1) of ``ceiling``; None of nothing."""
        return (self.low / self.ceiling, self.high / self.ceiling) if self.ceiling else None


def total(shares: Shares, scope: Scope, *, lens: str, currency: str) -> Total:
    """What the ``shares`` within ``scope`` come to through ``lens``, in ``currency``.

    An empty scope gives a total of 0. Raises KeyError for an unknown lens or a currency without
    rates.
    """
    money, inside = shares.exchanged(currency), within(shares, scope)
    seen = through(lens, money, inside, shares.world.rules)
    value = math.fsum(seen.value)
    single = math.fsum(seen.value[shares.numbers["amount_sources"] == 1])
    inferred = math.fsum(seen.value[shares.named["rung_basis"].among((INFERRED,))])
    return Total(
        lens=lens,
        currency=currency,
        low=math.fsum(seen.low),
        high=math.fsum(seen.high),
        value=value,
        single_source=single / value if value else None,
        inferred=inferred / value if value else None,
        by_tier=_by_tier(shares, seen, value),
        world=shares.world,
        scope=scope,
        money=money,
        inside=inside,
        seen=seen,
    )


def _by_tier(shares: Shares, seen: Seen, value: float) -> dict[str, float]:
    if not value:
        return {}
    tier = shares.named["amount_tier"]
    sums = dict(zip(tier.names, tier.sums(seen.value), strict=True))
    return {name: float(sums.get(name, 0.0)) / value for name in shares.world.rules.evidence.tiers}
