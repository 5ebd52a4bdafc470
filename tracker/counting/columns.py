"""Rows as columns of numbers and codes: what is counted hundreds of times for one page.

A sum over a frame of a hundred rows takes six milliseconds and more, over such columns a tenth.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

Numbers: TypeAlias = npt.NDArray[np.float64]
Places: TypeAlias = npt.NDArray[np.intp]
Mask: TypeAlias = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Coded:
    """A column of names: ``codes`` are places in ``names``, which are sorted; -1 where none is."""

    codes: Places
    names: tuple[str, ...]

    def among(self, allowed: Collection[str]) -> Mask:
        """Which rows hold one of the names ``allowed``; what is missing never does."""
        allowed = frozenset(allowed)
        return np.array([*(name in allowed for name in self.names), False])[self.codes]

    def at(self, places: Places | Mask) -> "Coded":
        """The column at ``places`` of it, which may be repeated."""
        return Coded(self.codes[places], self.names)

    def sums(self, numbers: Numbers) -> Numbers:
        """What ``numbers`` come to for each of ``names``; those without a name are left out."""
        named = self.codes >= 0
        return np.bincount(self.codes[named], numbers[named], len(self.names)).astype("float64")

    def met(self, other: "Coded", inside: Mask) -> list[list[str]]:
        """For each of ``names`` the names of ``other`` that it meets in the rows ``inside``."""
        found: list[list[str]] = [[] for _ in self.names]
        both = inside & (self.codes >= 0) & (other.codes >= 0)
        pairs = zip(self.codes[both].tolist(), other.codes[both].tolist(), strict=True)
        for own, place in dict.fromkeys(pairs):
            found[own].append(other.names[place])
        return found

    @cached_property
    def texts(self) -> list[str | None]:
        """The name of each row, None where it is missing."""
        names = (*self.names, None)
        return [names[code] for code in self.codes.tolist()]


def coded(values: Iterable[object]) -> Coded:
    """Texts as a column of codes; whatever is no text is missing."""
    found = [value if isinstance(value, str) else None for value in values]
    names = sorted({name for name in found if name is not None})
    codes: dict[str | None, int] = {name: place for place, name in enumerate(names)}
    codes[None] = -1
    return Coded(np.array([codes[name] for name in found], dtype=np.intp), tuple(names))


@dataclass(frozen=True, eq=False)
class Columns:
    """Rows about commitments: ``ids`` name them, ``named`` and ``numbers`` are their columns.

    One commitment may have several rows. Numbers are floats or truths, NaN where one is missing.
    """

    ids: tuple[str, ...]
    named: Mapping[str, Coded]
    numbers: Mapping[str, Numbers | Mask]

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.ids)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The same as a frame, indexed by ``commitment_id``."""
        index = pd.Index(self.ids, name="commitment_id", dtype="str")
        texts = {name: pd.array(one.texts, dtype="str") for name, one in self.named.items()}
        return pd.DataFrame({**texts, **self.numbers}, index=index)
