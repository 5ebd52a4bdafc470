"""Single cells of the leaderboard, as escaped HTML."""

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any
from urllib.parse import unquote, urlsplit

import pandas as pd

from tracker.dataset.dataset import Documents
from tracker.look import marks
from tracker.look.marks import Look

LONGEST_SUBJECT = 48
WORDS = re.compile(r"[-_+.]+|\.html?$|\d{5,}")


def name(row: pd.Series, group: str, currency: str, look: Look) -> str:
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
    floor = look.words.term("lens_column", "floor").lower()
    aside = look.words(
        "leaderboard.narrow",
        status=look.rung(row["status"]) + _inferred(row, look),
        date=look.formats.day(row["status_date"]),
        floor=floor,
        amount=look.formats.money(row["floor"], currency),
    )
    narrow = f'<div class="cc-m cc-narrow">{escape(aside)}</div>'
    return f'{title}<div class="cc-m">{escape(sub)}</div>{narrow}'


def _inferred(row: pd.Series, look: Look) -> str:
    return f", {look.words('leaderboard.inferred')}" if row["status_basis"] == "inferred" else ""


def amount(row: pd.Series, lens: str, units: tuple[str, str], look: Look) -> str:
    """Money through one lens; struck through where it was lost, and why where there is none.

    ``units`` is the currency and, where the money was divided, the unit of the quotient.
    """
    if pd.isna(row[lens]):
        return f'<span class="cc-soft">{escape(_why_none(row, look))}</span>'
    text = escape(_amount(row[lens], units, look))
    if lens == "ceiling" and not row["ceiling"] and row["lost"]:
        return f"<s>{escape(_amount(row['lost'], units, look))}</s>"
    if lens == "ceiling" and pd.notna(row.get("amount_high")):
        return f'<span title="{escape(_claim(row, look))}">{text}</span>'
    return text if row[lens] else f'<span class="cc-soft">{text}</span>'


def _amount(value: float, units: tuple[str, str], look: Look) -> str:
    currency, quotient = units
    if quotient:
        return look.formats.with_unit(value, value, quotient, digits=2)
    return look.formats.money(value, currency)


def _why_none(row: pd.Series, look: Look) -> str:
    if row.get("is_undivided"):
        return look.words("leaderboard.undivided")
    reason = row.get("amount_missing")
    return look.formats.missing if pd.isna(reason) else look.words.term("amount_missing", reason)


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
    date_text = look.formats.day(row["status_date"])
    text = look.words("leaderboard.status", status=look.rung(row["status"]), date=date_text)
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
    items = "".join(f"<li>{document(source)}</li>" for _, source in cited.iterrows())
    count = f"<summary>{len(cited)}</summary>"
    return f'<details name="sources">{count}<ul>{items}</ul></details>'


def document(source: pd.Series) -> str:
    """A document by its publisher, what it is about and its day, as far as they are known."""
    return _linked(source, [source["publisher"], _subject(source), source["published_date"]])


def link(source: "Mapping[str, Any] | pd.Series[Any]") -> str:
    """A document by its publisher and, where known, its day."""
    return _linked(source, [source["publisher"], source["published_date"]])


def links(source_ids: Iterable[str], documents: Documents) -> str:
    """Documents by publisher and day; ``documents`` is what `Dataset.documents` gives."""
    return ", ".join(link(documents[name]) for name in source_ids)


def _linked(source: "Mapping[str, Any] | pd.Series[Any]", known: list[str]) -> str:
    text = escape(", ".join(part for part in known if pd.notna(part) and part))
    if pd.isna(source["url"]):
        return text
    return f'<a href="{escape(source["url"])}" target="_blank" rel="noopener noreferrer">{text}</a>'


def _subject(source: pd.Series) -> str:
    """The title of a document or, where that is not known, the words that its address holds."""
    if pd.notna(source["title"]):
        return shortened(str(source["title"]), LONGEST_SUBJECT)
    if pd.isna(source["url"]):
        return ""
    path = unquote(urlsplit(source["url"]).path)
    longest = max((WORDS.sub(" ", part).strip() for part in path.split("/")), key=len)
    return f"“{shortened(longest, LONGEST_SUBJECT)}”" if " " in longest else ""


def shortened(text: str, longest: int) -> str:
    """``text`` with at most ``longest`` characters, an ellipsis for what is left out."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
