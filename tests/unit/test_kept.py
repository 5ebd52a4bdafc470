"""What stays when a reader moves, and what each page takes of it."""

import pytest
import streamlit as st

from tests.unit.test_address import CATEGORY, DAY, LENS
from ui import kept
from ui.address import Choice

CURRENCY = Choice("currency", "EUR", ("EUR", "USD"))
COUNTRIES = Choice("country_code", (), ("FR", "IN", "DE"))
COUNTRY = Choice("country", "both", ("both", "FR", "IN"))


@pytest.fixture(autouse=True)
def _session(monkeypatch):
    monkeypatch.setattr(st, "session_state", {})


def test_what_is_usual_is_not_carried():
    kept.remember([LENS, CURRENCY], {"lens": "signed", "currency": "EUR"})
    assert kept.carried([LENS, CURRENCY]) == {}


def test_a_page_takes_what_it_knows_and_the_rest_stays():
    kept.remember(
        [LENS, CURRENCY, CATEGORY], {"lens": "ceiling", "currency": "USD", "category": ()}
    )
    assert kept.carried([CURRENCY, DAY]) == {"currency": ["USD"]}
    kept.remember([DAY], {"as_of": DAY.first})
    assert kept.carried([LENS, CURRENCY, DAY, CATEGORY]) == {
        "lens": ["ceiling"],
        "currency": ["USD"],
        "as_of": ["2019-01-01"],
    }


def test_going_back_to_the_usual_is_kept_too():
    kept.remember([CURRENCY], {"currency": "USD"})
    kept.remember([CURRENCY], {"currency": "EUR"})
    assert kept.carried([CURRENCY]) == {}


@pytest.mark.parametrize(
    ("codes", "one"), [(("FR",), ["FR"]), (("DE",), None), (("FR", "IN"), None), ((), None)]
)
def test_countries_become_the_one_that_a_page_can_show(codes, one):
    kept.remember([COUNTRIES], {"country_code": codes})
    assert kept.carried([COUNTRY]).get("country") == one


def test_countries_that_a_page_cannot_show_come_back_on_one_that_can():
    kept.remember([COUNTRIES], {"country_code": ("FR", "IN")})
    kept.remember([COUNTRY], {"country": "both"})
    assert kept.carried([COUNTRIES]) == {"country_code": ["FR", "IN"]}
    kept.remember([COUNTRY], {"country": "IN"})
    assert kept.carried([COUNTRIES]) == {"country_code": ["IN"]}


def test_a_day_out_of_reach_is_not_carried():
    wide = Choice("as_of", DAY.last, last=DAY.last)
    kept.remember([wide], {"as_of": DAY.first.replace(year=2001)})
    assert kept.carried([DAY]) == {}
