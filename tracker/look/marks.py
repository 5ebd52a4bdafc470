"""The language of marks: solidity is reality. Bars, chips and legends as inert HTML."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from html import escape

import pandas as pd

from tracker.dataset.settings.palette import Palette
from tracker.dataset.settings.rules import Rules
from tracker.look.formats import Formats
from tracker.look.words import Words

SMALLEST_PCT = 0.15  # a narrower piece would not be seen; its words still name it


@dataclass(frozen=True)
class Look:
    """Words, formats, palette and rules, handed to everything that draws."""

    words: Words
    palette: Palette
    rules: Rules

    @property
    def formats(self) -> Formats:
        """How this language writes values."""
        return Formats(self.words)

    def rung(self, rung: str) -> str:
        """A rung in running text: the character of its mark, and its word."""
        glyph = self.palette.marks[self.rules.marks[rung]]["glyph"]
        return f"{glyph} {self.words.term('rung', rung)}"

    def joined(self, parts: Iterable[str]) -> str:
        """Parts of a sentence with commas, the last with and; those without a text are left out."""
        *first, last = [part for part in parts if part] or [""]
        return f"{', '.join(first)}{self.words('comparison.and')}{last}" if first else last

    def is_unchecked(self, days: float) -> bool:
        """Whether a record was last read too long ago."""
        return days > self.rules.recheck_after_days


def bar(row: Mapping[Hashable, object], longest: float, currency: str, look: Look) -> str:
    """One bar: the money in ``row`` (``mark_<name>``) by mark, the most solid first.

    ``longest`` is the money of a full bar. The words of the bar name each piece with its amount;
    a row without money gives no bar.
    """
    pieces = {name: _money(row.get(f"mark_{name}")) for name in look.palette.marks}
    pieces = {name: money for name, money in pieces.items() if money > 0}
    if not pieces or longest <= 0:
        return ""
    said = ", ".join(
        look.words(
            "leaderboard.bar_part",
            amount=look.formats.money(money, currency),
            mark=look.words.term("mark", name),
        )
        for name, money in pieces.items()
    )
    drawn = "".join(
        f'<i class="cc-k-{name}" style="width:{max(SMALLEST_PCT, 100 * money / longest):.2f}%"></i>'
        for name, money in pieces.items()
    )
    hue = f" cc-{escape(country)}" if isinstance(country := row.get("country_code"), str) else ""
    told = f'role="img" aria-label="{escape(said)}" title="{escape(said)}"'
    return f'<div class="cc-bar{hue}" {told}>{drawn}</div>'


def legend(look: Look) -> str:
    """Every mark with its word, the most solid first."""
    said = {name: escape(look.words.term("mark", name)) for name in look.palette.marks}
    items = "".join(
        f'<li><i class="cc-k-{name}" aria-hidden="true"></i>{word}</li>'
        for name, word in said.items()
    )
    name = escape(look.words("leaderboard.legend"))
    note = escape(look.words("leaderboard.legend_note"))
    return f'<ul class="cc-legend" aria-label="{name}">{items}<li>{note}</li></ul>'


def chip(text: str) -> str:
    """A short text in a frame."""
    return f'<span class="cc-chip">{escape(text)}</span>'


def _money(value: object) -> float:
    return float(value) if isinstance(value, int | float) and not pd.isna(value) else 0.0
