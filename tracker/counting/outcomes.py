"""What became of dated promises, counted."""

from dataclasses import dataclass

import pandas as pd

OUTCOMES = ("kept", "late", "missed", "dropped", "unknown", "pending")
PENDING = "pending"


@dataclass(frozen=True)
class OutcomeCounts:
    """The promises of one country by their outcome, and the months that dates slipped by.

    ``slips`` holds those above 0, the longest first.
    """

    by_outcome: dict[str, int]
    slips: tuple[int, ...]

    @property
    def all(self) -> int:
        """Every promise."""
        return sum(self.by_outcome.values())

    @property
    def due(self) -> int:
        """Those past their date or settled."""
        return self.all - self.by_outcome[PENDING]

    @property
    def kept(self) -> int:
        """Those known to be kept in time."""
        return self.by_outcome["kept"]

    @property
    def unknown(self) -> int:
        """Those past their date of which nothing is known."""
        return self.by_outcome["unknown"]


def counted(found: pd.DataFrame, codes: tuple[str, ...]) -> dict[str, OutcomeCounts]:
    """Country -> how its promises came out; ``found`` is what `promises.timelines` gives."""
    return {code: _counted(found[found["country_code"] == code]) for code in codes}


def _counted(found: pd.DataFrame) -> OutcomeCounts:
    counts = found["outcome"].value_counts()
    slips = sorted((int(months) for months in found["slip_months"].dropna()), reverse=True)
    by_outcome = {name: int(counts.get(name, 0)) for name in OUTCOMES}
    return OutcomeCounts(by_outcome, tuple(months for months in slips if months > 0))
