"""Sites: their claims, their power counted once, and what is wrong with them."""

from datetime import date

import pytest

from tests.building import build
from tests.siting import END, NANTES, POWER, known
from tracker import load
from tracker.counting.symbols import kilometres, symbols
from tracker.dataset.outlines import kilometres_outside
from tracker.world import places
from tracker.world.asof import world

ACME = [{"organisation_id": "acme", "organisation_name": "Acme Halls"}]


def test_power_inside_another_site_is_counted_once_and_lost_power_not():
    sites = [{"site_id": "city"}, {"site_id": "hall", "part_of": "city"}, {"site_id": "gone"}]
    capacities = [
        {**POWER, "subject_id": "city", "capacity_mw": 300},
        {**POWER, "subject_id": "hall", "capacity_mw": 50},
        {**POWER, "subject_id": "gone", "capacity_mw": 900},
    ]
    now = known(sites, capacities, [{"subject_id": "gone", "status": "cancelled"}]).world
    found = places.power(places.by_id(places.sites(now)), "planned", now)
    assert found.megawatts == 300
    assert found.left_out == {"hall": "inside", "gone": "lost"}


def test_a_hall_counts_where_the_site_around_it_states_no_such_power():
    sites = [{"site_id": "city"}, {"site_id": "hall", "part_of": "city"}]
    now = known(sites, [{**POWER, "subject_id": "hall", "capacity_mw": 50}]).world
    assert places.power(places.by_id(places.sites(now)), "planned", now).megawatts == 50


def test_only_what_was_known_on_the_day_is_told():
    sites = [{"site_id": "a"}, {"site_id": "b"}]
    capacities = [
        {**POWER, "subject_id": "a", "capacity_mw": 10, "claim_date": "2025-01-01"},
        {**POWER, "subject_id": "a", "capacity_mw": 70, "claim_date": "2026-03-01"},
        {**POWER, "subject_id": "a", "capacity_mw": 99, "standing": "rival"},
    ]
    statuses = [
        {"subject_id": "a", "status": "announced", "status_date": "2025-01-01"},
        {"subject_id": "b", "status": "mou", "status_date": "2026-05"},
    ]
    early = places.sites(known(sites, capacities, statuses, date(2025, 6, 1)).world)
    assert early["planned_mw"].to_dict() == {"a": 10}
    late = places.sites(known(sites, capacities, statuses).world)
    assert late.loc["a", "planned_mw"] == 70 and late.loc["b", "last_seen"] == "2026-05"


def test_a_site_that_was_silent_too_long_is_stalled_and_inferred():
    statuses = [{"subject_id": "a", "status": "announced", "status_date": "2024-02-14"}]
    search = {"subject_id": "a", "sought": "newer", "is_found": "false", "words": "a"}
    search["searched_on"] = "2026-06-30"
    searched = known([{"site_id": "a"}], statuses=statuses, searches=[search]).world
    row = places.sites(searched).loc["a"]
    assert (row["status"], row["status_basis"]) == ("stalled", "inferred")
    unsearched = known([{"site_id": "a"}], statuses=statuses).world
    assert places.sites(unsearched).at["a", "status"] == "announced"


def test_a_site_was_last_seen_by_the_newest_of_all_its_claims():
    capacities = [
        {**POWER, "subject_id": "a", "capacity_mw": 10, "claim_date": "2025-03"},
        {**POWER, "subject_id": "a", "capacity_mw": 70, "claim_date": "2026-05-02"},
    ]
    statuses = [{"subject_id": "a", "status": "mou", "status_date": "2025-12-01"}]
    now = known([{"site_id": "a"}], capacities, statuses).world
    assert places.sites(now).at["a", "last_seen"] == "2026-05-02"


def test_a_site_is_listed_with_the_name_of_its_operator():
    sites = [{"site_id": "a", "operator_id": "acme"}, {"site_id": "b"}]
    rows = places.listed(known(sites, organisations=ACME).world)
    assert rows["operator"].dropna().to_dict() == {"a": "Acme Halls"}


def test_a_point_that_stands_for_a_region_is_not_mapped():
    point = {"latitude": 47.2, "longitude": -1.5}
    rough = {"site_id": "a", **point, "location_precision": "region"}
    close = {"site_id": "b", **point, "location_precision": "commune"}
    assert places.sites(known([rough, close]).world)["is_mapped"].to_dict() == {
        "a": False,
        "b": True,
    }


