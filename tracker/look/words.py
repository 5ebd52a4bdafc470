"""Every word a reader sees, from text/<language>/*.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from babel import Locale

from tracker.dataset.faults import Cost, DataError, Fault
from tracker.dataset.settings.texts import compared


class TextMissing(KeyError):
    """A text that was asked for is not there, or cannot be filled; the message names its file."""

    def __init__(self, language: str, key: str, problem: str) -> None:
        """Say which text, and why."""
        file, _, name = key.partition(".")
        told = (f"text/{language}/{file}.yaml", name, problem)
        self.told = ": ".join(part for part in told if part)
        super().__init__(self.told)

    def __str__(self) -> str:
        """The message without the quotes of a KeyError."""
        return self.told


@dataclass(frozen=True)
class Words:
    """The texts of one language: ``words("leaderboard.title", shown=10)``."""

    language: str
    texts: Mapping[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """The text called ``file.name`` with its slots filled. Raises TextMissing where none is.

        Where the text has plural forms, ``count`` chooses among them.
        """
        text = self.part(key)
        if isinstance(text, Mapping) and "count" in values:
            text = text.get(self._plural_form(values["count"]), text.get("other"))
        if not isinstance(text, str):
            raise TextMissing(self.language, key, "is not a text")
        try:
            return text.format(**values)
        except (LookupError, ValueError, TypeError, AttributeError) as error:
            told = f"cannot be filled ({type(error).__name__}: {error})"
            raise TextMissing(self.language, key, told) from error

    def _plural_form(self, count: Any) -> str:
        return str(Locale.parse(self.language).plural_form(count))

    def part(self, key: str) -> Any:
        """What stands under ``key``, a text or a section. Raises TextMissing where nothing does."""
        if key not in self._found:
            self._found[key] = self._part(key)
        return self._found[key]

    @cached_property
    def _found(self) -> dict[str, Any]:
        """What was asked for already: a page asks thousands of times for a few hundred texts."""
        return {}

    def _part(self, key: str) -> Any:
        here: Any = self.texts
        for name in key.split("."):
            if not isinstance(here, Mapping) or name not in here:
                raise TextMissing(self.language, key, "is missing")
            here = here[name]
        return here

    def term(self, kind: str, code: str) -> str:
        """The word for a code of a closed list, such as ``term("rung", "mou")``."""
        return self(f"terms.{kind}.{code}")


def read_words(folder: Path, language: str) -> Words:
    """The texts of ``language`` under ``folder``/text; those with a fault are withheld.

    Raises DataError with all faults where a whole file of them is unusable.
    """
    words, faults = words_and_faults(folder, language)
    if any(fault.cost == Cost.FILE for fault in faults):
        raise DataError(faults)
    return words


def words_and_faults(
    folder: Path, language: str, fallback: Words | None = None
) -> tuple[Words, tuple[Fault, ...]]:
    """The texts of ``language`` under ``folder``/text, and what is wrong with them.

    A text with a fault is that of ``fallback``, or withheld, so that asking for it raises
    TextMissing. Raises nothing itself.
    """
    texts, faults = compared(folder, language, fallback.texts if fallback else {})
    return Words(language, texts), faults
