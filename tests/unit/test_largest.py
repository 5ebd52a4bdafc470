"""The largest commitments of each country, and the homes of its investors."""

from datetime import date

import pytest

from tests.building import in_memory
from tracker.counting import largest
from tracker.counting.known import known_on

END = date(2026, 7, 1)


def known(amounts, signed=()):
    """A world with a commitment per (country, home, amount), called by its place."""
    homes = sorted({home for _, home, _ in amounts})
    dataset = in_memory(
        organisations=[
            {"organisation_id": home.lower(), "organisation_name": home, "hq_country_code": home}
            for home in homes
        ],
        commitments=[
            {"commitment_id": f"c{n}", "country_code": code, "lead_organisation_id": home.lower()}
            for n, (code, home, _) in enumerate(amounts)
        ],
        amounts=[
            {"commitment_id": f"c{n}", "amount_high": amount}
            for n, (*_, amount) in enumerate(amounts)
            if amount
        ],
        statuses=[{"subject_id": f"c{n}", "status": status} for n, status in signed],
    )
    return known_on(dataset, END, END)


INVESTED = [("FR", "US", 20), ("FR", "AE", 50), ("IN", "US", 60), ("IN", "JP", 65), ("FR", "CA", 1)]


def test_the_largest_homes_in_all_countries_come_first_and_the_smallest_are_left_out():
    found = largest.homes(known(INVESTED, [(0, "signed")]), "EUR", 2)
    assert [*found.rows.index] == ["US", "JP"] and found.further == 2
    assert [*found.rows] == ["concrete_FR", "widest_FR", "concrete_IN", "widest_IN"]
    assert [*found.rows.loc["US"]] == [20, 20, 0, 60]
    assert found.rows.at["JP", "widest_IN"] == 65 and found.rows.loc["JP"].isna().sum() == 2


def test_the_first_home_of_a_country_has_its_part_of_the_money_there():
    found = largest.homes(known(INVESTED), "EUR", 8)
    assert found.first == {
        "FR": ("AE", pytest.approx(50 / 71)),
        "IN": ("JP", pytest.approx(65 / 125)),
    }
    assert found.further == 0


def test_without_money_no_home_is_the_first():
    found = largest.homes(known([("FR", "US", None)]), "EUR", 8)
    assert found.first == {} and found.further == 0 and found.rows.empty


def test_the_largest_commitments_hold_a_part_of_all_that_is_announced():
    found = largest.largest(known(INVESTED, [(0, "signed")]), "EUR", 2)
    assert [*found["FR"].rows.index] == ["c1", "c0"]
    assert found["FR"].share == pytest.approx(70 / 71) and found["IN"].share == 1
    assert [*found["FR"].rows["concrete"]] == [0, 20] and [*found["FR"].rows["widest"]] == [50, 20]
    assert (found["FR"].longest, found["IN"].longest) == (50, 65)


def test_what_is_lost_or_states_no_amount_is_not_among_the_largest():
    now = known([("FR", "US", 5), ("FR", "US", 90), ("FR", "US", None)], [(1, "cancelled")])
    found = largest.largest(now, "EUR", 5)
    assert [*found["FR"].rows.index] == ["c0"] and found["FR"].share == 1
    assert found["IN"].rows.empty and found["IN"].share is None
