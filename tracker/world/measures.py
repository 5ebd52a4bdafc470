"""What the compared countries did to win data centres: laws, programmes, concessions."""

import pandas as pd

from tracker.dataset.once import once
from tracker.world.asof import World

CONTEXT = "context"  # what a country has, and did not do to win anything


@once
def seen(world: World) -> pd.DataFrame:
    """The measures of the compared countries known on the day; an undated one always is."""
    rows = world.known("measures")
    return rows[rows["country_code"].isin(world.dataset.compared)]


@once
def concessions(world: World) -> pd.DataFrame:
    """The measures of `seen` for one commitment each, of private money and known on the day."""
    is_public = world.commitments["flow_type"].isin(world.rules.public_flow_types)
    private, rows = world.commitments.index[~is_public], seen(world)
    return rows[rows["commitment_id"].isin(private) & (rows["nature"] != CONTEXT)]
