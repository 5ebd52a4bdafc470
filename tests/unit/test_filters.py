"""Which sites are let through, and their order."""

import pytest

from tests.siting import NANTES, POWER, known, listed
from tracker.world.filters import SORTS, ordered, within

SITES = [
    {"site_id": "a", **NANTES, "site_name": "Harbour", "commitment_id": "c", "region": "West"},
    {"site_id": "b", "site_name": "Mill", "country_code": "IN", "operator_id": "acme"},
    {"site_id": "c", "site_name": "Old port", "region": "Centre"},
]
CAPACITIES = [
    {**POWER, "subject_id": "a", "capacity_mw": 900},
    {**POWER, "subject_id": "b", "capacity_mw": 10, "claim_date": "2026-03-01"},
    {**POWER, "subject_id": "c", "capacity_mw": 5},
    {**POWER, "subject_id": "c", "capacity_mw": 5, "phase": "operating"},
]
STATUSES = [
    {"subject_id": "a", "status": "cancelled"},
    {"subject_id": "b", "status": "mou"},
    {"subject_id": "c", "status": "operating", "status_date": "2026-02-01"},
]
TABLES = {
    "commitments": [
        {"commitment_id": "pot", "origin": "other"},
        {"commitment_id": "c", "part_of": "pot", "category": "chips", "origin": "leader"},
    ],
    "organisations": [{"organisation_id": "acme", "organisation_name": "Acme Halls"}],
}


@pytest.fixture(scope="module")
def now():
    return known(SITES, CAPACITIES, STATUSES, **TABLES)


@pytest.mark.parametrize(
    ("asked", "text", "found"),
    [
        ({}, "", ["a", "b", "c"]),
        ({"country_code": ("IN",)}, "", ["b"]),
        ({"status": ("mou", "operating")}, "", ["b", "c"]),
        ({"category": ("chips",)}, "", ["a"]),
        ({"category": ("cloud",)}, "", []),
        ({"origin": ("other",)}, "", ["a"]),
        ({"origin": ("leader",)}, "", []),
        ({}, "HARB", ["a"]),
        ({}, "halls mill", ["b"]),
        ({}, "port centre", ["c"]),
        ({}, "port west", []),
        ({}, "mill.", []),
        ({"country_code": (), "status": ("operating",)}, "mill", []),
    ],
)
def test_what_is_asked_for_is_let_through(now, asked, text, found):
    assert list(within(listed(now), asked, text, now.world).index) == found


@pytest.mark.parametrize(
    ("sort", "size", "found"),
    [
        ("size", "planned_mw", ["b", "c", "a"]),
        ("size", "operating_mw", ["c", "b", "a"]),
        ("name", "planned_mw", ["a", "b", "c"]),
        ("country", "planned_mw", ["c", "a", "b"]),
        ("rung", "planned_mw", ["c", "b", "a"]),
        ("seen", "planned_mw", ["b", "c", "a"]),
    ],
)
def test_sites_stand_in_the_order_that_is_asked_for(now, look, sort, size, found):
    rows = ordered(listed(now), sort, size, "", look.rules)
    assert list(rows.index) == found
    assert list(rows.columns) == list(listed(now).columns)


def test_of_one_rung_the_largest_comes_first(look):
    sites = [{"site_id": name} for name in "abc"]
    capacities = [
        {**POWER, "subject_id": "a", "capacity_mw": 1},
        {**POWER, "subject_id": "c", "capacity_mw": 2},
    ]
    rows = ordered(listed(known(sites, capacities)), "rung", "amount", "", look.rules)
    assert list(rows.index) == ["c", "a", "b"]


@pytest.mark.parametrize("sort", SORTS)
def test_the_chosen_site_comes_first(now, look, sort):
    rows = ordered(listed(now), sort, "planned_mw", "a", look.rules)
    assert rows.index[0] == "a" and len(rows) == 3


def test_nothing_is_found_where_there_is_nothing(look):
    empty = known([])
    rows = within(listed(empty), {"status": ("mou",)}, "mill", empty.world)
    assert ordered(rows, "size", "amount", "", look.rules).empty
