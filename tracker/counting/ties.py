"""How much money is how close to an event of a leader."""

import pandas as pd

from tracker import counting
from tracker.counting import Scope
from tracker.counting.known import Known


def money_by_closeness(
    known: Known, tie: pd.Series, scope: Scope, lens: str, currency: str
) -> pd.DataFrame:
    """What a total counts, each share with the closest ``tie`` of its commitment.

    ``tie`` is what `closeness` gives. The rows of `counting.total` with ``closeness``; their
    ``value`` sums to the total, so no tie ever holds more than its pot.
    """
    total = counting.total(known.world, known.shares, scope, lens=lens, currency=currency)
    return total.rows.assign(closeness=tie.reindex(total.rows.index).to_numpy())
