from dataclasses import replace
from datetime import date

from tests.building import in_memory
from tracker.counting import capacity, lenses
from tracker.world.asof import world

END = date(2026, 7, 1)
ROWS = [
    {"commitment_id": "pot"},
    {"commitment_id": "a", "part_of": "pot"},
    {"commitment_id": "b", "part_of": "pot"},
]


def power(rows, phase="planned"):
    now = world(in_memory(commitments=ROWS, capacities=rows), END)
    found = capacity.per_pot(capacity.stated(now, phase))
    return {(row["pot_id"], row["power_basis"]): row["capacity_mw"] for _, row in found.iterrows()}


def test_the_power_of_a_pot_is_not_added_to_that_of_its_parts():
    rows = [{"subject_id": "pot", "capacity_mw": 1000}, {"subject_id": "a", "capacity_mw": 300}]
    assert power(rows) == {("pot", "unstated"): 1000}


def test_parts_make_up_for_a_pot_that_states_none_and_bases_stay_apart():
    rows = [
        {"subject_id": "a", "capacity_mw": 300, "power_basis": "grid"},
        {"subject_id": "b", "capacity_mw": 44, "power_basis": "it"},
    ]
    assert power(rows) == {("pot", "grid"): 300, ("pot", "it"): 44}


def test_only_the_latest_adopted_figure_of_the_phase_counts():
    rows = [
        {"subject_id": "a", "capacity_mw": 1000, "claim_date": "2025-02-01"},
        {"subject_id": "a", "capacity_mw": 200, "claim_date": "2026-01-15"},
        {"subject_id": "a", "capacity_mw": 999, "claim_date": "2026-02-01", "standing": "rival"},
        {"subject_id": "a", "capacity_mw": 5, "claim_date": "2026-03-01", "phase": "operating"},
    ]
    assert power(rows) == {("pot", "unstated"): 200}
    assert power(rows, "operating") == {("pot", "unstated"): 5}


def total(rows, statuses=(), **scope):
    now = world(in_memory(commitments=ROWS, capacities=rows, statuses=list(statuses)), END)
    asked = replace(lenses.default_scope(now.rules), **scope)
    found = capacity.total(capacity.stated(now, "planned"), asked, basis="unstated")
    return (found.low, found.high), found


def test_of_up_to_only_what_its_parts_state_firmly_is_firm():
    rows = [
        {"subject_id": "pot", "capacity_mw": 1000, "qualifier": "up_to"},
        {"subject_id": "a", "capacity_mw": 300},
        {"subject_id": "b", "capacity_mw": 50, "qualifier": "up_to"},
    ]
    assert total(rows)[0] == (300, 1000)


def test_what_is_firm_of_parts_is_never_more_than_the_whole():
    rows = [
        {"subject_id": "pot", "capacity_mw": 100, "qualifier": "up_to"},
        {"subject_id": "a", "capacity_mw": 80},
        {"subject_id": "b", "capacity_mw": 70},
    ]
    assert total(rows)[0] == (100, 100)


def test_power_at_sites_is_counted_per_country_with_what_cannot_be_mapped():
    place = {"location_precision": "commune", "latitude": 48.9, "longitude": 2.4}
    sites = [
        {"site_id": "x", **place},
        {"site_id": "hall", "part_of": "x"},
        {"site_id": "y", **place, "country_code": "IN"},
        {"site_id": "z", "country_code": "IN"},
    ]
    rows = [
        {"subject_id": "x", "capacity_mw": 300},
        {"subject_id": "hall", "capacity_mw": 100},
        {"subject_id": "y", "capacity_mw": 44, "power_basis": "it"},
    ]
    told = [{"subject_id": row["site_id"]} for row in sites]
    now = world(in_memory(sites=sites, capacities=rows, statuses=told), END)
    found = capacity.at_sites(now, "planned")
    assert found.megawatts == {"FR": 300, "IN": 44}
    assert (found.stating, found.sites, found.unmapped) == (2, 4, 2)


def test_power_that_is_lost_or_out_of_scope_is_left_out_with_its_reason():
    rows = [{"subject_id": "pot", "capacity_mw": 1000}]
    gone = [{"subject_id": "pot", "status": "cancelled"}]
    ends, found = total(rows, gone)
    assert ends == (0, 0) and list(found.left_out["reason"]) == ["lost"]
    ends, found = total(rows, category=("chips",))
    assert ends == (0, 0) and list(found.left_out["reason"]) == ["category"]


def test_bases_are_never_added():
    rows = [
        {"subject_id": "a", "capacity_mw": 300, "power_basis": "grid"},
        {"subject_id": "b", "capacity_mw": 44},
    ]
    assert total(rows)[0] == (44, 44)
