"""The frames that the timeline is drawn from."""

from dataclasses import dataclass
from html import unescape

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

    A partial date stands at its last day, or at the day of ``known`` where that comes first.
    """
    today = known.world.day
    found, tied = events(known.world), links(known.world)
    found = found[found["country_code"] == code]
    found = found.assign(day=found["event_date"].map(lambda one: min(dates.last_day(one), today)))
    scope = counting.default_scope(known.world.rules, code)
    total = counting.total(known.world, known.shares, scope, lens="ceiling", currency=currency)
    about = known.world.commitments
    value = total.rows.groupby("pot_id")["value"].sum()
    pots = about.loc[value.index]
    pot_of = tied["commitment_id"].map(about["pot_id"])
    titles = [
        unescape(f"{title}, {look.formats.money(float(amount), currency)}")
        for title, amount in zip(pots["title"], value, strict=True)
    ]
    money = pd.DataFrame(
        {
            "day": pots["announced_date"].map(lambda one: min(dates.last_day(one), today)),
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
