"""The pictures of delivery: the staircase, the calendar of promises, the tiles of quoted totals."""

from datetime import date

import pytest

from tests.building import in_memory
from tracker.counting import outcomes, tallies
from tracker.counting.deflator import deflators
from tracker.counting.known import known_on
from tracker.views.choices import ChosenMoney
from tracker.views.delivery.page import view
from tracker.views.delivery.tiles import by_step
from tracker.world.promises import of_compared

END = date(2026, 7, 1)
BN = 10**9


def known(**tables):
    return known_on(in_memory(**tables), END, END)


def picture(name, now, look):
    page = view(now, ChosenMoney(END, "EUR"), look)
    blocks = [block for one in page.sections for block in one.blocks]
    return next(block for block in blocks if getattr(block, "name", "") == name)


@pytest.fixture
def stairs():
    """EUR 100bn: 10 gone, 60 in words, 20 signed of which a rule judged 15, 10 running."""
    sums = {"gone": 10, "words": 60, "sure": 5, "judged": 15, "runs": 10}
    told = {"gone": "cancelled", "sure": "signed", "judged": "signed", "runs": "operating"}
    return known(
        commitments=[{"commitment_id": name} for name in sums],
        amounts=[{"commitment_id": n, "amount_high": high * BN} for n, high in sums.items()],
        statuses=[
            {
                "subject_id": name,
                "status": status,
                "basis": "inferred" if name == "judged" else "reported",
            }
            for name, status in told.items()
        ],
    )


def test_what_a_rule_judged_is_told_of_levels_and_steps_that_ask_for_a_rung(stairs):
    levels = {one.name: one for one in deflators(stairs, "EUR")["FR"]}
    assert [levels[name].judged / BN for name in levels] == [0, 0, 0, 15, 0, 0]
    assert levels["signed"].reported == 15 * BN
    assert sum(step.judged for step in levels["building"].steps) == 15 * BN


def test_each_level_falls_from_the_one_before_and_shows_what_was_taken(stairs, look):
    drawn = picture("staircase", stairs, look)
    head, everything, _, _, signed, building, runs = drawn.tracks
    assert head.is_head and head.label == "France"
    assert [(one.start, one.end) for one in everything.marks] == [(0, 100 * BN)]
    bars = [(one.start / BN, one.end / BN, one.is_judged) for one in signed.marks[:-1]]
    assert bars == [(0, 15, False), (15, 30, True), (30, 90, False)]
    assert signed.value.text == "€30.0bn · 30%" and "lens=signed" in signed.value.address
    assert [mark.is_judged for mark in building.marks[:-1]] == [False, False, True]
    assert runs.value.text == "€10.0bn · 10%"


def test_the_words_of_a_step_stand_where_there_is_room(stairs, look):
    for track in picture("staircase", stairs, look).tracks:
        for mark in track.marks:
            assert 0 <= mark.start <= mark.end
    signed = picture("staircase", stairs, look).tracks[4].marks[-1]
    assert (signed.shape, signed.label) == ("note", "−€60.0bn sites, no contract found")
    assert (signed.start, signed.end) == (30 * BN, 90 * BN)


def test_the_lead_says_both_numbers_where_a_rule_judged(stairs, look):
    lead = view(stairs, ChosenMoney(END, "EUR"), look).lead
    assert "30% in France, of which sources themselves report 15%" in lead


def test_nothing_announced_has_no_staircase(look):
    page = view(known(), ChosenMoney(END, "EUR"), look)
    assert page.title == "Nothing has been announced yet" and page.lead == ""
    assert picture("staircase", known(), look).tracks == ()


