"""Events, their ties to commitments, and what a tie never does."""

from datetime import date

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from tests.building import in_memory
from tracker import counting
from tracker.counting import clock, ties
from tracker.counting.known import known_on
from tracker.views.diplomacy.page import diplomacy_view
from tracker.world import events as diplomacy

END = date(2026, 7, 1)
BN = 10**9
TERM = {"leader_id": "leader", "end_date": "2027-05", "next_election": "2027-04"}
MEETING = {"event_id": "e", "leader_id": "leader", "event_date": "2025-02-10"}


def known(commitments, links=(), events=(MEETING,), day=END, **tables):
    amounts = [
        {"commitment_id": row["commitment_id"], "amount_high": row.pop("amount", BN)}
        for row in commitments
    ]
    data = in_memory(
        commitments=[{"announced_date": "2025-06-01", **row} for row in commitments],
        amounts=[{**row, "claim_date": "2025-06-01"} for row in amounts],
        terms=[TERM],
        events=list(events),
        event_links=[{"event_id": "e", **link} for link in links],
        **tables,
    )
    return known_on(data, day, day)


def test_the_closest_tie_counts_and_holds_for_what_lies_below():
    commitments = [
        {"commitment_id": "pot", "amount": 10 * BN},
        {"commitment_id": "part", "part_of": "pot", "amount": 4 * BN},
        {"commitment_id": "other"},
    ]
    links = [
        {"commitment_id": "pot", "link": "announced"},
        {"commitment_id": "part", "link": "negotiated"},
        {"commitment_id": "part", "link": "foundation_stone"},
    ]
    found = diplomacy.closeness(known(commitments, links).world)
    assert found.to_dict() == {"pot": "announced", "part": "negotiated", "other": "none"}


def test_a_tie_of_its_own_goes_before_one_of_the_whole():
    commitments = [
        {"commitment_id": "pot", "amount": 10 * BN},
        {"commitment_id": "part", "part_of": "pot", "amount": 4 * BN},
        {"commitment_id": "rest", "part_of": "pot", "amount": 1 * BN},
    ]
    links = [
        {"commitment_id": "pot", "link": "negotiated"},
        {"commitment_id": "part", "link": "announced"},
    ]
    found = diplomacy.closeness(known(commitments, links).world)
    assert found.to_dict() == {"pot": "negotiated", "part": "announced", "rest": "negotiated"}


@pytest.mark.parametrize(
    ("link", "announced", "tie"),
    [
        ("negotiated", "2025-02-09", "near"),
        ("negotiated", "2024-06", "none"),
        ("announced", "2024-06", "none"),
        ("reaffirmed", "2024-06", "reaffirmed"),
        ("negotiated", "2025-02-10", "negotiated"),
        ("negotiated", "2025-02", "negotiated"),
    ],
)
def test_a_part_announced_before_was_not_won_with_the_whole(link, announced, tie):
    commitments = [
        {"commitment_id": "pot", "amount": 10 * BN},
        {"commitment_id": "part", "part_of": "pot", "announced_date": announced, "amount": BN},
    ]
    found = diplomacy.closeness(known(commitments, [{"commitment_id": "pot", "link": link}]).world)
    assert (found["pot"], found["part"]) == (link, tie)


def test_a_tie_to_an_event_without_the_leader_is_elsewhere():
    events = [{**MEETING, "leader_id": None}]
    now = known([{"commitment_id": "c"}], [{"commitment_id": "c", "link": "announced"}], events)
    assert diplomacy.closeness(now.world)["c"] == "elsewhere"


def test_money_of_talks_that_is_signed_is_told_first(known_now, look):
    lead = diplomacy_view(known_now, "EUR", look).lead
    assert lead.startswith("Of €128.0bn negotiated in France, €0 is signed or better.")


