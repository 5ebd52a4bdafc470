"""A total laid open: the rows it added, the rows it left out and why, and the rates it used."""

import pandas as pd

from tracker.counting.totals import INFERRED, Total


def added(total: Total) -> pd.DataFrame:
    """The shares with money on either end, the largest first, indexed by ``commitment_id``.

    The columns of `Total.rows` and ``title``, ``claim`` (what counts in ``claim_currency``, in
    whole units), ``source_id`` (the document of the amount) and ``notes``, a tuple of codes:
    remainder, unassigned, inferred, trimmed, overlap (``overlap`` of ``claim_currency`` was taken
    off), whole.
    """
    rows = _with_money(total).sort_values(["value", "high"], ascending=False)
    cited = total.world.dataset["amounts"].set_index("amount_id")["source_id"]
    return rows.assign(
        title=_titles(rows, total),
        claim=(rows["value"] / rows["rate"]).round(),
        source_id=rows["amount_id"].map(cited),
        notes=_notes(rows),
    )


def left_out(total: Total) -> pd.DataFrame:
    """What was not added, as in `Total.left_out`, by reason and the largest first, with ``title``.

    ``rung`` and ``high`` (in the currency of the total) are missing of what has no money.
    """
    rows = total.left_out.sort_values(["reason", "high"], ascending=[True, False])
    return rows.assign(title=_titles(rows, total))


def rates(total: Total) -> pd.DataFrame:
    """The rates that the added rows were exchanged at, in the order of their currency and period.

    ``currency``, ``period``, ``units_per_eur`` and the ``fixing_date`` that it was taken from.
    """
    rows, every = _with_money(total), total.world.dataset["exchange_rates"]
    currencies = {*rows["claim_currency"], total.currency}
    used = every["period"].isin(rows["period"]) & every["currency"].isin(currencies)
    columns = ["currency", "period", "units_per_eur", "fixing_date"]
    return every[used].sort_values(["currency", "period"])[columns]


def _with_money(total: Total) -> pd.DataFrame:
    """The rows with money on either end; those without any were in scope and add nothing."""
    return total.rows[total.rows["high"] + total.rows["value"] > 0]


def _titles(rows: pd.DataFrame, total: Total) -> pd.Series:
    titles = total.world.dataset["commitments"].set_index("commitment_id")["title"]
    return titles.reindex(rows.index)


def _notes(rows: pd.DataFrame) -> pd.Series:
    """What else is to know of each row, as codes."""
    told = {
        "remainder": rows["is_remainder"],
        "unassigned": rows["is_unassigned"],
        "inferred": rows["rung_basis"] == INFERRED,
        "trimmed": rows["is_trimmed"],
        "overlap": rows["overlap"] != 0,
        "whole": rows["is_credited_whole"],
    }
    notes = [
        tuple(code for code, is_so in zip(told, row, strict=True) if is_so)
        for row in zip(*told.values(), strict=True)
    ]
    return pd.Series(notes, index=rows.index, dtype="object")
