"""Partial dates: 2026, 2026-06 or 2026-06-01, kept as they were written."""

from datetime import date, timedelta
from functools import cache


@cache
def first_day(partial: str) -> date:
    """First day that ``partial`` (YYYY, YYYY-MM or YYYY-MM-DD) can mean.

    Raises ValueError when the calendar has no such day.
    """
    year, month, day = (*map(int, partial.split("-")), 1, 1)[:3]
    return date(year, month, day)


@cache
def last_day(partial: str) -> date:
    """Last day that ``partial`` can mean: a month ends on its last day, a year in December."""
    first = first_day(partial)
    match partial.count("-"):
        case 0:
            return date(first.year, 12, 31)
        case 1:
            return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        case _:
            return first


def past_day(partial: str, today: date) -> date:
    """Last day that ``partial`` can mean, or ``today`` where that comes first."""
    return min(last_day(partial), today)


@cache
def known_from(partial: str, evidence_until: date) -> date:
    """Day from which a claim dated ``partial`` counts.

    That is its last day. A period that was still running when the evidence stopped counts from
    the last day of the evidence: whatever was said in it was said by then.
    """
    return min(last_day(partial), max(first_day(partial), evidence_until))


def months_later(start: date, months: int) -> date:
    """The same day ``months`` later, or the last day of that month where it is shorter."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    end = last_day(f"{year}-{month + 1:02d}")
    return end.replace(day=min(start.day, end.day))
