"""Money over time: circles of what was announced together, and how they hang on events."""

from datetime import date, timedelta

import pandas as pd

from tracker.dataset import dates
from tracker.world.asof import World
from tracker.world.events import TIE, events

TOGETHER = timedelta(days=30)


def circled(rows: pd.DataFrame, world: World) -> pd.DataFrame:
    """``rows`` with the ``day`` of their circle: that on which most of it was announced.

    ``rows`` are of `ties.money_by_closeness`. What is equally close and announced within
    `TOGETHER` of the first is one circle.
    """
    announced = _days(world.commitments["announced_date"], world.day)
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


def circles(rows: pd.DataFrame) -> pd.DataFrame:
    """The money of each circle of ``rows``, which is what `circled` gives, the earliest first.

    One row each: ``lane`` (how close it is), ``day``, ``value``, and ``names``, the ids of what it
    consists of, the most money first: of parts of one pot that of the pot.
    """
    found: dict[tuple[str, date], list[tuple[str, str, float]]] = {}
    columns = (rows[name] for name in ("closeness", "day", "pot_id", "value"))
    for name, lane, day, pot, value in zip(rows.index, *columns, strict=True):
        found.setdefault((lane, day), []).append((name, pot, value))
    sums = [(*key, sum(one[-1] for one in held), _names(held)) for key, held in found.items()]
    return pd.DataFrame(sums, columns=["lane", "day", "value", "names"])


def _names(held: list[tuple[str, str, float]]) -> tuple[str, ...]:
    money: dict[str, float] = {}
    within: dict[str, dict[str, None]] = {}
    for name, pot, value in held:
        money[pot] = money.get(pot, 0.0) + value
        within.setdefault(pot, {})[name] = None
    pots = sorted(money, key=lambda pot: (-money[pot], pot))
    return tuple(next(iter(within[pot])) if len(within[pot]) == 1 else pot for pot in pots)


def money_at_events(
    code: str, rows: pd.DataFrame, tied: pd.DataFrame, world: World
) -> pd.DataFrame:
    """The events of the country ``code`` or tied to its money, the first first.

    Indexed by ``event_id``: ``day``, ``title``, and the ``value`` of what is tied to each, 0 of
    nothing. ``tied`` are those of `events.ties` that hold for ``rows``.
    """
    held, tied = events(world), tied.drop_duplicates(["event_id", "commitment_id"])
    held = held[(held["country_code"] == code) | held.index.isin(tied["event_id"])]
    money = rows["value"].groupby(level=0).sum()
    value = money.reindex(tied["commitment_id"]).groupby(tied["event_id"].to_numpy()).sum()
    days = _days(held["event_date"], world.day)
    value = value.reindex(held.index, fill_value=0.0)
    return pd.DataFrame({"day": days, "title": held["title"], "value": value})


def lines(rows: pd.DataFrame, tied: pd.DataFrame, world: World) -> pd.DataFrame:
    """A line for each event, kind of link, and circle that holds anything tied to it.

    One row each: ``event_day``, ``day`` and ``lane`` of the circle, ``link``. ``rows`` is what
    `circled` gives, ``tied`` are those of `events.ties` that hold for them.
    """
    held = events(world)["event_date"].to_dict()
    columns = (rows[name] for name in ("day", "closeness"))
    place: dict[str, tuple[date, str]] = {}
    for name, *circle in zip(rows.index, *columns, strict=True):
        place.setdefault(name, (circle[0], circle[1]))
    found = {
        (dates.past_day(held[event], world.day), *place[name], link): None
        for name, event, link in zip(*(tied[one] for one in TIE), strict=True)
        if name in place and event in held
    }
    return pd.DataFrame([*found], columns=["event_day", "day", "lane", "link"])


def _days(partial: pd.Series, today: date) -> pd.Series:
    """The day of each partial date that is past, as `dates.past_day` has it."""
    return partial.map(lambda one: dates.past_day(one, today))
