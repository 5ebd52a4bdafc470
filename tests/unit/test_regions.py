"""Power, money and sites by region, and what stands in none."""

from dataclasses import astuple

import pytest

from tests.siting import POWER, known, listed
from tracker.counting.regions import Unplaced, by_region, unplaced

BN = 10**9
SITES = [
    {"site_id": "big", "region": "North", "commitment_id": "c"},
    {"site_id": "small", "region": "West"},
    {"site_id": "gone", "region": "West"},
    {"site_id": "inside", "region": "North", "part_of": "big"},
    {"site_id": "lost in space"},
    {"site_id": "pune", "country_code": "IN", "region": "Maharashtra"},
]
MEGAWATTS = {"big": 300, "small": 20, "gone": 900, "inside": 50, "lost in space": 7}


@pytest.fixture(scope="module")
def found():
    now = known(
        SITES,
        [{**POWER, "subject_id": name, "capacity_mw": mw} for name, mw in MEGAWATTS.items()],
        [{"subject_id": "gone", "status": "cancelled"}],
        commitments=[{"commitment_id": "c"}, {"commitment_id": "homeless"}],
        amounts=[
            {"commitment_id": "c", "amount_high": 2 * BN},
            {"commitment_id": "homeless", "amount_high": BN},
        ],
    )
    rows = listed(now)
    return by_region(rows, rows, (), now)


def test_regions_come_by_planned_power_with_their_money_and_living_sites(found):
    assert [astuple(one) for one in found] == [
        ("FR", "North", 300.0, 2 * BN, 2),
        ("FR", "West", 20.0, 0.0, 1),
        ("FR", "", 7.0, BN, 1),
        ("IN", "Maharashtra", 0.0, 0.0, 1),
    ]


def test_what_has_no_region_is_told_beside_all_of_it(found):
    assert unplaced(found) == {
        "FR": Unplaced(7, BN, all_megawatts=327, all_amount=3 * BN),
        "IN": Unplaced(0, 0, all_megawatts=0, all_amount=0),
    }


def test_money_without_a_site_in_sight_has_its_row_without_power():
    now = known(
        SITES[4:],
        commitments=[{"commitment_id": "c"}],
        amounts=[{"commitment_id": "c", "amount_high": BN}],
    )
    rows = listed(now)
    found = by_region(rows, rows, (), now)
    assert [(one.region, one.sites) for one in found if one.amount > 0] == [("", 1)]


def test_no_sites_have_no_regions():
    now = known([])
    found = by_region(listed(now), listed(now), (), now)
    assert (found, unplaced(found)) == ([], {})
