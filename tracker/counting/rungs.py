"""How far the money of each country has got: what stands on each rung."""

import numpy as np
import pandas as pd

from tracker.counting.totals import Total

ALL = "all"


def by_rung(total: Total) -> pd.DataFrame:
    """What is in the scope of ``total`` by the rung it stands on, whatever the lens.

    One row per rung in their order and one called ``ALL`` with their sum; for each compared
    country ``amount_<country>`` (the high end, in the currency of ``total``) and
    ``count_<country>`` (commitments and parts of them), 0 where nothing stands.
    """
    shares, rungs = total.money.shares, total.world.rules.rungs
    stands, columns = shares.named["rung"], {}
    for code in total.world.dataset.compared:
        here = total.inside & shares.named["country_code"].among((code,))
        for name, each in (("amount", total.money.high), ("count", np.ones(len(shares)))):
            sums = dict(zip(stands.names, stands.sums(np.where(here, each, 0.0)), strict=True))
            columns[f"{name}_{code}"] = [sums.get(rung, 0.0) for rung in rungs]
    frame = pd.DataFrame(columns, index=list(rungs))
    return pd.concat([frame, frame.sum().to_frame(ALL).T])
