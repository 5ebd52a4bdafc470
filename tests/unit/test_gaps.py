"""What a way of counting cannot see for want of an amount."""

from datetime import date

from tests.building import in_memory
from tracker.counting import gaps, lenses, pots
from tracker.world.asof import world

END = date(2026, 7, 1)
ROWS = [
    {"commitment_id": "pot"},
    {"commitment_id": "part", "part_of": "pot"},
    {"commitment_id": "alone"},
]


def unpriced(amounts, statuses, lens="signed"):
    now = world(in_memory(commitments=ROWS, amounts=amounts, statuses=statuses), END)
    scope = lenses.default_scope(now.rules)
    return gaps.unpriced(pots.shares(now), scope, lens)


def signed(*names):
    return [{"subject_id": name, "status": "signed"} for name in names]


def test_what_has_got_far_enough_and_states_no_amount_is_a_gap():
    assert unpriced([], signed("alone")) == ["alone"]
    assert unpriced([], signed("alone"), "building") == []
    assert unpriced([{"commitment_id": "alone", "amount_high": 5}], signed("alone")) == []


def test_a_part_of_a_pot_that_is_credited_already_is_no_gap():
    money = [{"commitment_id": "pot", "amount_high": 5}]
    assert unpriced(money, signed("pot")) == []
    assert unpriced(money, signed("part")) == ["part"]


def test_a_pot_whose_part_has_money_is_no_gap():
    assert unpriced([{"commitment_id": "part", "amount_high": 5}], signed("pot")) == []
