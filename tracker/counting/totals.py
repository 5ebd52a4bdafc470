"""A total is returned together with the rows it added and the rows it left out."""

import math
from dataclasses import dataclass, field

import pandas as pd

from tracker.asof import World
from tracker.counting.lenses import Scope, exchanged, out_of_scope, through


@dataclass(frozen=True)
class Total:
    """A sum in ``currency``, as ``lens`` counts it.

    ``low, high``      its two ends; ``value`` is the end that the lens ranks by,
    ``rows``           one row per share that was added, with ``value``, ``low`` and ``high``,
    ``left_out``       one row per share or commitment that was not, with the ``reason``,
    ``in_scope``       the shares in scope, whatever the lens, with both ends in ``currency``,
    ``silent``         the pots in scope that state no amount,
    ``pots``           how many pots are in scope, silent ones among them,
    ``single_source``  the part of ``value`` (0 to 1) that rests on one document; None of nothing,
    ``inferred``       the part of ``value`` on a rung that a rule inferred; None of nothing,
    ``ceiling, floor`` the two ends of everything in scope, whatever the lens.
    """

    lens: str
    currency: str
    low: float
    high: float
    value: float
    rows: pd.DataFrame = field(repr=False)
    left_out: pd.DataFrame = field(repr=False)
    in_scope: pd.DataFrame = field(repr=False)
    silent: pd.Index = field(repr=False)
    pots: int
    single_source: float | None
    inferred: float | None
    ceiling: float
    floor: float

    @property
    def without_amount(self) -> int:
        """How many pots in scope state no amount."""
        return len(self.silent)


def total(world: World, shares: pd.DataFrame, scope: Scope, *, lens: str, currency: str) -> Total:
    """What the shares within ``scope`` come to through ``lens``, in ``currency``.

    ``shares`` is what `counting.shares` gives for ``world``. An empty scope gives a total of 0.
    Raises KeyError for an unknown lens or a currency without rates.
    """
    frame = exchanged(shares, currency, world.rates)
    outside = out_of_scope(frame, scope)
    in_scope = frame[outside.isna()]
    inside = through(lens, in_scope, world.rules)
    silent = _without_amount(world, frame, scope)
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
        left_out=_left_out(world, frame.assign(reason=outside), inside, silent),
        in_scope=in_scope,
        silent=silent,
        pots=len({*inside["pot_id"], *silent}),
        single_source=single / value if value else None,
        inferred=inferred / value if value else None,
        ceiling=_sum(in_scope, "ceiling", world),
        floor=_sum(in_scope, "floor", world),
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
        pot_id=lambda frame: frame.index, rung=lambda frame: frame["status"]
    )
    anything = pots.assign(category=scope.category[0] if scope.category else None)
    return pots.index[out_of_scope(anything, scope).isna()]


def _left_out(
    world: World, frame: pd.DataFrame, inside: pd.DataFrame, silent: pd.Index
) -> pd.DataFrame:
    """All that was not added: shares with their money, commitments without."""
    columns = [
        "pot_id",
        "low",
        "high",
        "rung",
        "claim_currency",
        "claim_low",
        "claim_high",
        "reason",
    ]
    scoped = frame[frame["reason"].notna()]
    lensed = inside[inside["reason"].notna()]
    # Through a lens a share that does not count is worth nothing; here its own money is shown.
    lensed = frame.loc[lensed.index].assign(reason=lensed["reason"])
    never = world.commitments[world.commitments["not_counted"].notna()]
    hidden = world.dataset["commitments"].set_index("commitment_id")
    hidden = hidden[~hidden.index.isin(world.commitments.index)]
    bare = [
        pd.DataFrame({"pot_id": silent, "reason": "no_amount"}, index=silent),
        pd.DataFrame({"pot_id": never["pot_id"], "reason": never["not_counted"]}),
        pd.DataFrame({"pot_id": hidden.index, "reason": "not_yet"}, index=hidden.index),
    ]
    every = [scoped[columns], lensed[columns], *bare]
    filled = [part.reindex(columns=columns).astype("object") for part in every]
    return pd.concat(filled).rename_axis("commitment_id")
