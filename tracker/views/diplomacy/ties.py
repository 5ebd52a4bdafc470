"""How much money is how close to a leader's event."""

from dataclasses import replace

import pandas as pd

from tracker import counting
from tracker.counting.known import Known
from tracker.counting.ties import money_by_closeness
from tracker.look.folds import bullets, folded
from tracker.look.itemised import item
from tracker.look.marks import Look
from tracker.look.showing import Section, bar, joined, section, stacked
from tracker.world.events import closeness
from tracker.world.figures import Figure

ByTie = dict[tuple[str, str], pd.DataFrame]  # country and lens -> money with its closest tie


def by_tie(known: Known, currency: str) -> ByTie:
    """The money of each compared country at the ceiling and signed, with its closest tie."""
    rules, tie = known.world.rules, closeness(known.world)
    scopes = {code: counting.default_scope(rules, code) for code in known.world.dataset.compared}
    return {
        (code, lens): money_by_closeness(known, tie, scope, lens, currency)
        for code, scope in scopes.items()
        for lens in (next(iter(rules.lenses)), rules.default_lens)
    }


def ties(found: ByTie, currency: str, known: Known, look: Look) -> Section:
    """Money at the ceiling and signed by the closest tie, with the rows behind each."""
    rules = known.world.rules
    rows = _table(found, known.world.dataset.compared, currency, known, look)
    right = ["ceiling", "signed"]
    body = stacked(rows, "ties", look, "diplomacy.ties", markup=["bar", "rows"], right=right)
    note = look.words("diplomacy.ties.note", days=rules.diplomacy.near_days)
    note = f"{note} {_courted(known, currency, look)}".strip()
    heading = look.words("diplomacy.ties.title")
    return section("ties", heading, look, body, note, "diplomacy")


def _table(
    found: ByTie,
    codes: tuple[str, ...],
    currency: str,
    known: Known,
    look: Look,
) -> list[dict[str, str]]:
    """A row per tie and country that has any money on it, the closest tie first."""
    longest = max((_of(rows, None) for rows in found.values()), default=0.0)
    rules, rows = known.world.rules, []
    for name in rules.diplomacy.closeness:
        for code in codes:
            ceiling, signed = (
                _tied(found[code, lens], name)
                for lens in (next(iter(rules.lenses)), rules.default_lens)
            )
            if len(ceiling) or len(signed):
                whole, firm = _of(ceiling, None), _of(signed, None)
                rows.append(
                    {
                        "tie": look.words.term("closeness", name),
                        "country": look.formats.country(code),
                        "bar": bar(code, Figure(firm, whole, currency), longest),
                        "ceiling": look.formats.money(whole, currency),
                        "signed": look.formats.money(firm, currency),
                        "rows": _rows(ceiling, currency, known, look),
                    }
                )
    return rows


def finding(found: ByTie, look: Look) -> str:
    """How much of each country's ceiling a source ties to talks or to an announcement."""
    shares: dict[str, list[str]] = {name: [] for name in look.rules.diplomacy.first_ties}
    for (code, lens), rows in found.items():
        whole = _of(rows, None)
        if whole and lens == next(iter(look.rules.lenses)):
            country = look.formats.country(code)
            for name, told in shares.items():
                share = look.formats.share(_of(rows, name) / whole)
                told.append(look.words("diplomacy.ties.part", country=country, share=share))
    if not all(shares.values()):
        return look.words("diplomacy.ties.title")
    parts = {name: joined(told, look) for name, told in shares.items()}
    return look.words("diplomacy.ties.heading", **parts)


def signed_of_talks(found: ByTie, currency: str, look: Look) -> str:
    """How much of what was negotiated is signed, per country with any; nothing where none has."""
    first, told = look.rules.diplomacy.closeness[0], []
    ceiling, signed = next(iter(look.rules.lenses)), look.rules.default_lens
    for code in dict.fromkeys(code for code, _ in found):
        whole, firm = (_of(found[code, lens], first) for lens in (ceiling, signed))
        if whole:
            amounts = [look.formats.money(amount, currency) for amount in (whole, firm)]
            country = look.formats.country(code)
            told.append(look.words("diplomacy.ties.signed", country=country,
                                   whole=amounts[0], signed=amounts[1]))  # fmt: skip
    return " ".join(told)


def _courted(known: Known, currency: str, look: Look) -> str:
    """The money that other pages count as won by diplomacy, which is that from abroad alone."""
    rules, told = known.world.rules, []
    for code in known.world.dataset.compared:
        scope = counting.default_scope(rules, code)
        scope = replace(scope, origin=(rules.diplomacy.courted_origin,))
        lens = next(iter(rules.lenses))
        total = counting.total(known.world, known.shares, scope, lens=lens, currency=currency)
        amount, country = look.formats.money(total.value, currency), look.formats.country(code)
        told.append(look.words("diplomacy.ties.part", country=country, share=amount))
    return look.words("diplomacy.ties.courted", told=joined(told, look)) if told else ""


def _tied(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    return rows[rows["closeness"] == name]


def _of(rows: pd.DataFrame, name: str | None) -> float:
    return float((rows if name is None else _tied(rows, name))["value"].sum())


def _rows(rows: pd.DataFrame, currency: str, known: Known, look: Look) -> str:
    """The commitments of a tie with their money, folded away."""
    by_name = rows["value"].groupby(level=0).sum().sort_values(ascending=False)
    items = [
        item(str(name), float(value), currency, known.world, look)
        for name, value in by_name.items()
    ]
    return folded(look.words("diplomacy.ties.rows", count=len(by_name)), bullets(items))
