"""What is known of a pot beside its money, as of a day."""

from datetime import date

from tests.building import in_memory
from tracker.counting.known import known_on
from tracker.world.asof import world
from tracker.world.profiles import citations

END = date(2026, 7, 1)
TABLES = {
    "commitments": [
        {"commitment_id": "pot", "title": "Acme: campus"},
        {"commitment_id": "part", "part_of": "pot", "title": "East hall", "source_id": "t"},
    ],
    "amounts": [
        {"commitment_id": "pot", "amount_high": 5, "claim_date": "2025-01-01", "source_id": "u"},
        {"commitment_id": "part", "amount_high": 2, "claim_date": "2026-05-01", "source_id": "v"},
    ],
    "sources": [
        {"source_id": "s", "seen_date": "2026-06-21"},
        {"source_id": "v", "seen_date": "2026-06-29"},
    ],
}


def test_documents_of_later_claims_are_none_of_an_earlier_day():
    data = in_memory(**TABLES)
    assert set(citations(world(data, END))["source_id"]) == {"s", "t", "u", "v"}
    before = known_on(data, date(2026, 4, 30), END)
    assert set(before.citations["source_id"]) == {"s", "t", "u"}
    assert before.profiles.at["pot", "sources"] == 3


def test_documents_are_those_of_the_pot_and_of_all_in_it():
    known = known_on(in_memory(**TABLES), END, END)
    assert known.profiles["sources"].to_dict() == {"pot": 4, "part": 4}
    assert set(known.citations.index) == {"pot"}


def test_days_unchecked_count_from_the_newest_reading_and_a_part_is_found_with_its_pot():
    known = known_on(in_memory(**TABLES), END, date(2026, 7, 20))
    assert known.profiles.at["part", "unchecked_days"] == 20
    assert "east hall" in known.profiles.at["pot", "search_text"]
