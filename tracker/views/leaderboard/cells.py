"""Single cells of the leaderboard; ``row`` is one of `rows.described`."""

from collections.abc import Sequence

import pandas as pd

from tracker.counting.ahead import Ahead
from tracker.dataset.plain import Row
from tracker.look import links
from tracker.look.elements import Part, Said
from tracker.look.look import Look
from tracker.look.parts import items
from tracker.look.values import NONE


def name(row: Row, look: Look) -> Part:
    """What a commitment is called, and under it who leads it, where, and since when."""
    sub = look.words(
        "leaderboard.sub",
        country=look.formats.country(row["country_code"]),
        lead=row["lead_name"],
        home=row["home_country_code"],
        announced=look.formats.day(row["announced_date"]),
    )
    return Said("name", row["name"]), Said("small", sub)


def amount(row: Row, lens: str, units: tuple[str, str], look: Look) -> Part:
    """Money through one lens; struck through where it was lost, and why where there is none.

    ``units`` is the currency and, where the money was divided, the unit of the quotient.
    """
    if pd.isna(row[lens]):
        return Said("soft", _why_none(row, look))
    text = _amount(row[lens], units, look)
    if lens == look.rules.widest_lens and not row[lens] and row["lost"]:
        return Said("struck", _amount(row["lost"], units, look))
    return text if row[lens] else Said("soft", text)


def of_all(row: Row, lens: str, units: tuple[str, str], look: Look) -> Part:
    """Money through one lens and, where it is less, all that was announced, as a bar ends."""
    counted, widest = amount(row, lens, units, look), look.rules.widest_lens
    if lens == widest or pd.isna(row[lens]) or not row[widest] > row[lens]:
        return counted
    whole = look.words("leaderboard.of", amount=_amount(row[widest], units, look))
    return counted, Said("beside", whole)


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


def claim(row: Row, look: Look) -> str:
    """What the pot itself claims, in its own currency, how it was qualified and when, if at all."""
    if pd.isna(row["amount_high"]):
        return ""
    return look.words(
        "leaderboard.claim",
        qualifier=look.words.term("qualifier", row["qualifier"]),
        amount=look.formats.money(row["amount_high"], row["currency"]),
        date=look.formats.day(row["amount_date"]),
    )


def now(row: Row, parts: Sequence[Ahead], units: tuple[str, str], look: Look) -> Part:
    """The rung with its day, how far to trust it, and the part that has got further than it."""
    day = look.formats.day(row["status_date"])
    text = look.words("leaderboard.status", status=look.rung(row["status"]), date=day)
    asides = [look.words("leaderboard.inferred")] if row["status_basis"] == "inferred" else []
    if look.is_unchecked(row["unchecked_days"]):
        asides.append(look.words("leaderboard.unchecked", days=int(row["unchecked_days"])))
    return Said("chip", text), Said("beside", ", ".join(asides)), _further(parts, units, look)


def _further(parts: Sequence[Ahead], units: tuple[str, str], look: Look) -> Part:
    """The largest part that stands further than its whole, and how many others do."""
    if not parts:
        return ""
    first, others = parts[0], len(parts) - 1
    told = look.words(
        f"leaderboard.{'part_judged' if first.is_judged else 'part'}",
        status=look.rung(first.rung),
        amount=look.formats.money(first.value, units[0]),
        title=first.title,
    )
    more = look.words("leaderboard.parts", count=others) if others else ""
    return Said("beside", f"{told}{more}")


def rule(row: Row, look: Look) -> Part:
    """The rule that decided the rung."""
    return look.words(f"rules.{row['status_rule']}")


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
    """A link to each document that speaks of it."""
    return items(links.document(source) for source in cited)
