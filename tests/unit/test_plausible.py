"""What could be true, yet is hardly meant: figures unlike their words, odd sizes, twins."""

import pytest

from tests.building import DATA, build
from tracker import load
from tracker.dataset.checks import phrases
from tracker.dataset.checks.phrases import Told
from tracker.dataset.settings.together import read_settings

BN = 10**9
POT = {"commitment_id": "pot"}


@pytest.fixture(scope="module")
def settings():
    return read_settings(DATA).rules.plausible


def faults(folder, **tables):
    return [str(fault) for fault in load(build(folder, **tables)).faults]


def amount(value, wording, **more):
    return {"commitment_id": "pot", "amount_high": value, "wording": wording, "answer": "", **more}


@pytest.mark.parametrize(
    ("wording", "told"),
    [
        ("up to €75 billion", [Told(75 * BN, "EUR")]),
        ("entre 30 et 35 milliards d’euros", [Told(30 * BN), Told(35 * BN)]),
        ("between $30-$50 billion", [Told(30 * BN, "USD"), Told(50 * BN, "USD")]),
        ("8,5 milliards d'euros", [Told(8.5 * BN)]),
        ("₹10,371.92 crore", [Told(10371.92 * 10**7, "INR")]),
        ("₹2 lakh crore", [Told(2 * 10**12, "INR")]),
        ("INR 1,05,600 crores", [Told(105_600 * 10**7, "INR")]),
        ("3.000 millones de dólares", [Told(3 * 10**6), Told(3000 * 10**6)]),
        ("US$3.2 billion", [Told(3.2 * BN, "USD")]),
        ("$2B", [Told(2 * BN, "USD")]),
        ("exceed six billion euros", [Told(6 * BN, "EUR")]),
        ("4,500 करोड़ रुपये", [Told(4.5 * 10**7, "INR"), Told(4500 * 10**7, "INR")]),
        ("50 per cent fiscal support", []),
        ("in 2030", []),
        ("", []),
    ],
)
def test_figures_are_read_from_the_words_of_a_source(settings, wording, told):
    found = [(round(one.value), one.currency) for one in phrases.money(wording, settings)]
    assert found == [(round(one.value), one.currency) for one in told]


@pytest.mark.parametrize(
    ("wording", "mw"), [("3.1 gigawatts", 3100), ("up to 30 MW capacity", 30), ("5GW target", 5000)]
)
def test_power_is_read_from_words(settings, wording, mw):
    assert [one.value for one in phrases.power(wording, settings)] == [mw]


@pytest.mark.parametrize(
    ("value", "wording"),
    [
        (2 * 10**12, "up to €2 bn"),
        (2000, "up to €2 bn"),
        (20 * BN, "up to €2 bn"),
        (2 * BN, "$2bn"),
    ],
)
def test_an_amount_unlike_its_words_is_named_and_does_not_count(folder, value, wording):
    data = load(build(folder, commitments=[POT], amounts=[amount(value, wording)]))
    told = [str(fault) for fault in data.faults]
    assert (
        f"data/amounts.csv:2: amount_high: {value} is not what {wording!r} says: mend it, or say"
        " why in the column answer" in told
    )
    assert data["amounts"].empty


@pytest.mark.parametrize("wording", ["up to €2 bn", "2 milliards d’euros", "€1.99 billion", ""])
def test_an_amount_like_its_words_is_no_fault(folder, wording):
    assert faults(folder, commitments=[POT], amounts=[amount(2 * BN, wording)]) == []


def test_a_row_that_says_why_is_believed(folder):
    row = amount(30 * BN, "€10 billion", answer="The words give the increase.")
    assert faults(folder, commitments=[POT], amounts=[row]) == []


@pytest.mark.parametrize(
    ("value", "is_odd"), [(999_999, True), (10**6, False), (10**11, False), (10**11 + 1, True)]
)
def test_an_amount_of_an_unusual_size_is_named(folder, value, is_odd):
    told = faults(folder, commitments=[POT], amounts=[amount(value, "")])
    assert any("is an unusual size" in fault for fault in told) == is_odd


@pytest.mark.parametrize(("value", "is_odd"), [(0.4, True), (0.5, False), (5001, True)])
def test_power_of_an_unusual_size_is_named(folder, value, is_odd):
    row = {"subject_id": "pot", "capacity_mw": value, "answer": ""}
    told = faults(folder, commitments=[POT], capacities=[row])
    assert any("MW is an unusual size" in fault for fault in told) == is_odd


@pytest.mark.parametrize("name", ["claim_date", "status_date", "announced_date"])
def test_a_day_after_the_data_were_made_is_named(folder, name):
    tables = {"commitments": [dict(POT)], "amounts": [amount(2 * BN, "")], "statuses": [
        {"subject_id": "pot"}, {"subject_id": "pot"}]}  # fmt: skip
    table = {"claim_date": "amounts", "status_date": "statuses"}.get(name, "commitments")
    tables[table][-1][name] = "2062-01-01"
    told = faults(folder, **tables)
    assert any(f"{name}: '2062-01-01' is after the data were made, 2026-11-28" in f for f in told)


def test_a_promise_may_fall_due_in_days_to_come(folder):
    promise = {"promise_id": "p", "subject_id": "pot", "due_date": "2062", "promise": "Example"}
    assert faults(folder, commitments=[POT], promises=[promise]) == []


ORGANISATION = {"hq_country_code": "JP", "organisation_type": "investor"}


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        (
            {"organisations": [
                {**ORGANISATION, "organisation_id": "acme", "organisation_name": "SoftBank"},
                {**ORGANISATION, "organisation_id": "bolt", "organisation_name": "Softbank"},
            ]},
            "data/organisations.csv:3: organisation_name: 'Softbank' is almost on line 2",
        ),
        (
            {"sources": [
                {"source_id": "s", "url": "https://www.example.org/a/", "answer": ""},
                {"source_id": "t", "url": "http://example.org/a?utm_source=x", "answer": ""},
            ]},
            "data/sources.csv:3: url: 'http://example.org/a?utm_source=x' is almost on line 2",
        ),
        (
            {"commitments": [
                {**POT, "answer": ""},
                {"commitment_id": "twin", "title": "exâmple.", "answer": ""},
            ]},
            "data/commitments.csv:3: title: 'exâmple.' is almost on line 2",
        ),
    ],
)  # fmt: skip
def test_one_thing_under_two_names_is_named_and_nothing_is_withheld(folder, tables, told):
    data = load(build(folder, **{"commitments": [POT], **tables}))
    found = [str(fault) for fault in data.faults]
    assert f"{told}: one thing has one row" in found
    assert data.withheld == ()


def test_two_documents_at_one_address_may_say_why(folder):
    rows = [{"source_id": name, "url": "https://example.org/a", "answer": "Two tables of one page."}
            for name in ("s", "t")]  # fmt: skip
    told = faults(folder, commitments=[POT], sources=rows)
    assert not any("url" in fault for fault in told)
