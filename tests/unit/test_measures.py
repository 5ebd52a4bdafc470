"""Measures of the compared countries, as known on a day."""

from datetime import date

import pytest

from tests.building import COUNTRIES, in_memory
from tracker.world.asof import world
from tracker.world.measures import seen

ROWS = [
    {"measure_id": "early", "state_date": "2025-01-01"},
    {"measure_id": "late", "state_date": "2026-05"},
    {"measure_id": "undated", "state_date": None},
    {"measure_id": "elsewhere", "country_code": "DE"},
]


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2024, 12, 31), ["undated"]),
        (date(2025, 1, 1), ["early", "undated"]),
        (date(2026, 5, 30), ["early", "undated"]),
        (date(2026, 5, 31), ["early", "late", "undated"]),
    ],
)
def test_a_measure_is_seen_from_its_day_and_an_undated_one_always(day, known):
    dataset = in_memory(measures=ROWS, countries=[*COUNTRIES, {"country_code": "DE"}])
    assert [*seen(world(dataset, day))["measure_id"]] == known
