"""National figures and promises say what they are: known indicators, their units, outcomes."""

from collections.abc import Iterator

import pandas as pd

from tracker.dataset.checks.wrong import fault, filled_only_where, wrong_cells
from tracker.dataset.dataset import Dataset
from tracker.dataset.faults import Fault

SETTLED = ("kept", "late", "missed", "dropped")


def described(dataset: Dataset) -> Iterator[Fault]:
    """Every indicator and metric is listed in indicators.yaml, under the unit given there."""
    settings = dataset.rules.comparison
    for name, field, listed in (
        ("indicators", "indicator_id", settings.indicators),
        ("grid", "metric", settings.metrics),
        ("grid_zones", "metric", settings.metrics),
    ):
        rows = dataset[name]
        unit_of = {key: str(value["unit"]) for key, value in listed.items()}
        units = rows[field].map(unit_of)
        yield from wrong_cells(dataset, name, field, units.isna(), "is not in indicators.yaml")
        for line in rows.index[units.notna() & (units != rows["unit"])]:
            kind = str(rows.at[line, field])
            problem = f"{rows.at[line, 'unit']!r}, yet {kind} is in {unit_of[kind]}"
            yield fault(dataset, name, line, "unit", problem)


def one_adopted_reading(dataset: Dataset) -> Iterator[Fault]:
    """A source gives one adopted value per indicator, country and period."""
    rows = dataset["indicators"].query("standing == 'adopted'")
    same = ["indicator_id", "country_code", "year", "source_id"]
    for line in rows.index[rows.duplicated(same)]:
        problem = f"{rows.at[line, 'source_id']!r} gives this figure twice"
        yield fault(dataset, "indicators", line, "value", problem)


def outcomes(dataset: Dataset) -> Iterator[Fault]:
    """A settled promise says when and on whose word; an open one does not."""
    rows = dataset["promises"]
    fields = ("outcome_date", "outcome_source_id")
    is_settled = rows["outcome"].isin(SETTLED)
    yield from filled_only_where(dataset, "promises", fields, is_settled, ("outcome", "outcome"))


def readings_differ(dataset: Dataset) -> Iterator[Fault]:
    """The two sides of a conflict are two readings."""
    rows: pd.DataFrame = dataset["conflicts"]
    for line in rows.index[rows["reading_a"] == rows["reading_b"]]:
        yield fault(dataset, "conflicts", line, "reading_b", "is the same as the first reading")
