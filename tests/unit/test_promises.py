from datetime import date

import pandas as pd
import pytest

from tests.building import in_memory
from tracker.counting.outcomes import counted
from tracker.world.asof import world
from tracker.world.promises import months_between, timelines, waits

END = date(2026, 7, 1)


def timeline(*rows, day=END):
    found = timelines(world(in_memory(promises=list(rows)), day))
    return found.to_dict("index")


FIRST = {"promise_id": "first", "promised_on": "2025-02", "due_date": "2027-01"}
MOVED = {"promise_id": "second", "promised_on": "2026-03", "due_date": "2028-06",
         "restates": "first", "source_id": "t"}  # fmt: skip


def test_a_moved_date_shows_its_slip():
    row = timeline(FIRST, MOVED)["first"]
    assert (row["first_due"], row["current_due"], row["slip_months"]) == ("2027-01", "2028-06", 17)
    assert row["source_ids"] == ("s", "t")


def test_there_is_no_slip_without_two_documents():
    row = timeline(FIRST, {**MOVED, "source_id": "s"})["first"]
    assert row["current_due"] == "2028-06"
    assert row["slip_months"] is None or row["slip_months"] != row["slip_months"]


def test_before_it_was_moved_nothing_had_slipped():
    row = timeline(FIRST, MOVED, day=date(2026, 1, 1))["first"]
    assert row["current_due"] == "2027-01"
    assert not isinstance(row["slip_months"], int)


def test_a_late_promise_slips_to_the_day_it_happened():
    late = {**FIRST, "due_date": "2024-12", "outcome": "late", "outcome_date": "2026-02-28",
            "outcome_source_id": "t"}  # fmt: skip
    row = timeline(late)["first"]
    assert (row["actual"], row["outcome"], row["slip_months"]) == ("2026-02-28", "late", 14)


@pytest.mark.parametrize(
    ("due", "happened", "months"),
    [("2024-09", "2025", None), ("2024", "2025", 12), ("2024", "2025-06", None)],
)
def test_months_are_not_told_between_a_year_alone_and_a_month(due, happened, months):
    late = {**FIRST, "due_date": due, "outcome": "late", "outcome_date": happened,
            "outcome_source_id": "t"}  # fmt: skip
    slip = timeline(late)["first"]["slip_months"]
    assert (None if slip != slip or slip is None else slip) == months


def test_a_dropped_promise_says_when_and_never_happened():
    gone = {**FIRST, "outcome": "dropped", "outcome_date": "2026-05", "outcome_source_id": "t"}
    row = timeline(gone)["first"]
    assert row["settled"] == "2026-05" and not isinstance(row["actual"], str)


@pytest.mark.parametrize(
    ("due", "outcome"),
    [
        ("2026-06", "unknown"),
        ("2026-07-01", "unknown"),
        ("2026-07-02", "pending"),
        ("2026-12", "pending"),
        ("2026", "pending"),
    ],
)
def test_a_promise_without_evidence_is_never_missed(due, outcome):
    assert timeline({**FIRST, "due_date": due})["first"]["outcome"] == outcome


def test_months_count_from_the_last_day_of_a_partial_date():
    assert months_between("2025", "2026-03") == 3
    assert months_between("2026-06-30", "2026-06-01") == 0


def test_a_promise_that_was_moved_or_settled_or_is_past_does_not_wait():
    rows = [
        FIRST, MOVED,
        {"promise_id": "waiting", "due_date": "2027-01"},
        {"promise_id": "past", "due_date": "2026-01"},
        {"promise_id": "kept", "due_date": "2026-02", "outcome": "kept",
         "outcome_date": "2026-02", "outcome_source_id": "t"},
    ]  # fmt: skip
    found = timelines(world(in_memory(promises=rows), END))
    assert waits(found).to_dict() == {"first": False, "waiting": True, "past": False, "kept": False}


def test_outcomes_are_counted_with_the_slips_that_are_any_the_longest_first():
    rows = [("kept", None), ("late", 3), ("late", 14), ("pending", 0), ("pending", -2)]
    frame = pd.DataFrame(rows, columns=["outcome", "slip_months"]).assign(country_code="FR")
    found = counted(frame, ("FR", "IN"))
    assert found["FR"].slips == (14, 3) and found["IN"].slips == ()
    assert (found["FR"].all, found["FR"].due, found["FR"].kept, found["IN"].all) == (5, 3, 1, 0)
