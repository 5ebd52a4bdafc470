"""Rules across rows and tables: one broken rule, one line that names it."""

import pytest

from tests.building import build, in_memory
from tracker import load
from tracker.counting.checks import MEND
from tracker.dataset.faults import Cost, Fault

POT, PART = {"commitment_id": "pot"}, {"commitment_id": "part", "part_of": "pot"}


def faults(folder, **tables):
    return [str(fault) for fault in load(build(folder, **tables)).faults]


def test_a_reference_to_nothing_is_named(folder):
    found = faults(folder, commitments=[POT, {**PART, "part_of": "pit"}])
    assert found == ["data/commitments.csv:3: part_of: 'pit' is not in data/commitments.csv"]


def test_what_hangs_on_a_withheld_row_is_withheld_with_it(folder):
    found = faults(
        folder,
        commitments=[{**POT, "category": "castle"}, PART, {"commitment_id": "other"}],
        amounts=[{"commitment_id": "part", "amount_high": 5}],
    )
    assert "data/commitments.csv:3: part_of: 'pot' is withheld (data/commitments.csv:2)" in found
    assert "data/amounts.csv:2: commitment_id: 'part' is withheld (data/commitments.csv:3)" in found
    assert list(load(folder)["commitments"]["commitment_id"]) == ["other"]


def test_a_withheld_amount_leaves_its_commitment_alone(folder):
    build(folder, commitments=[POT], amounts=[{"commitment_id": "pot", "amount_high": "twelve"}])
    dataset = load(folder)
    assert {fault.table for fault in dataset.faults} == {"amounts"}
    assert len(dataset["commitments"]) == 1 and len(dataset.withheld) == 1


def test_parts_that_run_in_a_circle_are_named(folder):
    ring = [{"commitment_id": "a", "part_of": "b"}, {"commitment_id": "b", "part_of": "a"}]
    found = faults(folder, commitments=ring)
    assert found[0] == "data/commitments.csv:2: part_of: 'a' leads back to itself"
    assert len([fault for fault in found if "leads back" in fault]) == 2


def test_a_rival_of_a_rival_is_named(folder):
    rows = [POT, {"commitment_id": "r", "rival_of": "pot"}, {"commitment_id": "s", "rival_of": "r"}]
    assert faults(folder, commitments=rows)[0] == (
        "data/commitments.csv:4: rival_of: 'r' is itself a rival reading or was replaced"
    )


def test_a_source_that_nobody_cites_is_named(folder):
    found = faults(folder, commitments=[POT], sources=[{"source_id": "s"}, {"source_id": "t"}])
    assert found == ["data/sources.csv:3: source_id: 't' is never cited"]


@pytest.mark.parametrize(
    ("commitment", "problem"),
    [
        ({"country_code": "DE"}, "country_code: 'DE' is not known here"),
        ({"country_code": "XX"}, "country_code: 'XX' is not known here"),
        (
            {"period_start": "2027", "period_end": "2026"},
            "period_start: '2027' is after period_end",
        ),
    ],
)
def test_a_commitment_that_cannot_be_is_named(folder, commitment, problem):
    assert f"data/commitments.csv:2: {problem}" in faults(
        folder, commitments=[{**POT, **commitment}]
    )


@pytest.mark.parametrize(
    ("amount", "problem"),
    [
        ({"currency": "XXY"}, "currency: 'XXY' is not known here"),
        ({"amount_low": 6}, "amount_low: 6 is above amount_high"),
        (
            {"currency": "GBP"},
            f"claim_date: no rate for GBP in 2025-01-01: {MEND}",
        ),
    ],
)
def test_an_amount_that_cannot_be_is_named(folder, amount, problem):
    rows = [{"commitment_id": "pot", "amount_high": 5, **amount}]
    assert f"data/amounts.csv:2: {problem}" in faults(folder, commitments=[POT], amounts=rows)


def test_only_open_words_may_leave_out_the_low_end(folder):
    row = {"commitment_id": "pot", "amount_high": 5, "amount_low": None}
    found = faults(folder, commitments=[POT], amounts=[row])
    assert found == ["data/amounts.csv:2: amount_low: is empty, yet the qualifier is 'exact'"]


