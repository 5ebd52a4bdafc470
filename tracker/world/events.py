"""Events of the leaders, their terms, what a source ties to them, and what falls due when."""

from collections.abc import Mapping
from datetime import date, timedelta

import pandas as pd

from tracker.dataset import dates
from tracker.dataset.dataset import Dataset
from tracker.dataset.once import once
from tracker.dataset.plain import Row, plain
from tracker.dataset.settings.diplomacy import ELSEWHERE, NEAR, NONE
from tracker.world import asof
from tracker.world.asof import World

TIE = ("commitment_id", "event_id", "link")
FULL = len("2025-01-01")  # a date that is known to the day


@once
def events(world: World) -> pd.DataFrame:
    """The events known on the day of ``world``, the first first, indexed by ``event_id``."""
    rows = world.known("events").set_index("event_id")
    first = rows["event_date"].map(dates.first_day)
    return rows.loc[first.sort_values(kind="stable").index]


@once
def links(world: World) -> pd.DataFrame:
    """The ties between known events and known commitments, as the table has them."""
    rows = world.dataset["event_links"]
    rows = rows[rows["event_id"].isin(events(world).index)]
    return rows[rows["commitment_id"].isin(world.commitments.index)]


def of_compared(world: World) -> pd.DataFrame:
    """The events of the compared countries, the last first, and whether each ``is_tied``.

    As `events` has them; one is tied to a commitment by any of `links`.
    """
    found = events(world)
    found = found[found["country_code"].isin(world.dataset.compared)].iloc[::-1]
    return found.assign(is_tied=found.index.isin(links(world)["event_id"]))


def attendance(world: World) -> pd.DataFrame:
    """Who was at which event: the rows of the table with the ``organisation_name`` of each.

    A name that is not known is missing, be it of the person or of the organisation.
    """
    return _attendance(world.dataset)


@once
def _attendance(dataset: Dataset) -> pd.DataFrame:
    names = dataset["organisations"].set_index("organisation_id")["organisation_name"]
    rows = dataset["event_people"]
    return rows.assign(organisation_name=rows["organisation_id"].map(names))


@once
def closeness(world: World) -> pd.Series:
    """The closest tie of each commitment to an event: a kind of link, elsewhere, near, or none.

    Indexed by ``commitment_id``. `ties` says which ties hold; one to an event without the leader
    is elsewhere. Near is an event of the country's leader close to the announcement, by full dates
    alone, where no source makes a tie.
    """
    order, held = list(world.rules.diplomacy.closeness), events(world)
    leaders = dict(zip(held.index, held["leader_id"].notna(), strict=True))
    closest: dict[str, int] = {}
    for name, event, link in zip(*(ties(world)[one] for one in TIE), strict=True):
        place = order.index(link if leaders[event] else ELSEWHERE)
        closest[name] = min(place, closest.get(name, place))
    days = _full_days(held)
    found = {
        name: order[closest[name]] if name in closest else _in_time(row, days, world)
        for name, row in world.facts.items()
    }
    return pd.Series(found, dtype="str").rename_axis("commitment_id")


@once
def ties(world: World) -> pd.DataFrame:
    """The ties that hold for each commitment: ``commitment_id, event_id, link``.

    They are its own, else those of the nearest above it that has any that hold; a tie of a part
    says nothing of the rest. What was announced already when an event was held was neither
    negotiated nor first announced there, unless its own tie says so.
    """
    of, found = _by_commitment(world), []
    for name in world.facts:
        for holder in asof.lineage(name, world.parents):
            own = holder == name
            day = None if own else dates.last_day(world.facts[name]["announced_date"])
            held = [tie for tie in of.get(holder, []) if _holds(tie, day, world)]
            found += [(name, tie["event_id"], tie["link"]) for tie in held]
            if held:
                break
    return pd.DataFrame(found, columns=[*TIE])


def _by_commitment(world: World) -> dict[str, list[Row]]:
    """The links of each commitment, each with the first ``day`` of its event."""
    held = events(world)["event_date"].to_dict()
    found: dict[str, list[Row]] = {}
    for tie in plain(links(world)):
        day = dates.first_day(held[tie["event_id"]])
        found.setdefault(tie["commitment_id"], []).append({**tie, "day": day})
    return found


def _holds(tie: Row, announced: date | None, world: World) -> bool:
    """Whether a tie of a whole holds for a part ``announced`` that day; its own always does."""
    is_first = tie["link"] in world.rules.diplomacy.first_ties
    return announced is None or not is_first or tie["day"] <= announced


def _full_days(held: pd.DataFrame) -> dict[str, list[date]]:
    """Country -> the days of its leader's events, where they are known to the day."""
    found: dict[str, list[date]] = {}
    columns = (held[name] for name in ("country_code", "leader_id", "event_date"))
    for code, leader, day in zip(*columns, strict=True):
        if isinstance(leader, str) and len(day) == FULL:
            found.setdefault(code, []).append(date.fromisoformat(day))
    return found


def _in_time(row: Row, days: Mapping[str, list[date]], world: World) -> str:
    """Near where an event of its country is close to the announcement, else none."""
    announced = str(row["announced_date"])
    if len(announced) < FULL:
        return NONE
    day, near = date.fromisoformat(announced), timedelta(days=world.rules.diplomacy.near_days)
    of_country = days.get(row["country_code"], [])
    return NEAR if any(abs(day - other) <= near for other in of_country) else NONE


@once
def due_dates(world: World) -> pd.DataFrame:
    """When a pot or anything in it is to be done: its ``first`` date and its ``last`` (partial).

    Indexed by ``pot_id``. Dates are the end of the period of a commitment and those of promises
    on it; pots without any are absent.
    """
    every = [(name, row["period_end"]) for name, row in world.facts.items()]
    every += [(row["subject_id"], row["due_date"]) for row in world.known_rows("promises")]
    ends: dict[str, list[str]] = {}
    for name, due in every:
        if isinstance(due, str) and name in world.facts:
            ends.setdefault(world.facts[name]["pot_id"], []).append(due)
    rows = {pot: sorted(ends[pot], key=dates.last_day) for pot in sorted(ends)}
    found = {pot: (due[0], due[-1]) for pot, due in rows.items()}
    return pd.DataFrame.from_dict(found, orient="index", columns=["first", "last"], dtype="str")


def term_of(world: World, code: str) -> Row | None:
    """The term of the leader of ``code``; None where none is known."""
    terms = world.dataset.rows("terms")
    return next((term for term in terms if term["country_code"] == code), None)


def term_end(term: Row) -> str:
    """The end of a term or, where none is set, the next election."""
    end = term["end_date"]
    return str(end) if isinstance(end, str) else term["next_election"]
