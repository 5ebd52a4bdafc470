"""The overview: what its title may claim, and what it says of each country and of sites."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from tests.building import in_memory
from tracker.counting.known import known_on
from tracker.counting.standings import concrete_shares, leads_as_reported, standings
from tracker.look.html import section
from tracker.views.choices import ChosenMoney
from tracker.views.overview.page import view

BN = 10**9
END = date(2026, 7, 1)
USUAL = ChosenMoney(END, "EUR")


def world(basis):
    """One country signs more, by a rung of this ``basis``; the other a little, as reported."""
    money = {"small": ("FR", 10, "reported"), "large": ("IN", 40, basis)}
    return in_memory(
        commitments=[{"commitment_id": n, "country_code": c} for n, (c, _, _) in money.items()],
        amounts=[
            {"commitment_id": n, "amount_high": a * BN, "amount_low": a * BN}
            for n, (_, a, _) in money.items()
        ],
        statuses=[
            {"subject_id": n, "status": "signed", "rule": "binding_contract", "basis": b}
            for n, (_, _, b) in money.items()
        ],
    )


def shown(name, known, look):
    return BeautifulSoup(section(view(known, USUAL, look)[name], look), "html.parser")


@pytest.mark.parametrize(
    ("basis", "title"),
    [
        ("reported", "India leads on announcements and on what is signed"),
        (
            "inferred",
            "India leads on announcements; France on what sources report as signed",
        ),
    ],
)
def test_the_title_says_when_it_rests_on_inferred_rungs(look, basis, title):
    assert view(known_on(world(basis), END, END), USUAL, look).title == title


@pytest.mark.parametrize(("basis", "leads"), [("reported", True), ("inferred", False)])
def test_who_leads_is_held_against_reported_rungs_alone(basis, leads):
    found = standings(known_on(world(basis), END, END), "EUR")
    assert leads_as_reported("IN", "signed", found) == leads
    assert leads_as_reported("FR", "ceiling", found)  # no rule asks it of this lens


def test_what_is_concrete_is_told_as_parts_of_the_ceiling(known_now):
    shares = concrete_shares(standings(known_now, "EUR"), "signed")
    assert {code: (round(low, 3), round(high, 3)) for code, (low, high) in shares.items()} == {
        "FR": (0.094, 0.1),
        "IN": (0.082, 0.083),
    }
    assert concrete_shares(standings(known_on(in_memory(), END, END), "EUR"), "signed") == {}


def test_the_answers_hold_the_numbers_of_the_data(known_now, look):
    told = shown("questions", known_now, look).get_text(" ")
    assert view(known_now, USUAL, look).title.startswith("India leads on announcements; on what")
    numbers = (
        "France €211.8bn · India €333.7bn",
        "France €19.9–21.2bn · India €27.5–27.7bn",
        "Sum for the 64 of 102 sites that publish a figure",
        "France €127.0bn · India €2.9bn",
    )
    assert [number for number in numbers if number not in told] == []


def test_a_card_tells_what_counts_what_is_silent_and_what_was_lost(look):
    tables = {
        "commitments": [{"commitment_id": name} for name in ("a", "b", "gone", "mute", "dumb")],
        "amounts": [{"commitment_id": n, "amount_high": BN} for n in ("a", "b", "gone")],
        "statuses": [{"subject_id": "gone", "status": "cancelled"}],
    }
    card = shown("card-FR", known_on(in_memory(**tables), END, END), look)
    assert card.h2.text == "France by each way of counting"
    assert card.p.text.startswith("5 commitments: 2 with an amount, 2 without one, 1 stalled")
    first = [cell.text for cell in card.select_one("#card-FR tbody tr")("td")]
    assert first == ["Headline maximum", "€2.0bn", "2"]
    assert card.a["href"] == "leaderboard?country_code=FR&lens=ceiling&sum=yes"


def test_a_dataset_without_rows_gives_a_page_without_numbers(look):
    page = view(known_on(in_memory(), END, END), USUAL, look)
    assert page.title == "Nothing has been counted yet"
    assert page["changes"].blocks == () and len(page["card-IN"].blocks) == 3


def test_ties_are_counted_as_the_page_of_diplomacy_counts_them(look):
    """Whoever invests, and wherever from: 6bn negotiated, 4bn announced, 7bn with no tie."""
    money = {"a": (6, "announced"), "b": (4, "signed"), "c": (7, "signed")}
    ties = {"a": "negotiated", "b": "announced"}
    tables = {
        "commitments": [{"commitment_id": n, "origin": "other"} for n in money],
        "amounts": [{"commitment_id": n, "amount_high": a * BN} for n, (a, _) in money.items()],
        "statuses": [{"subject_id": n, "status": s} for n, (_, s) in money.items()],
        "events": [{"event_id": "e", "leader_id": "leader", "event_date": "2025-02-10"}],
        "event_links": [
            {"event_id": "e", "commitment_id": n, "link": link} for n, link in ties.items()
        ],
    }
    told = shown("questions", known_on(in_memory(**tables), END, END), look).get_text(" ")
    assert "France €6.0bn · India €0" in told
    assert "beside that: France €4.0bn · India €0" in told
    assert "further of both: France €4.0bn · India €0" in told
