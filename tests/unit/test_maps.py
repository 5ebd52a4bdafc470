"""Maps: the whole country in its frame, circles in proportion, nothing on top of anything."""

from itertools import combinations, product
from math import hypot

import pytest
from bs4 import BeautifulSoup

from tests.siting import NANTES, POWER, known, maps_of, shown
from tracker.dataset import outlines
from tracker.look import frames, labels, maps
from tracker.look.crowding import together
from tracker.look.html import html

PARIS, LONDON = (48.8566, 2.3522), (51.5074, -0.1278)
CLOSE = [(48.60 + n / 40, 2.20 + (n % 4) / 15) for n in range(12)]


def crowd(places=CLOSE):
    """A world of sites close to each other, each a little larger than the one before."""
    spots = [{**NANTES, "latitude": lat, "longitude": lon} for lat, lon in places]
    sites = [
        {"site_id": f"s{n}", "site_name": f"Campus {n}", **spot} for n, spot in enumerate(spots)
    ]
    power = [
        {**POWER, "subject_id": f"s{n}", "capacity_mw": 100 + 10 * n} for n in range(len(places))
    ]
    return known(sites, power)


def spots_of(look, **chosen):
    return maps_of(shown(crowd(), look, **chosen))


@pytest.mark.parametrize("code", ["FR", "IN"])
def test_a_country_fills_its_frame_and_none_of_it_is_cut_off(code, look):
    frame = maps.country_frame(code, look.rules.places)
    south, west, north, east = outlines.bounds(look.rules.places.outlines[code])
    (left, top), (right, bottom) = frame.place((north, west)), frame.place((south, east))
    margin = look.rules.places.map_px["margin"]
    assert min(left, top) >= margin - 0.01
    assert right <= frame.width - margin + 0.01 and bottom <= frame.height - margin + 0.01
    assert max((right - left) / frame.width, (bottom - top) / frame.height) > 0.9


def test_a_frame_gives_back_the_degrees_it_was_fitted_to():
    frame = frames.fitted((41.0, -5.0, 51.0, 9.0), 400, 400, 0)
    south, west, north, east = frame.bounds
    assert south <= 41.001 and north >= 50.999 and west <= -4.999 and east >= 8.999
    assert frame.holds(PARIS) and not frame.holds(LONDON)


def test_a_kilometre_is_as_long_as_it_should_be():
    frame = frames.fitted(frames.around([PARIS], 100), 400, 400, 0)
    assert 400 / frame.px_per_km == pytest.approx(100, rel=0.01)
    km, px = maps.scale(frame)
    assert km == 20 and px == pytest.approx(80, rel=0.01)


def test_the_area_of_a_circle_is_in_proportion(look):
    one, two = (maps.symbol_px(value, "planned_mw", look.rules.places) for value in (500, 1000))
    assert two**2 == pytest.approx(2 * one**2)


def test_circles_that_overlap_come_together_and_lie_nearer_to_the_larger():
    found = together([(0, 0), (10, 0), (90, 0)], [30, 10, 0], lambda size, count: 8, 1)
    first, second = found
    assert (first.members, first.size, first.x) == ((0, 1), 40, 2.5)
    assert (second.members, second.size) == ((2,), 0)


def test_circles_that_just_touch_stay_apart():
    places = [(0.0, 0.0), (17.0, 0.0)]
    assert len(together(places, [1, 1], lambda size, count: 8, 1)) == 2
    assert len(together(places, [1, 1], lambda size, count: 8.1, 1)) == 1


def test_what_grows_by_coming_together_takes_in_what_it_reaches():
    found = together([(0, 0), (3, 0), (12, 0)], [1, 1, 1], lambda size, count: 4 * count, 0)
    assert [one.members for one in found] == [(0, 1, 2)]


def test_a_label_finds_room_or_is_left_out():
    named = [labels.Named(50, 50, 5, ("one", "two")), labels.Named(50, 50, 5, ("three",))]
    first, second = labels.placed(named, [(45, 45, 55, 55)], (100, 100), 6, 12)
    assert first.lines == ("one", "two") and not first.is_left and second.is_left
    assert labels.placed(named[:1], [(0, 0, 100, 100)], (100, 100), 6, 12) == []


def test_where_two_lines_find_no_room_one_may():
    named = [labels.Named(50, 50, 5, ("one", "two"))]
    (label,) = labels.placed(named, [(0, 0, 100, 43), (0, 57, 100, 100)], (100, 100), 6, 12)
    assert label.lines == ("one",)


