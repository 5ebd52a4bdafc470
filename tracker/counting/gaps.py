"""What a way of counting cannot see: commitments that have got far enough and state no amount."""

import pandas as pd

from tracker.counting.lenses import Scope, out_of_scope
from tracker.counting.pots import described
from tracker.world import asof
from tracker.world.asof import World


def unpriced(world: World, shares: pd.DataFrame, scope: Scope, lens: str) -> pd.Index:
    """The commitments in ``scope`` that ``lens`` would count, had they an amount.

    Neither they nor their parts have any money, and no pot above them is already credited.
    """
    rows = world.commitments[world.commitments["not_counted"].isna()]
    reached = rows[rows["status"].isin(_counted_rungs(world, lens))]
    inside = out_of_scope(described(reached[[]], world), scope).isna()
    above = rows["parent_id"].dropna().to_dict()
    credited = set(shares.index[shares["rung"].isin(_counted_rungs(world, lens))])
    with_money = {name for share in shares.index for name in asof.lineage(share, above)}
    return reached.index[
        [
            bool(inside[name])
            and name not in with_money
            and not credited.intersection(asof.lineage(name, above))
            for name in reached.index
        ]
    ]


def _counted_rungs(world: World, lens: str) -> frozenset[str]:
    rung = world.rules.lenses[lens]
    lowest = next(name for name in world.rules.rungs if name not in world.rules.lost_rungs)
    return world.rules.at_or_above(rung or lowest)
