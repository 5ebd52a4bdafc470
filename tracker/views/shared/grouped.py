"""Rows of a frame as plain values, by what they are about."""

from collections import defaultdict

import pandas as pd

from tracker.dataset.plain import Row


def grouped(rows: pd.DataFrame, by: str) -> dict[str, list[Row]]:
    """The rows of each value of the column ``by`` in their order; an empty list for any other.

    One pass over all rows takes as long as it takes pandas to pick those of one value.
    """
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows.to_dict("records"):
        found[row[by]].append(row)
    return found
