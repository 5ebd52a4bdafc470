"""What was searched for in vain: by subject and by what was sought, with the last day of it."""

import pytest

from tests.building import in_memory
from tracker.world.searches import BETTER, NEWER, in_vain

NOTHING = {"sought": "newer", "is_found": "false", "words": "Example", "subject_id": "a"}


def searched(*rows, sought=NEWER):
    return in_vain(sought, in_memory(searches=[{**NOTHING, **row} for row in rows]))


@pytest.mark.parametrize("days", [("2026-07-01", "2026-11-28"), ("2026-11-28", "2026-07-01")])
def test_the_last_day_of_several_searches_is_told_wherever_it_stands(days):
    assert searched(*({"searched_on": day} for day in days)) == {"a": "2026-11-28"}


@pytest.mark.parametrize("found", [0, 1])
def test_a_subject_of_which_something_was_ever_found_is_not_there(found):
    rows = [{"searched_on": "2026-07-01"}, {"searched_on": "2026-11-28"}]
    rows[found]["is_found"] = "true"
    other = {"subject_id": "b", "searched_on": "2026-01-01"}
    assert searched(*rows, other) == {"b": "2026-01-01"}


def test_what_was_sought_is_held_apart():
    rows = [
        {"searched_on": "2026-07-01"},
        {"searched_on": "2026-11-28", "sought": "better"},
        {"searched_on": "2026-11-30", "sought": "better", "subject_id": "b", "is_found": "true"},
        {"searched_on": "2026-11-29", "subject_id": "b"},
    ]
    assert searched(*rows) == {"a": "2026-07-01", "b": "2026-11-29"}
    assert searched(*rows, sought=BETTER) == {"a": "2026-11-28"}


def test_nobody_has_searched_in_a_dataset_without_searches():
    assert searched() == {} and searched(sought=BETTER) == {}


def test_what_was_found_is_named_and_what_was_not_has_no_document(dataset):
    """A search that found something says what; a document of nothing found would be a mistake."""
    rows = dataset["searches"]
    assert rows.loc[~rows["is_found"].astype(bool), "source_id"].isna().all()
    assert rows.loc[rows["is_found"].astype(bool), "source_id"].notna().all()
