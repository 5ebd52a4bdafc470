"""The frames that the timelines are drawn from."""

from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

import pandas as pd

from tracker.counting.known import Known
from tracker.dataset import dates
from tracker.look.cells import shortened
from tracker.look.marks import Look
from tracker.views.diplomacy.ties import ByTie
from tracker.world.events import events, term_of, ties

LONGEST = 36  # characters of a title that stand beside its mark
NAMED = 12  # commitments that the words over a mark name
MARGIN = timedelta(days=75)
TOGETHER = timedelta(days=30)


@dataclass(frozen=True)
class Timeline:
    """One country and its leader, as `charts.timeline` takes it.

    ``earlier`` events are before the axis.
    """

    heading: str
    events: pd.DataFrame
    money: pd.DataFrame
    ties: pd.DataFrame
    earlier: int


@dataclass(frozen=True)
class Timelines:
    """A timeline per country, and the ``span`` of the axis that all share."""

    by_country: dict[str, Timeline]
    span: tuple[date, date]


def timelines(found: ByTie, known: Known, currency: str, look: Look) -> Timelines:
    """Every event and all money at the ceiling, from the first tie or commitment on.

    ``found`` is what `ties.by_tie` gives. Titles are escaped, for figures take HTML. A partial
    date stands at its last day, or at the day of ``known`` where that comes first.
    """
    ceiling = next(iter(known.world.rules.lenses))
    announced = _days(known.world.commitments["announced_date"], known.world.day)
    every_tie, drawn = ties(known.world), {}
    for code in known.world.dataset.compared:
        rows = _circled(found[code, ceiling], announced)
        money = _circles(rows, known, currency, look)
        tied = every_tie[every_tie["commitment_id"].isin(rows.index)]
        drawn[code] = (_events(code, rows, tied, known), money, _lines(rows, tied, known))
    every = [pd.concat([money["day"], tied["event_day"]]) for _, money, tied in drawn.values()]
    start = min((day for days in every for day in days), default=known.world.day) - MARGIN
    by_country = {}
    for code, (held, money, tied) in drawn.items():
        is_late = held["day"] >= start
        earlier = int((~is_late).sum())
        heading = _heading(code, known, look)
        by_country[code] = Timeline(heading, held[is_late], money, tied, earlier)
    return Timelines(by_country, (start, known.world.day + MARGIN))


def _heading(code: str, known: Known, look: Look) -> str:
    """The country with its leader, where one is known."""
    country, term = look.formats.country(code), term_of(known.world, code)
    if term is None:
        return country
    return look.words("diplomacy.timeline.leader", country=country, leader=term["leader_name"])


def _circled(rows: pd.DataFrame, announced: pd.Series) -> pd.DataFrame:
    """``rows`` with the ``day`` of their circle: that on which most of it was announced.

    What is equally close and announced within `TOGETHER` of the first is one circle.
    """
    rows = rows.assign(day=announced.reindex(rows.index)).sort_values("day", kind="stable")
    starts: dict[str, date] = {}
    circle = []
    for tie, day in zip(rows["closeness"], rows["day"], strict=True):
        if day - starts.setdefault(tie, day) > TOGETHER:
            starts[tie] = day
        circle.append((tie, starts[tie]))
    rows = rows.assign(circle=pd.Series(circle, index=rows.index, dtype="object"))
    largest = rows.sort_values("value", kind="stable").groupby("circle")["day"].last()
    return rows.assign(day=rows["circle"].map(largest))


def _events(code: str, rows: pd.DataFrame, tied: pd.DataFrame, known: Known) -> pd.DataFrame:
    """The events of ``code`` or tied to its money, with how much of it is tied to each."""
    held = events(known.world)
    tied = tied.drop_duplicates(["event_id", "commitment_id"])
    held = held[(held["country_code"] == code) | held.index.isin(tied["event_id"])]
    money = rows["value"].groupby(level=0).sum()
    value = money.reindex(tied["commitment_id"]).groupby(tied["event_id"].to_numpy()).sum()
    return pd.DataFrame(
        {
            "day": _days(held["event_date"], known.world.day),
            "title": held["title"].map(escape),
            "label": [escape(shortened(title, LONGEST)) for title in held["title"]],
            "value": value.reindex(held.index, fill_value=0.0),
        }
    )


def _circles(rows: pd.DataFrame, known: Known, currency: str, look: Look) -> pd.DataFrame:
    """The money of each circle, and in words what it consists of."""
    found = []
    for (lane, day), group in rows.groupby(["closeness", "day"], sort=False):
        value = float(group["value"].sum())
        amount, named = look.formats.money(value, currency), _named(group, known)
        more = len(named) - NAMED
        told = named[:NAMED] + [look.words("diplomacy.timeline.more", count=more)] * (more > 0)
        others = look.words("diplomacy.timeline.others", count=len(named) - 1) if named[1:] else ""
        found.append(
            {
                "lane": lane,
                "day": day,
                "value": value,
                "title": "<br>".join(map(escape, [amount, *told])),
                "label": escape(f"{shortened(named[0], LONGEST)}{others}, {amount}"),
            }
        )
    return pd.DataFrame(found, columns=["lane", "day", "value", "title", "label"])


def _named(rows: pd.DataFrame, known: Known) -> list[str]:
    """What ``rows`` are called, the most money first: parts of one pot by the name of the pot."""
    titles = known.world.commitments["title"]
    value = rows.groupby("pot_id")["value"].sum().sort_values(ascending=False, kind="stable")
    within = {pot: rows.index[rows["pot_id"] == pot].unique() for pot in value.index}
    return [str(titles[names[0] if len(names) == 1 else pot]) for pot, names in within.items()]


def _lines(rows: pd.DataFrame, tied: pd.DataFrame, known: Known) -> pd.DataFrame:
    """A line for each event, kind of link, and day and closeness of what it is tied to."""
    days = _days(events(known.world)["event_date"], known.world.day)
    place = rows[["day", "closeness"]].groupby(level=0).first()
    lines = pd.DataFrame(
        {
            "event_day": tied["event_id"].map(days),
            "day": tied["commitment_id"].map(place["day"]),
            "lane": tied["commitment_id"].map(place["closeness"]),
            "link": tied["link"],
        }
    )
    return lines.dropna().drop_duplicates().reset_index(drop=True)


def _days(partial: pd.Series, today: date) -> pd.Series:
    """The day of each partial date that is past, as `dates.past_day` has it."""
    return partial.map(lambda one: dates.past_day(one, today))