def test_a_tie_of_a_part_says_nothing_of_the_rest():
    commitments = [
        {"commitment_id": "pot", "amount": 10 * BN},
        {"commitment_id": "part", "part_of": "pot", "amount": 4 * BN},
    ]
    now = known(commitments, [{"commitment_id": "part", "link": "negotiated"}])
    scope = counting.default_scope(now.world.rules, "FR")
    tie = diplomacy.closeness(now.world)
    rows = ties.money_by_closeness(now, tie, scope, "ceiling", "EUR")
    assert rows.groupby("closeness")["value"].sum().to_dict() == {
        "negotiated": 4 * BN,
        "none": 6 * BN,
    }


@pytest.mark.parametrize(
    ("announced", "tie"),
    [("2025-02-24", "near"), ("2025-02-25", "none"), ("2025-02", "none"), ("2025-01-27", "near")],
)
def test_near_in_time_needs_full_dates_and_proves_nothing(announced, tie):
    found = diplomacy.closeness(known([{"commitment_id": "c", "announced_date": announced}]).world)
    assert found["c"] == tie


def test_an_event_without_a_leader_is_near_to_nothing():
    events = [{**MEETING, "leader_id": None}]
    found = diplomacy.closeness(
        known([{"commitment_id": "c", "announced_date": "2025-02-11"}], events=events).world
    )
    assert found["c"] == "none"


def test_a_later_event_ties_nothing_yet():
    links = [{"commitment_id": "c", "link": "announced"}]
    events = [{**MEETING, "event_date": "2026-06-20"}]
    before = known([{"commitment_id": "c"}], links, events, day=date(2026, 6, 1))
    assert diplomacy.closeness(before.world)["c"] == "none"


@pytest.mark.parametrize("code", ["FR", "IN"])
@pytest.mark.parametrize("lens", ["ceiling", "signed"])
def test_ties_share_the_total_out(known_now, code, lens):
    scope = counting.default_scope(known_now.world.rules, code)
    total = counting.total(known_now.world, known_now.shares, scope, lens=lens, currency="EUR")
    tie = diplomacy.closeness(known_now.world)
    rows = ties.money_by_closeness(known_now, tie, scope, lens, "EUR")
    assert rows["value"].sum() == pytest.approx(total.value)
    assert rows["closeness"].notna().all()
    by_pot = rows.groupby("pot_id")["value"].sum()
    whole = total.rows.groupby("pot_id")["value"].sum()
    pd.testing.assert_series_equal(by_pot, whole)


def test_the_start_of_a_period_is_no_due_date():
    period = {"period_start": "2026", "period_end": "2031"}
    now = known([{"commitment_id": "c", "country_code": "FR", **period}])
    assert clock.political_clock(now, "FR", "EUR").at["c", "when"] == "after"


@pytest.mark.parametrize(
    ("due", "when"), [("2027-05-31", "within"), ("2027", "after"), (None, "undated")]
)
def test_a_pot_is_due_at_its_last_date(due, when):
    now = known([{"commitment_id": "c", "period_end": due, "country_code": "FR"}])
    assert clock.political_clock(now, "FR", "EUR").at["c", "when"] == when


def test_a_promise_on_a_part_is_due_with_its_pot():
    commitments = [
        {"commitment_id": "pot", "period_end": "2026", "amount": 10 * BN},
        {"commitment_id": "part", "part_of": "pot", "amount": 4 * BN},
    ]
    promises = [{"subject_id": "part", "due_date": "2031"}]
    now = known(commitments, promises=promises)
    assert diplomacy.due_dates(now.world).loc["pot"].to_dict() == {"first": "2026", "last": "2031"}
    assert clock.political_clock(now, "FR", "EUR").at["pot", "when"] == "across"


