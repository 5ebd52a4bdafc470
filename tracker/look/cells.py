"""Links to documents, as escaped HTML."""

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any
from urllib.parse import unquote, urlsplit

import pandas as pd

from tracker.dataset.dataset import Documents

LONGEST_SUBJECT = 48
WORDS = re.compile(r"[-_+.]+|\.html?$|\d{5,}")


def document(source: pd.Series) -> str:
    """A document by its publisher, what it is about and its day, as far as they are known."""
    return _linked(source, [source["publisher"], _subject(source), source["published_date"]])


def link(source: "Mapping[str, Any] | pd.Series[Any]") -> str:
    """A document by its publisher and, where known, its day."""
    return _linked(source, [source["publisher"], source["published_date"]])


def links(source_ids: Iterable[str], documents: Documents) -> str:
    """Documents by publisher and day; ``documents`` is what `Dataset.documents` gives."""
    return ", ".join(link(documents[name]) for name in source_ids)


def _linked(source: "Mapping[str, Any] | pd.Series[Any]", known: list[str]) -> str:
    text = escape(", ".join(part for part in known if pd.notna(part) and part))
    if pd.isna(source["url"]):
        return text
    return f'<a href="{escape(source["url"])}" target="_blank" rel="noopener noreferrer">{text}</a>'


def _subject(source: pd.Series) -> str:
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
