"""The rows of a ranking as values: in their order, described, divided, and as a file."""

from datetime import date

import pytest

from tests.building import in_memory
from tests.unit.test_leaderboard import PEOPLE, TABLES
from tracker.counting import lenses
from tracker.counting.known import known_on
from tracker.counting.norms import normalised
from tracker.counting.ranking import ranking
from tracker.counting.rows import as_download, described

BN = 10**9
END = date(2026, 7, 1)


@pytest.fixture(scope="module")
def known():
    return known_on(in_memory(**TABLES, indicators=PEOPLE), END, END)


def ranked(known, group="commitment", lens="signed", currency="EUR"):
    scope = lenses.default_scope(known.world.rules)
    how = {"lens": lens, "currency": currency, "group": group}
    return ranking(known, scope, **how)


def normed(known, per, group="commitment", lens="signed", currency="EUR"):
    made = ranked(known, group, lens, currency)
    per = known.world.rules.comparison.per[per]
    return normalised(described(made, known), made, per, known)


def test_ties_go_by_floor_then_ceiling(known):
    assert ranked(known, lens="operating").rows.index.tolist() == [
        "hub",
        "campus",
        "gone",
        "silent",
    ]


def test_what_is_lost_and_the_longest_bar_are_those_of_all_rows(known):
    made = ranked(known)
    assert (made.lost, made.longest) == (10 * BN, 50 * BN)
    by_country = ranked(known, "country")
    assert by_country.longest == 60 * BN and by_country.lost == 10 * BN


def test_the_first_of_a_lens_has_the_most_through_it(known):
    made = ranked(known, "country")
    assert (made.first("ceiling"), made.first("signed")) == ("FR", "IN")
    nothing = known_on(in_memory(), END, END)
    assert ranked(nothing, "country").first("ceiling") == ""


def test_money_stands_in_the_columns_of_every_lens_and_of_what_is_lost(known):
    made = ranked(known)
    assert made.money == ("signed", "building", "operating", "floor", "ceiling", "lost")
    row = made.rows.loc["campus", [*made.money]]
    assert row.tolist() == [8 * BN, 0, 0, 8 * BN, 50 * BN, 0]


def test_a_commitment_is_described_with_its_claim_and_its_planned_power_by_basis(known):
    rows = described(ranked(known), known)
    hub, campus = rows.loc["hub"], rows.loc["campus"]
    assert (hub["lead_name"], hub["home_country_code"], hub["country_code"]) == ("Bolt", "JP", "IN")
    assert (hub["amount_high"], hub["currency"]) == (15 * BN, "USD")
    assert (hub["planned_mw_it"], campus["planned_mw_grid"]) == (44, 1400)
    assert rows["planned_mw_unstated"].isna().all()
    assert rows.at["silent", "amount_missing"] == "not_disclosed"


@pytest.mark.parametrize(
    ("group", "names"),
    [("organisation", ["Bolt", "Acme"]), ("country", ["IN", "FR"]), ("home", ["JP", "US"])],
)
def test_a_group_is_called_by_its_code_and_an_organisation_by_its_name(known, group, names):
    assert described(ranked(known, group), known)["name"].tolist() == names


def test_money_per_head_is_ranked_anew(known):
    norm = normed(known, "head")
    assert norm.rows["signed"].iloc[:2].tolist() == [8 * BN / 100, 12 * BN / 1000]
    assert norm.rows["rank"].iloc[:2].tolist() == [1, 2]
    assert norm.years == ("2024",) and norm.unit("EUR") == "EUR"
    assert norm.rows.at["campus", "ceiling"] == 50 * BN / 100


def test_a_share_of_output_is_in_per_cent_and_missing_without_a_figure(known):
    norm = normed(known, "gdp", "country", currency="USD")
    assert norm.rows.at["FR", "signed"] == pytest.approx(100 * 10 / 500)
    assert bool(norm.rows.at["IN", "is_undivided"]) and not norm.rows["rank"].notna()["IN"]
    assert norm.unit("USD") == "%"


def test_money_per_gigawatt_needs_power_of_one_basis_and_a_commitment_of_its_own(known):
    norm = normed(known, "gw")
    assert norm.rows.at["hub", "signed"] == pytest.approx(12 * BN / 0.044)


def test_a_group_that_is_called_as_a_commitment_is_has_none_of_its_power():
    tables = {
        "commitments": [{"commitment_id": "acme", "lead_organisation_id": "acme"}],
        "amounts": [{"commitment_id": "acme", "amount_high": BN}],
        "capacities": [{"subject_id": "acme", "capacity_mw": 500}],
    }
    known = known_on(in_memory(**tables), END, END)
    assert normed(known, "gw", lens="ceiling").rows.at["acme", "ceiling"] == 2 * BN
    assert normed(known, "gw", "organisation", lens="ceiling").rows["is_undivided"].all()


def test_power_of_two_bases_divides_nothing():
    parts = {"commitment_id": "east", "part_of": "hub"}, {"commitment_id": "west", "part_of": "hub"}
    tables = {
        **TABLES,
        "commitments": [*TABLES["commitments"], *parts],
        "capacities": [
            {"subject_id": "east", "capacity_mw": 44, "power_basis": "it"},
            {"subject_id": "west", "capacity_mw": 60, "power_basis": "grid"},
        ],
    }
    of_two = normed(known_on(in_memory(**tables), END, END), "gw")
    assert bool(of_two.rows.at["hub", "is_undivided"])


def test_a_file_has_plain_numbers_under_names_that_say_their_unit(known):
    made = ranked(known)
    frame = as_download(described(made, known), made.money, "_eur")
    assert frame["id"].tolist() == ["hub", "campus", "gone", "silent"]
    assert frame.at["campus", "ceiling_eur"] == 50 * BN
    assert frame.at["hub", "claim_currency"] == "USD" and frame.at["hub", "planned_mw_it"] == 44
    assert list(frame)[:3] == ["rank", "id", "name"]


def test_a_file_of_groups_has_no_claims(known):
    made = ranked(known, "country")
    frame = as_download(described(made, known), made.money, "_eur")
    assert frame.at["FR", "signed_eur"] == 8 * BN and frame.at["FR", "commitments"] == 2
    assert not [name for name in frame if name.startswith(("claim_", "planned_"))]


def test_rows_name_the_documents_behind_them(known_now):
    rows = described(ranked(known_now, lens="ceiling"), known_now)
    urls = rows.at["softbank-france", "source_urls"].split(" ")
    assert len(urls) <= rows.at["softbank-france", "sources"]
    assert any("theenergymag" in url for url in urls)


def test_of_what_is_lost_the_most_comes_first_and_what_is_silent_last():
    rows = [{"commitment_id": name} for name in ("mute", "dumb", "little", "much")]
    amounts = [{"commitment_id": "little", "amount_high": 1}]
    amounts.append({"commitment_id": "much", "amount_high": 9})
    lost = [{"subject_id": name, "status": "cancelled"} for name in ("little", "much")]
    now = known_on(in_memory(commitments=rows, amounts=amounts, statuses=lost), END, END)
    assert ranked(now).rows.index.tolist() == ["much", "little", "dumb", "mute"]