def test_every_item_of_the_timeline_has_a_source_and_every_tie_both_ends(known_now, look):
    shown = diplomacy_view(known_now, "EUR", look)
    world = known_now.world
    assert diplomacy.events(world)["source_id"].notna().all()
    assert diplomacy.links(world)["source_id"].notna().all()
    for code, one in shown.timelines.by_country.items():
        assert one.ties.notna().all(axis=None) and len(one.ties)
        assert (one.events["day"] <= world.day).all() and (one.money["day"] <= world.day).all()
        places = set(zip(one.money["lane"], one.money["day"], strict=True))
        assert set(zip(one.ties["lane"], one.ties["day"], strict=True)) <= places
        every = (diplomacy.events(world)["country_code"] == code).sum()
        assert len(one.events) + one.earlier == every


@pytest.mark.parametrize("code", ["FR", "IN"])
def test_the_circles_of_a_lane_hold_the_money_of_its_tie(known_now, look, code):
    scope = counting.default_scope(known_now.world.rules, code)
    tie = diplomacy.closeness(known_now.world)
    rows = ties.money_by_closeness(known_now, tie, scope, "ceiling", "EUR")
    drawn = diplomacy_view(known_now, "EUR", look).timelines.by_country[code].money
    for name, value in rows.groupby("closeness")["value"].sum().items():
        assert drawn.loc[drawn["lane"] == name, "value"].sum() == pytest.approx(value)


def test_what_is_announced_within_a_month_is_one_circle(look):
    commitments = [
        {"commitment_id": "a", "announced_date": "2025-01-30", "title": "Small", "amount": BN},
        {"commitment_id": "b", "announced_date": "2025-02-03", "title": "Large", "amount": 3 * BN},
        {"commitment_id": "c", "announced_date": "2025-06-01", "title": "Late", "amount": BN},
    ]
    drawn = diplomacy_view(known(commitments), "EUR", look).timelines.by_country["FR"].money
    assert list(drawn["day"]) == [date(2025, 2, 3), date(2025, 6, 1)]
    assert list(drawn["label"]) == ["Large + 1, €4.0bn", "Late, €1.0bn"]


def test_the_page_says_what_a_tie_does_not_prove(known_now, look):
    shown = diplomacy_view(known_now, "EUR", look)
    assert "does not say that the money came because of the call" in shown.lead
    page = BeautifulSoup("".join(one.html for one in shown.sections), "html.parser")
    assert len(page.select("#meetings tbody tr")) == 58
    assert len(page.select("[id^=third-way-] tbody tr")) == 29
    assert len(page.select("#adopters .cc-three li")) == 64
    told = {row.td.text: row.get_text(" ") for row in page.select("#adopters tbody tr")}
    assert "329.6 g CO₂e/kWh" in told["Germany"] and told["Germany"].count("not found") == 2
    assert "€67/MWh" in told["France"] and "−93.3 TWh" in told["France"]


def test_investors_add_up_to_the_total_of_each_lens(known_now, look):
    page = BeautifulSoup(diplomacy_view(known_now, "EUR", look).sections[5].html, "html.parser")
    rows = [[cell.text for cell in row.select("td")] for row in page.select("#investors tbody tr")]
    assert ["France", "Japan", "investor", "", "€75.0bn", "€45.0bn", "€0", "€0", "€0"] in rows
    rounding = 0.05 * len(rows)
    for country, whole in (("France", (206.46, 137.36)), ("India", (309.42, 302.30))):
        for place, value in enumerate(whole, start=4):
            told = [row[place].strip("€bn") for row in rows if row[0] == country]
            assert sum(map(float, told)) == pytest.approx(value, abs=rounding)


def test_hostile_words_stay_words(look):
    events = [{**MEETING, "title": "<img src=x onerror=alert(1)>", "summary": "<b>x</b>"}]
    shown = diplomacy_view(known([{"commitment_id": "c"}], events=events), "EUR", look)
    page = BeautifulSoup("".join(one.html for one in shown.sections), "html.parser")
    assert not page.select("img") and "<img src=x" in page.get_text()


def test_a_dataset_without_rows_gives_a_page_without_numbers(look):
    shown = diplomacy_view(known_on(in_memory(), END, END), "EUR", look)
    assert len(shown.sections) == 8
