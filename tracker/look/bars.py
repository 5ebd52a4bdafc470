"""The language of marks: solidity is reality. Bars and their legend, as data."""

from collections.abc import Hashable, Mapping

import pandas as pd

from tracker.look.elements import Bar, Items, Part, Piece, Swatch
from tracker.look.html import SMALLEST_PCT
from tracker.look.look import Look

SURE, OPEN, GONE = "sure", "open", "gone"  # palette.yaml says by which marks


def by_mark(row: Mapping[Hashable, object], longest: float, currency: str, look: Look) -> Part:
    """One bar: the money in ``row`` (``mark_<name>``) by mark, the most solid first.

    ``longest`` is the money of a full bar. The words of the bar name each piece with its amount;
    a row without money gives no bar.
    """
    money = {name: _money(row.get(f"mark_{name}")) for name in look.palette.marks}
    money = {name: amount for name, amount in money.items() if amount > 0}
    if not money or longest <= 0:
        return ""
    told = ", ".join(
        look.words(
            "leaderboard.bar_part",
            amount=look.formats.money(amount, currency),
            mark=look.words.term("mark", name),
        )
        for name, amount in money.items()
    )
    pieces = tuple(Piece(name, 100 * amount / longest) for name, amount in money.items())
    code = row.get("country_code")
    return Bar(pieces, code if isinstance(code, str) else "", told)


def by_tier(parts: Mapping[str, float], code: str, told: str) -> Part:
    """One full bar: the ``parts`` (0 to 1) of a total by tier, which ``told`` says in words."""
    pieces = tuple(Piece(name, 100 * part) for name, part in parts.items() if part > 0)
    return Bar(pieces, code, told) if pieces else ""


def ends(code: str, low: float | None, high: float | None, longest: float) -> Part:
    """A bar from zero: full up to the low end, an outline from there to the high end.

    ``longest`` is the value at the right end of the axis. Without a value there is no bar.
    """
    if low is None or high is None or longest <= 0 or high <= 0:
        return ""
    sure = 100 * max(low, 0.0) / longest
    rest = 100 * high / longest - sure
    pieces = [Piece(SURE, sure)] if sure else []
    pieces += [Piece(OPEN, rest)] if rest > SMALLEST_PCT else []
    return Bar(tuple(pieces), code)


def step(code: str, mark: str, before: float, length: float, longest: float) -> Part:
    """A bar of one piece that begins after ``before``; nothing without length."""
    if longest <= 0 or length <= 0:
        return ""
    return Bar((Piece(mark, 100 * length / longest, 100 * before / longest),), code)


def legend(look: Look) -> Part:
    """Every mark with its word, the most solid first."""
    marks = [(Swatch(name), look.words.term("mark", name)) for name in look.palette.marks]
    note = look.words("leaderboard.legend_note")
    return Items((*marks, note), "legend", look.words("leaderboard.legend"))


def _money(value: object) -> float:
    return float(value) if isinstance(value, int | float) and not pd.isna(value) else 0.0
