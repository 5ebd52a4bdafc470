"""What could be true, yet is hardly meant: days to come, figures unlike their words, odd sizes."""

import math
from collections.abc import Hashable, Iterator
from typing import Any

import pandas as pd

from tracker.dataset import dates
from tracker.dataset.checks import phrases
from tracker.dataset.checks.wrong import fault
from tracker.dataset.dataset import Dataset
from tracker.dataset.faults import Fault
from tracker.dataset.settings.plausible import Size

MONEY = {
    "amounts": ("amount_low", "amount_high"),
    "tallies": ("amount",),
    "tally_lines": ("floor", "ceiling"),
    "exclusions": ("amount",),
}
SIZED = ("amounts", "tally_lines", "capacities")  # one pledge or power; a tally may be of any size
FIGURES = {
    "exchange_rates": ("currency", ("units_per_eur",)),
    "grid": ("metric", ("value",)),
    "grid_zones": ("metric", ("value",)),
    "indicators": ("indicator_id", ("value", "value_high")),
    "prices": ("unit", ("price", "price_high")),
}
Row = dict[Hashable, Any]
ANY = Size(-math.inf, math.inf)
ANSWER = "say why in the column answer"


def days_to_come(dataset: Dataset) -> Iterator[Fault]:
    """What was said, seen or done is not dated after the day on which the data were made."""
    made = dataset.package.made_on
    for name, table in dataset.package.tables.items():
        for field in (name for name, about in table.fields.items() if about.get("isPast")):
            cells = dataset[name][field].dropna()
            for line in cells.index[cells.map(dates.first_day) > made]:
                problem = f"{cells[line]!r} is after the data were made, {made.isoformat()}"
                yield fault(dataset, name, line, field, problem)


def figures_like_their_words(dataset: Dataset) -> Iterator[Fault]:
    """An amount or a power agrees with the figure in the words of its source."""
    settings = dataset.rules.plausible
    for name, ends in MONEY.items():
        for line, row in _unanswered(dataset, name):
            told = phrases.money(row["wording"], settings)
            if not _agrees(row, ends, told, settings.tolerance_pct):
                yield _unlike(dataset, name, line, ends[-1], row)
    for line, row in _unanswered(dataset, "capacities"):
        told = phrases.power(row["wording"], settings)
        if not _agrees(row, ("capacity_mw",), told, settings.tolerance_pct):
            yield _unlike(dataset, "capacities", line, "capacity_mw", row)


def _unanswered(dataset: Dataset, name: str) -> Iterator[tuple[int, Row]]:
    rows = dataset[name]
    rows = rows[rows["wording"].notna() & rows["answer"].isna()]
    for line, row in zip(rows.index, rows.to_dict("records"), strict=True):
        yield int(str(line)), row


def _agrees(
    row: Row, ends: tuple[str, ...], told: list[phrases.Told], tolerance_pct: float
) -> bool:
    stated = [float(row[end]) for end in ends if pd.notna(row[end])]
    currency = row.get("currency")
    codes = [currency] if isinstance(currency, str) else [one.currency for one in told]
    likeness = (
        phrases.agrees(value, code, told, tolerance_pct) for value in stated for code in codes
    )
    return not told or not stated or any(likeness)


def _unlike(dataset: Dataset, name: str, line: int, field: str, row: Row) -> Fault:
    value = f"{float(row[field]):.15g}"
    problem = f"{value} is not what {row['wording']!r} says: mend it, or {ANSWER}"
    return fault(dataset, name, line, field, problem)


def usual_sizes(dataset: Dataset) -> Iterator[Fault]:
    """An amount of one pledge, or a power, is of the size that such things have."""
    sizes = {**dataset.rules.plausible.amounts, "MW": dataset.rules.plausible.capacity_mw}
    for name in SIZED:
        units = _units(dataset, name)
        for field in MONEY.get(name, ("capacity_mw",)):
            for line, value in _unanswered_figures(dataset, name, field):
                unit = units.get(line, "")
                size = sizes.get(unit, ANY)
                if not size.least <= value <= size.most:
                    problem = f"{value:.15g} {unit} is an unusual size: mend it, or {ANSWER}"
                    yield fault(dataset, name, line, field, problem)


def usual_figures(dataset: Dataset) -> Iterator[Fault]:
    """A rate, a national figure or a price is of the size that such things have."""
    settings = dataset.rules.plausible
    for name, (kind, ends) in FIGURES.items():
        rows = dataset[name]
        kinds, units = rows[kind].astype("str"), rows.get("unit", rows[kind]).astype("str")
        sizes = settings.rates if name == "exchange_rates" else settings.figures
        size = [sizes.get(a) or sizes.get(b) or ANY for a, b in zip(kinds, units, strict=True)]
        for field in ends:
            for line, value, what, within in zip(rows.index, rows[field], kinds, size, strict=True):
                if pd.notna(value) and not within.least <= float(value) <= within.most:
                    told = f"{float(value):.15g} lies outside {within.least:g} to {within.most:g}"
                    problem = f"{told}, which plausible.yaml has for {what}"
                    yield fault(dataset, name, line, field, problem)


def _units(dataset: Dataset, name: str) -> dict[int, str]:
    rows = dataset[name]
    if name == "capacities":
        cells = pd.Series("MW", index=rows.index)
    elif "currency" in rows:
        cells = rows["currency"]
    else:
        of_tally = dataset["tallies"].set_index("tally_id")["currency"]
        cells = rows["tally_id"].map(of_tally)
    return {int(str(line)): str(code) for line, code in cells.dropna().items()}


def _unanswered_figures(dataset: Dataset, name: str, field: str) -> Iterator[tuple[int, float]]:
    """The figures of ``field`` that no answer stands beside."""
    rows = dataset[name]
    for line, value in rows.loc[rows["answer"].isna(), field].dropna().items():
        yield int(str(line)), float(value)
