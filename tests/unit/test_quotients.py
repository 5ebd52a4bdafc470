"""Who leads, seen: how many times as much, and where nobody can be said to lead."""

import math
from datetime import date

import pytest

from tests.building import COUNTRIES, in_memory
from tracker.counting.known import known_on
from tracker.counting.standings import Standing, Value, quotient, standings
from tracker.dataset.settings.comparison import Rule
from tracker.views.comparison.quotients import quotients
from tracker.world.figures import Figure

END = date(2026, 7, 1)


def standing(verdict="leads", leader="IN", **ends):
    values = {code: Value(Figure(*pair, "EUR")) for code, pair in ends.items()}
    rule = Rule(rule_id="ceiling", lens="ceiling")
    return Standing(rule, values, verdict, leader, ratio=2.0 if leader else None)


@pytest.mark.parametrize(
    ("france", "india", "told"),
    [
        ((10, 10), (20, 20), (2, 2)),
        ((10, 20), (20, 40), (1, 4)),
        ((0, 0), (5, 5), (math.inf, math.inf)),
        ((5, 5), (0, 0), (0, 0)),
        ((0, 4), (2, 2), (0.5, math.inf)),
        ((0, 0), (0, 0), None),
        ((None, None), (5, 5), None),
    ],
)
def test_how_many_times_as_much_at_least_and_at_most(france, india, told):
    assert quotient(standing(FR=france, IN=india), "FR", "IN") == told


def seen(one, look):
    return quotients([one], ("FR", "IN"), look, "told", name="q")


def test_a_leader_is_a_dot_in_its_hue_on_its_side(look):
    picture = seen(standing(FR=(10, 10), IN=(20, 20)), look)
    (track,) = picture.tracks
    (mark,) = track.marks
    assert (mark.shape, mark.start, track.country_code, track.value) == (
        "dot",
        2,
        "IN",
        "India 2.0×",
    )
    assert picture.axis.place(mark.start) > 50 and picture.axis.place(1) == pytest.approx(50)
    assert picture.axis.left == "France has more" and picture.axis.right == "India has more"


def test_a_range_is_a_line_and_who_cannot_be_told_is_hollow(look):
    one = standing("too_close", "", FR=(10, 20), IN=(10, 40))
    (track,) = seen(one, look).tracks
    line, dot = track.marks
    assert (line.shape, line.start, line.end) == ("line", 0.5, 4)
    assert dot.shape == "hollow" and dot.start == pytest.approx(math.sqrt(2))
    assert track.value == "cannot tell" and not track.country_code


def test_what_only_one_has_stands_at_the_end(look):
    (track,) = seen(standing("leads", "FR", FR=(5, 5), IN=(0, 0)), look).tracks
    assert seen(standing(FR=(5, 5), IN=(0, 0)), look).axis.place(track.marks[0].start) < 10


def test_a_third_country_has_no_place_on_two_sides(look):
    assert quotients([], ("FR", "IN", "DE"), look, "told", name="q") is None


def test_every_rule_has_its_line_on_small_data(look):
    known = known_on(in_memory(countries=COUNTRIES), END, END)
    found = standings(known, "EUR")
    picture = quotients(found, known.world.dataset.compared, look, "told", name="q")
    assert len(picture.tracks) == len(found)
    assert {track.value for track in picture.tracks} == {"cannot tell"}