def test_the_ladder_ends_with_what_is_lost(look):
    order = places.solidity(look.rules)
    assert {order[name] for name in look.rules.lost_rungs} == {-1}
    assert order["announced"] == 0 < order["signed"] < order["operating"]


@pytest.mark.parametrize(
    ("place", "latitude", "longitude", "file"),
    [
        ("Srinagar", 34.08, 74.80, "india.geojson"),
        ("Leh", 34.16, 77.58, "india.geojson"),
        ("Itanagar", 27.10, 93.62, "india.geojson"),
        ("Ajaccio", 41.93, 8.74, "france.geojson"),
    ],
)
def test_an_outline_holds_what_the_boundary_note_says(place, latitude, longitude, file):
    assert kilometres_outside(file, latitude, longitude) == 0


def test_geneva_and_kathmandu_lie_outside():
    assert kilometres_outside("france.geojson", 46.204, 6.143) > 0
    assert kilometres_outside("india.geojson", 27.71, 85.32) > 50


@pytest.mark.parametrize(
    ("site", "fault"),
    [
        ({**NANTES, "latitude": 91}, "latitude: '91' is above 90"),
        (
            {**NANTES, "latitude": -1.55, "longitude": 47.22},
            "latitude: the point (-1.55, 47.22) is not in FR; latitude and longitude look swapped",
        ),
        ({**NANTES, "longitude": -8}, "latitude: the point (47.22, -8.0) is not in FR"),
        (
            {**NANTES, "country_code": "IN"},
            "latitude: the point (47.22, -1.55) is not in IN",
        ),
        (
            {"location_precision": "commune"},
            "latitude: is empty, yet the precision is 'commune'",
        ),
        ({"commitment_id": "nothing"}, "commitment_id: 'nothing' is not in data/commitments.csv"),
    ],
)
def test_a_site_in_the_wrong_place_is_named(folder, site, fault):
    found = load(build(folder, sites=[{"site_id": "a", **site}])).faults
    assert f"data/sites.csv:2: {fault}" in [str(one) for one in found]


def test_two_sites_on_one_point_need_one_campus(folder):
    rows = [{"site_id": "a", **NANTES}, {"site_id": "b", **NANTES}]
    assert [str(fault) for fault in load(build(folder, sites=rows)).faults] == [
        "data/sites.csv:3: campus_id: shares its point with 'a'; give both one campus_id"
    ]


def test_a_site_whose_commitment_is_withheld_is_withheld_and_said_so(folder):
    found = load(
        build(
            folder,
            commitments=[{"commitment_id": "c", "category": "castle"}],
            sites=[{"site_id": "a", "commitment_id": "c"}],
        )
    )
    told = [str(fault) for fault in found.faults]
    assert "data/sites.csv:2: commitment_id: 'c' is withheld (data/commitments.csv:2)" in told


def test_the_real_sites_hold_what_the_research_found(dataset):
    now = world(dataset, END)
    rows = places.sites(now)
    evidenced = places.evidenced(places.facts(now))
    french = {name: row for name, row in evidenced.items() if row["country_code"] == "FR"}
    assert places.power(french, "operating", now).megawatts == 192
    counts = rows["country_code"].value_counts().to_dict()
    assert counts == {"FR": 51, "IN": 51}
    by_country = {code: places.by_id(rows[rows["country_code"] == code]) for code in counts}
    planned = {
        code: round(places.power(here, "planned", now).megawatts, 1)
        for code, here in by_country.items()
    }
    assert planned == {"FR": 13783.8, "IN": 16777.0}
    middles = [(46.2276, 2.2137), (20.5937, 78.9629)]
    drawn = symbols(rows.assign(amount=None), now)
    for _, symbol in drawn.iterrows():
        place = (symbol["latitude"], symbol["longitude"])
        assert all(kilometres(place, middle) > 2 for middle in middles)


@pytest.mark.parametrize(("longitude", "faults"), [(-1.62, 0), (-1.75, 1)])
def test_a_point_may_lie_a_little_off_the_coast(folder, longitude, faults):
    biarritz = {**NANTES, "latitude": 43.48, "longitude": longitude}
    assert len(load(build(folder, sites=[{"site_id": "a", **biarritz}])).faults) == faults


def test_two_sites_in_one_town_need_no_campus(folder):
    rows = [{"site_id": "a", **NANTES}, {"site_id": "b", **NANTES, "latitude": 47.2203}]
    assert load(build(folder, sites=rows)).faults == ()
