"""What parts of a view are made by: small print, lists, folds and tables, none where empty."""

from collections.abc import Iterable

from tracker.dataset.plain import Row
from tracker.look.elements import Column, Fold, Items, Part, Said, Table


def small(*parts: object) -> tuple[Part, ...]:
    """Texts as small print, each in a line of its own; what is missing is left out."""
    return tuple(Said("small", part) for part in parts if isinstance(part, str) and part)


def items(parts: Iterable[Part], kind: str = "", name: str = "") -> Part:
    """Parts as a list; nothing where there are none."""
    found = tuple(parts)
    return Items(found, kind, name) if found else ""


def folded(title: str, body: Part, *, is_open: bool = False) -> Part:
    """``body`` folded behind ``title``; nothing where there is no body."""
    return Fold(title, body, is_open) if body else ""


def table(
    name: str,
    rows: Iterable[Row],
    columns: Iterable[Column],
    *,
    is_stacked: bool = False,
) -> Part:
    """``rows``, one mapping from column to value each, as a table; nothing where there are none."""
    found = tuple(rows)
    return Table(name, found, tuple(columns), is_stacked) if found else ""
