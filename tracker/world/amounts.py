"""Which documents state an amount, and how far the best of them may be relied on."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeAlias

import pandas as pd

from tracker.dataset.dataset import Dataset
from tracker.dataset.once import once
from tracker.dataset.plain import Row
from tracker.world import claims

SAME_SUM = ("commitment_id", "amount_low", "amount_high", "currency")
Sum: TypeAlias = tuple[Any, ...]  # SAME_SUM of an amount


def documents(rows: Iterable[Row], dataset: Dataset, day: date) -> list[set[str]]:
    """For each row of amounts the documents known by ``day`` that state it; none for no row."""
    found: dict[Sum, set[str]] = {}
    for known, stated, source in _stated(dataset):
        if known <= day:
            found.setdefault(stated, set()).add(source)
    return [found[_sum_of(row)] if row else set() for row in rows]


def best_tier(sources: Iterable[str], dataset: Dataset) -> str | None:
    """The tier of the best of some documents; None where no publisher is known."""
    every = dataset.documents
    return dataset.rules.evidence.best({every[name]["tier"] for name in sources if name in every})


@once
def _stated(dataset: Dataset) -> list[tuple[date, Sum, str]]:
    """Of every adopted amount the day from which it is known, the sum, and the document."""
    return [
        (known, _sum_of(row), row["source_id"])
        for row, known in claims.dated("amounts", dataset)
        if known is not None and row["standing"] == "adopted"
    ]


def _sum_of(row: Row) -> Sum:
    return tuple(None if pd.isna(row[name]) else row[name] for name in SAME_SUM)
