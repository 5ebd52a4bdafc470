"""The frames that the figures of promised dates are drawn from."""

from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

import pandas as pd

from tracker import dates
from tracker.cells import shortened
from tracker.known import Known
from tracker.marks import Look
from tracker.promised import moved, outcome

LONGEST = 52  # characters of a promise that stand above its dates
MARGIN = timedelta(days=60)
DAYS = ["first", "current", "actual", "silent", "lost"]
LOST = ("missed", "dropped")


@dataclass(frozen=True)
class Slips:
    """A frame per country, as `charts.slips` takes it, the ``span`` of their axis, and today."""

    by_country: dict[str, pd.DataFrame]
    span: tuple[date, date]
    day: date


def slips(promises: pd.DataFrame, known: Known, look: Look) -> Slips:
    """The promises that moved, were settled or are past; those that only wait are left out.

    ``promises`` is what `promised.of_compared` gives. A partial date stands at its last day; what
    happened, or was settled, stands no later than the day of ``known``.
    """
    shown = promises[moved(promises) | (promises["outcome"] != "pending")]
    silent = shown["outcome"] == "unknown"
    frame = pd.DataFrame(
        {
            "country_code": shown["country_code"],
            "label": [escape(shortened(text, LONGEST)) for text in shown["promise"]],
            "told": [escape(_told(row, look)) for _, row in shown.iterrows()],
            "first": _days(shown["first_due"]),
            "current": _days(shown["current_due"].where(moved(shown))),
            "actual": _days(shown["actual"], known.world.day),
            "silent": _days(shown["current_due"].where(silent)),
            "lost": _days(shown["settled"].where(shown["outcome"].isin(LOST)), known.world.day),
        }
    )
    found = {str(code): rows for code, rows in frame.groupby("country_code")}
    ends = frame[DAYS].melt()["value"].dropna()
    day = known.world.day
    first = min(ends.min().date(), day) if len(ends) else day
    last = max(ends.max().date(), day) if len(ends) else day
    return Slips(found, (first - MARGIN, last + MARGIN), day)


def _told(row: pd.Series, look: Look) -> str:
    """What came of a promise, with its slip where two documents date it."""
    told = outcome(row, look)
    if pd.isna(row["slip_months"]):
        return told
    slip = look.words("delivery.promises.slip", months=int(row["slip_months"]))
    return look.words("delivery.slips.told", outcome=told, slip=slip)


def _days(partial: pd.Series, latest: date = date.max) -> pd.Series:
    """The last day of each partial date, or the ``latest`` where that comes first."""
    return pd.to_datetime(partial.map(lambda one: dates.past_day(one, latest), na_action="ignore"))
