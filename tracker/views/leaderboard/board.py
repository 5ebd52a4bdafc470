"""The ranking as a table: what is shown of it, and in which columns."""

from dataclasses import dataclass, field

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.norms import Norm, normalised
from tracker.counting.ranking import Ranking, ranking, within_text
from tracker.counting.rows import described
from tracker.dataset.plain import Row, grouped, plain
from tracker.look import bars
from tracker.look.elements import Column, Part, Said
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.values import written
from tracker.views.choices import ALL_ROWS, ChosenRows
from tracker.views.leaderboard import cells

LEFT = ("name", "bar", "now", "evidence")  # the other columns hold figures
COUNTS = ("rank", "commitments")


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
    def lenses(self) -> list[str]:
        """The ways of counting that are shown beside each other, the one that ranks among them."""
        rules, lens = self.ranking.rules, self.ranking.total.lens
        concrete = rules.concrete_lenses
        return [*([lens] if lens in concrete else concrete[:1]), rules.firm_lens, rules.widest_lens]

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
    """The rows in sight, a commitment with more than a group; nothing where there are none.

    The largest of all rows has a full bar.
    """
    rest = ["now", "power", "evidence", "sources"] if found.ranking.is_by_pot else ["commitments"]
    shown = [
        Column(
            name,
            _label(name, found, look),
            "count" if name in COUNTS else "part",
            is_right=name not in LEFT,
        )
        for name in ("rank", "name", "bar", *found.lenses, *rest)
    ]
    cited = grouped(plain(known.citations.reset_index()), "pot_id")
    rows = found.shown.assign(name=names(found.shown, found.ranking, look)).to_dict("records")
    named = zip(found.shown.index, rows, strict=True)
    return table(
        "ranking", [_row(row, cited[pot], found, known, look) for pot, row in named], shown
    )


def _row(row: Row, cited: list[Row], found: Board, known: Known, look: Look) -> dict[str, object]:
    shown: dict[str, object] = {
        "rank": row["rank"],
        "name": Said("name", row["name"]),
        "bar": bars.by_mark(row, found.ranking.longest, found.units[0], look),
        **{lens: cells.amount(row, lens, found.units, look) for lens in found.lenses},
    }
    if not found.ranking.is_by_pot:
        return {**shown, "commitments": row["commitments"]}
    return {
        **shown,
        "name": cells.name(row, found.units[0], look),
        "now": cells.now(row, look),
        "power": cells.power(row, known.first_phase, look),
        "evidence": cells.evidence(row, look),
        "sources": cells.sources(cited),
    }


def _label(column: str, found: Board, look: Look) -> str:
    if column in found.lenses:
        return divided(look.words.term("lens_column", column), found.norm, look)
    if column == "name":
        name = look.words.term("group", found.ranking.group)
        return name[:1].upper() + name[1:]
    return look.words(f"leaderboard.columns.{column}")


def divided(lens: str, norm: Norm | None, look: Look) -> str:
    """A way of counting, with what its money was divided by and the year of that."""
    if norm is None:
        return lens
    return look.words(f"leaderboard.norms.{norm.per.name}", lens=lens, years=", ".join(norm.years))
