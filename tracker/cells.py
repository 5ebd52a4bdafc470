"""Single cells of the leaderboard, as escaped HTML."""

from html import escape

import pandas as pd

from tracker import marks
from tracker.marks import Look


def name(row: pd.Series, group: str, look: Look) -> str:
    """What it is called, and under it who leads it, where, and since when."""
    title = f'<div class="cc-t">{escape(row["name"])}</div>'
    if group != "commitment":
        return title
    sub = look.words(
        "leaderboard.sub",
        country=look.formats.country(row["country_code"]),
        lead=row["lead_name"],
        home=row["home_country_code"],
        announced=look.formats.day(row["announced_date"]),
    )
    return f'{title}<div class="cc-m">{escape(sub)}</div>'


def amount(row: pd.Series, lens: str, currency: str, look: Look) -> str:
    """Money through one lens; struck through where it was lost, and why where there is none."""
    if pd.isna(row[lens]):
        reason = row.get("amount_missing")
        why = look.formats.missing if pd.isna(reason) else look.words.term("amount_missing", reason)
        return f'<span class="cc-soft">{escape(why)}</span>'
    text = escape(look.formats.money(row[lens], currency))
    if lens == "ceiling" and not row["ceiling"] and row["lost"]:
        return f"<s>{escape(look.formats.money(row['lost'], currency))}</s>"
    if lens == "ceiling" and pd.notna(row.get("amount_high")):
        return f'<span title="{escape(_claim(row, look))}">{text}</span>'
    return text if row[lens] else f'<span class="cc-soft">{text}</span>'


def _claim(row: pd.Series, look: Look) -> str:
    """What the pot itself claims, in its own currency, with how it was qualified and when."""
    return look.words(
        "leaderboard.claim",
        qualifier=look.words.term("qualifier", row["qualifier"]),
        amount=look.formats.money(row["amount_high"], row["currency"]),
        date=look.formats.day(row["amount_date"]),
    )


def now(row: pd.Series, look: Look) -> str:
    """The rung with its day, its rule on demand, and how far to trust it."""
    glyph = look.glyph(row["status"])
    status = look.words.term("rung", row["status"])
    date_text = look.formats.day(row["status_date"])
    text = look.words("leaderboard.status", status=f"{glyph} {status}", date=date_text)
    rule = escape(look.words(f"rules.{row['status_rule']}"))
    asides = [look.words("leaderboard.inferred")] if row["status_basis"] == "inferred" else []
    if look.is_unchecked(row["unchecked_days"]):
        asides.append(look.words("leaderboard.unchecked", days=int(row["unchecked_days"])))
    under = f'<div class="cc-m">{escape(", ".join(asides))}</div>' if asides else ""
    return f'<span title="{rule}">{marks.chip(text)}</span>{under}'


def power(row: pd.Series, look: Look) -> str:
    """Planned power, a line per basis, for bases are never added."""
    parts = []
    for basis, word in look.words.part("terms.power_basis").items():
        if not pd.isna(megawatts := row[f"planned_mw_{basis}"]):
            unit = f' <span class="cc-m">{escape(word)}</span>' if word else ""
            parts.append(escape(look.formats.power(megawatts)) + unit)
    return "<br>".join(parts) or '<span class="cc-soft">–</span>'


def sources(cited: pd.DataFrame) -> str:
    """How many documents speak of it, and behind the number a link to each."""
    items = "".join(f"<li>{link(source)}</li>" for _, source in cited.iterrows())
    return f"<details><summary>{len(cited)}</summary><ul>{items}</ul></details>"


def link(source: pd.Series) -> str:
    """A document by its publisher and, where known, its day; a link where it has an address."""
    day = "" if pd.isna(source["published_date"]) else f", {source['published_date']}"
    text = escape(source["publisher"] + day)
    if pd.isna(source["url"]):
        return text
    return f'<a href="{escape(source["url"])}" target="_blank" rel="noopener noreferrer">{text}</a>'
