"""Ways from a row to its commitment: what a link asks for, the leaderboard shows."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.building import in_memory
from tracker.counting import lenses
from tracker.counting.known import known_on
from tracker.counting.ranking import ranking, within_text
from tracker.look import links
from tracker.look.elements import Link
from tracker.look.html import html, section
from tracker.look.links import shortened
from tracker.views.choices import ChosenMoney
from tracker.views.delivery.page import view
from tracker.views.shared import ways

END = date(2026, 7, 1)


def asked(link):
    return parse_qs(urlsplit(link.address).query)


def test_the_way_from_any_commitment_ends_at_its_row(known_now):
    world, rules = known_now.world, known_now.world.rules
    usual = lenses.default_scope(rules)
    lost_on_the_way = []
    for name, row in world.commitments.iterrows():
        link = ways.commitment(str(name), world)
        if not isinstance(link, Link):
            assert isinstance(world.commitments.at[row["pot_id"], "not_counted"], str)
            continue
        query = asked(link)
        scope = replace(
            usual,
            category=tuple(query.get("category", usual.category)),
            flow_type=tuple(query.get("flow_type", usual.flow_type)),
        )
        scope = within_text(scope, known_now.profiles, query["q"][0])
        how = {"lens": rules.default_lens, "currency": "EUR", "group": "commitment"}
        if row["pot_id"] not in ranking(known_now, scope, **how).rows.index:
            lost_on_the_way.append(name)
    assert lost_on_the_way == []


@pytest.mark.parametrize(("day", "told"), [(END, None), (date(2025, 3, 1), ["2025-03-01"])])
def test_a_link_keeps_the_day(known_now, look, day, told):
    now = known_on(known_now.world.dataset, day, END)
    name = str(now.world.commitments.index[0])
    assert asked(ways.commitment(name, now.world)).get("as_of") == told
    shown = section(view(now, ChosenMoney(day, "EUR"), look)["deflator"], look)
    links = BeautifulSoup(shown, "html.parser").select("a[href^=leaderboard]")
    assert links
    for link in links:
        assert parse_qs(urlsplit(link["href"]).query).get("as_of") == told


def test_what_the_default_scope_leaves_out_is_asked_for_beside_it(known_now):
    query = asked(ways.commitment("amazon-india", known_now.world, "INR"))
    usual = set(known_now.world.rules.default_scope["category"])
    assert usual < set(query["category"]) and query["currency"] == ["INR"]
    assert query["lens"] == ["ceiling"] and query["sum"] == ["yes"]


def test_hostile_titles_stay_words(look):
    now = known_on(in_memory(commitments=[{"commitment_id": "c", "title": '"><img>'}]), END, END)
    link = BeautifulSoup(html(ways.commitment("c", now.world), look), "html.parser")
    assert not link.select("img") and link.a.text == '"><img>'


def test_a_long_text_keeps_as_many_characters_as_there_is_room_for():
    assert shortened("x" * 20, 20) == "x" * 20
    assert shortened("x" * 21, 20) == "x" * 19 + "…"


def test_an_address_holds_each_value_of_each_choice_quoted():
    asked = {"q": "A & B = 5 %é/x", "category": ["chips", "data_centre"], "none": []}
    assert links.address("leaderboard", asked) == (
        "leaderboard?q=A+%26+B+%3D+5+%25%C3%A9%2Fx&category=chips&category=data_centre"
    )
