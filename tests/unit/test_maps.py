"""Maps: symbols in proportion, marks that do not overprint, nothing from elsewhere."""

import json
from math import cos, radians

import pytest

from tests.siting import NANTES, POWER, known, listed, maps_of, shown
from tracker.counting.symbols import symbols
from tracker.look import maps
from tracker.look.crowding import crowding

ALONE = maps.Sight()


def drawn(known, look, sight=ALONE, size="planned_mw"):
    return maps.deck(symbols(listed(known), known.world), "FR", size, look, sight, "light")


def test_the_area_of_a_symbol_is_in_proportion_and_unknown_sizes_are_hollow(look):
    settings = look.rules.places
    one, two = (maps.symbol_px(value, "planned_mw", settings) for value in (500, 1000))
    assert two**2 == pytest.approx(2 * one**2)
    sites = [{"site_id": "a", **NANTES}]
    now = known(sites)
    symbol = symbols(listed(now), now.world).iloc[0]
    record = maps.record(symbol, "planned_mw", look)
    assert (record["s"], record["h"], record["r"]) == (0, settings.hollow_px, 6000)


def test_both_maps_have_the_same_kilometres_per_pixel(look):
    states = [maps.view_state(code, look.rules.places) for code in look.rules.places.views]
    scales = [cos(radians(state.latitude)) / 2**state.zoom for state in states]
    assert scales[0] == pytest.approx(scales[1])


def test_the_map_asks_for_nothing_but_the_apps_own_files(look):
    deck = drawn(known([{"site_id": "a", **NANTES}]), look)
    told = json.loads(deck.to_json())
    addresses = [layer["data"] for layer in told["layers"] if isinstance(layer["data"], str)]
    assert told["mapStyle"] == "app/static/geo/blank.json"
    assert all(address.startswith("app/static/geo/") for address in addresses)
    assert "http" not in deck.to_json()


def test_marks_that_would_overprint_are_counted_beside_the_largest(look):
    sites = [
        {"site_id": "a", **NANTES, "latitude": 47.3},
        {"site_id": "b", **NANTES},
        {"site_id": "far", **NANTES, "latitude": 49, "longitude": 6},
    ]
    capacities = [{**POWER, "subject_id": "b", "capacity_mw": 100}]
    now = known(sites, capacities, [{"subject_id": "b", "status": "operating"}])
    assert sorted(texts_of(drawn(now, look))) == ["○", "○", "● +1"]
    closer = drawn(now, look, maps.Sight(focus="a"))
    assert sorted(texts_of(closer)) == ["○", "○", "●"]


def test_the_largest_symbol_lies_below_all_others_and_those_of_unknown_size_above(look):
    sites = [
        {"site_id": name, **NANTES, "latitude": 47 + place}
        for place, name in enumerate(("small", "large", "unknown"))
    ]
    capacities = [
        {**POWER, "subject_id": "small", "capacity_mw": 10},
        {**POWER, "subject_id": "large", "capacity_mw": 1000},
    ]
    layers = json.loads(drawn(known(sites, capacities), look).to_json())["layers"]
    discs = next(layer for layer in layers if layer.get("getRadius", "").endswith("r"))
    assert [round(row["p"][1]) for row in discs["data"]] == [48, 47, 49]


def texts_of(deck):
    layers = [layer for layer in json.loads(deck.to_json())["layers"] if "getText" in layer]
    return [row["g"] for layer in layers for row in layer["data"]]


def test_the_chosen_symbol_alone_is_framed_and_looked_at(look):
    sites = [{"site_id": "a", **NANTES}, {"site_id": "b", **NANTES, "latitude": 49}]
    deck = json.loads(drawn(known(sites), look, maps.Sight(focus="b")).to_json())
    assert deck["initialViewState"]["latitude"] == 49
    assert deck["layers"][-1]["data"] == [{"p": [-1.55, 49.0], "c": look.rules.places.chosen_px}]


def test_a_mark_is_counted_beside_the_nearest_free_one():
    places = [(0.0, 0.0), (0.0, 3.0), (0.0, 2.0), (40.0, 0.0)]
    assert crowding(places, 3, (30, 20)) == [0, 1, 1, 3]


def test_marks_that_just_touch_are_both_free():
    assert crowding([(0.0, 0.0), (0.0, 45.0)], 0, (64, 20)) == [0, 1]
    assert crowding([(0.0, 0.0), (0.0, 45.0)], 0, (65, 20)) == [0, 0]


@pytest.mark.parametrize("size", ["planned_mw", "operating_mw", "amount"])
def test_both_maps_together_are_light(known_now, look, size):
    both = maps_of(shown(known_now, look, size=size))
    assert sum(len(one.draw("light").to_json().encode()) for one in both) <= 60_000


def test_the_mark_of_several_sites_says_how_many_they_are(look):
    park = [{"site_id": name, "campus_id": "park", **NANTES} for name in "abc"]
    assert texts_of(drawn(known(park), look)) == ["○×3"]
