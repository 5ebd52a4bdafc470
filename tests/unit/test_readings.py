from datetime import date

from tests.building import in_memory
from tracker.world.asof import world
from tracker.world.readings import readings

BN = 10**9


def of(*amounts):
    rows = [{"commitment_id": "a", **row} for row in amounts]
    now = world(in_memory(commitments=[{"commitment_id": "a"}], amounts=rows), date(2026, 7, 1))
    return readings(now).loc["a"]


def test_sources_that_differ_give_a_range_with_all_of_them():
    row = of(
        {"amount_high": 3 * BN, "source_id": "one"},
        {"amount_high": 5 * BN, "source_id": "two", "standing": "rival"},
    )
    assert (row["low"], row["high"]) == (3 * BN, 5 * BN)
    assert row["source_ids"] == ("one", "two")


def test_what_a_newer_claim_replaced_is_no_longer_a_reading():
    row = of(
        {"amount_high": 3 * BN, "claim_date": "2025-01-01"},
        {"amount_high": 9 * BN, "claim_date": "2026-01-01", "source_id": "two"},
    )
    assert (row["low"], row["high"], row["source_ids"]) == (9 * BN, 9 * BN, ("two",))


def test_a_reading_in_another_currency_is_left_out():
    row = of(
        {"amount_high": 3 * BN},
        {"amount_high": 99 * BN, "currency": "USD", "standing": "rival", "source_id": "two"},
    )
    assert (row["high"], row["source_ids"]) == (3 * BN, ("s",))


def test_a_reading_without_a_low_end_is_told_by_its_high_end():
    row = of({"amount_high": 3 * BN, "qualifier": "up_to"})
    assert (row["low"], row["high"]) == (3 * BN, 3 * BN)
