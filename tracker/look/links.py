"""Links as data, from plain values: to documents, and to pages with their choices."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import quote_plus, unquote, urlsplit

import pandas as pd

from tracker.dataset.documents import Documents
from tracker.dataset.plain import Row
from tracker.look.elements import Part, Run, Source

LONGEST_SUBJECT = 48
WORDS = re.compile(r"[-_+.]+|\.html?$|\d{5,}")
LONGEST_TEXT = 100  # characters that a search takes
KEPT = 1 << 14  # texts that stay quoted


def address(page: str, asked: Mapping[str, str | Sequence[str]]) -> str:
    """The address of a page, relative to every page, with choices as that page has them."""
    told = (
        f"{_quoted(name)}={_quoted(value)}"
        for name, values in asked.items()
        for value in ((values,) if isinstance(values, str) else values)
    )
    return f"{page}?{'&'.join(told)}"


@lru_cache(KEPT)
def _quoted(text: str) -> str:
    """A name or a value as an address has it; most stand in hundreds of links of a page."""
    return quote_plus(text)


def link(source: Row) -> Part:
    """A document by who speaks in it and, where known, its day."""
    return _source(source)


def links(source_ids: Iterable[str], documents: Documents) -> Part:
    """Documents by speaker and day; ``documents`` is what `Dataset.documents` gives."""
    return Run(tuple(link(documents[name]) for name in source_ids))


def document(source: Row) -> Part:
    """A document by who speaks in it, what it is about and its day, as far as they are known."""
    return _source(source, _subject(source))


def _source(source: Row, subject: str = "") -> Source:
    speaker, carrier, day, url = (
        str(source[name]) if isinstance(source[name], str) else ""
        for name in ("publisher", "carrier", "published_date", "url")
    )
    kind, tier = (
        source[name] if isinstance(source[name], str) else None for name in ("kind", "tier")
    )
    return Source(speaker, carrier, subject, day, url, kind, tier)


def _subject(source: Row) -> str:
    """The title of a document or, where that is not known, the words that its address holds."""
    if pd.notna(source["title"]):
        return shortened(str(source["title"]), LONGEST_SUBJECT)
    if pd.isna(source["url"]):
        return ""
    path = unquote(urlsplit(source["url"]).path)
    longest = max((WORDS.sub(" ", part).strip() for part in path.split("/")), key=len)
    return f"“{shortened(longest, LONGEST_SUBJECT)}”" if " " in longest else ""


def shortened(text: str, longest: int) -> str:
    """``text`` with at most ``longest`` characters, an ellipsis for what is left out."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
