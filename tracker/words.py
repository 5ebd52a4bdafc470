"""Every word a reader sees, from text/<language>/*.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale

from tracker.settings import read_yaml


@dataclass(frozen=True)
class Words:
    """The texts of one language: ``words("leaderboard.title", shown=10)``."""

    language: str
    texts: Mapping[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """The text called ``file.name`` with its slots filled. Raises KeyError where none is.

        Where the text has plural forms, ``count`` chooses among them.
        """
        text = self.part(key)
        if isinstance(text, Mapping) and "count" in values:
            text = text.get(self._plural_form(values["count"]), text.get("other"))
        if not isinstance(text, str):
            raise KeyError(f"text/{self.language}: {key} is not a text")
        return text.format(**values)

    def _plural_form(self, count: Any) -> str:
        return str(Locale.parse(self.language).plural_form(count))

    def part(self, key: str) -> Any:
        """Whatever stands under ``key``, a text or a section. Raises KeyError when nothing does."""
        here: Any = self.texts
        for name in key.split("."):
            if not isinstance(here, Mapping) or name not in here:
                raise KeyError(f"text/{self.language}: {key} is missing")
            here = here[name]
        return here

    def term(self, kind: str, code: str) -> str:
        """The word for a code of a closed list, such as ``term("rung", "mou")``."""
        return self(f"terms.{kind}.{code}")


def read_words(folder: Path, language: str) -> Words:
    """The texts of ``language`` under ``folder``/text. Raises OSError when there are none."""
    home = folder / "text" / language
    texts = {path.stem: read_yaml(path) for path in sorted(home.glob("*.yaml"))}
    if not texts:
        raise FileNotFoundError(f"no texts in {home}")
    return Words(language, texts)
