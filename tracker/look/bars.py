"""The language of marks: solidity is reality. Bars and their legend, as data."""

from collections.abc import Hashable, Iterator, Mapping

import pandas as pd

from tracker.look.elements import Bar, Items, Part, Piece, Swatch
from tracker.look.html import SMALLEST_PCT
from tracker.look.look import Look

SMALLEST_PART = 1e-9  # of the money of a mark: less is what rounding leaves
SURE, OPEN, GONE = "sure", "open", "gone"  # palette.yaml says by which marks


def by_mark(
    row: Mapping[Hashable, object],
    longest: float,
    currency: str,
    look: Look,
    *,
    value: Part = "",
    unit: str = "",
) -> Part:
    """One bar: the money in ``row`` (``mark_<name>``) by mark, the most solid first.

    Of each mark what sources report comes before what a rule judged (``mark_<name>_judged``).
    ``longest`` is the money of a full bar, a ``value`` stands at its end. The words of the bar
    name each piece with its amount, in the ``unit`` of a quotient where it was divided; a row
    without money gives the value alone.
    """
    money = [*_by_mark(row, look)]
    if not money or longest <= 0:
        return value
    told = ", ".join(
        look.words(
            f"leaderboard.{'bar_judged' if is_judged else 'bar_part'}",
            amount=_written(amount, currency, unit, look),
            mark=look.words.term("mark", name),
        )
        for name, is_judged, amount in money
    )
    pieces = tuple(
        Piece(name, 100 * amount / longest, is_judged=is_judged)
        for name, is_judged, amount in money
    )
    code = row.get("country_code")
    return Bar(pieces, code if isinstance(code, str) else "", told, value)


def _written(amount: float, currency: str, unit: str, look: Look) -> str:
    if unit:
        return look.formats.with_unit(amount, amount, unit, digits=2)
    return look.formats.money(amount, currency)


def _by_mark(row: Mapping[Hashable, object], look: Look) -> Iterator[tuple[str, bool, float]]:
    """The marks with money: each as sources report it, then as a rule judged it."""
    for name in look.palette.marks:
        whole, judged = (_money(row.get(f"mark_{name}{kind}")) for kind in ("", "_judged"))
        for is_judged, amount in ((False, whole - judged), (True, judged)):
            if amount > SMALLEST_PART * whole:
                yield name, is_judged, amount


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
    rules = look.rules
    sample = rules.marks[str(rules.lenses[rules.default_lens])]
    judged = (Swatch(sample, is_judged=True), look.words("leaderboard.legend_judged"))
    note = look.words("leaderboard.legend_note")
    return Items((*marks, judged, note), "legend", look.words("leaderboard.legend"))


def _money(value: object) -> float:
    return float(value) if isinstance(value, int | float) and not pd.isna(value) else 0.0
