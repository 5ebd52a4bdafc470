"""The first page: each compared country on one scale, and a way from each number to its rows."""

from dataclasses import dataclass
from html import escape

import pandas as pd

from tracker import counting
from tracker.counting import Total
from tracker.counting.known import Known
from tracker.counting.ranking import Ranking, ranking
from tracker.counting.standings import Standing, standings
from tracker.look import addresses, html, marks
from tracker.look.marks import Look
from tracker.look.meanings import meanings
from tracker.look.tables import table
from tracker.views.overview.answers import answers
from tracker.views.overview.changes import table_of_changes
from tracker.world.asof import World


@dataclass(frozen=True)
class Card:
    """One country, ready to be shown; ``html`` is escaped."""

    country_code: str
    html: str


@dataclass(frozen=True)
class Overview:
    """The overview, ready to be shown: a finding, answers, a card for each country, the news."""

    title: str
    lead: str
    answers: str
    cards: tuple[Card, ...]
    legend: str
    changes: str
    meanings: str


def overview(known: Known, look: Look) -> Overview:
    """The compared countries in the default scope, in the first display currency."""
    rules = known.world.rules
    ranked = ranking(
        known.world,
        known.shares,
        counting.default_scope(rules),
        lens=rules.default_lens,
        currency=rules.display_currencies[0],
        group="country",
    )
    countries = known.world.dataset["countries"].dropna(subset="comparison_order")
    codes = tuple(countries.sort_values("comparison_order")["country_code"])
    names = look.words("overview.and").join(look.formats.country(code) for code in codes)
    day = look.formats.date(known.world.day)
    found = standings(known, rules.display_currencies[0])
    return Overview(
        title=finding(ranked, found, look),
        lead=look.words("overview.lead", countries=names, day=day),
        answers=answers(found, known, look),
        cards=tuple(Card(code, card(code, ranked, known, look)) for code in codes),
        legend=marks.legend(look),
        changes=table_of_changes(known.world, look),
        meanings=str(html.html(meanings(look), look)),
    )


def finding(ranked: Ranking, found: list[Standing], look: Look) -> str:
    """Who leads on what is announced and who on what is signed, as the data have it.

    Where the rungs that a source reports do not bear the second out, it says so.
    """
    rows = ranked.rows[ranked.rows["ceiling"] > 0]
    if rows.empty:
        return look.words("overview.title.none")
    announced, signed = (str(rows[lens].idxmax()) for lens in ("ceiling", "signed"))
    key = "one" if announced == signed else "split"
    if not _is_reported(signed, found, look):
        key = f"{key}_inferred"
    names = {"first": look.formats.country(announced), "second": look.formats.country(signed)}
    return look.words(f"overview.title.{key}", **names)


def _is_reported(leader: str, found: list[Standing], look: Look) -> bool:
    """Whether ``leader`` also leads by the rungs alone that a source reports."""
    lens = look.rules.default_lens
    rules = [one for one in found if one.rule.lens == lens and one.rule.rung_basis]
    return all(one.leader == leader for one in rules)


def card(code: str, ranked: Ranking, known: Known, look: Look) -> str:
    """One country: its bar on the scale of all, its money through every lens, what is not known."""
    rows, currency = ranked.rows, ranked.total.currency
    row = rows.loc[code].to_dict() if code in rows.index else {}
    bar = marks.bar({**row, "country_code": code}, ranked.longest, currency, look)
    totals = {lens: _total(code, lens, currency, known) for lens in known.world.rules.lenses}
    some = next(iter(totals.values()))
    heading = f"<h2>{escape(look.formats.country(code))}</h2>"
    counted = some.rows[some.rows["value"] > 0]["pot_id"].nunique()
    lost = some.pots - counted - some.without_amount
    told = [
        look.words(
            "overview.silent",
            pots=some.pots,
            counted=counted,
            count=some.without_amount,
            lost=lost,
        )
    ]
    concrete = totals[known.world.rules.default_lens]
    if some.ceiling and concrete.inferred is not None:
        ends = (concrete.low / some.ceiling, concrete.high / some.ceiling)
        share = look.formats.share_range(*ends)
        inferred = look.formats.share(concrete.inferred)
        told.append(look.words("overview.concrete", share=share, inferred=inferred))
    lenses = _lens_table(code, totals, known.world, look)
    return f"{heading}{bar}{lenses}<p>{escape(' '.join(told))}</p>"


def _total(code: str, lens: str, currency: str, known: Known) -> Total:
    scope = counting.default_scope(known.world.rules, code)
    return counting.total(known.world, known.shares, scope, lens=lens, currency=currency)


def _lens_table(code: str, totals: dict[str, Total], world: World, look: Look) -> str:
    counted = [total.rows[total.rows["value"] > 0]["pot_id"].nunique() for total in totals.values()]
    cells = pd.DataFrame(
        {
            "lens": [look.words.term("lens_column", lens) for lens in totals],
            "amount": [_linked(code, total, world, look) for total in totals.values()],
            "counted": [look.formats.count(number) for number in counted],
        }
    )
    names = map(str, cells.columns)
    labels = {name: look.words(f"overview.columns.{name}") for name in names}
    right = ["amount", "counted"]
    return table(cells, name=f"card-{code}", labels=labels, markup=["amount"], right=right)


def _linked(code: str, total: Total, world: World, look: Look) -> str:
    """The amount as a link to the rows that make it up."""
    amount = look.formats.money_range(total.low, total.high, total.currency)
    return addresses.rows(amount, world, country_code=code, lens=total.lens, sum="yes")
