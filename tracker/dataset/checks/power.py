"""Assumptions about power: ends in order, within what is possible, one of each."""

from collections.abc import Iterator

from tracker.dataset.checks.wrong import fault, wrong_cells
from tracker.dataset.dataset import Dataset
from tracker.dataset.faults import Fault

ENDS = ("low", "central", "high")
TABLE = "assumptions"


def assumption_ends(dataset: Dataset) -> Iterator[Fault]:
    """Low, central and high are in order and within what a reader could type."""
    bounds = dataset.rules.energy.bounds
    for line, row in dataset[TABLE].iterrows():
        low, central, high = (float(row[end]) for end in ENDS)
        if not low <= central <= high:
            problem = f"{low:g}, {central:g}, {high:g} are not in order"
            yield fault(dataset, TABLE, line, "central", problem)
        bound = bounds.get(row["parameter"])
        if bound is not None and not bound.least <= low <= high <= bound.most:
            problem = f"must lie between {bound.least:g} and {bound.most:g}"
            yield fault(dataset, TABLE, line, "low", problem)


def one_assumption_each(dataset: Dataset) -> Iterator[Fault]:
    """A parameter is assumed once per country, or once for all."""
    rows = dataset[TABLE]
    is_again = rows.fillna({"country_code": ""}).duplicated(["parameter", "country_code"])
    yield from wrong_cells(dataset, TABLE, "parameter", is_again, "again")


def price_ends(dataset: Dataset) -> Iterator[Fault]:
    """The prices that energy.yaml takes for low, central and high are in order."""
    rows = dataset["prices"].dropna(subset="price")
    price = dict(zip(rows["price_id"], rows["price"].astype("float64"), strict=True))
    line_of = {row: int(str(line)) for line, row in rows["price_id"].items()}
    for ends in dataset.rules.energy.prices.values():
        if any(row not in price for end in ENDS for row in ends[end]):
            continue
        sums = [sum(price[row] for row in ends[end]) for end in ENDS]
        if sums != sorted(sums):
            told = ", ".join(f"{value:g}" for value in sums)
            line = line_of[ends["central"][0]]
            yield fault(dataset, "prices", line, "price", f"low, central, high are {told}")
