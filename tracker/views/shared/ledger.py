"""A total laid open: the rows it added, the rows it left out and why, and the rates it used."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from tracker.counting import ledger
from tracker.counting.totals import Total
from tracker.look import links
from tracker.look.elements import Part, Said
from tracker.look.look import Look
from tracker.look.parts import folded, table
from tracker.views.shared.sections import columns

ADDED: tuple[str, ...] = ("commitment", "rung", "claim", "dated", "rate", "value", "high", "notes")
ADDED += ("source", "rung_source")
RIGHT = ("claim", "rate", "value", "high", "per_eur")


def laid_open(total: Total, look: Look) -> Part:
    """The sum to the cent, and three tables under it, each behind its own heading."""
    exact, high = (
        look.formats.money_exact(end, total.currency) for end in (total.value, total.high)
    )
    key = "exact_range" if total.high > total.value else "exact"
    told = look.words(f"leaderboard.sum.{key}", amount=exact, high=high)
    rows, out = ledger.added(total), ledger.left_out(total)
    title = look.words("leaderboard.sum.left_out", count=len(out))
    parts = (*_counted(rows, total, look), folded(title, _left_out(out, total.currency, look)))
    return Said("sum", (Said("text", Said("strong", told)), *parts))


def _counted(rows: pd.DataFrame, total: Total, look: Look) -> tuple[Part, ...]:
    if rows.empty:
        return (Said("text", look.words("leaderboard.sum.nothing")),)
    title = look.words("leaderboard.sum.added", count=len(rows))
    return (
        folded(title, _added(rows, total, look), is_open=True),
        folded(look.words("leaderboard.sum.rates"), _rates(ledger.rates(total), look)),
        Said("text", look.words("leaderboard.sum.rates_note")),
    )


def _added(rows: pd.DataFrame, total: Total, look: Look) -> Part:
    """One row per share that was added, with its claim, rate and documents."""
    documents = total.world.dataset.documents
    cells = [
        {
            **row,
            "claim": look.formats.money(row["claim"], row["claim_currency"]),
            "notes": _notes(row, look),
            "source": links.link(documents[row["source_id"]]),
            "rung_source": links.link(documents[row["rung_source_id"]]),
        }
        for row in _renamed(rows).to_dict("records")
    ]
    money = ("cents", total.currency)
    kinds = {"rung": ("term", "rung"), "dated": ("day", ""), "rate": ("rate", "")}
    kinds |= {"value": money, "high": money}
    names = [name for name in ADDED if name != "high" or total.high > total.value]
    return table("added", cells, columns("leaderboard.sum", names, look, right=RIGHT, kinds=kinds))


def _notes(row: Mapping[Hashable, Any], look: Look) -> str:
    taken = look.formats.money(row["overlap"], row["claim_currency"])
    told = (look.words(f"leaderboard.sum.notes.{code}", amount=taken) for code in row["notes"])
    return "; ".join(told)


def _left_out(rows: pd.DataFrame, currency: str, look: Look) -> Part:
    """One row per share or commitment that was not added, with its own money and the reason."""
    cells = [
        {
            **row,
            "rung": "" if pd.isna(row["rung"]) else look.words.term("rung", row["rung"]),
            "high": "" if pd.isna(row["high"]) else look.formats.money(row["high"], currency),
        }
        for row in _renamed(rows).to_dict("records")
    ]
    names, kinds = ("commitment", "reason", "rung", "high"), {"reason": ("term", "reason")}
    shown = columns("leaderboard.sum", names, look, right=RIGHT, kinds=kinds)
    return table("leftout", cells, shown)


def _rates(rows: pd.DataFrame, look: Look) -> Part:
    """One row per rate that the added rows were exchanged at, in units per euro."""
    kinds = {"dated": ("day", ""), "per_eur": ("rate", ""), "fixing": ("day", "")}
    shown = columns("leaderboard.sum", ("currency", *kinds), look, right=RIGHT, kinds=kinds)
    return table("rates", _renamed(rows).to_dict("records"), shown)


def _renamed(rows: pd.DataFrame) -> pd.DataFrame:
    """``rows`` under the names that their columns have on the page."""
    names = {"title": "commitment", "period": "dated"}
    return rows.rename(columns={**names, "units_per_eur": "per_eur", "fixing_date": "fixing"})
