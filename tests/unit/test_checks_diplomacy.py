"""What is refused of events and their links."""

import pytest

from tests.building import build
from tracker import load

COMMITMENT = [{"commitment_id": "c"}]
TERM = [{"leader_id": "leader"}]
EVENT = {"event_id": "e", "leader_id": "leader"}


def faults(folder, **tables):
    return [str(fault) for fault in load(build(folder, **tables)).faults]


@pytest.mark.parametrize(
    ("event", "fault"),
    [
        ({"event_date": "2016-01-01"}, "event_date: 'leader' was not in office on 2016-01-01"),
        ({"country_code": "IN"}, "leader_id: 'leader' leads FR"),
        ({"event_date": ""}, "event_date: is empty"),
        ({"leader_id": "nobody"}, "leader_id: 'nobody' is not in data/terms.csv"),
        ({"event_end_date": "2025-01"}, "event_end_date: 2025-01 is before 2025-02-10"),
    ],
)
def test_an_event_that_cannot_be_is_named(folder, event, fault):
    found = faults(folder, terms=TERM, events=[{**EVENT, **event}])
    assert f"data/events.csv:2: {fault}" in found


def test_a_leader_whose_term_is_over_was_not_in_office(folder):
    terms = [{**TERM[0], "end_date": "2024-12"}]
    found = faults(folder, terms=terms, events=[EVENT])
    assert "data/events.csv:2: event_date: 'leader' was not in office on 2025-02-10" in found
    same_month = [{**EVENT, "event_date": "2024-12-20"}]
    assert not faults(folder, terms=terms, events=same_month)


def test_a_link_to_a_withheld_commitment_is_withheld_and_said_so(folder):
    found = faults(
        folder,
        commitments=[{**COMMITMENT[0], "category": "castle"}],
        terms=TERM,
        events=[EVENT],
        event_links=[{"event_id": "e", "commitment_id": "c"}],
    )
    told = "data/event_links.csv:2: commitment_id: 'c' is withheld (data/commitments.csv:2)"
    assert told in found


@pytest.mark.parametrize(("last", "is_over"), [("2025-02-10", False), ("2025-02-09", True)])
def test_a_leader_is_in_office_on_the_last_day_of_the_term(folder, last, is_over):
    found = faults(folder, terms=[{**TERM[0], "end_date": last}], events=[EVENT])
    assert any("was not in office" in fault for fault in found) == is_over
