"""Frames as CSV that a spreadsheet opens as data, never as a formula."""

import numpy as np
import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """UTF-8, one header row, no index, missing as empty, yes and no as true and false.

    Text that starts a formula is defused.
    """
    safe = frame.copy()
    for name in safe.columns[[not _is_figure(safe[name]) for name in safe]]:
        safe[name] = safe[name].astype("object").map(_written, na_action="ignore")
    return safe.to_csv(index=False, lineterminator="\n").encode("utf-8")


def _is_figure(column: pd.Series) -> bool:
    is_bool = pd.api.types.is_bool_dtype(column)
    return pd.api.types.is_numeric_dtype(column) and not is_bool


def _written(cell: object) -> object:
    if isinstance(cell, bool | np.bool_):
        # As the tables of the data have it, so that a download can be read as one of them.
        return "true" if cell else "false"
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell
