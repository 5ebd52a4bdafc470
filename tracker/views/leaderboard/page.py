"""The leaderboard in words: a ranking as a table, its total as a sentence."""

from dataclasses import dataclass
from datetime import date
from html import escape

import pandas as pd

from tracker.counting import Scope, Total
from tracker.counting.known import Known
from tracker.counting.norms import Norm, normalised
from tracker.counting.ranking import Ranking, ranking, within_text
from tracker.export.csv import csv_bytes
from tracker.look import cells, html, marks
from tracker.look.marks import Look
from tracker.look.meanings import meanings
from tracker.look.tables import table
from tracker.views.leaderboard.described import as_download, described
from tracker.views.shared import total
from tracker.world.asof import World

CONCRETE = ("signed", "building", "operating")  # the lenses that ask how far a thing has got
ALL_ROWS = "all"


@dataclass(frozen=True)
class Chosen:
    """Everything a reader chose: ``rows`` is a number of rows as text, or all."""

    lens: str
    currency: str
    as_of: date
    by: str
    norm: str
    scope: Scope
    q: str
    rows: str
    is_sum_open: bool


@dataclass(frozen=True)
class Leaderboard:
    """The leaderboard under one set of choices, ready to be shown; all HTML in it is escaped.

    ``csv`` holds exactly the ``shown`` rows of ``table``; ``sum`` is empty unless it was asked for.
    """

    title: str
    lead: str
    scope: str
    table: str
    legend: str
    meanings: str
    total: str
    sum: str
    csv: bytes
    csv_name: str
    shown: int


def leaderboard(known: Known, chosen: Chosen, look: Look) -> Leaderboard:
    """What is known, ranked as ``chosen``. Without any row the table says so."""
    scope = within_text(chosen.scope, known.profiles, chosen.q)
    per = known.world.rules.comparison.per.get(chosen.norm)
    currency = per.currency if per and per.currency else chosen.currency
    how = {"lens": chosen.lens, "currency": currency, "group": chosen.by}
    ranked = ranking(known.world, known.shares, scope, **how)
    rows = described(ranked, known, look)
    norm = normalised(rows, chosen.lens, per, known) if per else None
    rows = norm.rows if norm else rows
    shown = rows if chosen.rows == ALL_ROWS else rows.head(int(chosen.rows))
    is_open = chosen.is_sum_open
    return Leaderboard(
        title=finding(ranked, rows, norm, look),
        lead=lead(chosen, len(shown), len(rows), look),
        scope=scope_sentence(chosen, known.world, look) + _on_division(norm, look),
        table=ranking_table(ranked, shown, norm, known.citations, look) if len(rows) else "",
        legend=marks.legend(look) if len(rows) else "",
        meanings=str(html.html(meanings(look), look)),
        total=total_line(ranked, len(known.world.dataset.withheld), look) if len(rows) else "",
        sum=total.laid_open(ranked.total, known.world, look) if is_open else "",
        csv=csv_bytes(as_download(ranked, shown, f"_per_{chosen.norm}" if norm else "")),
        csv_name=f"{chosen.by}-{chosen.lens}-{chosen.currency}-{chosen.as_of}.csv".lower(),
        shown=len(shown),
    )


def lead(chosen: Chosen, shown: int, every: int, look: Look) -> str:
    """How many rows are shown of how many, and in which order."""
    things = look.words(f"leaderboard.things.{chosen.by}")
    lens = look.words.term("lens_phrase", chosen.lens)
    return look.words("leaderboard.lead", shown=shown, all=every, things=things, lens=lens)


def scope_sentence(chosen: Chosen, world: World, look: Look) -> str:
    """What is counted: always its categories and kinds of money, the rest where it is narrowed."""
    asked, rules = chosen.scope, world.rules
    countries = tuple(world.dataset["countries"]["country_code"])
    origins = tuple(world.dataset.package["commitments"].options("origin"))
    parts = [
        [look.words.term("category", code) for code in asked.category],
        [look.words.term("flow_type", code) for code in asked.flow_type],
        [look.formats.country(code) for code in _narrowed(asked.country_code, countries)],
        [look.words.term("origin", code) for code in _narrowed(asked.origin, origins)],
        [look.words.term("rung", code) for code in _narrowed(asked.rung, rules.rungs)],
        [look.words.term("rung_basis", code) for code in asked.rung_basis or ()],
        [look.words("leaderboard.quoted", text=chosen.q)] if chosen.q.strip() else [],
    ]
    named = "; ".join(", ".join(part) for part in parts if part)
    return look.words("leaderboard.scope", named=named)


def _narrowed(asked: tuple[str, ...] | None, options: tuple[str, ...]) -> tuple[str, ...]:
    """What was asked for, unless that is everything."""
    return () if asked is None or set(asked) == set(options) else asked


