"""Power prices of the compared countries in one unit, and the tax measures beside them."""

import pandas as pd

from tracker.dataset.dataset import Dataset
from tracker.dataset.once import once
from tracker.world.exchange import eur_per_mwh

LEVER, NATURE = "tax", "measure"


@once
def prices(dataset: Dataset) -> pd.DataFrame:
    """The rows of prices that have a price, with ``low`` and ``high`` in EUR/MWh.

    ``price_high`` is the price itself where that is no range; the ends are missing where no rate
    is assumed for its currency.
    """
    rows = _of_compared(dataset, "prices").dropna(subset="price")
    rows = rows.assign(price_high=rows["price_high"].fillna(rows["price"]))
    return rows.assign(
        low=_in_euros(rows, "price", dataset), high=_in_euros(rows, "price_high", dataset)
    )


def _in_euros(rows: pd.DataFrame, column: str, dataset: Dataset) -> pd.Series:
    pairs = zip(rows[column], rows["unit"], strict=True)
    return pd.Series([eur_per_mwh(*one, dataset) for one in pairs], rows.index, "float64")


@once
def unpriced(dataset: Dataset) -> pd.DataFrame:
    """The rows of prices for which no price was found."""
    rows = _of_compared(dataset, "prices")
    return rows[rows["price"].isna()]


@once
def taxes(dataset: Dataset) -> pd.DataFrame:
    """The measures that tax or spare power and those who use it."""
    rows = _of_compared(dataset, "measures")
    return rows[(rows["lever"] == LEVER) & (rows["nature"] == NATURE)]


def _of_compared(dataset: Dataset, table: str) -> pd.DataFrame:
    rows = dataset[table]
    return rows[rows["country_code"].isin(dataset.compared)]
