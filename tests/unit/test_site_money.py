"""Money on one site alone, and in one region alone."""

import pytest

from tests.siting import NANTES, known, listed
from tracker.counting import site_money

BN = 10**9


def pledged(sites, *, categories=(), shown=None, **commitment):
    """The money by place of two commitments, c of 9 bn and other of 1 bn, with ``sites``."""
    now = known(
        sites,
        commitments=[
            {"commitment_id": "c", **commitment},
            {"commitment_id": "other", "category": "chips"},
        ],
        amounts=[
            {"commitment_id": "c", "amount_low": 4 * BN, "amount_high": 9 * BN},
            {"commitment_id": "other", "amount_high": BN},
        ],
    )
    every = listed(now)
    rows = every if shown is None else every.loc[shown]
    return now, site_money.placed(rows.index, every.index, categories, now)


WEST = {"site_id": "a", **NANTES, "commitment_id": "c", "region": "West"}
NORTH = {"site_id": "b", **NANTES, "latitude": 48, "commitment_id": "c", "region": "North"}


def test_a_site_has_all_the_money_of_a_commitment_that_stands_on_it_alone():
    now, _ = pledged([WEST, {"site_id": "free", "region": "West"}])
    assert listed(now)["amount"].dropna().to_dict() == {"a": 9 * BN}


@pytest.mark.parametrize("flow", ["programme", "equity"])
def test_money_that_may_go_anywhere_is_of_no_site(flow):
    now, _ = pledged([WEST], flow_type=flow)
    assert listed(now)["amount"].isna().all()


def test_money_of_several_sites_is_of_none_of_them():
    now, _ = pledged([WEST, NORTH])
    assert listed(now)["amount"].isna().all()


def test_money_of_a_lost_site_is_not_told():
    now = known(
        [WEST],
        statuses=[{"subject_id": "a", "status": "cancelled"}],
        commitments=[{"commitment_id": "c"}],
        amounts=[{"commitment_id": "c", "amount_high": BN}],
    )
    assert listed(now)["amount"].isna().all()


def test_money_stands_in_a_region_where_all_sites_of_a_commitment_lie_in_it():
    beside = {**NORTH, "region": "West"}
    assert pledged([WEST, beside])[1] == {("FR", "West"): 9 * BN}
    assert pledged([WEST, NORTH])[1] == {("FR", ""): 9 * BN}
    assert pledged([{**WEST, "region": None}])[1] == {("FR", ""): 9 * BN}


def test_the_money_of_a_programme_stands_in_no_region():
    assert pledged([WEST], flow_type="programme")[1] == {("FR", ""): 9 * BN}


def test_a_filter_never_makes_a_commitment_stand_in_one_region():
    assert pledged([WEST, NORTH], shown=["a"])[1] == {("FR", ""): 9 * BN}


def test_where_a_filter_leaves_sites_out_money_needs_a_site_in_sight():
    plain = {"site_id": "plain", "region": "West"}
    assert pledged([WEST, plain], shown=["plain"])[1] == {}
    assert pledged([WEST, plain])[1] == {("FR", "West"): 9 * BN}


def test_categories_that_are_asked_for_stand_in_for_the_usual_ones():
    assert pledged([WEST], categories=("chips",))[1] == {("FR", ""): BN}


def test_countries_out_of_sight_have_no_money():
    assert pledged([{"site_id": "mumbai", "country_code": "IN"}, WEST], shown=["mumbai"])[1] == {}