def columns(ranking: Ranking) -> list[str]:
    """The columns of the table, in their order: a commitment says more than a group."""
    concrete = ranking.total.lens if ranking.total.lens in CONCRETE else CONCRETE[0]
    money = [concrete, "floor", "ceiling"]
    if ranking.group == "commitment":
        return ["rank", "name", "bar", *money, "now", "power", "sources"]
    return ["rank", "name", "bar", *money, "commitments"]


def ranking_table(
    ranking: Ranking, rows: pd.DataFrame, norm: Norm | None, citations: pd.DataFrame, look: Look
) -> str:
    """``rows`` (from `described`) as an HTML table; the largest of all rows has a full bar."""
    currency, shown = ranking.total.currency, columns(ranking)
    unit = norm.unit(currency) if norm else ""
    text = pd.DataFrame(index=rows.index)
    text["rank"] = ["–" if pd.isna(rank) else str(rank) for rank in rows["rank"]]
    text["name"] = [cells.name(row, ranking.group, currency, look) for _, row in rows.iterrows()]
    text["bar"] = [
        marks.bar(row.to_dict(), ranking.longest, currency, look) for _, row in rows.iterrows()
    ]
    for lens in shown[3:6]:
        text[lens] = [cells.amount(row, lens, (currency, unit), look) for _, row in rows.iterrows()]
    if "now" in shown:
        text["now"] = [cells.now(row, look) for _, row in rows.iterrows()]
        text["power"] = [cells.power(row, look) for _, row in rows.iterrows()]
        text["sources"] = [cells.sources(citations.loc[[pot]]) for pot in rows.index]
    else:
        text["commitments"] = rows["commitments"].map(look.formats.count)
    labels = {name: _label(name, ranking.group, norm, look) for name in shown}
    right = [name for name in shown if name not in {"name", "bar", "now"}]
    markup = [name for name in shown if name not in {"rank", "commitments"}]
    return table(text[shown], name="ranking", labels=labels, markup=markup, right=right)


def _label(column: str, group: str, norm: Norm | None, look: Look) -> str:
    if column in look.words.part("terms.lens_column"):
        return _divided(look.words.term("lens_column", column), norm, look)
    if column == "name":
        name = look.words.term("group", group)
        return name[:1].upper() + name[1:]
    return look.words(f"leaderboard.columns.{column}")


def _on_division(norm: Norm | None, look: Look) -> str:
    """What dividing leaves as it is; nothing where nothing was divided."""
    return f" {look.words('leaderboard.undivided_rest')}" if norm else ""


def _divided(lens: str, norm: Norm | None, look: Look) -> str:
    """A way of counting, with what its money was divided by and the year of that."""
    if norm is None:
        return lens
    return look.words(f"leaderboard.norms.{norm.name}", lens=lens, years=", ".join(norm.years))


def total_line(ranking: Ranking, withheld: int, look: Look) -> str:
    """The total and its companions on one line of HTML."""
    value, *companions = map(escape, total_sentences(ranking, withheld, look))
    return f'<div class="cc cc-total"><b>{value}</b> · {" · ".join(companions)}</div>'


def total_sentences(ranking: Ranking, withheld: int, look: Look) -> list[str]:
    """The total and its companions: what it counts, what is silent, on how little it rests."""
    total, words, formats = ranking.total, look.words, look.formats
    counted = total.rows[total.rows["value"] > 0]["pot_id"].nunique()
    amount = formats.money_range(total.low, total.high, total.currency)
    lens = words.term("lens_phrase", total.lens)
    lost = formats.money(ranking.rows["lost"].sum(), total.currency)
    ends = formats.money_range(total.floor, total.ceiling, total.currency)
    return [
        words(
            "leaderboard.total.value", amount=amount, lens=lens, counted=counted, pots=total.pots
        ),
        words("leaderboard.total.range", range=ends),
        *([words("leaderboard.total.lost", amount=lost)] if ranking.rows["lost"].sum() else []),
        words("leaderboard.total.without", count=total.without_amount, pots=total.pots),
        *_shares(total, look),
        *([words("leaderboard.total.withheld", count=withheld)] if withheld else []),
    ]


def _shares(total: Total, look: Look) -> list[str]:
    """On how little the value rests: one document, or a rung that a rule concluded."""
    parts = {"single": total.single_source, "inferred": total.inferred}
    told = {name: look.formats.share(part) for name, part in parts.items() if part is not None}
    return [look.words(f"leaderboard.total.{name}", share=share) for name, share in told.items()]


def finding(ranking: Ranking, rows: pd.DataFrame, norm: Norm | None, look: Look) -> str:
    """The heading of the page, said by the data: who has most under this way of counting."""
    first = rows[rows["rank"].notna()].head(1)
    if first.empty:
        return look.words("leaderboard.title.none")
    name = first["name"].iloc[0]
    lens = _divided(look.words.term("lens_phrase", ranking.total.lens), norm, look)
    kind = "commitment" if ranking.group == "commitment" else "group"
    return look.words(f"leaderboard.title.{kind}", name=name, lens=lens)
