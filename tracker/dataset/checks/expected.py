"""Rows that must be there: as many as ever, and those that settings name.

Only of a table that says how many rows it has at least: a small copy of the data says nothing.
"""

from collections.abc import Iterator

from tracker.dataset.checks.wrong import fault
from tracker.dataset.dataset import Dataset
from tracker.dataset.faults import Cost, Fault
from tracker.dataset.settings.energy import Reference

ASSUMED_ELSEWHERE = {"mw", "intensity", "price"}  # bounds of what is typed or has its own table


def no_fewer_rows(dataset: Dataset) -> Iterator[Fault]:
    """A table has no fewer rows than it ever had: a file that was cut has no other trace."""
    for name, table in dataset.package.tables.items():
        count, least = len(dataset.written[name]), table.descriptor.get("leastRows", 0)
        if count < least:
            problem = f"has {count} rows, at least {least} are expected: is the file whole?"
            yield from _absent(dataset, name, problem)


def rows_named_by_settings(dataset: Dataset) -> Iterator[Fault]:
    """The rows that energy.yaml, diplomacy.yaml and comparison.yaml name are there."""
    rules = dataset.rules
    ends = (rows for ends in rules.energy.prices.values() for rows in ends.values())
    prices = {row for rows in ends for row in rows} | {*rules.diplomacy.adopter_prices}
    for price in sorted(prices - {*dataset.written["prices"]["price_id"]}):
        yield from _absent(dataset, "prices", f"has no row {price!r}, which settings name")
    for code, one in dict.fromkeys(_references(dataset)):
        yield from _figure(dataset, code, one)
    yield from _divisors(dataset)


def _is_expected(dataset: Dataset, table: str) -> bool:
    says = "leastRows" in dataset.package[table].descriptor
    return says and table not in dataset.unreadable


def _references(dataset: Dataset) -> Iterator[tuple[str, Reference]]:
    """Every figure that energy.yaml names, with its country."""
    energy = dataset.rules.energy
    for group in (*energy.methods.values(), *energy.against.values(), energy.growth):
        yield from group.items()
    for several in (energy.market, energy.published_factors):
        yield from ((code, one) for code, ones in several.items() for one in ones)


def _figure(dataset: Dataset, code: str, one: Reference) -> Iterator[Fault]:
    rows = dataset.written[one.table]
    place = rows["zone_id"] == one.zone if one.zone else rows["country_code"] == code
    found = place & (rows["metric"] == one.metric) & (rows["year"] == one.year)
    if not found.any():
        told = f"{one.zone or code} {one.metric} {one.year}"
        yield from _absent(dataset, one.table, f"has no row for {told}, which energy.yaml names")


def _divisors(dataset: Dataset) -> Iterator[Fault]:
    """Every compared country has the figures that money is divided by."""
    rows = dataset.written["indicators"]
    for per in dataset.rules.comparison.per.values():
        for code in dataset["countries"]["country_code"] if per.indicator else ():
            found = (rows["indicator_id"] == per.indicator) & (rows["country_code"] == code)
            if not found.any():
                yield from _absent(dataset, "indicators", f"has no row {per.indicator} for {code}")


def assumptions(dataset: Dataset) -> Iterator[Fault]:
    """Every assumption is there for each compared country, or once for all."""
    if not _is_expected(dataset, "assumptions"):
        return
    energy, rows = dataset.rules.energy, dataset.written["assumptions"]
    for parameter in sorted(energy.bounds.keys() - ASSUMED_ELSEWHERE):
        codes = set(rows["country_code"][rows["parameter"] == parameter])
        for code in dataset["countries"]["country_code"]:
            if not codes & {"", code}:
                yield from _absent(dataset, "assumptions", f"has no row {parameter} for {code}")
    usable = dataset["assumptions"]
    general = set(usable["parameter"][usable["country_code"].isna()])
    for parameter in sorted({*energy.price_rates.values()} - general):
        problem = f"has no row {parameter} that can be used, without which nothing is worked out"
        yield fault(dataset, "assumptions", 0, "", problem)


def _absent(dataset: Dataset, table: str, problem: str) -> Iterator[Fault]:
    if _is_expected(dataset, table):
        yield fault(dataset, table, 0, "", problem, Cost.ABSENT)
