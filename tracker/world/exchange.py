"""Exchange at the reference rates of the European Central Bank; prices of power at one rate."""

from dataclasses import dataclass

from tracker.dataset.dataset import BASE, Dataset
from tracker.dataset.once import once
from tracker.world.grid import assumption

PER_MWH = f"{BASE}/MWh"
KWH_PER_MWH = 1000.0


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


@once
def read_rates(dataset: Dataset) -> Rates:
    """Rates from the table: one row per ``period`` and ``currency``, in ``units_per_eur``."""
    rows = dataset.rows("exchange_rates")
    return Rates({(row["period"], row["currency"]): float(row["units_per_eur"]) for row in rows})


def eur_per_mwh(price: float, unit: str, dataset: Dataset) -> float | None:
    """A price of power in EUR/MWh; ``unit`` is a currency per kWh or MWh, such as INR/kWh.

    Prices of all periods go at the one rate that is assumed for their currency, the central one,
    so that they compare. None where no rate is assumed. Raises ValueError for a rate of 0 or less.
    """
    currency, _, per = unit.partition("/")
    rate = 1.0 if currency == BASE else _assumed_rate(currency, dataset)
    if rate is None:
        return None
    if rate <= 0:
        raise ValueError(f"exchange rate {rate:g} must be above 0")
    return price * (KWH_PER_MWH if per == "kWh" else 1.0) / rate


def _assumed_rate(currency: str, dataset: Dataset) -> float | None:
    row = assumption(dataset, dataset.rules.energy.price_rates.get(currency, ""))
    return None if row is None else float(row["central"])
