"""How many sites, and their power per country."""

from tests.siting import NANTES, POWER, known, listed
from tracker.counting.site_totals import site_totals


def totals(sites, capacities, statuses=()):
    now = known(sites, capacities, statuses)
    return site_totals(listed(now), now.world)


def test_sites_are_counted_with_those_lost_and_those_without_a_place():
    sites = [
        {"site_id": "a", **NANTES},
        {"site_id": "b", **NANTES, "latitude": 48},
        {"site_id": "c", "location_precision": "region"},
        {"site_id": "d", "location_precision": "region"},
    ]
    capacities = [
        {**POWER, "subject_id": "a", "capacity_mw": 100},
        {**POWER, "subject_id": "c", "capacity_mw": 30},
        {**POWER, "subject_id": "d", "capacity_mw": 4},
    ]
    lost = [{"subject_id": name, "status": "cancelled"} for name in "ad"]
    found = totals(sites, capacities, lost)
    assert (found.all, found.lost, found.unmapped, found.unmapped_mw) == (4, 2, 2, 34)
    assert {code: power.megawatts for code, power in found.planned.items()} == {"FR": 30}


def test_power_that_runs_is_told_with_its_firm_part_and_without_stock():
    runs = {"phase": "operating"}
    sites = [
        {"site_id": "a"},
        {"site_id": "b"},
        {"site_id": "town", "is_stock": True},
        {"site_id": "pune", "country_code": "IN"},
    ]
    capacities = [
        {**runs, "subject_id": "a", "capacity_mw": 105},
        {**runs, "subject_id": "b", "capacity_mw": 85, "qualifier": "up_to"},
        {**runs, "subject_id": "town", "capacity_mw": 1000},
        {**POWER, "subject_id": "pune", "capacity_mw": 9},
    ]
    found = totals(sites, capacities)
    assert list(found.running) == ["FR"] and list(found.planned) == ["IN"]
    france = found.running["FR"]
    assert (france.megawatts, france.firm, len(france.sites)) == (190, 105, 2)
    assert (found.stock.megawatts, list(found.stock.sites)) == (1000, ["town"])


def test_no_sites_come_to_nothing():
    found = totals([], [])
    assert (found.all, found.unmapped_mw, found.planned, found.running) == (0, 0, {}, {})
    assert found.stock.megawatts == 0
