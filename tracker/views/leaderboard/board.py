"""The ranking as a table: what is shown of it, and in which columns."""

from dataclasses import dataclass, field

import pandas as pd

from tracker.counting.ahead import Ahead, ahead
from tracker.counting.known import Known
from tracker.counting.norms import Norm, normalised
from tracker.counting.ranking import LOST, Ranking, ranking, within_text
from tracker.counting.rows import described
from tracker.dataset.plain import Row, grouped, plain
from tracker.look import bars
from tracker.look.elements import Column, Fold, Part, Said, Terms
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.values import written
from tracker.views.choices import ALL_ROWS, ChosenRows
from tracker.views.leaderboard import cells

RANK, DETAILS = "rank", "details"
Entry = tuple[str, tuple[Part, ...]]


@dataclass(frozen=True)
class Board:
    """A ranking with its ``rows`` as `rows.described` has them, divided where there is a ``norm``.

    Those that are ``shown`` are the first of them.
    """

    ranking: Ranking
    rows: pd.DataFrame = field(repr=False)
    shown: pd.DataFrame = field(repr=False)
    norm: Norm | None

    @property
    def others(self) -> list[str]:
        """The ways of counting beside the one that ranks."""
        return [name for name in self.ranking.rules.lenses if name != self.ranking.total.lens]

    @property
    def longest(self) -> float:
        """The amount of a full bar: what lives and what was lost of the largest of all rows."""
        widest, lost = self.ranking.rules.widest_lens, self.rows[LOST]
        return float((self.rows[widest] + lost).fillna(0).max()) if len(self.rows) else 0.0

    @property
    def units(self) -> tuple[str, str]:
        """The currency of all money and, where it was divided, the unit of the quotient."""
        currency = self.ranking.total.currency
        return currency, self.norm.unit(currency) if self.norm else ""


def board(known: Known, chosen: ChosenRows) -> Board:
    """What is known, ranked as ``chosen``."""
    per = known.world.rules.comparison.per.get(chosen.norm)
    how = {
        "lens": chosen.lens,
        "currency": per.currency if per and per.currency else chosen.currency,
        "group": chosen.by,
    }
    scope = within_text(chosen.scope, known.profiles, chosen.q)
    ranked = ranking(known, scope, **how)
    rows = described(ranked, known)
    norm = normalised(rows, ranked, per, known) if per else None
    rows = norm.rows if norm else rows
    shown = rows if chosen.rows == ALL_ROWS else rows.head(int(chosen.rows))
    return Board(ranked, rows, shown, norm)


def names(rows: pd.DataFrame, ranking: Ranking, look: Look) -> list[str]:
    """What ``rows`` are called: countries and terms by their words, the others by their own."""
    kind, unit = "text", ""
    if ranking.column.endswith("country_code"):
        kind = "country"
    elif not ranking.column.endswith("_id"):
        kind, unit = "term", ranking.column
    column = Column("name", "", kind, unit)
    return [written(name, column, look) for name in rows["name"]]


def board_table(found: Board, known: Known, look: Look) -> Part:
    """The rows in sight, their bars with the amount that ranks them; nothing where none are.

    The largest of all rows has a full bar. All else that is known of a row is folded under it.
    """
    lens = divided(look.words.term("lens_column", found.ranking.total.lens), found.norm, look)
    labels = {
        "rank": look.words("leaderboard.columns.rank"),
        "name": _first_upper(look.words.term("group", found.ranking.group)),
        "bar": look.words("leaderboard.columns.bar", lens=lens),
    }
    shown = [
        Column(name, label, "count" if name == RANK else "part", is_right=name == RANK)
        for name, label in labels.items()
    ]
    cited = grouped(plain(known.citations.reset_index()), "pot_id")
    further = ahead(found.ranking) if found.ranking.is_by_pot else {}
    rows = found.shown.assign(name=names(found.shown, found.ranking, look)).to_dict("records")
    named = zip(found.shown.index, rows, strict=True)
    written = (
        _row(row, cited[pot], further.get(pot, []), found, known, look) for pot, row in named
    )
    return table("ranking", written, shown)


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _row(
    row: Row, cited: list[Row], further: list[Ahead], found: Board, known: Known, look: Look
) -> dict[str, object]:
    (currency, unit), lens = found.units, found.ranking.total.lens
    value = cells.of_all(row, lens, found.units, look)
    bar = bars.by_mark(row, found.longest, currency, look, value=value, unit=unit)
    others = [(name, (cells.amount(row, name, found.units, look),)) for name in found.others]
    entries: list[Entry] = [(look.words.term("lens_column", name), told) for name, told in others]
    if not found.ranking.is_by_pot:
        count = look.words("leaderboard.commitments", count=row["commitments"])
        fold = Fold(look.words("leaderboard.details"), Terms(tuple(entries)), group=DETAILS)
        return _cells(row, Said("name", row["name"]), bar, Said("beside", count), fold)
    entries += _entries(row, cited, known, look)
    fold = Fold(
        look.words("leaderboard.sources", count=len(cited)), Terms(tuple(entries)), group=DETAILS
    )
    under = cells.now(row, further, found.units, look)
    return _cells(row, cells.name(row, look), bar, under, fold)


def _cells(row: Row, name: Part, bar: Part, under: Part, fold: Part) -> dict[str, object]:
    return {RANK: row[RANK], "name": name, "bar": (bar, Said("under", (under, fold)))}


def _entries(row: Row, cited: list[Row], known: Known, look: Look) -> list[Entry]:
    """All that is known of a commitment beside its money, each under its name."""
    judgement = row["judgement"] if isinstance(row["judgement"], str) else ""
    told: dict[str, Part] = {
        "claim": cells.claim(row, look),
        "now": cells.rule(row, look),
        "power": cells.power(row, known.first_phase, look),
        "evidence": cells.evidence(row, look),
        "judgement": judgement,
        "sources": cells.sources(cited),
    }
    return [
        (look.words(f"leaderboard.facts.{name}"), (part,)) for name, part in told.items() if part
    ]


def divided(lens: str, norm: Norm | None, look: Look) -> str:
    """A way of counting, with what its money was divided by and the year of that."""
    if norm is None:
        return lens
    return look.words(f"leaderboard.norms.{norm.per.name}", lens=lens, years=", ".join(norm.years))
