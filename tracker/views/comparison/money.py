"""Blocks about money: by lens, by rung, by the investor's home, per head and output."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape

import pandas as pd

from tracker import counting
from tracker.counting import Total
from tracker.counting.known import Known
from tracker.counting.ranking import Ranking, ranking
from tracker.counting.standings import Standing
from tracker.look import addresses, marks
from tracker.look.marks import Look
from tracker.look.showing import (
    Section,
    bar,
    concrete_shares,
    joined,
    led,
    listed,
    section,
    stacked,
    written,
)

LARGEST = 5
HOMES = 8


def by_lens(found: list[Standing], known: Known, look: Look) -> Section:
    """Every lens with a bar per country, all on one axis from zero."""
    plain = [one for one in found if one.rule.rule_id in known.world.rules.lenses]
    longest = max(value.figure.high or 0.0 for one in plain for value in one.by_country.values())
    rows = []
    for one in plain:
        for code, value in one.by_country.items():
            figure = value.figure
            first = code == next(iter(one.by_country))
            lens = look.words.term("lens_column", one.rule.lens) if first else ""
            rows.append(
                {
                    "lens": lens,
                    "country": look.formats.country(code),
                    "bar": bar(code, figure, longest),
                    "amount": linked(one, code, known, look),
                    "priced": look.formats.count(value.priced),
                    "unpriced": look.formats.count(value.unpriced),
                }
            )
    heading = look.words("comparison.money.heading", lenses=len(plain), told=led(plain, look))
    right = ["amount", "priced", "unpriced"]
    body = stacked(rows, "money", look, "comparison.money", markup=["bar", "amount"], right=right)
    return section("money", heading, look, body, look.words("comparison.money.note"))


def linked(one: Standing, code: str, known: Known, look: Look) -> str:
    """A value as a link to the rows behind it, where the leaderboard can show just those."""
    figure = one.by_country[code].figure
    text = written(figure, look)
    if not one.rule.lens or one.rule.without or one.rule.per:
        return escape(text)
    asked: dict[str, str | Sequence[str]] = {
        "country_code": code,
        "lens": one.rule.lens,
        "sum": "yes",
        "currency": figure.unit,
    }
    if one.rule.origin:
        asked["origin"] = one.rule.origin
    if one.rule.rung_basis:
        asked["rung_basis"] = one.rule.rung_basis
    if one.rule.add_category:
        asked["category"] = (*look.rules.default_scope["category"], *one.rule.add_category)
    return addresses.rows(text, known.world, **asked)


def profile(found: list[Standing], known: Known, currency: str, look: Look) -> Section:
    """Each rung's money and number of commitments per country, beside the stacked bars."""
    codes = known.world.dataset.compared
    ranked = ranked_by(known, currency, "country", codes)
    bars = "".join(_stacked(code, ranked, currency, look) for code in codes)
    totals = {code: _everything(code, known, currency) for code in codes}
    rows = []
    for rung in known.world.rules.rungs:
        row = {"rung": look.rung(rung)}
        for code, total in totals.items():
            standing = total.in_scope[total.in_scope["rung"] == rung]
            row[f"amount_{code}"] = look.formats.money(standing["high"].sum(), currency)
            row[f"count_{code}"] = look.formats.count(len(standing))
        rows.append(row)
    rows.append(_whole(totals, currency, look))
    shares = concrete_shares(found, known.world.rules.default_lens, look)
    told = joined(
        [
            look.words("comparison.profile.part", country=look.formats.country(code), share=share)
            for code, share in shares.items()
        ],
        look,
    )
    heading = look.words("comparison.profile.heading", told=told)
    body = f"{bars}{marks.legend(look)}{_by_country(rows, 'profile', codes, look)}"
    return section("profile", heading, look, body)


def _stacked(code: str, ranked: Ranking, currency: str, look: Look) -> str:
    row = ranked.rows.loc[code].to_dict() if code in ranked.rows.index else {}
    drawn = marks.bar({**row, "country_code": code}, ranked.longest, currency, look)
    return f'<div class="cc-pair"><span>{escape(look.formats.country(code))}</span>{drawn}</div>'


