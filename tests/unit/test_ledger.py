"""A total laid open, row by row, as values."""

from datetime import date

import pytest

from tests.building import in_memory
from tests.unit.test_leaderboard import TABLES
from tracker.counting import ledger, lenses, pots, totals
from tracker.world.asof import world

BN = 10**9
END = date(2026, 7, 1)


def total(lens="signed", **tables):
    now = world(in_memory(**(tables or TABLES)), END)
    scope = lenses.default_scope(now.rules)
    return totals.total(pots.shares(now), scope, lens=lens, currency="EUR")


def test_rows_that_were_added_come_with_their_own_money_and_its_document():
    rows = ledger.added(total())
    assert rows.index.tolist() == ["hub", "tranche"]
    assert rows["value"].tolist() == [12 * BN, 8 * BN]
    assert rows["claim"].tolist() == [15 * BN, 8 * BN]
    assert rows["claim_currency"].tolist() == ["USD", "EUR"]
    assert (
        rows["title"].iloc[1] == "Acme: first tranche" and rows["source_id"].tolist() == ["s"] * 2
    )
    assert rows["notes"].tolist() == [("inferred", "whole"), ()]


def test_a_row_without_money_on_either_end_is_not_among_them():
    assert "campus" not in ledger.added(total("floor")).index
    assert ledger.added(total("ceiling")).index.tolist() == ["campus", "hub", "tranche"]


def test_a_row_of_which_all_was_taken_off_is_not_among_them():
    tables = {
        "commitments": [{"commitment_id": "pot"}, {"commitment_id": "other"}],
        "amounts": [{"commitment_id": n, "amount_high": 5} for n in ("pot", "other")],
        "overlaps": [{"commitment_id": "other", "also_in": "pot", "amount": 5}],
    }
    made = total("ceiling", **tables)
    assert len(made.rows) == 2 and ledger.added(made).index.tolist() == ["pot"]


def test_notes_tell_what_was_done_to_a_row():
    parts = {"part": "pot", "bigger": "big"}
    amounts = {"pot": 50, "part": 8, "other": 20, "big": 9, "bigger": 10}
    tables = {
        "commitments": [{"commitment_id": n, "part_of": parts.get(n)} for n in amounts],
        "amounts": [{"commitment_id": n, "amount_high": high} for n, high in amounts.items()],
        "overlaps": [{"commitment_id": "other", "also_in": "pot", "amount": 5}],
    }
    rows = ledger.added(total("ceiling", **tables))
    assert rows["notes"].to_dict() == {
        "pot": ("remainder",),
        "other": ("overlap",),
        "bigger": ("trimmed",),
        "part": (),
    }
    assert rows.at["other", "overlap"] == 5


def test_rows_left_out_come_by_reason_and_the_largest_first():
    rows = ledger.left_out(total())
    assert rows["reason"].tolist() == sorted(rows["reason"])
    assert rows.at["gone", "reason"] == "lost" and rows.at["gone", "high"] == 10 * BN
    assert rows.at["silent", "title"] == "Acme: no figure" and rows["high"].isna()["silent"]


def test_only_the_rates_that_were_used_are_told():
    old = {"commitment_id": "gone", "amount_high": 7, "claim_date": "2024-01-01"}
    rows = ledger.rates(total(**{**TABLES, "amounts": [*TABLES["amounts"][:3], old]}))
    assert rows[["currency", "period", "units_per_eur"]].values.tolist() == [
        ["USD", "2025-01-01", 1.25]
    ]
    assert ledger.rates(total("operating")).empty


def test_the_rows_of_a_real_total_add_up_to_it(known_now):
    scope = lenses.default_scope(known_now.world.rules)
    made = totals.total(known_now.shares, scope, lens="signed", currency="INR")
    rows = ledger.added(made)
    assert rows["value"].sum() == pytest.approx(made.value)
    assert rows["value"].is_monotonic_decreasing


def test_of_one_reason_the_largest_is_left_out_first():
    amounts = {"a": 1, "b": 9, "c": 4}
    tables = {
        "commitments": [{"commitment_id": name} for name in amounts],
        "amounts": [{"commitment_id": name, "amount_high": n} for name, n in amounts.items()],
    }
    assert ledger.left_out(total(**tables)).index.tolist() == ["b", "c", "a"]