@pytest.mark.parametrize("closer", ["", "1", "2", "3"])
@pytest.mark.parametrize("size", ["planned_mw", "operating_mw", "amount"])
def test_nothing_overprints_at_any_zoom(closer, size, look):
    asked = {"around": "s11", "closer": closer} if closer else {}
    for one in spots_of(look, size=size, **asked):
        for spot, other in combinations(one.spots, 2):
            apart = hypot(spot.x - other.x, spot.y - other.y)
            assert apart >= spot.radius + other.radius
        boxes = [label.box for label in (*one.labels, *(label for _, label in one.cities))]
        circles = [labels.box_around(spot.x, spot.y, spot.radius) for spot in one.spots]
        for box, other in (*combinations(boxes, 2), *product(boxes, circles)):
            assert not labels.meet(box, other)
        assert all(box[0] >= 0 and box[2] <= one.size[0] for box in boxes)


def test_going_closer_ends_in_single_sites_and_nowhere_on_blank(look):
    whole, *_ = spots_of(look)
    (circle,) = whole.spots
    assert circle.inside == "12" and "around=s11" in circle.address
    assert "12 sites, 1.86 GW together" in circle.told and "and 6 more" in circle.told
    counts = []
    for closer in "123":
        country, part = spots_of(look, around="s11", closer=closer)
        assert part.spots and country.window
        counts.append(len(part.spots))
    assert counts == sorted(counts) and counts[-1] == 12


def test_what_is_still_one_circle_closer_by_leads_closer_yet(look):
    near = [(48.60, 2.20), (48.61, 2.20), (49.6, 2.3), (49.61, 2.3)]
    view = shown(crowd([*near, (49.1, 2.2), (49.35, 2.2), (48.8, 2.2)]), look, around="s0")
    ways = [spot.address for spot in maps_of(view)[1].spots if spot.inside]
    assert ways and all("closer=2" in way and "country=FR" in way for way in ways)


def test_the_labels_name_where_a_circle_is_and_the_largest_in_it(look):
    whole, *_ = spots_of(look)
    assert [label.lines for label in whole.labels] == [("Paris 1.86 GW", "Campus 11 +11")]
    assert "Paris" not in [label.lines[0] for _, label in whole.cities]


def test_a_part_is_called_what_its_circle_is_called_on_the_map(look):
    _, part = spots_of(look, country="FR")
    assert "Closer: Paris" in html(part.heading, look)
    _, part = spots_of(look, around="s0", closer="2")
    told = html(part.heading, look)
    assert "Closer: Paris" in told and "whole of France" in told


def test_the_chosen_site_is_looked_at_with_its_disc(look):
    _, part = spots_of(look, site="s3")
    (chosen,) = [spot for spot in part.spots if spot.is_chosen]
    assert chosen.disc > chosen.radius and not any(
        spot.disc for spot in part.spots if spot is not chosen
    )


def test_a_campus_is_one_circle_that_leads_to_its_first_site(look):
    park = [{"site_id": name, "campus_id": "park", **NANTES} for name in "abc"]
    whole, *_ = maps_of(shown(known(park), look))
    (spot,) = whole.spots
    assert spot.address.endswith("site=a") and not spot.inside
    assert maps_of(shown(known(park), look, site="b"))[1].spots[0].is_chosen


def test_a_step_that_a_rule_of_ours_concludes_is_dotted(look):
    power = [{**POWER, "subject_id": "a", "capacity_mw": 100}]
    for basis, is_judged in (("inferred", True), ("reported", False)):
        statuses = [{"subject_id": "a", "status": "signed", "basis": basis}]
        now = known([{"site_id": "a", **NANTES}], power, statuses)
        (spot,) = maps_of(shown(now, look))[0].spots
        assert (spot.is_judged, spot.kind) == (is_judged, "signed")


def test_the_page_holds_the_map_and_asks_for_nothing_elsewhere(look):
    view = shown(crowd(), look)
    page = BeautifulSoup(html(view["maps"].blocks, look), "html.parser")
    assert len(page.select(".cc-map")) == 2 and len(page.select("#symbols tbody tr")) == 12
    assert "http:" not in str(page).replace("http%3A", "").replace("http://www.w3.org", "")
    assert not page.select("canvas, script, img")
    assert page.select_one(".cc-spot")["aria-label"]


def test_a_map_is_light(look):
    written = html(shown(crowd(), look)["maps"].blocks, look)
    assert len(written.encode()) <= 60_000
