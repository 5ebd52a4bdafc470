"""The overview: what its title may claim, and what it says of sites."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from tests.building import in_memory
from tracker.counting.known import known_on
from tracker.views.overview.page import overview

BN = 10**9
END = date(2026, 7, 1)


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


@pytest.mark.parametrize(
    ("basis", "title"),
    [
        ("reported", "India leads on what is announced and on what is signed"),
        (
            "inferred",
            "India leads on what is announced and, if rungs that a rule infers count, on what is "
            "signed",
        ),
    ],
)
def test_the_title_says_when_it_rests_on_inferred_rungs(look, basis, title):
    assert overview(known_on(world(basis), END, END), look).title == title


def test_the_answers_hold_the_numbers_of_the_data(known_now, look):
    shown = overview(known_now, look)
    told = BeautifulSoup(shown.answers, "html.parser").get_text(" ")
    assert shown.title.startswith("India leads on what is announced and, if rungs")
    numbers = (
        "France €206.5bn · India €309.4bn",
        "France €16.1–20.1bn · India €44.3–45.8bn",
        "Planned at 54 of 98 known sites",
        "France €176.3bn · India €48.8bn",
    )
    assert [number for number in numbers if number not in told] == []
