"""How a check says what is wrong."""

from collections.abc import Collection, Hashable, Iterator

import pandas as pd

from tracker.dataset.dataset import Dataset
from tracker.dataset.faults import Cost, Fault


def fault(
    dataset: Dataset, table: str, line: Hashable, field: str, problem: str, cost: Cost = Cost.ROW
) -> Fault:
    """One fault in a row of ``table``, or in the whole of it where ``line`` is 0."""
    return Fault(table, int(str(line)), field, problem, dataset.package[table].file, cost)


def wrong_cells(
    dataset: Dataset, table: str, field: str, is_wrong: pd.Series, problem: str
) -> Iterator[Fault]:
    """A fault for each cell of ``field`` that ``is_wrong``: what it says, and the ``problem``."""
    for line, value in dataset[table][field][is_wrong].items():
        yield fault(dataset, table, line, field, f"{value!r} {problem}")


def filled_only_where(
    dataset: Dataset, table: str, fields: Collection[str], wanted: pd.Series, why: tuple[str, str]
) -> Iterator[Fault]:
    """Cells of ``fields`` that are empty where they are ``wanted``, or set where they are not.

    ``why`` is the column that decides, and what readers call it.
    """
    rows, (column, word) = dataset[table], why
    for field in fields:
        for state, wrong in (
            ("empty", wanted & rows[field].isna()),
            ("set", ~wanted & rows[field].notna()),
        ):
            for line in rows.index[wrong]:
                problem = f"is {state}, yet the {word} is {rows.at[line, column]!r}"
                yield fault(dataset, table, line, field, problem)


def as_told(rows: pd.DataFrame, columns: Collection[str]) -> pd.Series:
    """What each row says in ``columns``, as one text to tell rows apart by."""
    said = [repr(tuple(row)) for row in rows[[*columns]].to_numpy()]
    return pd.Series(said, index=rows.index, dtype="str")
