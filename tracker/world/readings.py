"""Everything the documents say about one amount: the spread of its readings, and who gives them."""

import pandas as pd

from tracker.world import asof
from tracker.world.asof import World


def readings(world: World) -> pd.DataFrame:
    """How far sources disagree on the newest amount of each commitment, in its own currency.

    One row per commitment with an adopted amount, indexed by ``commitment_id``: ``low`` and
    ``high`` (the least and the most that any reading allows: the amount in force, and rival
    readings not older than it), ``currency``, ``source_ids`` (each document once). Readings in
    another currency are left out, for exchange would add a difference that no source states.
    """
    amounts = world.known("amounts")
    amounts = amounts.assign(known=asof.known_dates(amounts["claim_date"], world.rules))
    now = world.commitments[["amount_date", "currency"]].dropna()
    amounts = amounts[amounts["commitment_id"].isin(now.index)]
    since = asof.known_dates(now["amount_date"], world.rules)
    is_current = amounts["known"] >= amounts["commitment_id"].map(since)
    is_same_money = amounts["currency"] == amounts["commitment_id"].map(now["currency"])
    rows = amounts[is_current & is_same_money]
    rows = rows.assign(low=rows["amount_low"].fillna(rows["amount_high"]))
    by = rows.groupby("commitment_id")
    return pd.DataFrame(
        {
            "low": by["low"].min().astype("float64"),
            "high": by["amount_high"].max().astype("float64"),
            "currency": by["currency"].first(),
            "source_ids": by["source_id"].unique().map(tuple),
        }
    )
