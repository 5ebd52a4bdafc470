"""Words, palette and rules for one reader: what everything that draws is handed."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from tracker.dataset.settings.palette import Palette
from tracker.dataset.settings.rules import Rules
from tracker.look.formats import Formats
from tracker.look.words import Words


@dataclass(frozen=True)
class Look:
    """Words, formats, palette and rules, handed to everything that draws."""

    words: Words
    palette: Palette
    rules: Rules

    @cached_property
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
