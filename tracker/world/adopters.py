"""Who could be next: what documents claim of other countries, and the figures of each."""

from collections.abc import Iterable

import pandas as pd

from tracker.world.asof import World

SIDES = ("offers", "lacks", "does")


def claims(world: World) -> dict[str, pd.DataFrame]:
    """Country -> what was claimed of it by the day, the country with the most claims first."""
    rows = world.known("adopters")
    order = rows["country_code"].value_counts().index
    return {str(code): rows[rows["country_code"] == code] for code in order}


def by_side(found: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """What a country offers, lacks and does, of the claims about it."""
    return {side: found[found["side"] == side] for side in SIDES}


def newest_figures(codes: Iterable[str], world: World) -> pd.DataFrame:
    """The newest figure of each country among ``codes`` and metric that adopters are told by.

    Rows of the table: ``country_code, metric, value, unit, year, source_id``. What is not known is
    absent.
    """
    rows = world.dataset["grid"]
    is_asked = rows["metric"].isin(world.rules.diplomacy.adopter_figures)
    rows = rows[is_asked & rows["country_code"].isin([*codes]) & rows["value"].notna()]
    rows = rows.sort_values("year", kind="stable")
    return rows.drop_duplicates(["country_code", "metric"], keep="last")


def named_prices(codes: Iterable[str], world: World) -> pd.DataFrame:
    """The price that the settings name for each country among ``codes``, as its document has it.

    Rows of the table: ``country_code, price, unit, customer_class, period, source_id``. What is
    not known is absent.
    """
    rows = world.dataset["prices"]
    is_named = rows["price_id"].isin(world.rules.diplomacy.adopter_prices)
    rows = rows[is_named & rows["country_code"].isin([*codes]) & rows["price"].notna()]
    return rows.drop_duplicates("country_code")
