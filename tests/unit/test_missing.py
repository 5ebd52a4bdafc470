"""What is not known of each country, counted."""

from datetime import date

from tests.building import in_memory
from tracker.counting.known import known_on
from tracker.counting.missing import Missing, missing
from tracker.world.national import lines

END = date(2026, 7, 1)
COMMITMENTS = [
    {"commitment_id": name, "country_code": name[:2].upper()}
    for name in ("fr-a", "fr-b", "fr-c", "in-a")
]
AMOUNTS = [
    {"commitment_id": "fr-a", "amount_high": 5},
    {"commitment_id": "fr-b", "amount_high": 7},
    {"commitment_id": "fr-b", "amount_high": 7, "source_id": "t"},
]
MEASURES = [
    {"measure_id": "a", "state": "unverified", "state_date": None},
    {"measure_id": "b"},
    {"measure_id": "c", "state": "unverified", "nature": "context"},
    {"measure_id": "d", "state": "unverified", "country_code": "IN", "state_date": "2026-06-01"},
]
CAPACITIES = [
    {"subject_id": "fr-a", "capacity_mw": 10},
    {"subject_id": "fr-b", "capacity_mw": 10, "phase": "operating"},
]
INDICATORS = [{"indicator_id": "low_carbon_share", "value": 90, "unit": "%"}]


def found(day=END):
    dataset = in_memory(
        commitments=COMMITMENTS,
        amounts=AMOUNTS,
        measures=MEASURES,
        capacities=CAPACITIES,
        indicators=INDICATORS,
    )
    rows = lines(dataset, ("FR", "IN"))["power_offer"]
    return missing(known_on(dataset, day, END), rows), len(rows)


def test_every_gap_is_so_many_of_so_many_in_each_country():
    gaps, every = found()
    assert gaps["amount"] == {"FR": Missing(1, 3), "IN": Missing(1, 1)}
    assert gaps["single"] == {"FR": Missing(1, 2), "IN": Missing(0, 0)}
    assert gaps["power"] == {"FR": Missing(2, 3), "IN": Missing(1, 1)}
    assert gaps["figures"] == {"FR": Missing(every - 1, every), "IN": Missing(every, every)}


def test_measures_count_from_the_day_they_were_known_and_conditions_never():
    assert found()[0]["state"] == {"FR": Missing(1, 2), "IN": Missing(1, 1)}
    earlier = found(date(2026, 3, 1))[0]["state"]
    assert earlier == {"FR": Missing(1, 2), "IN": Missing(0, 0)}


def test_without_rows_nothing_is_missing():
    dataset = in_memory()
    gaps = missing(known_on(dataset, END, END), [])
    assert {(one.part, one.whole) for gap in gaps.values() for one in gap.values()} == {(0, 0)}
