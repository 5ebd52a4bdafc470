"""Pictures: where marks lie, and what of them stays text."""

import math

import pytest
from bs4 import BeautifulSoup

from tracker.look.elements import Column, Link, Table
from tracker.look.html import html
from tracker.look.tracks import Axis, Mark, Picture, Tick, Track
from tracker.views.shared.axes import money_axis

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.mark.parametrize(("value", "place"), [(0, 0), (25, 25), (100, 100), (-9, 0), (400, 100)])
def test_a_value_lies_at_its_part_of_the_axis_and_never_outside(value, place):
    assert Axis(0, 100).place(value) == pytest.approx(place)


@pytest.mark.parametrize(
    ("value", "place"), [(0.01, 0), (1, 50), (10, 75), (100, 100), (math.inf, 100)]
)
def test_on_a_logarithm_equal_factors_lie_equally_far_apart(value, place):
    assert Axis(0.01, 100, is_log=True).place(value) == pytest.approx(place)


def test_an_axis_of_nothing_has_all_at_its_beginning():
    assert Axis(0, 0).place(5) == 0


def test_an_axis_of_money_names_round_amounts_up_to_the_longest(look):
    axis = money_axis(313e9, "EUR", look)
    assert [tick.text for tick in axis.ticks] == [
        *("0", "€50bn", "€100bn", "€150bn", "€200bn", "€250bn", "€300bn")
    ]
    assert axis.low == 0 and axis.high > 313e9
    assert [tick.text for tick in money_axis(0.0, "EUR", look).ticks] == ["0"]


def picture(*marks, **more):
    tracks = (Track(Link("France", "leaderboard"), marks, "€9bn", "FR"),)
    axis = Axis(0, 10, (Tick(0, "0"), Tick(5, "five")), base=0, left="less", right="more")
    return Picture("p", axis, tracks, "what is seen", **more)


def shown(part, look):
    return BeautifulSoup(html(part, look), "html.parser")


def test_a_bar_stands_where_it_starts_as_wide_as_it_is_with_its_words(look):
    page = shown(picture(Mark(2, 7, "signed", "5 signed", "five", is_judged=True)), look)
    mark = page.select_one(".cc-FR .cc-mark")
    assert mark["style"] == "left:20.00%;width:50.00%"
    assert mark["aria-label"] == "5 signed" and mark["tabindex"] == "0"
    assert mark.select_one("i")["class"] == ["cc-k-signed", "cc-judged"]
    assert mark.select_one(".cc-on").get_text() == "five"
    assert mark.select_one(".cc-tip").get_text() == "5 signed"


def test_a_dot_has_a_place_and_no_width_and_a_hue_of_its_own_where_it_says_so(look):
    page = shown(picture(Mark(8, 8, "sure", "x", shape="dot", country_code="IN")), look)
    mark = page.select_one(".cc-mark")
    assert mark["style"] == "left:80.00%" and {"cc-dot", "cc-IN", "cc-late"} <= {*mark["class"]}
    assert "cc-judged" not in mark.select_one("i")["class"]


def test_ticks_ends_and_the_finding_are_told(look):
    page = shown(picture(takeaway="so it is"), look)
    assert [one.get_text() for one in page.select(".cc-ticks b")] == ["0", "five"]
    assert page.select(".cc-base")[0]["style"] == "left:0.00%"
    assert page.select_one(".cc-ends").get_text(" ") == "← less more →"
    assert page.select_one(".cc-plot")["aria-label"] == "what is seen"
    assert page.select_one("figcaption .cc-takeaway").get_text() == "so it is"
    assert not page.select("details")


def test_the_same_numbers_stand_in_a_table_behind_it(look):
    table = Table("t", ({"a": 3},), (Column("a", "A", "count"),))
    page = shown(picture(table=table), look)
    assert page.select_one("details td").get_text() == "3"


def test_hostile_words_stay_words(look):
    page = shown(picture(Mark(1, 2, "signed", HOSTILE, HOSTILE), takeaway=HOSTILE), look)
    assert not page.select("img") and page.get_text().count(HOSTILE) == 3


def test_a_picture_without_tracks_is_nothing(look):
    assert html(Picture("p", Axis(0, 1), (), "none"), look) == ""
