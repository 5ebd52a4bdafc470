"""Pots shared out by rung, lenses, scopes and totals, on sums done by hand."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from tests.building import in_memory
from tracker.counting import lenses, pots, totals
from tracker.counting.columns import coded
from tracker.world.asof import world

END = date(2026, 7, 1)


def counted(lens="ceiling", currency="EUR", day=END, scope=None, **tables):
    now = world(in_memory(**tables), day)
    scope = scope or lenses.default_scope(now.rules)
    return totals.total(pots.shares(now), scope, lens=lens, currency=currency)


def shared(**tables):
    frame = pots.shares(world(in_memory(**tables), END)).frame
    return {name: (row["low"], row["high"], row["rung"]) for name, row in frame.iterrows()}


CAMPUS = {
    "commitments": [
        {"commitment_id": "pot"},
        {"commitment_id": "tranche", "part_of": "pot"},
        {"commitment_id": "contract", "part_of": "tranche"},
    ],
    "amounts": [
        {"commitment_id": "pot", "amount_low": 30, "amount_high": 50, "qualifier": "up_to"},
        {"commitment_id": "tranche", "amount_high": 10, "currency": "USD"},
        {"commitment_id": "contract", "amount_high": 2},
    ],
    "statuses": [
        {"subject_id": "pot", "status": "mou"},
        {"subject_id": "tranche", "status": "signed"},
        {"subject_id": "contract", "status": "under_construction"},
    ],
}


def test_each_part_takes_its_money_to_its_own_rung():
    assert shared(**CAMPUS) == {
        "contract": (2, 2, "under_construction"),
        "tranche": (6, 6, "signed"),
        "pot": (0, 42, "mou"),
    }


@pytest.mark.parametrize(
    ("lens", "low", "high"),
    [
        ("ceiling", 50, 50),
        ("floor", 8, 8),
        ("signed", 8, 8),
        ("building", 2, 2),
        ("operating", 0, 0),
    ],
)
def test_lenses_are_nested(lens, low, high):
    total = counted(lens, **CAMPUS)
    assert (total.low, total.high) == (low, high)


PARTNER = {
    "commitments": [{"commitment_id": "hub"}, {"commitment_id": "partner", "part_of": "hub"}],
    "amounts": [
        {"commitment_id": "hub", "amount_high": 15},
        {"commitment_id": "partner", "amount_high": 5, "qualifier": "up_to"},
    ],
    "statuses": [{"subject_id": "hub", "status": "signed"}],
}


def test_an_open_part_takes_nothing_off_the_floor_of_a_firm_pot():
    values = {lens: counted(lens, **PARTNER).value for lens in ("ceiling", "floor", "signed")}
    assert values == {"ceiling": 15, "floor": 15, "signed": 15}
    rows = counted("floor", **PARTNER).rows
    told = zip(rows.index, rows["value"], rows["is_unassigned"], strict=True)
    assert [*told] == [("hub", 10, False), ("hub", 5, True)]


def test_what_counts_of_a_pot_has_no_floor_above_its_ceiling():
    statuses = [*PARTNER["statuses"], {"subject_id": "partner", "status": "announced"}]
    signed = counted("signed", **{**PARTNER, "statuses": statuses})
    assert (signed.value, signed.low, signed.high) == (10, 10, 10)
    cancelled = [*PARTNER["statuses"], {"subject_id": "partner", "status": "cancelled"}]
    assert counted("floor", **{**PARTNER, "statuses": cancelled}).value == 10


def test_what_is_over_stands_by_itself_within_its_pot_and_never_beyond_its_room():
    """Of a firm 10 that may hold 4 another share has room for 2; the last 4 are cut."""
    low, high = np.array([10.0, 1.0, 0.0, 1.0]), np.array([4.0, 3.0, 0.0, 9.0])
    pots, takes_up = coded(["p", "p", "p", "q"]), np.array([False, False, True, False])
    assert lenses.held_below(low, high, pots, takes_up).tolist() == [4, 1, 2, 1]


def test_a_pot_without_an_amount_has_the_sum_of_its_parts():
    rows = [{"commitment_id": "pot"}, {"commitment_id": "a", "part_of": "pot"}]
    rows.append({"commitment_id": "b", "part_of": "pot"})
    amounts = [{"commitment_id": "a", "amount_high": 3}]
    amounts.append({"commitment_id": "b", "amount_high": 500, "currency": "INR"})
    assert counted(commitments=rows, amounts=amounts).value == 8


def test_a_remainder_never_falls_below_nothing_and_parts_are_fitted():
    rows = [{"commitment_id": "pot"}, {"commitment_id": "a", "part_of": "pot"}]
    amounts = [{"commitment_id": "pot", "amount_high": 100}]
    amounts.append({"commitment_id": "a", "amount_high": 101})
    total = counted(commitments=rows, amounts=amounts)
    assert total.value == 100
    assert total.rows["is_trimmed"].tolist() == [True]


def test_money_that_sits_in_two_pots_counts_once():
    tables = {
        "commitments": [{"commitment_id": "adani"}, {"commitment_id": "google"}],
        "amounts": [
            {"commitment_id": "adani", "amount_high": 100, "currency": "USD"},
            {"commitment_id": "google", "amount_high": 15, "currency": "USD"},
        ],
        "overlaps": [
            {"commitment_id": "adani", "also_in": "google", "amount": 5, "currency": "USD"}
        ],
    }
    total = counted(currency="USD", **tables)
    assert total.rows["value"].to_dict() == {"adani": 95, "google": 15}


def test_an_overlap_is_only_taken_off_once_it_is_known():
    tables = {
        "commitments": [{"commitment_id": "a"}, {"commitment_id": "b"}],
        "amounts": [{"commitment_id": name, "amount_high": 10} for name in ("a", "b")],
        "overlaps": [
            {"commitment_id": "a", "also_in": "b", "amount": 4, "claim_date": "2025-06-01"},
        ],
    }
    assert counted(day=date(2025, 5, 31), **tables).value == 20
    assert counted(day=date(2025, 6, 1), **tables).value == 16


def test_whole_business_stays_out_while_its_slice_counts():
    rows = [{"commitment_id": "amazon", "category": "other"}]
    rows.append({"commitment_id": "cloud", "part_of": "amazon", "category": "cloud"})
    amounts = [
        {"commitment_id": "amazon", "amount_high": 48},
        {"commitment_id": "cloud", "amount_high": 21},
    ]
    total = counted(commitments=rows, amounts=amounts)
    assert total.value == 21
    assert total.left_out.loc["amazon", ["high", "reason"]].tolist() == [27, "category"]


@pytest.mark.parametrize("flow", ["equity", "debt", "offtake", "supply", "grant", "public_budget"])
def test_money_of_another_kind_never_moves_a_total(flow):
    rows = [{"commitment_id": "a"}, {"commitment_id": "b", "flow_type": flow}]
    amounts = [{"commitment_id": name, "amount_high": 10**9} for name in ("a", "b")]
    total = counted(commitments=rows, amounts=amounts)
    assert total.value == 10**9
    assert total.left_out.loc["b", "reason"] == "flow_type"


def test_public_money_stays_public_inside_a_private_pot():
    rows = [
        {"commitment_id": "fab"},
        {"commitment_id": "aid", "part_of": "fab", "flow_type": "grant"},
    ]
    rows.append({"commitment_id": "loan", "part_of": "fab", "flow_type": "debt"})
    amounts = [
        {"commitment_id": name, "amount_high": high}
        for name, high in (("fab", 10), ("aid", 7), ("loan", 1))
    ]
    assert counted(commitments=rows, amounts=amounts).value == 3


def test_what_is_lost_counts_nowhere_but_is_shown():
    rows = [{"commitment_id": "a"}, {"commitment_id": "gone"}]
    amounts = [{"commitment_id": name, "amount_high": 10} for name in ("a", "gone")]
    statuses = [{"subject_id": "gone", "status": "cancelled"}]
    tables = {"commitments": rows, "amounts": amounts, "statuses": statuses}
    assert [counted(lens, **tables).value for lens in ("ceiling", "floor")] == [10, 10]
    assert counted(**tables).left_out.loc["gone", ["high", "reason"]].tolist() == [10, "lost"]


def test_every_commitment_is_in_or_out_with_a_reason():
    rows = [
        {"commitment_id": "in"},
        {"commitment_id": "silent"},
        {"commitment_id": "rival", "rival_of": "in"},
        {"commitment_id": "old", "replaced_by": "in"},
        {"commitment_id": "later", "announced_date": "2026-06-30"},
        {"commitment_id": "potential"},
    ]
    amounts = [
        {"commitment_id": "in", "amount_high": 1},
        {"commitment_id": "rival", "amount_high": 9},
    ]
    amounts.append({"commitment_id": "potential", "amount_high": 4, "qualifier": "potential"})
    statuses = [{"subject_id": "later", "status_date": "2026-06-30"}]
    day = date(2026, 6, 1)
    total = counted("floor", day=day, commitments=rows, amounts=amounts, statuses=statuses)
    assert total.rows["value"].to_dict() == {"in": 1}
    assert total.left_out["reason"].to_dict() == {
        "silent": "no_amount",
        "rival": "rival",
        "old": "replaced",
        "later": "not_yet",
        "potential": "no_floor",
    }
    assert (total.pots, total.without_amount) == (3, 1)


def test_the_share_of_one_source_is_told_by_value():
    rows = [{"commitment_id": "a"}, {"commitment_id": "b"}]
    amounts = [{"commitment_id": "a", "amount_high": 30}, {"commitment_id": "b", "amount_high": 10}]
    amounts.append({"commitment_id": "a", "amount_high": 30, "source_id": "t"})
    assert counted(commitments=rows, amounts=amounts).single_source == 0.25
    assert counted("operating", commitments=rows, amounts=amounts).single_source is None


def test_pots_that_count_that_are_silent_and_that_do_not_count_are_told_apart():
    rows = [{"commitment_id": name} for name in ("a", "b", "gone", "silent")]
    rows.append({"commitment_id": "part", "part_of": "a"})
    amounts = [{"commitment_id": name, "amount_high": 10} for name in ("a", "b", "gone")]
    amounts.append({"commitment_id": "part", "amount_high": 4})
    statuses = [{"subject_id": "gone", "status": "stalled"}]
    statuses.append({"subject_id": "part", "status": "signed"})
    tables = {"commitments": rows, "amounts": amounts, "statuses": statuses}
    total = counted(**tables)
    assert (total.pots, total.counted, total.without_amount, total.uncounted) == (4, 2, 1, 1)
    signed = counted("signed", **tables)
    assert (signed.counted, signed.uncounted) == (1, 2)
    amounts[0]["qualifier"] = amounts[3]["qualifier"] = "up_to"
    assert counted("signed", **tables).counted == 0


def test_a_total_is_told_as_parts_of_its_ceiling():
    assert counted("signed", **CAMPUS).parts_of_ceiling == (8 / 50, 8 / 50)
    statuses = [*CAMPUS["statuses"][1:], {"subject_id": "pot", "status": "signed"}]
    assert counted("signed", **{**CAMPUS, "statuses": statuses}).parts_of_ceiling == (8 / 50, 1)
    assert counted("signed").parts_of_ceiling is None


def test_money_is_exchanged_at_the_rate_of_its_claim():
    rates = [
        {"rate_id": "x", "period": "2025-03-01", "currency": "USD", "units_per_eur": 2,
         "fixing_date": "2025-02-28", "source_id": "s"},
    ]  # fmt: skip
    tables = {
        "commitments": [{"commitment_id": "a"}],
        "amounts": [
            {"commitment_id": "a", "amount_high": 10, "currency": "USD", "claim_date": "2025-03-01"}
        ],
        "exchange_rates": rates,
    }
    now = world(replace(data := in_memory(**tables), frames={**data.frames, "exchange_rates":
                data["exchange_rates"].query("rate_id == 'x'")}), END)  # fmt: skip
    scope = lenses.default_scope(now.rules)
    total = totals.total(pots.shares(now), scope, lens="ceiling", currency="EUR")
    assert total.value == 5 and total.rows.at["a", "rate"] == 0.5


def test_a_scope_leaves_out_by_each_of_its_dimensions():
    rows = [{"commitment_id": "a"}, {"commitment_id": "b", "country_code": "IN", "origin": "other"}]
    amounts = [{"commitment_id": name, "amount_high": 1} for name in ("a", "b")]
    base = lenses.Scope(
        category=("data_centre",), flow_type=("site_investment",), origin=("leader", "other")
    )
    for change, left in [
        ({"country_code": ("IN",)}, {"a": "country_code"}),
        ({"origin": ("leader",)}, {"b": "origin"}),
        ({"category": ("chips",)}, {"a": "category", "b": "category"}),
        ({"rung": ("operating",)}, {"a": "rung", "b": "rung"}),
        ({"pot_id": ("b",)}, {"a": "pot_id"}),
    ]:
        total = counted(scope=replace(base, **change), commitments=rows, amounts=amounts)
        assert total.left_out["reason"].to_dict() == left


def test_an_overlap_is_taken_off_both_ends():
    tables = {
        "commitments": [{"commitment_id": "a"}, {"commitment_id": "b"}],
        "amounts": [
            {"commitment_id": "a", "amount_low": 60, "amount_high": 100},
            {"commitment_id": "b", "amount_high": 10},
        ],
        "overlaps": [{"commitment_id": "a", "also_in": "b", "amount": 5}],
    }
    assert counted("ceiling", **tables).rows["value"].to_dict() == {"a": 95, "b": 10}
    assert counted("floor", **tables).rows["value"].to_dict() == {"a": 55, "b": 10}


def test_what_was_taken_off_a_part_is_told_in_the_currency_of_its_pot():
    rows = [{"commitment_id": name} for name in ("pot", "other")]
    rows.append({"commitment_id": "part", "part_of": "pot"})
    amounts = [{"commitment_id": "pot", "amount_high": 100}]
    amounts += [
        {"commitment_id": name, "amount_high": 50, "currency": "USD"} for name in ("part", "other")
    ]
    taken = {"commitment_id": "part", "also_in": "other", "amount": 10, "currency": "USD"}
    tables = {"commitments": rows, "amounts": amounts, "overlaps": [taken]}
    found = pots.shares(world(in_memory(**tables), END)).frame
    assert found.loc["part", ["high", "overlap", "currency"]].tolist() == [32, 8, "EUR"]


def test_a_part_counts_by_the_country_and_the_origin_of_its_pot():
    rows = [
        {"commitment_id": "pot"},
        {"commitment_id": "part", "part_of": "pot", "origin": "other", "country_code": "IN"},
    ]
    amounts = [{"commitment_id": "pot", "amount_high": 10}]
    amounts.append({"commitment_id": "part", "amount_high": 4})
    rules = world(in_memory(), END).rules
    scope = replace(lenses.default_scope(rules, "FR"), origin=("leader",))
    assert counted(scope=scope, commitments=rows, amounts=amounts).value == 10


def test_a_silent_pot_is_in_scope_by_the_category_of_any_of_its_parts():
    rows = [{"commitment_id": "pot", "category": "other"}]
    rows.append({"commitment_id": "hall", "part_of": "pot"})
    rows.append({"commitment_id": "fab", "category": "chips"})
    assert list(counted(commitments=rows).silent) == ["pot"]
