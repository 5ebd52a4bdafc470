from datetime import date

import pytest

from tracker.dataset.dates import first_day, known_from, last_day, months_later, past_day

END = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("2025-05-19", date(2025, 5, 19), date(2025, 5, 19)),
    ],
)
def test_a_partial_date_spans_its_period(partial, first, last):
    assert (first_day(partial), last_day(partial)) == (first, last)


def test_a_partial_date_counts_from_its_last_day():
    assert known_from("2025", END) == date(2025, 12, 31)
    assert known_from("2026-06", END) == date(2026, 6, 30)


def test_a_period_still_running_counts_from_the_end_of_the_evidence():
    assert known_from("2026", END) == END
    assert known_from("2026-07", END) == END


def test_a_day_after_the_evidence_stays_after_it():
    assert known_from("2026-08-15", END) == date(2026, 8, 15)


def test_a_day_that_the_calendar_lacks_is_refused():
    with pytest.raises(ValueError, match="day is out of range"):
        first_day("2025-02-29")


def test_months_later_stays_within_a_shorter_month():
    assert months_later(date(2024, 8, 31), 6) == date(2025, 2, 28)
    assert months_later(date(2024, 1, 31), 24) == date(2026, 1, 31)


def test_what_is_past_stands_no_later_than_today():
    assert past_day("2026", END) == END
    assert past_day("2026-05", END) == date(2026, 5, 31)