def test_two_adopted_claims_of_a_day_must_agree(folder):
    rows = [{"commitment_id": "pot", "amount_high": high} for high in (5, 5, 6)]
    found = faults(folder, commitments=[POT], amounts=rows)
    assert found == [
        f"data/amounts.csv:{line}: claim_date: differs from line {other}, another adopted claim of "
        "that day"
        for line, other in ((2, 3), (3, 2), (4, 2))
    ]


def test_a_status_before_the_announcement_is_named(folder):
    status = {"subject_id": "pot", "status_date": "2024-12"}
    found = faults(folder, commitments=[POT], statuses=[{"subject_id": "pot"}, status])
    assert found == [
        "data/statuses.csv:3: status_date: '2024-12' is before its announcement, 2025-01-01"
    ]


def test_a_rule_that_decides_something_else_is_named(folder):
    status = {"subject_id": "pot", "status": "under_construction", "rule": "foundation_stone"}
    found = faults(folder, commitments=[POT], statuses=[{"subject_id": "pot"}, status])
    assert found == [
        "data/statuses.csv:3: rule: 'foundation_stone' decides 'signed', not 'under_construction'"
    ]


def test_a_pot_without_a_status_is_named(folder):
    build(folder, commitments=[POT])
    path = folder / "statuses.csv"
    path.write_text(path.read_text().splitlines()[0] + "\n")
    assert [str(fault) for fault in load(folder).faults] == [
        "data/commitments.csv:2: commitment_id: has no row in statuses that can be used"
    ]


def test_no_amount_needs_a_reason_and_an_amount_none(folder):
    rows = [{**POT, "amount_missing": None}, {"commitment_id": "b", "amount_missing": "not_found"}]
    found = faults(folder, commitments=rows, amounts=[{"commitment_id": "b", "amount_high": 5}])
    assert [fault for fault in found if "amount_missing" in fault] == [
        "data/commitments.csv:2: amount_missing: no amount and no reason",
        "data/commitments.csv:3: amount_missing: is set, yet there is an amount",
    ]


def test_parts_above_their_pot_are_named_and_the_pot_stays(folder):
    rows = [
        {"commitment_id": "pot", "amount_high": 100},
        {"commitment_id": "part", "amount_high": 103},
    ]
    found = faults(folder, commitments=[POT, PART], amounts=rows)
    assert found == [
        "data/amounts.csv:3: amount_high: the parts of 'pot' come to 3.0% more than it"
    ]
    assert list(load(folder)["amounts"]["commitment_id"]) == ["pot"]


def test_parts_above_their_pot_by_a_rounding_are_no_fault(folder):
    rows = [
        {"commitment_id": "pot", "amount_high": 100},
        {"commitment_id": "part", "amount_high": 101},
    ]
    assert faults(folder, commitments=[POT, PART], amounts=rows) == []


def test_an_overlap_larger_than_its_pot_is_named(folder):
    found = faults(
        folder,
        commitments=[POT, {"commitment_id": "b"}],
        amounts=[{"commitment_id": name, "amount_high": 5} for name in ("pot", "b")],
        overlaps=[{"commitment_id": "pot", "also_in": "b", "amount": 6}],
    )
    assert found == ["data/overlaps.csv:2: amount: 6 EUR is more than 'pot' holds"]


def test_a_year_that_holds_the_end_of_a_period_may_be_its_start(folder):
    period = {"period_start": "2026", "period_end": "2026-03"}
    assert faults(folder, commitments=[{**POT, **period}]) == []


def test_a_status_of_the_month_of_the_announcement_is_not_before_it(folder):
    pot = {**POT, "announced_date": "2025-01-15"}
    status = {"subject_id": "pot", "status_date": "2025-01"}
    assert faults(folder, commitments=[pot], statuses=[status]) == []


def test_a_fault_of_a_file_costs_all_its_rows_and_no_others():
    whole = in_memory(commitments=[POT, PART], amounts=[{**POT, "amount_high": 5}])
    left = whole.without([Fault("commitments", 0, "", "is cut", "commitments.csv", Cost.FILE)])
    assert (len(whole["commitments"]), len(left["commitments"]), len(left["amounts"])) == (2, 0, 1)
    assert left.unreadable == {"commitments"}
