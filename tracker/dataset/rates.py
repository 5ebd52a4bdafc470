"""Makes exchange_rates.csv from the reference rates that the currencyconverter package carries.

The package is a development tool: the app reads the table, never the package.
"""

import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from statistics import fmean

from currency_converter import CurrencyConverter

from tracker.dataset import dates, spellings
from tracker.dataset.dataset import BASE, Dataset
from tracker.dataset.faults import Cost, DataError
from tracker.dataset.rows import written

ASKING = ("amounts", "overlaps", "prices", "exchange_rates")
SOURCE = "ecb-reference-rates"
DIGITS = 6
CLOSED_FOR = 7  # days at most between two fixings, over a run of holidays
CURRENCY = re.compile("[A-Z]{3}")
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
    known = {pair for pair in wanted if spellings.is_period(pair[0]) and pair[1] != BASE}
    return sorted(pair for pair in known if CURRENCY.fullmatch(pair[1]))


def write_rates(dataset: Dataset, path: Path) -> tuple[int, list[str]]:
    """Write ``path`` anew; gives the number of rates, and a line for each that nobody has.

    Rates of another source, entered by hand where the bank has none, stay as they are. Raises
    ValueError, and writes nothing, where a row that asks for a rate or gives one cannot be read.
    """
    _refuse_what_is_not_whole(dataset)
    table = dataset.package["exchange_rates"]
    by_hand = dataset.written["exchange_rates"].query("source_id != @SOURCE")
    rows: list[list[str]] = by_hand.to_numpy().tolist()
    stated = set(zip(by_hand["period"], by_hand["currency"], strict=True))
    missing = []
    for period, currency in needed(dataset):
        if (period, currency) in stated:
            continue
        found = _rate(_series(currency), period, dataset.rules.evidence_until)
        if found:
            key = f"{currency.lower()}-{period}"
            day = found[1].isoformat()
            rate = spellings.usual(f"{found[0]:.{DIGITS}f}", table.fields["units_per_eur"])
            rows.append([key, period, currency, rate, day, SOURCE])
        else:
            missing.append(
                f"the ECB has no rate for {currency} on {period}: give one with its source, as a"
                f" row of {table.path}"
            )
    rows.sort(key=lambda row: (row[1], row[2]))
    path.write_text(written(table.fields, rows), encoding="utf-8", newline="")
    return len(rows), missing


def _refuse_what_is_not_whole(dataset: Dataset) -> None:
    """A rate that is not asked for any more is not written again: so every asking row is needed."""
    asking = [fault for fault in dataset.faults if fault.table in ASKING]
    unread = [
        fault
        for fault in asking
        if fault.cost == Cost.FILE or (fault.withholds and not fault.field)
    ]
    if unread:
        raise DataError(unread)


@cache
def _series(currency: str) -> dict[date, float]:
    """Every fixing of a currency; nothing for one that the bank does not quote."""
    fixings = _converter()._rates.get(currency, {})  # where the package keeps whole series
    return {day: rate for day, rate in fixings.items() if rate is not None}


@cache
def _converter() -> CurrencyConverter:
    return CurrencyConverter()


def _rate(series: dict[date, float], period: str, until: date) -> tuple[float, date] | None:
    """The mean of a period, or the fixing of a day; None where the bank quoted none about then."""
    first, last = dates.first_day(period), dates.known_from(period, until)
    earliest = first - timedelta(days=CLOSED_FOR) if first == last else first
    days = [day for day in series if earliest <= day <= last]
    if not days or not _reaches(series, last):
        return None
    if first == last:
        days = [max(days)]
    return fmean(series[day] for day in days), max(days)


def _reaches(series: dict[date, float], last: date) -> bool:
    """Whether the series goes on to ``last``: the mean of a period cut short is another figure."""
    return max(series) >= last - timedelta(days=CLOSED_FOR)
