"""Symbols of a map: what is drawn together, where, how large."""

import pandas as pd
import pytest

from tests.siting import NANTES, POWER, known, listed
from tracker.counting.symbols import kilometres, symbols

PARK = [
    {"site_id": "a", "campus_id": "park", "site_name": "A", **NANTES},
    {
        "site_id": "b",
        "campus_id": "park",
        "site_name": "B",
        **NANTES,
        "latitude": 47.42,
        "radius_km": 1,
    },
    {"site_id": "c", **NANTES, "latitude": 48},
    {"site_id": "d", "location_precision": "region"},
]


def test_sites_of_one_campus_are_one_symbol_with_their_count_and_power():
    capacities = [
        {**POWER, "subject_id": "a", "capacity_mw": 100},
        {**POWER, "subject_id": "b", "capacity_mw": 50},
        {**POWER, "subject_id": "b", "capacity_mw": 20, "phase": "secured"},
    ]
    now = known(PARK, capacities, [{"subject_id": "b", "status": "signed"}])
    drawn = symbols(listed(now), now.world)
    assert list(drawn.index) == ["c", "park"]
    park = drawn.loc["park"]
    assert (park["count"], park["planned_mw"], park["rung"]) == (2, 150, "signed")
    assert (park["secured_mw"], park["names"], park["country_code"]) == (20, "A; B", "FR")
    assert park["latitude"] == pytest.approx(47.32)
    assert park["radius_km"] == pytest.approx(6 + 11.1, abs=0.1)
    assert drawn.loc["c", ["planned_mw", "operating_mw", "amount"]].isna().all()


def test_a_symbol_has_the_rung_of_what_lives_and_the_money_of_all():
    sites = [{**row, "commitment_id": row["site_id"]} for row in PARK[:2]]
    amounts = [{"commitment_id": name, "amount_high": 10**9} for name in "ab"]
    now = known(
        sites,
        [{**POWER, "subject_id": "a", "capacity_mw": 100}],
        statuses=[{"subject_id": "a", "status": "cancelled"}],
        commitments=[{"commitment_id": "a"}, {"commitment_id": "b"}],
        amounts=amounts,
    )
    rows = listed(now)
    park = symbols(rows.assign(amount=[1.0, 2.0]), now.world).loc["park"]
    assert (park["rung"], park["amount"]) == ("announced", 3.0)
    assert pd.isna(park["planned_mw"])
    assert rows["amount"].dropna().to_dict() == {"b": 10**9}


def test_paris_and_london_are_344_kilometres_apart():
    assert kilometres((48.8566, 2.3522), (51.5074, -0.1278)) == pytest.approx(344, abs=1)


def test_a_world_without_sites_has_no_symbols():
    now = known([])
    assert symbols(listed(now), now.world).empty
