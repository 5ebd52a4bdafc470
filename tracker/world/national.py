"""National figures: what indicators, grid statistics and prices say of a country, and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from tracker.dataset.dataset import Dataset
from tracker.dataset.once import once
from tracker.dataset.plain import Row
from tracker.dataset.settings.comparison import Settings
from tracker.world.exchange import PER_MWH, eur_per_mwh
from tracker.world.figures import Figure, not_comparable

NOTHING = Figure(None, None)
KIND = {  # tables of national figures, and what says of what each row is
    "indicators": "indicator_id",
    "grid": "metric",
    "grid_zones": "metric",
    "prices": "price_basis",
}
VALUE = {"prices": "price"}


@dataclass(frozen=True)
class Reading:
    """One figure of a national table, with the document it is from and what to know about it.

    ``standing`` is adopted or rival; ``kind`` the identifier of the indicator, metric or price.
    """

    figure: Figure
    kind: str
    source_id: str
    qualifier: str = ""
    standing: str = "adopted"
    note: str = ""


@dataclass(frozen=True)
class Line:
    """One thing looked at in every country.

    ``shown``   the reading used per country; a country without any is absent,
    ``others``  its further readings: other years, and rival ones,
    ``reason``  why the readings are `not_comparable`, as a code; empty if they are,
    ``leader``  the country with the better value; empty where none is better or they are level,
    ``better``  which way is better: higher, lower or none.
    """

    name: str
    shown: Mapping[str, Reading]
    others: Mapping[str, tuple[Reading, ...]]
    reason: str
    leader: str
    better: str = "none"


def latest(dataset: Dataset, indicator: str, code: str) -> Figure:
    """The newest adopted value of an indicator; without bounds where there is none."""
    reading = latest_reading(dataset, indicator, code)
    return reading.figure if reading else NOTHING


def latest_reading(dataset: Dataset, indicator: str, code: str) -> Reading | None:
    """The newest adopted reading of an indicator; None where there is none."""
    readings = [r for r in _indicators(dataset, indicator, code) if r.standing == "adopted"]
    return max(readings, key=_newest) if readings else None


def lines(dataset: Dataset, codes: tuple[str, ...]) -> dict[str, list[Line]]:
    """Section of comparison.yaml -> its lines for the countries ``codes``."""
    settings = dataset.rules.comparison
    return {
        name: [_line(row, dataset, codes, settings) for row in rows]
        for name, rows in settings.sections.items()
    }


def _line(
    row: Mapping[str, Any], dataset: Dataset, codes: tuple[str, ...], settings: Settings
) -> Line:
    found = {code: list(_readings(row, dataset, code)) for code in codes}
    adopted = {
        code: [reading for reading in readings if reading.standing == "adopted"]
        for code, readings in found.items()
    }
    shown = _shown(adopted)
    others = {
        code: tuple(sorted((r for r in readings if r is not shown.get(code)), key=_newest)[::-1])
        for code, readings in found.items()
    }
    figures = {code: reading.figure for code, reading in shown.items()}
    reason = _reason([figures.get(code, NOTHING) for code in codes], settings.years_apart)
    better = row.get("better") or (_better(shown, settings) if shown else "none")
    leader = "" if reason else _leader(figures, better)
    return Line(row["name"], shown, others, reason, leader, better)


def _shown(adopted: Mapping[str, list[Reading]]) -> dict[str, Reading]:
    """The newest reading of each country, of one period for all wherever they share one."""
    adopted = {code: readings for code, readings in adopted.items() if readings}
    periods = [{r.figure.period for r in readings} for readings in adopted.values()]
    common = set.intersection(*periods) if periods else set()
    return {
        code: max([r for r in readings if r.figure.period in common] or readings, key=_newest)
        for code, readings in adopted.items()
    }


def _newest(reading: Reading) -> tuple[int, str]:
    return (reading.figure.years[1], reading.figure.period)


def _reason(figures: list[Figure], years_apart: int) -> str:
    first, *rest = figures
    return next(filter(None, (not_comparable(first, one, years_apart) for one in rest)), "")


def _better(shown: Mapping[str, Reading], settings: Settings) -> str:
    kind = next(iter(shown.values())).kind
    return str(settings.described(kind).get("better", "none"))


def _leader(figures: Mapping[str, Figure], better: str) -> str:
    """Whose range lies wholly on the better side of all others."""
    ends = {code: (figure.low or 0.0, figure.high or 0.0) for code, figure in figures.items()}
    for code, (low, high) in ends.items():
        others = [end for other, end in ends.items() if other != code]
        if better == "higher" and all(low > other_high for _, other_high in others):
            return code
        if better == "lower" and all(high < other_low for other_low, _ in others):
            return code
    return ""


def _readings(row: Mapping[str, Any], dataset: Dataset, code: str) -> Iterator[Reading]:
    """Every reading of a line: of the first of its figures that the country has, and rival ones."""
    for kinds, read in (("indicators", _indicators), ("metrics", _metrics)):
        found = (list(read(dataset, name, code)) for name in row.get(kinds, []))
        for reading in next(filter(None, found), []):
            yield _paired(reading, row.get("pair", {}))
    for name in row.get("rivals", []):
        yield from _indicators(dataset, name, code)
    if "price" in row:
        yield from _prices(dataset, row["price"], code)


def _paired(reading: Reading, pair: Mapping[str, Any]) -> Reading:
    """A reading under the name and unit of the pair it belongs to."""
    return replace(reading, figure=replace(reading.figure, **pair)) if pair else reading


def _indicators(dataset: Dataset, indicator: str, code: str) -> Iterator[Reading]:
    rows = _by_kind(dataset)["indicators"].get((indicator, code), [])
    return _of_kind(rows, indicator, dataset.rules.comparison.indicators)


def _metrics(dataset: Dataset, metric: str, code: str) -> Iterator[Reading]:
    for table in ("grid", "grid_zones"):
        rows = _by_kind(dataset)[table].get((metric, code), [])
        yield from _of_kind(rows, metric, dataset.rules.comparison.metrics)


@once
def _by_kind(dataset: Dataset) -> dict[str, dict[tuple[str, str], list[Row]]]:
    """Table -> kind of figure and country -> its rows that have a value."""
    found: dict[str, dict[tuple[str, str], list[Row]]] = {table: {} for table in KIND}
    for table, kind in KIND.items():
        for row in dataset.rows(table):
            of_country = row.get("zone_id", row["country_code"]) == row["country_code"]
            if of_country and not pd.isna(row[VALUE.get(table, "value")]):
                found[table].setdefault((row[kind], row["country_code"]), []).append(row)
    return found


def _of_kind(rows: list[Row], kind: str, described: Mapping[str, Any]) -> Iterator[Reading]:
    said = described.get(kind, {})
    about = {name: said.get(name, "") for name in ("method", "basis", "prices")}
    for row in rows:
        yield Reading(
            Figure(*_ends(row, "value"), row["unit"], kind, row["year"], **about),
            kind,
            row["source_id"],
            _text(row.get("qualifier")),
            row.get("standing", "adopted"),
            _text(row["note"]),
        )


def _prices(dataset: Dataset, price_basis: str, code: str) -> Iterator[Reading]:
    for row in _by_kind(dataset)["prices"].get((price_basis, code), []):
        ends, unit = _ends(row, "price"), row["unit"]
        figure = Figure(*ends, unit, price_basis, row["period"])
        low, high = (eur_per_mwh(end, unit, dataset) for end in ends)
        if low is not None:
            figure = replace(figure, low=low, high=high, unit=PER_MWH, prices="assumed")
        yield Reading(figure, price_basis, row["source_id"], note=row["customer_class"])


def _ends(row: Row, column: str) -> tuple[float, float]:
    low, high = row[column], row.get(f"{column}_high")
    return float(low), float(low if pd.isna(high) else high)


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""
