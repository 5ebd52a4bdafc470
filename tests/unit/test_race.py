"""The race as one picture: its bars, its words, and both numbers of what is signed."""

from datetime import date

import pytest

from tests.building import in_memory
from tracker.counting.known import known_on
from tracker.views.overview.race import race

END = date(2026, 7, 1)
BN = 10**9


@pytest.fixture
def picture(look):
    rows = [
        {"commitment_id": "fr-a", "country_code": "FR"},
        {"commitment_id": "fr-b", "country_code": "FR"},
        {"commitment_id": "in-a", "country_code": "IN"},
        {"commitment_id": "in-b", "country_code": "IN"},
    ]
    sums = {"fr-a": 2, "fr-b": 6, "in-a": 3, "in-b": 13}
    known = known_on(
        in_memory(
            commitments=rows,
            amounts=[
                {"commitment_id": name, "amount_high": value * BN} for name, value in sums.items()
            ],
            statuses=[
                {"subject_id": "fr-a", "status": "operating"},
                {"subject_id": "in-a", "status": "signed", "basis": "inferred"},
            ],
        ),
        END,
        END,
    )
    return race(known, "EUR", look)


def test_bars_begin_with_what_is_most_solid_and_end_at_what_is_announced(picture):
    france, india = picture.tracks
    assert (france.country_code, india.country_code) == ("FR", "IN")
    assert [(one.start, one.end, one.kind) for one in france.marks] == [
        (0, 2 * BN, "operating"),
        (2 * BN, 8 * BN, "announced"),
    ]
    assert [one.is_judged for one in india.marks] == [True, False]
    assert india.value.text == "€16.0bn" and "country_code=IN" in india.value.address
    assert picture.axis.high > 16 * BN


def test_marks_say_amount_share_and_whose_word_it_is(picture):
    (signed, _), (running, _) = picture.tracks[1].marks, picture.tracks[0].marks
    assert running.label == "€2.0bn running"
    assert "25%" in running.told and "sources report it" in running.told
    assert "19%" in signed.told and "a rule of ours" in signed.told


def test_both_numbers_are_told_where_a_rule_judged_the_step(picture):
    assert "France €2.0bn, of which sources report €2.0bn" in picture.takeaway
    assert "India €3.0bn, of which sources report €0" in picture.takeaway


def test_the_same_stands_in_a_table_and_in_words_for_those_who_do_not_see_it(picture):
    assert [(row["country"], row["mark"], row["amount"]) for row in picture.table.rows] == [
        ("FR", "operating", 2 * BN),
        ("FR", "announced", 6 * BN),
        ("IN", "signed", 3 * BN),
        ("IN", "announced", 13 * BN),
    ]
    assert picture.table.rows[2]["basis"] == "judged by a rule"
    assert picture.told == (
        "France: €2.0bn running, €6.0bn announced; "
        "India: €3.0bn signed or permitted, €13.0bn announced"
    )


def test_a_world_without_rows_has_empty_tracks_and_no_takeaway(look):
    picture = race(known_on(in_memory(), END, END), "EUR", look)
    assert [one.marks for one in picture.tracks] == [(), ()]
    assert picture.takeaway == "" and picture.table is None