PROMISES = [
    {"promise_id": "old", "due_date": "2021"},
    {"promise_id": "past", "due_date": "2026-06"},
    {
        "promise_id": "kept",
        "due_date": "2025-03",
        "outcome": "kept",
        "outcome_date": "2025-03",
        "outcome_source_id": "s",
    },
    {"promise_id": "due", "due_date": "2026"},
    {"promise_id": "first", "due_date": "2025", "country_code": "IN"},
    {"promise_id": "moved", "due_date": "2027", "restates": "first", "country_code": "IN"},
    {"promise_id": "far", "due_date": "2047", "country_code": "IN"},
]


@pytest.fixture
def promised():
    return known(promises=PROMISES)


def test_what_is_overdue_is_listed_from_the_longest_past(promised):
    past = outcomes.overdue(of_compared(promised.world), END)
    assert list(past["months"].items()) == [("old", 54), ("past", 0)]


def test_a_calendar_has_each_promise_once_by_its_present_year(promised):
    found = outcomes.calendar(of_compared(promised.world), END)
    assert found[["year", "standing"]].to_records().tolist() == [
        ("old", 2024, "overdue"),
        ("kept", 2025, "kept"),
        ("past", 2026, "overdue"),
        ("due", 2026, "due"),
        ("first", 2027, "moved"),
        ("far", 2032, "due"),
    ]


def test_tiles_of_the_calendar_grow_from_the_middle_to_both_sides(promised, look):
    drawn = picture("calendar", promised, look)
    assert [one.label for one in drawn.tracks] == ["to 2024", "2025", "2026", "2027", "2032 on"]
    assert [(one.start, one.kind) for one in drawn.tracks[2].marks] == [
        (-1, "overdue"),
        (-2, "due"),
    ]
    assert [(one.start, one.kind) for one in drawn.tracks[3].marks] == [(0, "moved")]
    assert (drawn.axis.left, drawn.axis.right) == ("France", "India")
    assert drawn.tracks[0].value == "1 overdue"


@pytest.fixture
def total():
    """EUR 100bn with lines of 50 (announced, 40 of it stated), 20 (signed) and 10 (gone)."""
    lines = [("words", 50, 40, False), ("signed", 20, 20, True), ("gone", 10, 10, False)]
    return known(
        commitments=[{"commitment_id": name} for name, *_ in lines]
        + [{"commitment_id": "part", "part_of": "words"}],
        statuses=[
            {"subject_id": "signed", "status": "signed"},
            {"subject_id": "gone", "status": "cancelled"},
            {"subject_id": "part", "status": "under_construction"},
        ],
        tallies=[{"tally_id": "t", "amount": 100 * BN}],
        tally_lines=[
            {
                "tally_id": "t",
                "commitment_id": name,
                "ceiling": high * BN,
                "floor": low * BN,
                "is_conditional": str(tied).lower(),
                "source_id": "s",
            }
            for name, high, low, tied in lines
        ],
    )


def test_the_lines_of_a_total_stand_by_the_step_they_have_reached(total, look):
    one = tallies.tallies(total.world)[0]
    found = tallies.reached(one, total.world.rules)
    assert [(each.mark, each.ceiling / BN, each.strict / BN) for each in found] == [
        ("signed", 20, 0),
        ("announced", 50, 40),
        ("lost", 10, 0),
    ]
    assert sum(each.strict for each in found) == one.strict
    assert by_step(one, look, "strict") == "€40bn announced"


def test_a_line_says_when_a_part_of_it_has_got_further(total):
    lines = {line["commitment_id"]: line for line in tallies.tallies(total.world)[0].lines}
    told = {name: line["part_status"] for name, line in lines.items()}
    assert told == {"words": "under_construction", "signed": None, "gone": None}


def test_tiles_are_as_wide_as_their_money_is_of_what_was_said(total, look):
    track = picture("quoted", total, look).tracks[0]
    ends = [(round(one.start, 9), round(one.end, 9), one.kind) for one in track.marks]
    assert ends == [(0, 0.2, "signed"), (0.2, 0.7, "announced"), (0.7, 0.8, "lost")]
    assert "a part of it is" in track.marks[1].told and track.value == "€100bn"
