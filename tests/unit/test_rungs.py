"""Money by the rung it stands on."""

from datetime import date

from tests.building import DATA, in_memory
from tracker.counting.known import known_on
from tracker.counting.ranking import usual
from tracker.counting.rungs import ALL, by_rung, by_solidity
from tracker.dataset.settings.together import read_settings

END = date(2026, 7, 1)
AMOUNTS = {"fr-a": 10, "fr-b": 3, "fr-c": 2, "in-a": 40, "de-a": 7}
COUNTRIES = [
    {"country_code": "FR", "comparison_order": 2},
    {"country_code": "IN", "comparison_order": 1},
    {"country_code": "DE"},
]


def found(statuses):
    dataset = in_memory(
        countries=COUNTRIES,
        commitments=[{"commitment_id": name, "country_code": name[:2].upper()} for name in AMOUNTS],
        amounts=[
            {"commitment_id": name, "amount_low": 1, "amount_high": high}
            for name, high in AMOUNTS.items()
        ],
        statuses=[{"subject_id": name, "status": status} for name, status in statuses.items()],
    )
    return by_rung(usual(known_on(dataset, END, END), "EUR", "country").total)


def test_every_rung_of_every_compared_country_has_its_money_and_its_count():
    rows = found({"fr-a": "signed", "fr-b": "signed", "fr-c": "cancelled"})
    assert [*rows] == ["amount_IN", "count_IN", "amount_FR", "count_FR"]
    assert [*rows.loc["signed"]] == [0, 0, 13, 2]
    assert [*rows.loc["cancelled"]] == [0, 0, 2, 1]
    assert [*rows.loc["announced"]] == [40, 1, 0, 0]


def test_the_rungs_of_a_country_add_up_to_its_whole():
    rows = found({"fr-a": "operating", "fr-c": "stalled"})
    assert [*rows.loc[ALL]] == [40, 1, 15, 3]


def test_every_rung_has_a_row_in_the_order_of_the_rules():
    assert [*found({}).index] == [*read_settings(DATA).rules.rungs, ALL]


def test_what_lives_is_shared_out_by_how_solid_it_is_and_whose_word_that_is():
    rows = [{"commitment_id": name} for name in ("a", "b", "c", "d", "gone")]
    amounts = [
        {"commitment_id": name, "amount_high": high}
        for name, high in {"a": 1, "b": 2, "c": 4, "d": 8, "gone": 16}.items()
    ]
    statuses = [
        {"subject_id": "a", "status": "operating"},
        {"subject_id": "b", "status": "signed"},
        {"subject_id": "c", "status": "permitted", "basis": "inferred"},
        {"subject_id": "gone", "status": "cancelled"},
    ]
    known = known_on(in_memory(commitments=rows, amounts=amounts, statuses=statuses), END, END)
    total = known.total(known.usual(), lens="ceiling", currency="EUR")
    found = by_solidity(total)
    assert [*found.itertuples(index=False, name=None)] == [
        ("FR", "operating", False, 1),
        ("FR", "signed", False, 2),
        ("FR", "signed", True, 4),
        ("FR", "announced", False, 8),
    ]
    assert found["amount"].sum() == total.value
