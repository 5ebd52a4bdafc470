"""How the values of a column are written: by its kind, in the words and formats of a reader."""

from collections.abc import Callable
from typing import Any

from tracker.look.elements import Column
from tracker.look.formats import is_missing
from tracker.look.look import Look

Writer = Callable[[Any, Column, Look], str]

KINDS: dict[str, Writer] = {
    "text": lambda value, column, look: str(value),
    "country": lambda value, column, look: look.formats.country(value),
    "rung": lambda value, column, look: look.rung(value),
    "term": lambda value, column, look: look.words.term(column.unit, value),
    "day": lambda value, column, look: look.formats.day(value),
    "money": lambda value, column, look: look.formats.money(value, column.unit),
    "cents": lambda value, column, look: look.formats.money_exact(value, column.unit),
    "count": lambda value, column, look: look.formats.count(value),
    "power": lambda value, column, look: look.formats.power(value),
    "share": lambda value, column, look: look.formats.share(value),
    "rounded": lambda value, column, look: look.formats.rounded(value),
    "rate": lambda value, column, look: look.formats.rate(value),
    "figure": lambda value, column, look: look.formats.with_unit(value, value, column.unit),
}
NONE = "–"  # there is nothing to know


def written(value: Any, column: Column, look: Look) -> str:
    """A value of ``column``; a dash where there is none. Raises KeyError for an unknown kind."""
    return NONE if is_missing(value) else KINDS[column.kind](value, column, look)
