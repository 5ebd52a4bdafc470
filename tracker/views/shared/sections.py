"""Sections and columns with the words of their page."""

from collections.abc import Collection, Iterable, Mapping

from tracker.look.elements import Column
from tracker.look.look import Look
from tracker.look.view import Block, Section


def section(
    page: str, name: str, heading: str, look: Look, *blocks: Block, note: str = ""
) -> Section:
    """A section under its finding, with what it is about in the words of ``page``."""
    return Section(name, heading, blocks, look.words(f"{page}.{name}.about"), note)


def columns(
    texts: str,
    names: Iterable[str],
    look: Look,
    *,
    right: Collection[str] = (),
    labels: Mapping[str, str] | None = None,
    kinds: Mapping[str, tuple[str, str]] | None = None,
) -> list[Column]:
    """Columns called ``names``, with the labels given, else those under ``texts``.

    ``kinds`` gives the kind and the unit of those that are not of parts.
    """
    own, usual = labels or {}, ("part", "")
    return [
        Column(
            name,
            own.get(name) or look.words(f"{texts}.columns.{name}"),
            *(kinds or {}).get(name, usual),
            is_right=name in right,
        )
        for name in names
    ]
