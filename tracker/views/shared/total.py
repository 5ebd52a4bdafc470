"""A total laid open: the rows it added, the rows it left out and why, and the rates it used."""

from html import escape

import pandas as pd

from tracker.counting import Total
from tracker.look import cells
from tracker.look.folds import folded
from tracker.look.marks import Look
from tracker.look.tables import table
from tracker.world.asof import World


def laid_open(total: Total, world: World, look: Look) -> str:
    """The sum to the cent, and three tables under it, each behind its own heading."""
    exact = look.formats.money_exact(total.value, total.currency)
    key = "exact_range" if total.high > total.value else "exact"
    high = look.formats.money_exact(total.high, total.currency)
    parts = [
        f"<p><b>{escape(look.words(f'leaderboard.sum.{key}', amount=exact, high=high))}</b></p>"
    ]
    counted = len(_counted(total))
    if counted:
        parts.append(_section("added", counted, added(total, world, look), look, is_open=True))
        parts.append(_section("rates", None, rates(total, world, look), look))
        parts.append(f"<p>{escape(look.words('leaderboard.sum.rates_note'))}</p>")
    else:
        parts.append(f"<p>{escape(look.words('leaderboard.sum.nothing'))}</p>")
    parts.append(_section("left_out", len(total.left_out), left_out(total, world, look), look))
    return f'<section class="cc cc-sum">{"".join(parts)}</section>'


def _section(name: str, count: int | None, body: str, look: Look, *, is_open: bool = False) -> str:
    return folded(look.words(f"leaderboard.sum.{name}", count=count), body, is_open=is_open)


def added(total: Total, world: World, look: Look) -> str:
    """One row per share that was added, the largest first, with its claim, rate and source."""
    rows = _counted(total).sort_values(["value", "high"], ascending=False)
    formats = look.formats
    text = pd.DataFrame(
        {
            "commitment": _titles(rows.index, world),
            "rung": [look.words.term("rung", rung) for rung in rows["rung"]],
            "claim": [
                formats.money(round(row["value"] / row["rate"]), row["claim_currency"])
                for _, row in rows.iterrows()
            ],
            "dated": [formats.day(period) for period in rows["period"]],
            "rate": [formats.rate(rate) for rate in rows["rate"]],
            "value": [formats.money_exact(value, total.currency) for value in rows["value"]],
            "high": [formats.money_exact(high, total.currency) for high in rows["high"]],
            "notes": [_notes(row, look) for _, row in rows.iterrows()],
            "source": _sources(rows["amount_id"], world),
            "rung_source": _links(rows["rung_source_id"], world),
        },
        index=rows.index,
    )
    text = text.drop(columns=[] if total.high > total.value else ["high"])
    return _table(
        text,
        "added",
        look,
        markup=["source", "rung_source"],
        right=["claim", "rate", "value", "high"],
    )


def left_out(total: Total, world: World, look: Look) -> str:
    """One row per share or commitment that was not added, with its own money and the reason."""
    rows = total.left_out.sort_values(["reason", "high"], ascending=[True, False])
    formats = look.formats
    text = pd.DataFrame(
        {
            "commitment": _titles(rows.index, world),
            "reason": [look.words.term("reason", reason) for reason in rows["reason"]],
            "rung": [
                look.words.term("rung", rung) if pd.notna(rung) else "" for rung in rows["rung"]
            ],
            "high": [
                formats.money(high, total.currency) if pd.notna(high) else ""
                for high in rows["high"]
            ],
        },
        index=rows.index,
    )
    return _table(text, "leftout", look, right=["high"])


def rates(total: Total, world: World, look: Look) -> str:
    """One row per rate that the added rows were exchanged at, in units per euro."""
    rows = _counted(total)
    currencies = {*rows["claim_currency"], total.currency}
    table_rows = world.dataset["exchange_rates"]
    used = table_rows[
        table_rows["period"].isin(rows["period"]) & table_rows["currency"].isin(currencies)
    ].sort_values(["currency", "period"])
    text = pd.DataFrame(
        {
            "currency": used["currency"],
            "dated": used["period"].map(look.formats.day),
            "per_eur": used["units_per_eur"].map(look.formats.rate),
            "fixing": used["fixing_date"].map(look.formats.day),
        }
    )
    return _table(text, "rates", look, right=["per_eur"])


def _table(
    text: pd.DataFrame, name: str, look: Look, *, markup: list[str] | None = None, right: list[str]
) -> str:
    labels = {str(column): look.words(f"leaderboard.sum.columns.{column}") for column in text}
    shown = [column for column in right if column in text]
    return table(text, name=name, labels=labels, markup=markup or [], right=shown)


def _titles(ids: pd.Index, world: World) -> list[str]:
    titles = world.dataset["commitments"].set_index("commitment_id")["title"]
    return [str(titles[name]) for name in ids]


def _counted(total: Total) -> pd.DataFrame:
    """The rows with money on either end; those without any were in scope and add nothing."""
    return total.rows[total.rows["high"] + total.rows["value"] > 0]


def _notes(row: pd.Series, look: Look) -> str:
    notes = []
    if row["is_remainder"]:
        notes.append(look.words("leaderboard.sum.notes.remainder"))
    if row["rung_basis"] == "inferred":
        notes.append(look.words("leaderboard.sum.notes.inferred"))
    if row["is_trimmed"]:
        notes.append(look.words("leaderboard.sum.notes.trimmed"))
    if row["overlap"]:
        amount = look.formats.money(row["overlap"], row["claim_currency"])
        notes.append(look.words("leaderboard.sum.notes.overlap", amount=amount))
    if row["is_credited_whole"]:
        notes.append(look.words("leaderboard.sum.notes.whole"))
    return "; ".join(notes)


def _sources(amount_ids: pd.Series, world: World) -> list[str]:
    """A link to the document behind each amount."""
    cited = world.dataset["amounts"].set_index("amount_id")["source_id"]
    return _links(amount_ids.map(cited), world)


def _links(source_ids: pd.Series, world: World) -> list[str]:
    sources = world.dataset["sources"].set_index("source_id")
    return [cells.link(sources.loc[name]) for name in source_ids]
