"""What the compared countries did to win data centres: laws, programmes, concessions."""

import pandas as pd

from tracker.world.asof import World

CONTEXT = "context"  # what a country has, and did not do to win anything


def seen(world: World) -> pd.DataFrame:
    """The measures of the compared countries known on the day; an undated one always is."""
    rows = world.known("measures")
    return rows[rows["country_code"].isin(world.dataset.compared)]
