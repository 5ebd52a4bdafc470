"""How far the money of each country has got: what stands on each rung."""

import pandas as pd

from tracker.counting import Total

ALL = "all"


def by_rung(total: Total) -> pd.DataFrame:
    """What is in the scope of ``total`` by the rung it stands on, whatever the lens.

    One row per rung in their order and one called ``ALL`` with their sum; for each compared
    country ``amount_<country>`` (the high end, in the currency of ``total``) and
    ``count_<country>`` (commitments and parts of them), 0 where nothing stands.
    """
    columns: dict[str, pd.Series] = {}
    for code in total.world.dataset.compared:
        rows = total.in_scope[total.in_scope["country_code"] == code]
        by = rows.groupby("rung")["high"]
        columns |= {f"amount_{code}": by.sum(), f"count_{code}": by.size()}
    frame = pd.DataFrame(columns).reindex(list(total.world.rules.rungs)).fillna(0)
    return pd.concat([frame, frame.sum().to_frame(ALL).T])
