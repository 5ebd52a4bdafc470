"""What became of dated promises, counted."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from tracker.dataset import dates
from tracker.world.promises import moved

OUTCOMES = ("kept", "late", "missed", "dropped", "unknown", "pending")
PENDING = "pending"
OVERDUE, MOVED, DUE, ENDED = "overdue", "moved", "due", "ended"
# How a promise stands in a calendar, in the order it is shown there.
STANDINGS = (OVERDUE, "kept", "late", ENDED, MOVED, DUE)
_STANDING = {"unknown": OVERDUE, "missed": ENDED, "dropped": ENDED, PENDING: DUE}
YEARS_BEFORE, YEARS_AFTER = 1, 5  # of the day's own that a calendar tells apart


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


def overdue(found: pd.DataFrame, day: date) -> pd.DataFrame:
    """The promises past their date of which nothing was found, the longest past first.

    ``found`` is what `promises.timelines` gives; ``months`` is added, the whole months from the
    last day of the date to ``day``.
    """
    past = found[found["outcome"] == "unknown"]
    days = past["current_due"].map(dates.last_day)
    months = [_months(one, day) for one in days]
    return (
        past.assign(months=pd.array(months, dtype="int64"), _due=days)
        .sort_values(["_due", "promise"], kind="stable")
        .drop(columns="_due")
    )


def _months(since: date, until: date) -> int:
    months = (until.year - since.year) * 12 + until.month - since.month
    return months - 1 if until.day < since.day else months


def calendar(found: pd.DataFrame, day: date) -> pd.DataFrame:
    """Every promise by the year it falls due and how it stands on ``day``.

    ``found`` is what `promises.timelines` gives; ``standing`` is added, one of `STANDINGS`, and
    ``year``, with years long past or far ahead held in the first and the last that are told apart.
    In the order of a calendar: by year, standing and date.
    """
    first, last = day.year - YEARS_BEFORE - 1, day.year + YEARS_AFTER + 1
    due = found["current_due"].map(dates.last_day)
    standing = found["outcome"].map(lambda one: _STANDING.get(one, one))
    standing = standing.mask((standing == DUE) & moved(found), MOVED)
    years = [min(max(one.year, first), last) for one in due]
    order = {name: place for place, name in enumerate(STANDINGS)}
    told = found.assign(standing=standing, year=pd.array(years, dtype="int64"))
    told = told.assign(_place=standing.map(order), _due=due)
    return told.sort_values(["year", "_place", "_due"], kind="stable").drop(
        columns=["_place", "_due"]
    )
