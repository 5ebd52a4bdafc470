"""Dated promises that moved, were settled or are past, as a figure per country."""

from datetime import date, timedelta
from functools import partial

import pandas as pd

from tracker.counting.known import Known
from tracker.dataset import dates
from tracker.dataset.plain import Row
from tracker.look.charts.slips import slips as drawn
from tracker.look.links import shortened
from tracker.look.look import Look
from tracker.look.view import Chart, Section
from tracker.views.shared.promises import outcome, slip
from tracker.world.promises import moved, waits

LONGEST = 52  # characters of a promise that stand above its dates
MARGIN = timedelta(days=60)
DAYS = ["first", "current", "actual", "silent", "lost"]
LOST = ("missed", "dropped")


def slips(promises: pd.DataFrame, known: Known, look: Look) -> Section:
    """A figure per country of the promises that moved, were settled or are past.

    ``promises`` is what `promises.of_compared` gives. Nothing where there are none.
    """
    frame = slip_days(promises, known, look)
    day, axis = known.world.day, span(frame, known.world.day)
    found = []
    for code, rows in frame.groupby("country_code"):
        country = look.formats.country(str(code))
        told = look.words("delivery.slips.alt", country=country, count=len(rows))
        draw = partial(drawn, rows, axis, day, str(code), look)
        found.append(Chart(f"slips-{code}", draw, told, country))
    if not found:
        return Section("slips")
    heading, note = look.words("delivery.slips.heading"), look.words("delivery.slips.note")
    return Section("slips", heading, tuple(found), note=note, is_folded=True)


def slip_days(promises: pd.DataFrame, known: Known, look: Look) -> pd.DataFrame:
    """The promises that moved, were settled or are past, with the days of `charts.slips`.

    Those that only wait are left out. A partial date stands at its last day; what happened, or was
    settled, stands no later than the day of ``known``.
    """
    shown = promises[~waits(promises)]
    silent, day = shown["outcome"] == "unknown", known.world.day
    return pd.DataFrame(
        {
            "country_code": shown["country_code"],
            "label": [shortened(text, LONGEST) for text in shown["promise"]],
            "told": [_told(row, look) for row in shown.to_dict("records")],
            "first": _days(shown["first_due"]),
            "current": _days(shown["current_due"].where(moved(shown))),
            "actual": _days(shown["actual"], day),
            "silent": _days(shown["current_due"].where(silent)),
            "lost": _days(shown["settled"].where(shown["outcome"].isin(LOST)), day),
        }
    )


def span(frame: pd.DataFrame, day: date) -> tuple[date, date]:
    """The first and last day of the axis that all countries share, with ``day`` in it."""
    ends = frame[DAYS].melt()["value"].dropna()
    first = min(ends.min().date(), day) if len(ends) else day
    last = max(ends.max().date(), day) if len(ends) else day
    return first - MARGIN, last + MARGIN


def _told(row: Row, look: Look) -> str:
    """What came of a promise, with its slip where two documents date it."""
    told = outcome(row, look)
    if pd.isna(row["slip_months"]):
        return told
    return look.words("delivery.slips.told", outcome=told, slip=slip(row["slip_months"], look))


def _days(partial_dates: pd.Series, latest: date = date.max) -> pd.Series:
    """The last day of each partial date, or the ``latest`` where that comes first."""
    days = partial_dates.map(lambda one: dates.past_day(one, latest), na_action="ignore")
    return pd.to_datetime(days)
