"""Power by phase and basis, per country."""

from datetime import date

from tests.building import in_memory
from tracker.counting.known import known_on
from tracker.counting.phases import by_phase, unstated

END = date(2026, 7, 1)
STATED = [
    ("fr-a", 100, "planned", "unstated", "exact"),
    ("fr-b", 30, "planned", "it", "exact"),
    ("fr-c", 20, "planned", "unstated", "up_to"),
    ("in-a", 50, "operating", "unstated", "exact"),
    ("in-b", 70, "planned", "unstated", "exact"),
]


def known():
    columns = ("subject_id", "capacity_mw", "phase", "power_basis", "qualifier")
    dataset = in_memory(
        commitments=[
            {"commitment_id": name, "country_code": name[:2].upper()} for name, *_ in STATED
        ],
        capacities=[dict(zip(columns, row, strict=True)) for row in STATED],
    )
    return known_on(dataset, END, END)


def test_each_phase_and_basis_that_anybody_states_has_a_row_per_country():
    found = by_phase(known())
    ends = {
        (one.phase, one.basis, one.country_code): (one.figure.low, one.figure.high, one.count)
        for one in found
    }
    assert ends == {
        ("planned", "it", "FR"): (30, 30, 1),
        ("planned", "it", "IN"): (None, None, 0),
        ("planned", "unstated", "FR"): (100, 120, 2),
        ("planned", "unstated", "IN"): (70, 70, 1),
        ("operating", "unstated", "FR"): (None, None, 0),
        ("operating", "unstated", "IN"): (50, 50, 1),
    }
    assert {one.figure.unit for one in found} == {"MW"}


def test_plans_of_unstated_basis_are_counted_among_all_plans():
    now = known()
    assert unstated(by_phase(now), now) == {"FR": (2, 3), "IN": (1, 1)}
