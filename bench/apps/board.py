"""The table that every peer shows: the largest amounts, one row each, with their commitment."""

from pathlib import Path

import pandas as pd

DATA = Path(__file__).parents[2] / "data"
ROWS = 25  # as many as our own leaderboard shows at first
COLUMNS = [
    "title", "country_code", "category", "flow_type", "amount_low", "amount_high", "currency",
    "claim_date", "wording",
]  # fmt: skip


def board(column: str = "amount_high", rows: int = ROWS) -> pd.DataFrame:
    """The ``rows`` largest by ``column``, in currency units; a blank amount is missing."""
    commitments = pd.read_csv(DATA / "commitments.csv", keep_default_na=False)
    merged = pd.read_csv(DATA / "amounts.csv").merge(commitments, on="commitment_id")
    return merged.sort_values(column, ascending=False)[COLUMNS].head(rows)
