"""Makes exchange_rates.csv from the reference rates that the currencyconverter package carries.

The package is a development tool: the app reads the table, never the package.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from statistics import fmean

from currency_converter import CurrencyConverter

from tracker import dates
from tracker.dataset import Dataset
from tracker.money import BASE

SOURCE = "ecb-reference-rates"
DIGITS = 6
PLAIN_PERIOD = re.compile(r"\d{4}(-\d{2})?")  # a year or a month, the periods that have a mean


def needed(dataset: Dataset) -> list[tuple[str, str]]:
    """(period, currency) of every rate that the data and the currencies on screen ask for."""
    wanted: set[tuple[str, str]] = set()
    for table in ("amounts", "overlaps"):
        rows = dataset.written[table]
        for period, currency in zip(rows["claim_date"], rows["currency"], strict=True):
            wanted |= {(period, name) for name in (currency, *dataset.rules.display_currencies)}
    prices = dataset.written["prices"]
    for period, unit in zip(prices["period"], prices["unit"], strict=True):
        if PLAIN_PERIOD.fullmatch(period):
            wanted.add((period, unit.partition("/")[0]))
    return sorted(pair for pair in wanted if pair[1] != BASE)


def write_rates(dataset: Dataset, path: Path) -> int:
    """Write ``path`` anew; gives the number of rates. Raises KeyError for an unknown currency."""
    table = dataset.package["exchange_rates"]
    rows = list(_rows(needed(dataset), dataset.rules.evidence_until))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.fields)
        writer.writerows(rows)
    return len(rows)


def _rows(wanted: Iterable[tuple[str, str]], until: date) -> Iterator[list[str]]:
    fixings = CurrencyConverter()._rates  # the one place where the package keeps whole series
    for period, currency in wanted:
        series = {day: rate for day, rate in fixings[currency].items() if rate is not None}
        rate, fixing = _rate(series, period, until)
        key = f"{currency.lower()}-{period}"
        yield [key, period, currency, f"{rate:.{DIGITS}f}", fixing.isoformat(), SOURCE]


def _rate(series: dict[date, float], period: str, until: date) -> tuple[float, date]:
    first, last = dates.first_day(period), dates.known_from(period, until)
    if first == last:
        fixing = max(day for day in series if day <= last)
        return series[fixing], fixing
    days = [day for day in series if first <= day <= last]
    return fmean(series[day] for day in days), max(days)
