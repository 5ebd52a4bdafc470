"""Sites: their claims, their power counted once, their discs, and what is wrong with them."""

import json
from datetime import date

import pytest
from bs4 import BeautifulSoup

from tests.building import build, in_memory
from tracker import load
from tracker.counting.known import known_on
from tracker.dataset.outlines import kilometres_outside
from tracker.look import maps
from tracker.views.sites import page
from tracker.views.sites.choosing import ChosenSites, Scope
from tracker.world import places
from tracker.world.asof import world

END = date(2026, 7, 1)
HOSTILE = "<img src=x onerror=alert(1)>"
NANTES = {"latitude": 47.22, "longitude": -1.55, "location_precision": "commune", "radius_km": 6}
POWER = {"phase": "planned", "claim_date": "2026-01-01"}


def known(sites, capacities=(), statuses=(), day=END, **tables):
    told = {row["subject_id"] for row in statuses}
    silent = [row["site_id"] for row in sites if row["site_id"] not in told]
    statuses = [*statuses, *({"subject_id": site, "status": "announced"} for site in silent)]
    for row in statuses:
        row.setdefault("status_date", "2026-01-01")
    data = in_memory(sites=sites, capacities=list(capacities), statuses=statuses, **tables)
    return known_on(data, day, day)


def view(known, look, **changes):
    usual = {"country": "both", "size": "planned_mw", "as_of": END, "sort": "size", "q": "",
             "site": "", "scope": Scope((), (), None)}  # fmt: skip
    return page.site_view(known, ChosenSites(**{**usual, **changes}), look)


def test_power_inside_another_site_is_counted_once_and_lost_power_not():
    sites = [{"site_id": "city"}, {"site_id": "hall", "part_of": "city"}, {"site_id": "gone"}]
    capacities = [
        {**POWER, "subject_id": "city", "capacity_mw": 300},
        {**POWER, "subject_id": "hall", "capacity_mw": 50},
        {**POWER, "subject_id": "gone", "capacity_mw": 900},
    ]
    now = known(sites, capacities, [{"subject_id": "gone", "status": "cancelled"}]).world
    found = places.power(places.sites(now), "planned", now)
    assert found.megawatts == 300
    assert found.left_out["reason"].to_dict() == {"hall": "inside", "gone": "lost"}


def test_a_hall_counts_where_the_site_around_it_states_no_such_power():
    sites = [{"site_id": "city"}, {"site_id": "hall", "part_of": "city"}]
    now = known(sites, [{**POWER, "subject_id": "hall", "capacity_mw": 50}]).world
    assert places.power(places.sites(now), "planned", now).megawatts == 50


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
    row = places.sites(known([{"site_id": "a"}], statuses=statuses).world).loc["a"]
    assert (row["status"], row["status_basis"]) == ("stalled", "inferred")


def test_sites_of_one_campus_are_one_symbol_with_their_count_and_power():
    sites = [
        {"site_id": "a", "campus_id": "park", **NANTES},
        {"site_id": "b", "campus_id": "park", **NANTES, "latitude": 47.42},
        {"site_id": "c", **NANTES, "latitude": 48},
        {"site_id": "d", "location_precision": "region"},
    ]
    capacities = [
        {**POWER, "subject_id": "a", "capacity_mw": 100},
        {**POWER, "subject_id": "b", "capacity_mw": 50},
    ]
    now = known(sites, capacities, [{"subject_id": "b", "status": "signed"}]).world
    drawn = places.drawn(places.sites(now), now)
    assert list(drawn.index) == ["c", "park"]
    park = drawn.loc["park"]
    assert (park["count"], park["planned_mw"], park["rung"]) == (2, 150, "signed")
    assert park["latitude"] == pytest.approx(47.32)
    assert park["radius_km"] == pytest.approx(6 + 11.1, abs=0.1)
    assert drawn["planned_mw"].isna()["c"]


def test_the_area_of_a_symbol_is_in_proportion_and_unknown_sizes_are_hollow(look):
    settings = look.rules.places
    one, two = (maps.symbol_px(value, "planned_mw", settings) for value in (500, 1000))
    assert two**2 == pytest.approx(2 * one**2)
    sites = [{"site_id": "a", **NANTES}]
    symbols = view(known(sites), look).symbols
    record = maps.record(symbols.iloc[0], "planned_mw", look)
    assert (record["s"], record["h"], record["r"]) == (0, settings.hollow_px, 6000)


