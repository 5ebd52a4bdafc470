"""Who could be next: what documents claim of other countries, and the figures of each."""

from collections.abc import Iterable

import pandas as pd

from tracker.dataset.dataset import Dataset
from tracker.dataset.once import once
from tracker.dataset.plain import Row, grouped
from tracker.world.asof import World

SIDES = ("offers", "lacks", "does")


def claims(world: World) -> dict[str, list[Row]]:
    """Country -> what was claimed of it by the day, the country with the most claims first."""
    found = grouped(world.known_rows("adopters"), "country_code")
    return dict(sorted(found.items(), key=lambda one: len(one[1]), reverse=True))


def by_side(found: Iterable[Row]) -> dict[str, list[Row]]:
    """What a country offers, lacks and does, of the claims about it."""
    held = grouped(found, "side")
    return {side: held[side] for side in SIDES}


def newest_figures(codes: Iterable[str], world: World) -> pd.DataFrame:
    """The newest figure of each country among ``codes`` and metric that adopters are told by.

    Rows of the table: ``country_code, metric, value, unit, year, source_id``. What is not known is
    absent.
    """
    rows = _figures(world.dataset)
    return rows[rows["country_code"].isin([*codes])]


@once
def _figures(dataset: Dataset) -> pd.DataFrame:
    rows = dataset["grid"]
    is_asked = rows["metric"].isin(dataset.rules.diplomacy.adopter_figures)
    rows = rows[is_asked & rows["value"].notna()].sort_values("year", kind="stable")
    return rows.drop_duplicates(["country_code", "metric"], keep="last")


def named_prices(codes: Iterable[str], world: World) -> pd.DataFrame:
    """The price that the settings name for each country among ``codes``, as its document has it.

    Rows of the table: ``country_code, price, unit, customer_class, period, source_id``. What is
    not known is absent.
    """
    rows = _prices(world.dataset)
    return rows[rows["country_code"].isin([*codes])]


@once
def _prices(dataset: Dataset) -> pd.DataFrame:
    rows = dataset["prices"]
    is_named = rows["price_id"].isin(dataset.rules.diplomacy.adopter_prices)
    return rows[is_named & rows["price"].notna()].drop_duplicates("country_code")
