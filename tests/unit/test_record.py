"""Every dated claim about a site."""

from datetime import date

from tests.siting import known
from tracker.world.record import claims

CAPACITIES = [
    {"subject_id": "a", "capacity_mw": 70, "claim_date": "2025-01-01", "phase": "planned"},
    {"subject_id": "a", "capacity_mw": 90, "claim_date": "2026-01-01", "standing": "rival"},
    {"subject_id": "a", "capacity_mw": 80, "claim_date": "2026-01-01"},
    {"subject_id": "a", "capacity_mw": 60, "claim_date": "2026-01-01", "phase": "secured"},
    {"subject_id": "b", "capacity_mw": 1, "claim_date": "2026-01-01"},
]
STATUSES = [
    {"subject_id": "a", "status": "announced", "status_date": "2026-01-01"},
    {"subject_id": "a", "status": "signed", "status_date": "2026-01-01"},
    {"subject_id": "a", "status": "announced", "status_date": "2024-05"},
    {"subject_id": "b", "status": "mou", "status_date": "2026-01-01"},
]
SITES = [{"site_id": "a"}, {"site_id": "b"}]


def test_claims_come_newest_first_then_the_furthest_along_and_the_adopted():
    rows = claims("a", known(SITES, CAPACITIES, STATUSES).world)
    told = rows["status"].fillna(rows["capacity_mw"].astype("str"))
    assert list(zip(rows["table"], rows["dated"], told, strict=True)) == [
        ("statuses", "2026-01-01", "signed"),
        ("statuses", "2026-01-01", "announced"),
        ("capacities", "2026-01-01", "60.0"),
        ("capacities", "2026-01-01", "80.0"),
        ("capacities", "2026-01-01", "90.0"),
        ("capacities", "2025-01-01", "70.0"),
        ("statuses", "2024-05", "announced"),
    ]
    assert set(rows["source_id"]) == {"s"}


def test_what_was_said_later_than_the_day_is_left_out():
    rows = claims("a", known(SITES, CAPACITIES, STATUSES, date(2025, 6, 1)).world)
    assert list(rows["dated"]) == ["2025-01-01", "2024-05"]


def test_of_a_site_nobody_knows_nothing_was_said():
    assert claims("nowhere", known(SITES, CAPACITIES, STATUSES).world).empty
