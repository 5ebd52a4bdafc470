"""Single cells of the leaderboard; ``row`` is one of `rows.described`."""

from collections.abc import Sequence

import pandas as pd

from tracker.dataset.plain import Row
from tracker.look import links
from tracker.look.elements import Fold, Part, Said
from tracker.look.look import Look
from tracker.look.parts import items
from tracker.look.values import NONE


def name(row: Row, currency: str, look: Look) -> Part:
    """What a commitment is called, and under it who leads it, where, and since when."""
    sub = look.words(
        "leaderboard.sub",
        country=look.formats.country(row["country_code"]),
        lead=row["lead_name"],
        home=row["home_country_code"],
        announced=look.formats.day(row["announced_date"]),
    )
    inferred = f", {look.words('leaderboard.inferred')}" if _is_inferred(row) else ""
    aside = look.words(
        "leaderboard.narrow",
        status=look.rung(row["status"]) + inferred,
        date=look.formats.day(row["status_date"]),
        floor=look.words.term("lens_column", look.rules.firm_lens).lower(),
        amount=look.formats.money(row[look.rules.firm_lens], currency),
    )
    told = Said("name", row["name"]), Said("small", sub), Said("narrow", aside)
    if not isinstance(row["judgement"], str):
        return told
    return *told, Fold(look.words("leaderboard.judgement"), row["judgement"], group="judgements")


def _is_inferred(row: Row) -> bool:
    return bool(row["status_basis"] == "inferred")


def amount(row: Row, lens: str, units: tuple[str, str], look: Look) -> Part:
    """Money through one lens; struck through where it was lost, and why where there is none.

    ``units`` is the currency and, where the money was divided, the unit of the quotient.
    """
    if pd.isna(row[lens]):
        return Said("soft", _why_none(row, look))
    text = _amount(row[lens], units, look)
    if lens == look.rules.widest_lens and not row[lens] and row["lost"]:
        return Said("struck", _amount(row["lost"], units, look))
    if lens == look.rules.widest_lens and pd.notna(row.get("amount_high")):
        return Said("plain", text, _claim(row, look))
    return text if row[lens] else Said("soft", text)


def _amount(value: float, units: tuple[str, str], look: Look) -> str:
    currency, quotient = units
    if quotient:
        return look.formats.with_unit(value, value, quotient, digits=2)
    return look.formats.money(value, currency)


def _why_none(row: Row, look: Look) -> str:
    if row.get("is_undivided"):
        return look.words("leaderboard.undivided")
    reason = row.get("amount_missing")
    return look.formats.missing if pd.isna(reason) else look.words.term("amount_missing", reason)


def _claim(row: Row, look: Look) -> str:
    """What the pot itself claims, in its own currency, with how it was qualified and when."""
    return look.words(
        "leaderboard.claim",
        qualifier=look.words.term("qualifier", row["qualifier"]),
        amount=look.formats.money(row["amount_high"], row["currency"]),
        date=look.formats.day(row["amount_date"]),
    )


def now(row: Row, look: Look) -> Part:
    """The rung with its day, its rule on demand, and how far to trust it."""
    day = look.formats.day(row["status_date"])
    text = look.words("leaderboard.status", status=look.rung(row["status"]), date=day)
    asides = [look.words("leaderboard.inferred")] if _is_inferred(row) else []
    if look.is_unchecked(row["unchecked_days"]):
        asides.append(look.words("leaderboard.unchecked", days=int(row["unchecked_days"])))
    rule = look.words(f"rules.{row['status_rule']}")
    return Said("chip", text, rule), Said("small", ", ".join(asides))


def power(row: Row, phase: str, look: Look) -> Part:
    """Power of a phase, a line per basis, for bases are never added."""
    lines = tuple(
        Said("line", (look.formats.power(megawatts), Said("beside", word)))
        for basis, word in look.words.part("terms.power_basis").items()
        if pd.notna(megawatts := row[f"{phase}_mw_{basis}"])
    )
    return lines or Said("soft", NONE)


def evidence(row: Row, look: Look) -> Part:
    """The best document behind the amount; where none is primary, what a search for one gave."""
    tier = row["amount_tier"]
    if not isinstance(tier, str):
        return Said("soft", NONE)
    name, meant = look.words.term("tier", tier), look.words.term("tier_meaning", tier)
    asides = []
    if row["is_weak"]:
        asides.append(look.words("leaderboard.weak"))
    if isinstance(day := row["searched_in_vain"], str):
        asides.append(look.words("leaderboard.searched", day=look.formats.day(day)))
    return Said("plain", name, meant), *(Said("small", one) for one in asides)


def sources(cited: Sequence[Row]) -> Part:
    """How many documents speak of it, and behind the number a link to each."""
    documents = items(links.document(source) for source in cited)
    return Fold(str(len(cited)), documents, group="sources")
