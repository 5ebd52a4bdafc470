"""What a way of counting cannot see: commitments that have got far enough and state no amount."""

import numpy as np

from tracker.counting.lenses import Scope, within
from tracker.counting.shares import Shares
from tracker.dataset.settings.rules import Rules
from tracker.world import asof


def unpriced(shares: Shares, scope: Scope, lens: str) -> list[str]:
    """The commitments in ``scope`` that ``lens`` would count, had they an amount.

    Neither they nor their parts have any money, and no pot above them is already credited.
    """
    about, counted = shares.about, _counted_rungs(shares.world.rules, lens)
    reached = about.named["rung"].among(counted) & shares.may_count & within(about, scope)
    names = [about.ids[place] for place in np.flatnonzero(reached)]
    names = [name for name in names if name not in shares.funded]
    if not names:
        return []
    is_credited = shares.named["rung"].among(counted).tolist()
    credited = {name for name, is_so in zip(shares.ids, is_credited, strict=True) if is_so}
    above = shares.world.parents
    return [name for name in names if credited.isdisjoint(asof.lineage(name, above))]


def _counted_rungs(rules: Rules, lens: str) -> frozenset[str]:
    lowest = next(name for name in rules.rungs if name not in rules.lost_rungs)
    return rules.at_or_above(rules.lenses[lens] or lowest)
