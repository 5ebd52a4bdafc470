"""The leaderboard: a ranking as a table, and its total as a sentence, laid open when asked for."""

from functools import partial

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.ranking import Ranking
from tracker.counting.rows import as_download
from tracker.counting.totals import INFERRED, Total
from tracker.export.csv import csv_bytes
from tracker.look import bars
from tracker.look.elements import Fold, Part, Said
from tracker.look.look import Look
from tracker.look.meanings import meanings
from tracker.look.parts import items
from tracker.look.view import Block, Download, Notice, Section, View
from tracker.views.choices import ChosenRows
from tracker.views.leaderboard.board import Board, board, board_table, divided, names
from tracker.views.shared.ledger import laid_open
from tracker.world.asof import World


def view(known: Known, chosen: ChosenRows, look: Look) -> View:
    """What is known, ranked as ``chosen``. Without any row it says so."""
    found = board(known, chosen)
    shown: dict[str, Block] = {
        "total": total_line(found.ranking, len(known.world.dataset.withheld), look),
        "sum": laid_open(found.ranking.total, look) if chosen.is_sum_open else "",
        "legend": bars.legend(look),
        "ranking": board_table(found, known, look),
        "meanings": meanings(look),
    }
    if found.rows.empty:
        nothing = Notice(look.words("leaderboard.empty"))
        shown = {**shown, "total": "", "ranking": nothing, "legend": ""}
    scope = scope_sentence(chosen, known.world, look) + _on_division(found, look)
    return View(
        title=finding(found, look),
        lead=f"{lead(chosen, found, look)} {scope}",
        sections=tuple(Section(name, blocks=(block,)) for name, block in shown.items()),
        downloads=_download(found, chosen, look),
    )


def lead(chosen: ChosenRows, found: Board, look: Look) -> str:
    """How many rows are shown of how many, in which order, and whether a rule judged the first."""
    things = look.words(f"leaderboard.things.{chosen.by}")
    lens = look.words.term("lens_phrase", chosen.lens)
    shown, every = len(found.shown), len(found.rows)
    told = look.words("leaderboard.lead", shown=shown, all=every, things=things, lens=lens)
    return f"{told}{_on_first(found, look)}"


def _on_first(found: Board, look: Look) -> str:
    """What sources report of the first row, where a rule put part of its money on its rung."""
    ranked = found.ranking
    if ranked.rows.empty or found.norm:
        return ""
    first = ranked.rows.index[0]
    counts = ranked.total.added(ranked.column, "rung_basis")
    judged = sum(value for _, key, basis, value in counts if key == first and basis == INFERRED)
    if not judged:
        return ""
    whole, currency = float(ranked.rows["value"].iloc[0]), ranked.total.currency
    amounts = {"amount": look.formats.money(whole, currency)}
    amounts["reported"] = look.formats.money(max(whole - judged, 0.0), currency)
    return f" {look.words('leaderboard.first', **amounts)}"


def scope_sentence(chosen: ChosenRows, world: World, look: Look) -> str:
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
        [look.words.term("tier", code) for code in asked.amount_tier or ()],
        [look.words.term("organisation_type", code) for code in asked.organisation_type or ()],
        [look.words("leaderboard.quoted", text=chosen.q)] if chosen.q.strip() else [],
    ]
    named = "; ".join(", ".join(part) for part in parts if part)
    return look.words("leaderboard.scope", named=named)


def _narrowed(asked: tuple[str, ...] | None, options: tuple[str, ...]) -> tuple[str, ...]:
    """What was asked for, unless that is everything."""
    return () if asked is None or set(asked) == set(options) else asked


def _on_division(found: Board, look: Look) -> str:
    """What dividing leaves as it is; nothing where nothing was divided."""
    return f" {look.words('leaderboard.undivided_rest')}" if found.norm else ""


def total_line(ranking: Ranking, withheld: int, look: Look) -> Part:
    """The total with what sources report of it, and behind it what it rests on."""
    total = ranking.total
    amount = look.formats.money_range(total.low, total.high, total.currency)
    lens = look.words.term("lens_phrase", total.lens)
    how_many = {"counted": total.counted, "pots": total.pots}
    value = look.words("leaderboard.total.value", amount=amount, lens=lens, **how_many)
    rests = items(rests_on(ranking, withheld, look))
    fold = Fold(look.words("leaderboard.total.rests"), rests)
    return Said("total", (Said("strong", value), _reported(total, look), fold))


def _reported(total: Total, look: Look) -> str:
    """How much of the total a source, not a rule, puts on its rung; nothing of nothing."""
    if total.inferred is None:
        return ""
    reported = look.formats.money(total.value * (1 - total.inferred), total.currency)
    return f"· {look.words('leaderboard.total.reported', amount=reported)}"


def rests_on(ranking: Ranking, withheld: int, look: Look) -> list[str]:
    """The companions of a total: its two ends, what is lost and what silent, its documents."""
    total, words, formats = ranking.total, look.words, look.formats
    lost = formats.money(ranking.lost, total.currency)
    ends = formats.money_range(total.floor, total.ceiling, total.currency)
    told = [words("leaderboard.total.range", range=ends)]
    told += [words("leaderboard.total.lost", amount=lost)] if ranking.lost else []
    told.append(words("leaderboard.total.without", count=total.without_amount, pots=total.pots))
    if total.single_source is not None:
        share = formats.share(total.single_source)
        told.append(words("leaderboard.total.single", share=share))
        told.append(words("leaderboard.total.tiers", told=by_tier(total, look)))
    return told + ([words("leaderboard.total.withheld", count=withheld)] if withheld else [])


def by_tier(total: Total, look: Look) -> str:
    """The parts of a total by the tier of its best documents; tiers without any are left out."""
    return ", ".join(
        look.words(
            "leaderboard.total.tier",
            share=look.formats.share(part),
            tier=look.words.term("tier", name),
        )
        for name, part in total.by_tier.items()
        if part
    )


def finding(found: Board, look: Look) -> str:
    """The heading of the page, said by the data: who has most under this way of counting."""
    first = found.rows[found.rows["rank"].notna()].head(1)
    if first.empty:
        return look.words("leaderboard.title.none")
    lens = divided(look.words.term("lens_phrase", found.ranking.total.lens), found.norm, look)
    kind = "commitment" if found.ranking.is_by_pot else "group"
    name = names(first, found.ranking, look)[0]
    return look.words(f"leaderboard.title.{kind}", name=name, lens=lens)


def _download(found: Board, chosen: ChosenRows, look: Look) -> tuple[Download, ...]:
    """The rows in sight as a file; nothing where there are none."""
    if found.shown.empty:
        return ()
    rows = found.shown.assign(name=names(found.shown, found.ranking, look))
    ending = f"_{found.units[0].lower()}" + (f"_per_{chosen.norm}" if found.norm else "")
    label = look.words("leaderboard.download", count=len(rows))
    name = f"{chosen.by}-{chosen.lens}-{chosen.currency}-{chosen.as_of}.csv".lower()
    content = partial(_csv, rows, found.ranking.money, ending)
    return (Download(label, name, "text/csv", content),)


def _csv(rows: pd.DataFrame, money: tuple[str, ...], ending: str) -> bytes:
    return csv_bytes(as_download(rows, money, ending))