def test_both_maps_have_the_same_kilometres_per_pixel(look):
    from math import cos, radians

    states = [maps.view_state(code, look.rules.places) for code in look.rules.places.views]
    scales = [cos(radians(state.latitude)) / 2**state.zoom for state in states]
    assert scales[0] == pytest.approx(scales[1])


def test_the_map_asks_for_nothing_but_the_apps_own_files(look):
    drawn = maps.deck(
        view(known([{"site_id": "a", **NANTES}]), look).symbols, "FR", "planned_mw", look
    )
    told = json.loads(drawn.to_json())
    addresses = [layer["data"] for layer in told["layers"] if isinstance(layer["data"], str)]
    assert told["mapStyle"] == "app/static/geo/blank.json"
    assert all(address.startswith("app/static/geo/") for address in addresses)
    assert "http" not in drawn.to_json()


def test_list_tray_and_files_hold_the_same_sites(look):
    sites = [
        {"site_id": "a", **NANTES, "site_name": HOSTILE},
        {"site_id": "b", "location_precision": "region", "region": "Bretagne"},
    ]
    shown = view(known(sites), look, site="a")
    rows = BeautifulSoup(shown.table, "html.parser").select("tbody tr")
    features = json.loads(shown.geojson)["features"]
    assert len(rows) == len(features) == shown.csv.decode().count("\n") - 1 == shown.shown == 2
    assert "1 of 2 sites cannot be mapped" in shown.tray and "Bretagne" in shown.tray
    assert {row["id"]: row["geometry"] is None for row in features} == {"a": False, "b": True}
    assert json.loads(shown.geojson)["boundary_note"]
    html = shown.table + shown.tray + shown.detail + shown.summary + shown.legend
    assert not BeautifulSoup(html, "html.parser").select("img")
    assert shown.focus == "a"


def test_a_filter_never_makes_a_commitment_stand_in_one_region(look):
    sites = [
        {"site_id": "a", **NANTES, "commitment_id": "c", "region": "West", "site_name": "Harbour"},
        {"site_id": "b", **NANTES, "latitude": 48, "commitment_id": "c", "region": "North"},
    ]
    now = known(
        sites,
        commitments=[{"commitment_id": "c"}],
        amounts=[{"commitment_id": "c", "amount_high": 9 * 10**9}],
    )
    for shown in (view(now, look), view(now, look, q="harbour")):
        assert "€9.0bn of €9.0bn in France" in shown.summary


def test_the_money_of_a_programme_is_placed_nowhere(look):
    now = known(
        [{"site_id": "a", **NANTES, "commitment_id": "c", "region": "West"}],
        commitments=[{"commitment_id": "c", "flow_type": "programme"}],
        amounts=[{"commitment_id": "c", "amount_high": 9 * 10**9}],
    )
    shown = view(now, look, scope=Scope((), (), None), size="amount")
    assert "no amount of its own" in shown.table
    assert "€9.0bn of €9.0bn in France" in shown.summary


def test_marks_that_would_overprint_are_counted_beside_the_largest(look):
    sites = [
        {"site_id": "a", **NANTES, "latitude": 47.3},
        {"site_id": "b", **NANTES},
        {"site_id": "far", **NANTES, "latitude": 49, "longitude": 6},
    ]
    capacities = [{**POWER, "subject_id": "b", "capacity_mw": 100}]
    shown = view(known(sites, capacities), look)
    labels = texts_of(maps.deck(shown.symbols, "FR", "planned_mw", look))
    assert sorted(labels) == ["○", "○", "○ +1"]
    closer = view(known(sites, capacities), look, site="a")
    sight = maps.Sight(focus=closer.focus)
    assert set(texts_of(maps.deck(closer.symbols, "FR", "planned_mw", look, sight))) == {"○"}


def texts_of(deck):
    layers = [layer for layer in json.loads(deck.to_json())["layers"] if "getText" in layer]
    return [row["g"] for layer in layers for row in layer["data"]]


def test_the_chosen_site_is_marked_in_the_list_and_told_with_its_commitment(look):
    sites = [{"site_id": "a", **NANTES, "commitment_id": "c"}, {"site_id": "b"}]
    shown = view(known(sites, commitments=[{"commitment_id": "c"}]), look, site="a")
    marked = BeautifulSoup(shown.table, "html.parser").select("[aria-current]")
    assert len(marked) == 1 and "site=a" in marked[0]["href"]
    assert BeautifulSoup(shown.detail, "html.parser").dt.text == "Belongs to"


