"""A total is returned together with the rows it added and the rows it left out."""

import math
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from tracker.counting.lenses import Scope, exchanged, out_of_scope, through
from tracker.world.asof import World

LEFT_OUT = ("pot_id", "low", "high", "rung", "claim_currency", "claim_low", "claim_high", "reason")


@dataclass(frozen=True)
class Total:
    """A sum in ``currency``, as ``lens`` counts it, of what ``scope`` holds of ``world``.

    ``low, high``      its two ends; ``value`` is the end that the lens ranks by,
    ``rows``           one row per share that was added, with ``value``, ``low`` and ``high``,
    ``in_scope``       the shares in scope, whatever the lens, with both ends in ``currency``,
    ``single_source``  the part of ``value`` (0 to 1) that rests on one document; None of nothing,
    ``inferred``       the part of ``value`` on a rung that a rule inferred; None of nothing,
    ``everything``     all shares, with the ``reason`` of those out of scope,
    ``through_lens``   the shares in scope, with the ``reason`` of those that the lens leaves out.
    """

    lens: str
    currency: str
    low: float
    high: float
    value: float
    rows: pd.DataFrame = field(repr=False)
    in_scope: pd.DataFrame = field(repr=False)
    single_source: float | None
    inferred: float | None
    world: World = field(repr=False)
    scope: Scope = field(repr=False)
    everything: pd.DataFrame = field(repr=False)
    through_lens: pd.DataFrame = field(repr=False)

    # What only some readers of a total ask for is worked out when they do.

    @cached_property
    def left_out(self) -> pd.DataFrame:
        """All that was not added: shares with their money, commitments without."""
        frame, known = self.everything, self.world.commitments
        scoped = frame[frame["reason"].notna()]
        # Through a lens a share that does not count is worth nothing; here its own money is shown.
        reasons = self.through_lens["reason"].dropna()
        lensed = frame.loc[reasons.index].assign(reason=reasons)
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
        """The pots in scope that state no amount."""
        return _without_amount(self.world, self.everything, self.scope)

    @property
    def pots(self) -> int:
        """How many pots are in scope, silent ones among them."""
        return len({*self.through_lens["pot_id"], *self.silent})

    @property
    def without_amount(self) -> int:
        """How many pots in scope state no amount."""
        return len(self.silent)

    @property
    def counted(self) -> int:
        """How many pots have money in it."""
        return int(self.rows["pot_id"][self.rows["value"] > 0].nunique())

    @property
    def uncounted(self) -> int:
        """How many pots in scope state an amount of which nothing is counted."""
        return self.pots - self.counted - self.without_amount

    @cached_property
    def ceiling(self) -> float:
        """The high end of everything in scope, whatever the lens."""
        return _sum(self.in_scope, self.world.rules.widest_lens, self.world)

    @cached_property
    def floor(self) -> float:
        """The low end of everything in scope, whatever the lens."""
        return _sum(self.in_scope, self.world.rules.firm_lens, self.world)

    @property
    def parts_of_ceiling(self) -> tuple[float, float] | None:
        """Its two ends as parts (0 to 1) of ``ceiling``; None of nothing."""
        return (self.low / self.ceiling, self.high / self.ceiling) if self.ceiling else None


def total(world: World, shares: pd.DataFrame, scope: Scope, *, lens: str, currency: str) -> Total:
    """What the shares within ``scope`` come to through ``lens``, in ``currency``.

    ``shares`` is what `counting.shares` gives for ``world``. An empty scope gives a total of 0.
    Raises KeyError for an unknown lens or a currency without rates.
    """
    frame = exchanged(shares, currency, world.rates)
    frame = frame.assign(reason=out_of_scope(frame, scope))
    in_scope = frame[frame["reason"].isna()].drop(columns="reason")
    inside = through(lens, in_scope, world.rules)
    rows = inside[inside["reason"].isna()].drop(columns="reason")
    value = math.fsum(rows["value"])
    single = math.fsum(rows["value"].where(rows["amount_sources"] == 1, 0.0))
    inferred = math.fsum(rows["value"].where(rows["rung_basis"] == "inferred", 0.0))
    return Total(
        lens=lens,
        currency=currency,
        low=math.fsum(rows["low"]),
        high=math.fsum(rows["high"]),
        value=value,
        rows=rows,
        in_scope=in_scope,
        single_source=single / value if value else None,
        inferred=inferred / value if value else None,
        world=world,
        scope=scope,
        everything=frame,
        through_lens=inside,
    )


def _sum(inside: pd.DataFrame, lens: str, world: World) -> float:
    return math.fsum(through(lens, inside, world.rules)["value"])


def _without_amount(world: World, shares: pd.DataFrame, scope: Scope) -> pd.Index:
    """The pots within ``scope`` that state no amount, neither themselves nor in a part.

    A pot is in scope by its own kind of money, origin, country and rung, and by its own category
    or that of any of its parts.
    """
    rows = world.commitments
    pots = rows[rows["parent_id"].isna() & rows["not_counted"].isna()]
    pots = pots[~pots.index.isin(shares["pot_id"])]
    families = rows[rows["category"].isin(scope.category)]["pot_id"]
    pots = pots[pots.index.isin(families)].assign(
        pot_id=lambda frame: frame.index,
        rung=lambda frame: frame["status"],
        rung_basis=lambda frame: frame["status_basis"],
    )
    anything = pots.assign(category=scope.category[0] if scope.category else None)
    return pots.index[out_of_scope(anything, scope).isna()]
