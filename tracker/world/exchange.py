"""Exchange at the reference rates of the European Central Bank."""

from dataclasses import dataclass

import pandas as pd

from tracker.dataset.dataset import BASE


@dataclass(frozen=True)
class Rates:
    """Units of a currency per euro, by period (a day, month or year as written) and currency."""

    units_per_eur: dict[tuple[str, str], float]

    def rate(self, currency: str, to: str, period: str) -> float:
        """How many units of ``to`` one unit of ``currency`` is worth in ``period``.

        Raises KeyError when the table has no rate for that period.
        """
        if currency == to:
            return 1.0
        return self._per_eur(to, period) / self._per_eur(currency, period)

    def _per_eur(self, currency: str, period: str) -> float:
        return 1.0 if currency == BASE else self.units_per_eur[period, currency]

    def has(self, currency: str, period: str) -> bool:
        """Whether ``currency`` can be exchanged in ``period``."""
        return currency == BASE or (period, currency) in self.units_per_eur


def read_rates(exchange_rates: pd.DataFrame) -> Rates:
    """Rates from the table: one row per ``period`` and ``currency``, in ``units_per_eur``."""
    keys = zip(exchange_rates["period"], exchange_rates["currency"], strict=True)
    return Rates(dict(zip(keys, exchange_rates["units_per_eur"].astype(float), strict=True)))