def test_a_site_of_no_category_does_not_pass_a_filter_by_category(look):
    sites = [{"site_id": "a", **NANTES}, {"site_id": "b", "commitment_id": "c"}]
    now = known(sites, commitments=[{"commitment_id": "c", "category": "chips"}])
    shown = view(now, look, scope=Scope(("chips",), (), None))
    assert list(shown.options) == ["b"]
    assert view(now, look, scope=Scope(("cloud",), (), None)).summary == ""


def test_a_chosen_site_that_is_not_in_sight_is_said_to_be_so(look):
    now = known([{"site_id": "a", **NANTES}])
    assert "not known on 1 Jul 2026" in view(now, look, site="later").detail
    assert "leave this site out" in view(now, look, site="a", country="IN").detail
    assert "leave this site out" not in view(now, look, site="a").detail


def test_features_say_how_a_figure_was_qualified_and_where_it_is_from(look):
    now = known([{"site_id": "a", **NANTES}], [{**POWER, "subject_id": "a", "qualifier": "up_to"}])
    feature = json.loads(view(now, look).geojson)["features"][0]["properties"]
    assert feature["planned_qualifier"] == "up_to" and feature["source_publisher"] == "Example"
    assert feature["as_of"] == "2026-07-01"


def test_what_is_lost_comes_last_and_the_chosen_site_first(look):
    sites = [{"site_id": name} for name in ("a", "b", "c")]
    capacities = [
        {**POWER, "subject_id": name, "capacity_mw": mw}
        for name, mw in (("a", 900), ("b", 10), ("c", 5))
    ]
    now = known(sites, capacities, [{"subject_id": "a", "status": "cancelled"}])
    assert list(view(now, look).options) == ["b", "c", "a"]
    assert list(view(now, look, site="c").options) == ["c", "b", "a"]


def test_of_power_in_service_the_firm_part_is_told(look):
    sites = [{"site_id": "a"}, {"site_id": "b"}]
    capacities = [
        {"subject_id": "a", "capacity_mw": 105, "phase": "operating"},
        {"subject_id": "b", "capacity_mw": 85, "phase": "operating", "qualifier": "up_to"},
    ]
    assert "190 MW at 2 sites in France (105 of it" in view(known(sites, capacities), look).lead


def test_the_list_goes_by_what_the_symbols_measure(look):
    sites = [{"site_id": "a"}, {"site_id": "b"}]
    capacities = [
        {**POWER, "subject_id": "a", "capacity_mw": 100},
        {**POWER, "subject_id": "b", "capacity_mw": 5, "phase": "operating"},
    ]
    now = known(sites, capacities)
    assert list(view(now, look).options) == ["a", "b"]
    assert list(view(now, look, size="operating_mw").options) == ["b", "a"]


def test_filters_and_a_search_narrow_list_and_map_alike(look):
    sites = [
        {"site_id": "a", **NANTES, "site_name": "Harbour"},
        {"site_id": "b", **NANTES, "latitude": 48, "site_name": "Mill"},
    ]
    now = known(sites, statuses=[{"subject_id": "b", "status": "signed"}])
    assert view(now, look, q="harb").shown == len(view(now, look, q="harb").symbols) == 1
    signed = view(now, look, scope=Scope((), (), None, rung=("signed",)))
    assert list(signed.symbols.index) == ["b"]
    assert view(now, look, country="IN").shown == 0


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


@pytest.mark.parametrize("size", ["planned_mw", "operating_mw", "amount"])
def test_both_maps_together_are_light(known_now, look, size):
    symbols = view(known_now, look, size=size).symbols
    decks = [maps.deck(symbols, code, size, look) for code in look.rules.places.views]
    assert sum(len(deck.to_json().encode()) for deck in decks) <= 60_000


def test_the_real_sites_hold_what_the_research_found(dataset):
    now = world(dataset, END)
    rows = places.sites(now)
    evidenced = places.evidenced(rows)
    french = evidenced[evidenced["country_code"] == "FR"]
    assert places.power(french, "operating", now).megawatts == 192
    counts = rows["country_code"].value_counts().to_dict()
    assert counts == {"FR": 50, "IN": 48}
    planned = {
        code: round(places.power(rows[rows["country_code"] == code], "planned", now).megawatts, 1)
        for code in counts
    }
    assert planned == {"FR": 11609.8, "IN": 14712.0}
    middles = [(46.2276, 2.2137), (20.5937, 78.9629)]
    drawn = places.drawn(rows, now)
    for _, symbol in drawn.iterrows():
        place = (symbol["latitude"], symbol["longitude"])
        assert all(places.kilometres(place, middle) > 2 for middle in middles)
