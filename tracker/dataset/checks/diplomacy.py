"""Events and leaders: a leader was in office, and an event ends after it began."""

from collections.abc import Iterator

from tracker.dataset import dates
from tracker.dataset.checks.wrong import fault
from tracker.dataset.dataset import Dataset
from tracker.dataset.faults import Fault


def leaders_in_office(dataset: Dataset) -> Iterator[Fault]:
    """The leader of an event leads its country, and did so on some day of its date."""
    terms = dataset["terms"].set_index("leader_id")
    rows = dataset["events"].dropna(subset="leader_id")
    for line, row in rows[rows["leader_id"].isin(terms.index)].iterrows():
        term = terms.loc[row["leader_id"]]
        if row["country_code"] != term["country_code"]:
            problem = f"{row['leader_id']!r} leads {term['country_code']}"
            yield fault(dataset, "events", line, "leader_id", problem)
        until = term["end_date"]
        is_early = dates.last_day(row["event_date"]) < dates.first_day(term["start_date"])
        is_late = isinstance(until, str) and dates.first_day(row["event_date"]) > dates.last_day(
            until
        )
        if is_early or is_late:
            problem = f"{row['leader_id']!r} was not in office on {row['event_date']}"
            yield fault(dataset, "events", line, "event_date", problem)


def events_end_after_they_began(dataset: Dataset) -> Iterator[Fault]:
    """An event of several days ends after its first."""
    rows = dataset["events"].dropna(subset="event_end_date")
    for line, row in rows.iterrows():
        if dates.last_day(row["event_end_date"]) < dates.first_day(row["event_date"]):
            problem = f"{row['event_end_date']} is before {row['event_date']}"
            yield fault(dataset, "events", line, "event_end_date", problem)
