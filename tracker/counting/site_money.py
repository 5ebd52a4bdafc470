"""Money that stands where it can be shown: on one site alone, or in one region alone."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np
import pandas as pd

from tracker.counting import lenses
from tracker.counting.known import Known


def with_amounts(rows: pd.DataFrame, known: Known) -> pd.DataFrame:
    """``rows`` (from `places.sites`) with ``amount``: all of a commitment that has one site alone.

    Through the widest lens, in the first display currency; missing where none is stated. A
    programme for a whole country has none, even where one place of it is known.
    """
    rules = known.world.rules
    money = known.shares.exchanged(rules.display_currencies[0])
    seen = lenses.through(rules.widest_lens, money, np.ones(len(known.shares), bool), rules)
    by_commitment = pd.Series(seen.value, index=known.shares.ids).groupby(level=0).sum()
    commitment = rows["commitment_id"]
    amount = commitment.map(by_commitment).where(commitment.map(commitment.value_counts()) == 1)
    amount = amount.where(commitment.isin(placeable(known)))
    return rows.assign(amount=amount.mask(rows["status"].isin(rules.lost_rungs)).astype("float64"))


def placeable(known: Known) -> pd.Index:
    """The commitments whose money stands where their sites are."""
    kinds = known.world.commitments["flow_type"]
    return kinds.index[kinds.isin(known.world.rules.places.placed_flow_types)]


def placed(
    rows: pd.DataFrame, every: pd.DataFrame, categories: Collection[str], known: Known
) -> pd.Series:
    """(Country, region) -> the money of commitments all of whose sites lie there, widest lens.

    ``rows`` are the sites in sight, ``every`` all of them, both with a ``region`` that is empty
    where none is known. Money of sites in no region, or in several, stands in the empty one. Of
    ``categories``, else the usual ones; of the countries in sight; and where a filter leaves sites
    of theirs out, of commitments with a site in sight. In the first display currency.
    """
    rules, usual = known.world.rules, known.usual()
    scope = replace(usual, category=tuple(categories) or usual.category)
    lens, currency = rules.widest_lens, rules.display_currencies[0]
    counted = known.total(scope, lens=lens, currency=currency).rows
    codes = set(known.world.dataset.compared) & set(rows["country_code"])
    counted = counted[counted["country_code"].isin(codes)]
    if len(rows) < every["country_code"].isin(codes).sum():
        counted = counted[counted.index.isin(rows["commitment_id"])]
    sites = every[every["commitment_id"].isin(placeable(known))]
    regions = sites.groupby("commitment_id")["region"].agg(["nunique", "first"])
    alone = regions["first"].where(regions["nunique"] == 1, "")
    region = alone.reindex(counted.index).fillna("").rename("region")
    return counted["value"].groupby([counted["country_code"], region]).sum()
