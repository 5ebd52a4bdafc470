"""National figures, promises and conflicts: one broken rule, one line that names it."""

import pytest

from tests.building import build
from tracker import load

PEOPLE = {"indicator_id": "population", "value": 5_000_000, "unit": "people"}
DUE = {"promise_id": "first", "due_date": "2026-12"}


def faults(folder, **tables):
    return [str(fault) for fault in load(build(folder, **tables)).faults]


@pytest.mark.parametrize(
    ("tables", "fault"),
    [
        (
            {"indicators": [{**PEOPLE, "indicator_id": "happiness"}]},
            "data/indicators.csv:2: indicator_id: 'happiness' is not in indicators.yaml",
        ),
        (
            {"indicators": [{**PEOPLE, "unit": "heads"}]},
            "data/indicators.csv:2: unit: 'heads', yet population is in people",
        ),
        (
            {"indicators": [PEOPLE, {**PEOPLE, "value": 6_000_000}]},
            "data/indicators.csv:3: value: 's' gives this figure twice",
        ),
        (
            {"indicators": [{**PEOPLE, "value_high": 4_000_000}]},
            "data/indicators.csv:2: value: 5000000.0 is above value_high",
        ),
        (
            {"indicators": [{**PEOPLE, "value": "five"}]},
            "data/indicators.csv:2: value: 'five' is not a plain number",
        ),
        (
            {"indicators": [{**PEOPLE, "year": "last year"}]},
            "data/indicators.csv:2: year: 'last year' does not look like 2024 or FY2024-25",
        ),
        (
            {"grid": [{"metric": "share_coal", "value": 5, "unit": "GW"}]},
            "data/grid.csv:2: unit: 'GW', yet share_coal is in %",
        ),
        (
            {"grid": [{"metric": "share_coal", "value": 5, "unit": "%", "country_code": "FRANCE"}]},
            "data/grid.csv:2: country_code: 'FRANCE' does not look like FR",
        ),
        (
            {"measures": [{"source_id": "s", "state": "wished"}]},
            "data/measures.csv:2: state: 'wished' is not one of "
            "in_force, adopted, proposed, lapsed, unverified",
        ),
        (
            {"measures": [{"commitment_id": "nothing"}]},
            "data/measures.csv:2: commitment_id: 'nothing' is not in data/commitments.csv",
        ),
        (
            {"promises": [{**DUE, "outcome": "kept", "outcome_date": "2026-01"}]},
            "data/promises.csv:2: outcome_source_id: is empty, yet the outcome is 'kept'",
        ),
        (
            {"promises": [{**DUE, "outcome_date": "2026-01"}]},
            "data/promises.csv:2: outcome_date: is set, yet the outcome is 'pending'",
        ),
        (
            {"promises": [{**DUE, "restates": "first"}]},
            "data/promises.csv:2: restates: 'first' leads back to itself",
        ),
        (
            {"conflicts": [{"reading_b": "3"}]},
            "data/conflicts.csv:2: reading_b: is the same as the first reading",
        ),
    ],
)
def test_a_broken_rule_is_one_line(folder, tables, fault):
    assert faults(folder, **tables) == [fault]


def test_an_outcome_before_its_promise_is_named(folder):
    row = {**DUE, "outcome": "kept", "outcome_date": "2024-01", "outcome_source_id": "s"}
    assert faults(folder, promises=[row]) == [
        "data/promises.csv:2: promised_on: '2025-01-01' is after outcome_date"
    ]


def test_a_source_of_one_side_of_a_conflict_counts_as_cited(folder):
    assert faults(folder, conflicts=[{"source_b": "only-here"}]) == []
