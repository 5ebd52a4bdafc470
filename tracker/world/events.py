"""Events of the leaders, their terms, what a source ties to them, and what falls due when."""

from collections.abc import Hashable
from datetime import date, timedelta
from typing import Any

import pandas as pd

from tracker.dataset import dates
from tracker.dataset.settings.diplomacy import ELSEWHERE, NEAR, NONE
from tracker.world import asof
from tracker.world.asof import World


def events(world: World) -> pd.DataFrame:
    """The events known on the day of ``world``, the first first, indexed by ``event_id``."""
    rows = world.known("events").set_index("event_id")
    first = rows["event_date"].map(dates.first_day)
    return rows.loc[first.sort_values(kind="stable").index]


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
    names = world.dataset["organisations"].set_index("organisation_id")["organisation_name"]
    rows = world.dataset["event_people"]
    return rows.assign(organisation_name=rows["organisation_id"].map(names))


def closeness(world: World) -> pd.Series:
    """The closest tie of each commitment to an event: a kind of link, elsewhere, near, or none.

    Indexed by ``commitment_id``. `ties` says which ties hold; one to an event without the leader
    is elsewhere. Near is an event of the country's leader close to the announcement, by full dates
    alone, where no source makes a tie.
    """
    order, rows, held = list(world.rules.diplomacy.closeness), ties(world), events(world)
    with_leader = rows["event_id"].map(held["leader_id"]).notna()
    place = rows["link"].where(with_leader, ELSEWHERE).map(order.index)
    closest = place.groupby(rows["commitment_id"]).min().to_dict()
    found = {
        name: order[closest[name]] if name in closest else _in_time(name, held, world)
        for name in map(str, world.commitments.index)
    }
    return pd.Series(found, dtype="str").rename_axis("commitment_id")


def ties(world: World) -> pd.DataFrame:
    """The ties that hold for each commitment: ``commitment_id, event_id, link``.

    They are its own, else those of the nearest above it that has any that hold; a tie of a part
    says nothing of the rest. What was announced already when an event was held was neither
    negotiated nor first announced there, unless its own tie says so.
    """
    above: dict[Hashable, str] = world.commitments["parent_id"].dropna().to_dict()
    announced = world.commitments["announced_date"].map(dates.last_day)
    of, found = _by_commitment(world), []
    for name in map(str, world.commitments.index):
        for holder in asof.lineage(name, above):
            day = None if holder == name else announced[name]
            held = [tie for tie in of.get(holder, []) if _holds(tie, day, world)]
            found += [(name, tie["event_id"], tie["link"]) for tie in held]
            if held:
                break
    return pd.DataFrame(found, columns=["commitment_id", "event_id", "link"])


def _by_commitment(world: World) -> dict[str, list[dict[Hashable, Any]]]:
    """The links of each commitment, each with the first ``day`` of its event."""
    rows = links(world)
    rows = rows.assign(day=rows["event_id"].map(events(world)["event_date"].map(dates.first_day)))
    found: dict[str, list[dict[Hashable, Any]]] = {}
    for tie in rows.to_dict("records"):
        found.setdefault(str(tie["commitment_id"]), []).append(tie)
    return found


def _holds(tie: dict[Hashable, Any], announced: date | None, world: World) -> bool:
    """Whether a tie of a whole holds for a part ``announced`` that day; its own always does."""
    is_first = tie["link"] in world.rules.diplomacy.first_ties
    return announced is None or not is_first or tie["day"] <= announced


def _in_time(name: str, held: pd.DataFrame, world: World) -> str:
    """Near where an event among ``held`` is close to the announcement, else none."""
    row = world.commitments.loc[name]
    announced = str(row["announced_date"])
    if len(announced) < len("2025-01-01"):
        return NONE
    day, near = date.fromisoformat(announced), timedelta(days=world.rules.diplomacy.near_days)
    rows = held[(held["country_code"] == row["country_code"]) & held["leader_id"].notna()]
    days = [date.fromisoformat(one) for one in rows["event_date"] if len(one) == len(announced)]
    return NEAR if any(abs(day - other) <= near for other in days) else NONE


def due_dates(world: World) -> pd.DataFrame:
    """When a pot or anything in it is to be done: its ``first`` date and its ``last`` (partial).

    Indexed by ``pot_id``. Dates are the end of the period of a commitment and those of promises
    on it; pots without any are absent.
    """
    due = world.known("promises").dropna(subset="subject_id").set_index("subject_id")["due_date"]
    every = pd.concat([world.commitments["period_end"].dropna(), due])
    every = every[every.index.isin(world.commitments.index)]
    dated = pd.DataFrame(
        {
            "pot_id": world.commitments["pot_id"].reindex(every.index).to_numpy(),
            "due": every.to_numpy(),
            "day": [dates.last_day(one) for one in every],
        }
    )
    by_pot = dated.sort_values("day", kind="stable").groupby("pot_id")["due"]
    return pd.DataFrame({"first": by_pot.first(), "last": by_pot.last()})


def term_of(world: World, code: str) -> pd.Series | None:
    """The term of the leader of ``code``; None where none is known."""
    terms = world.dataset["terms"]
    terms = terms[terms["country_code"] == code]
    return None if terms.empty else terms.iloc[0]


def term_end(term: pd.Series) -> str:
    """The end of a term or, where none is set, the next election."""
    end = term["end_date"]
    return str(end) if isinstance(end, str) else term["next_election"]