def _whole(totals: Mapping[str, Total], currency: str, look: Look) -> dict[str, str]:
    row = {"rung": look.words("comparison.profile.sum")}
    for code, total in totals.items():
        row[f"amount_{code}"] = look.formats.money(total.in_scope["high"].sum(), currency)
        row[f"count_{code}"] = look.formats.count(len(total.in_scope))
    return row


def _everything(code: str, known: Known, currency: str) -> Total:
    scope = counting.default_scope(known.world.rules, code)
    return counting.total(known.world, known.shares, scope, lens="ceiling", currency=currency)


def ranked_by(known: Known, currency: str, group: str, codes: tuple[str, ...]) -> Ranking:
    """The default scope in the countries ``codes``, ranked by its ceiling."""
    scope = replace(counting.default_scope(known.world.rules), country_code=codes)
    how = {"lens": "ceiling", "currency": currency, "group": group}
    return ranking(known.world, known.shares, scope, **how)


def homes(known: Known, currency: str, look: Look) -> Section:
    """Where the investors' head offices are: money at the ceiling and signed, per host country."""
    codes = known.world.dataset.compared
    by_host = {code: ranked_by(known, currency, "home", (code,)) for code in codes}
    ceilings = pd.DataFrame({code: one.rows["ceiling"] for code, one in by_host.items()})
    order = ceilings.sum(axis=1).sort_values(ascending=False).index[:HOMES]
    rows = []
    for home in order:
        row = {"home": look.formats.country(home)}
        for code, one in by_host.items():
            sums = one.rows.loc[home] if home in one.rows.index else None
            for lens in ("signed", "ceiling"):
                shown = "–" if sums is None else look.formats.money(sums[lens], currency)
                row[f"{lens}_{code}"] = shown
        rows.append(row)
    told = [*_largest_homes(by_host, look)]
    heading = look.words("comparison.homes.none")
    if told:
        heading = look.words("comparison.homes.heading", told=joined(told, look))
    more = len(ceilings) - len(order)
    note = look.words("comparison.homes.note", count=more) if more else ""
    return section("homes", heading, look, _by_country(rows, "homes", codes, look), note)


def _largest_homes(by_host: Mapping[str, Ranking], look: Look) -> Iterator[str]:
    for code, one in by_host.items():
        ceiling = one.rows["ceiling"]
        if ceiling.sum():
            yield look.words(
                "comparison.homes.part",
                country=look.formats.country(code),
                home=look.formats.country(str(ceiling.idxmax())),
                share=look.formats.share(ceiling.max() / ceiling.sum()),
            )


def per_head(found: list[Standing], look: Look) -> Section:
    """The rules that divide by people or output, with the figure they divide by and its year."""
    divided = [one for one in found if one.rule.per]
    rows = []
    for one in divided:
        longest = max(value.figure.high or 0.0 for value in one.by_country.values())
        for code, value in one.by_country.items():
            is_first = code == next(iter(one.by_country))
            rule, by = look.words(f"comparison.rules.{one.rule.rule_id}"), value.divided_by
            rows.append(
                {
                    "rule": rule if is_first else "",
                    "country": look.formats.country(code),
                    "bar": bar(code, value.figure, longest),
                    "amount": written(value.figure, look),
                    "by": f"{written(by, look)} ({by.period})" if by else "",
                }
            )
    heading = look.words("comparison.per.heading", rules=len(divided), told=led(divided, look))
    body = listed(rows, "per", look, markup=["bar"], right=["amount", "by"])
    return section("per", heading, look, body)


def _by_country(rows: list[dict[str, str]], name: str, codes: tuple[str, ...], look: Look) -> str:
    """A table with the columns ``<what>_<country>``, each named after both."""
    labels = {}
    for column in rows[0] if rows else []:
        what, _, code = column.partition("_")
        if code in codes:
            label = look.words(f"comparison.{name}.columns.{what}")
            labels[column] = f"{look.formats.country(code)}: {label}"
    return listed(rows, name, look, right=[*labels], labels=labels)
