"""Promises with a date: those overdue as a list, and all of them as a calendar."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.outcomes import DUE, OVERDUE, STANDINGS, YEARS_AFTER, YEARS_BEFORE, calendar
from tracker.dataset.plain import Row, plain
from tracker.look import links
from tracker.look.elements import Items, Part, Swatch, Table
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.tracks import Axis, Mark, Picture, Tick, Track
from tracker.views.shared.promises import outcome
from tracker.views.shared.sections import columns

COLUMNS = ("country", "promise", "due", "overdue", "sources")
EVERY = 5  # promises, a line of the axis


def overdue_list(past: pd.DataFrame, known: Known, look: Look) -> Part:
    """What is past its date without news, as `outcomes.overdue` gives it."""
    rows = [_overdue(row, known, look) for row in plain(past)]
    kinds = {"country": ("country", ""), "due": ("day", "")}
    shown = columns("delivery.overdue", COLUMNS, look, kinds=kinds)
    return table("overdue", rows, shown, is_stacked=True)


def _overdue(row: Row, known: Known, look: Look) -> dict[str, object]:
    key = "months" if row["months"] else "less"
    return {
        "country": row["country_code"],
        "promise": row["promise"],
        "due": row["current_due"],
        "overdue": look.words(f"delivery.overdue.{key}", count=row["months"]),
        "sources": links.links(row["source_ids"], known.world.dataset.documents),
    }


def seen(found: pd.DataFrame, known: Known, look: Look, takeaway: str) -> Picture:
    """A line per year, a tile per promise; of two countries one to the left, one to the right."""
    codes, rows = known.world.dataset.compared, plain(calendar(found, known.world.day))
    tracks = tuple(
        _year(year, list(group), codes, known, look)
        for year, group in groupby(rows, key=lambda row: row["year"])
    )
    return Picture(
        "calendar",
        _axis(tracks, codes, look),
        tracks,
        look.words("delivery.calendar.told", told=takeaway),
        takeaway=takeaway,
        legend=_legend(look),
        table=_table(rows, look),
        is_dense=True,
    )


def _axis(tracks: Iterable[Track], codes: tuple[str, ...], look: Look) -> Axis:
    ends = [end for one in tracks for mark in one.marks for end in (-mark.start, mark.end)]
    most = max(ends, default=0.0) or 1.0
    steps = range(EVERY, int(most) + 1, EVERY)
    ticks = [Tick(sign * one, look.formats.count(one)) for sign in (-1, 1) for one in steps]
    names = [look.formats.country(code) for code in codes]
    if len(codes) != 2:
        return Axis(0.0, most, tuple(ticks), base=0.0)
    return Axis(-most, most, (*ticks, Tick(0.0, "0")), False, 0.0, *names)


def _year(
    year: int, rows: Sequence[Row], codes: tuple[str, ...], known: Known, look: Look
) -> Track:
    """The promises due in a year, those overdue next to the middle."""
    day, key = known.world.day, "year"
    if year < day.year - YEARS_BEFORE:
        key = "until"
    elif year > day.year + YEARS_AFTER:
        key = "from"
    past = sum(row["standing"] == OVERDUE for row in rows)
    value = look.words("delivery.calendar.overdue", count=past) if past else ""
    label = look.words(f"delivery.calendar.{key}", year=year)
    return Track(label, tuple(_tiles(rows, codes, look)), value)


def _tiles(rows: Sequence[Row], codes: tuple[str, ...], look: Look) -> Iterator[Mark]:
    for code in codes:
        is_left = len(codes) == 2 and code == codes[0]
        for place, row in enumerate(one for one in rows if one["country_code"] == code):
            start = -place - 1 if is_left else place
            kind = row["standing"]
            glyph = "" if kind == DUE else look.palette.promises[kind]["glyph"]
            told = look.words(
                "delivery.calendar.tile",
                promise=row["promise"],
                due=look.formats.day(row["current_due"]),
                outcome=_outcome(row, look),
            )
            yield Mark(start, start + 1, kind, told, glyph, country_code=code)


def _outcome(row: Row, look: Look) -> str:
    word = look.words(f"delivery.calendar.standings.{row['standing']}")
    return word if row["outcome"] in ("unknown", "pending") else outcome(row, look)


def _legend(look: Look) -> Part:
    marks = (
        (Swatch(name), look.words(f"delivery.calendar.standings.{name}")) for name in STANDINGS
    )
    return Items(tuple(marks), "legend", look.words("leaderboard.legend"))


def _table(rows: Sequence[Row], look: Look) -> Table:
    """Every promise with its date and how it stands."""
    kinds = {"country": ("country", ""), "promise": ("text", ""), "due": ("day", "")}
    cells = tuple(
        {
            "country": row["country_code"],
            "promise": row["promise"],
            "due": row["current_due"],
            "standing": _outcome(row, look),
        }
        for row in rows
    )
    shown = columns("delivery.calendar", (*kinds, "standing"), look, kinds=kinds)
    return Table("calendar-table", cells, tuple(shown))
