"""Parts and their wholes: a fault, an answer to it, and a row that fits."""

import pytest

from tests.building import build
from tracker import load

BN = 10**9
WHOLE = {"commitment_id": "whole", "announced_date": "2025-06-15", "answer": ""}
PART = {"commitment_id": "part", "part_of": "whole", "answer": ""}


def faults(folder, **tables):
    return [str(fault) for fault in load(build(folder, **tables)).faults]


def of_dates(folder, day, whole="2025-06-15", answer=""):
    rows = [{**WHOLE, "announced_date": whole}, {**PART, "announced_date": day, "answer": answer}]
    return faults(folder, commitments=rows)


@pytest.mark.parametrize(
    ("day", "whole"), [("2025-06-14", "2025-06-15"), ("2025-05", "2025-06-15"), ("2024", "2025")]
)
def test_a_part_older_than_its_whole_is_named(folder, day, whole):
    assert of_dates(folder, day, whole) == [
        f"data/commitments.csv:3: announced_date: is before 'whole' ({whole}), which it is part "
        "of; say why in the column answer"
    ]


def test_a_part_older_than_its_whole_may_be_answered_for(folder):
    assert of_dates(folder, "2025-06-14", answer="Older money, by the firm.") == []


@pytest.mark.parametrize(
    ("day", "whole"),
    [
        ("2025-06-15", "2025-06-15"),
        ("2025-07", "2025-06-15"),
        ("2025-06", "2025-06-15"),  # it may have been at the end of the month
        ("2025-02-01", "2025"),
    ],
)
def test_a_part_as_old_as_its_whole_or_younger_fits(folder, day, whole):
    assert of_dates(folder, day, whole) == []


def test_an_older_part_costs_no_row(folder):
    dataset = load(build(folder, commitments=[WHOLE, {**PART, "announced_date": "2020"}]))
    assert len(dataset.faults) == 1 and len(dataset["commitments"]) == 2


OF_SITES = [{"site_id": "north", "commitment_id": "whole"}]
OF_SITES += [{"site_id": "south", "commitment_id": "whole"}]
OF_SITES += [{"site_id": "hall", "commitment_id": "whole", "part_of": "north"}]


def of_power(folder, whole, parts, answer="", **beside):
    """Power of a whole, and of its parts and sites; ``beside`` is said of each of them."""
    rows = [{**PART, "commitment_id": name, "announced_date": "2025-07"} for name in ("a", "b")]
    powers = [{"subject_id": "whole", "capacity_mw": whole, "answer": answer}]
    powers += [{"subject_id": name, "capacity_mw": mw, **beside} for name, mw in parts.items()]
    return faults(folder, commitments=[WHOLE, *rows], capacities=powers, sites=OF_SITES)


def test_parts_with_more_power_than_their_whole_are_named_at_the_whole(folder):
    assert of_power(folder, 100, {"a": 60, "b": 70}) == [
        "data/capacities.csv:2: capacity_mw: 100 MW, yet its parts, planned, unstated have 130 MW; "
        "say why in the column answer"
    ]


def test_sites_with_more_power_than_their_commitment_are_named_apart(folder):
    assert of_power(folder, 100, {"north": 60, "south": 70}) == [
        "data/capacities.csv:2: capacity_mw: 100 MW, yet its sites, planned, unstated have 130 MW; "
        "say why in the column answer"
    ]


def test_more_power_of_the_parts_may_be_answered_for(folder):
    assert of_power(folder, 100, {"a": 60, "b": 70}, answer="The whole is older.") == []


@pytest.mark.parametrize(
    "parts",
    [
        {"a": 60, "b": 40},
        {"a": 102},  # within the tolerance of parts
        {"a": 60, "north": 60},  # a part and a site may be the same megawatts
        {"north": 60, "south": 40, "hall": 50},  # a hall is inside its site
    ],
)
def test_parts_and_sites_within_their_whole_fit(folder, parts):
    assert of_power(folder, 100, parts) == []


@pytest.mark.parametrize(
    "beside", [{"phase": "secured"}, {"power_basis": "it"}, {"standing": "rival"}]
)
def test_power_of_another_phase_or_basis_or_a_rival_reading_is_not_held_against_it(folder, beside):
    assert of_power(folder, 100, {"a": 60, "b": 70}, **beside) == []


@pytest.mark.parametrize(("older", "newer", "count"), [(300, 50, 0), (50, 300, 1)])
def test_the_newest_claim_of_a_part_counts_wherever_it_stands(folder, older, newer, count):
    powers = [
        {"subject_id": "part", "capacity_mw": newer, "claim_date": "2026-02"},
        {"subject_id": "part", "capacity_mw": older, "claim_date": "2026-01-05"},
        {"subject_id": "whole", "capacity_mw": 100, "claim_date": "2025-06-15", "answer": ""},
    ]
    part = {**PART, "announced_date": "2025-07-01"}
    assert len(faults(folder, commitments=[WHOLE, part], capacities=powers)) == count


def of_range(folder, low, high, **beside):
    row = {"commitment_id": "whole", "amount_low": low, "amount_high": high, "answer": ""}
    return faults(folder, commitments=[WHOLE], amounts=[{**row, **beside}])


@pytest.mark.parametrize("qualifier", ["up_to", "potential"])
def test_a_range_whose_low_end_is_taken_for_nothing_is_named(folder, qualifier):
    assert of_range(folder, 30 * BN, 50 * BN, qualifier=qualifier) == [
        f"data/amounts.csv:2: qualifier: {qualifier!r} takes the low end 30000000000 for nothing; "
        "say why in the column answer"
    ]


def test_a_range_without_a_floor_may_be_answered_for(folder):
    assert (
        of_range(folder, 30 * BN, 50 * BN, qualifier="up_to", answer="Up to 30, later up to 50.")
        == []
    )


@pytest.mark.parametrize(
    ("low", "qualifier"),
    [(30 * BN, "about"), (50 * BN, "up_to"), (None, "up_to"), (None, "potential")],
)
def test_a_range_with_a_floor_or_a_single_figure_fits(folder, low, qualifier):
    assert of_range(folder, low, 50 * BN, qualifier=qualifier) == []
