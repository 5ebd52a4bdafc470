"""The frames that the timeline is drawn from."""

from dataclasses import dataclass
from datetime import date
from html import escape

import pandas as pd

from tracker import counting, dates
from tracker.diplomacy import events, links
from tracker.known import Known
from tracker.marks import Look


@dataclass(frozen=True)
class Timeline:
    """One country: its events, its pots with their money at the ceiling, and the ties."""

    events: pd.DataFrame
    money: pd.DataFrame
    ties: pd.DataFrame


def timeline(code: str, known: Known, currency: str, look: Look) -> Timeline:
    """Everything of ``code`` in the default scope.

    Titles are escaped, for figures take HTML. A partial date stands at its last day, or at the
    day of ``known`` where that comes first.
    """
    found, tied = events(known.world), links(known.world)
    found = found[found["country_code"] == code]
    days = _days(found["event_date"], known.world.day)
    found = found.assign(day=days, title=found["title"].map(escape))
    scope = counting.default_scope(known.world.rules, code)
    total = counting.total(known.world, known.shares, scope, lens="ceiling", currency=currency)
    about = known.world.commitments
    value = total.rows.groupby("pot_id")["value"].sum()
    pots = about.loc[value.index]
    pot_of = tied["commitment_id"].map(about["pot_id"])
    titles = [
        escape(f"{title}, {look.formats.money(float(amount), currency)}")
        for title, amount in zip(pots["title"], value, strict=True)
    ]
    money = pd.DataFrame(
        {
            "day": _days(pots["announced_date"], known.world.day),
            "title": titles,
            "value": value,
            "is_tied": pots.index.isin(pot_of),
        }
    )
    rows = pd.DataFrame(
        {
            "event_day": tied["event_id"].map(found["day"]),
            "day": pot_of.map(money["day"]),
            "link": tied["link"],
        }
    ).dropna()
    return Timeline(found[["day", "title"]], money, rows.drop_duplicates())


def _days(partial: pd.Series, today: date) -> pd.Series:
    """The last day of each partial date, or today where that comes first."""
    return partial.map(lambda one: min(dates.last_day(one), today))
