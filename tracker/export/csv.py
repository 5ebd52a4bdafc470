"""Frames as CSV that a spreadsheet opens as data, never as a formula."""

import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """UTF-8, one header row, no index, missing as empty; text that starts a formula is defused."""
    safe = frame.copy()
    for name in safe.columns[[not _is_figure(safe[name]) for name in safe]]:
        safe[name] = safe[name].map(_defused, na_action="ignore")
    return safe.to_csv(index=False, lineterminator="\n").encode("utf-8")


def _is_figure(column: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(column)


def _defused(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell
