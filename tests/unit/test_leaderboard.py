"""The leaderboard as a reader sees it, on a world small enough to check by hand."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup

from tests.building import in_memory
from tracker.counting import lenses
from tracker.counting.known import known_on
from tracker.look.html import section
from tracker.look.view import Notice
from tracker.views.choices import ChosenRows
from tracker.views.leaderboard import page

BN = 10**9
END = date(2026, 7, 1)
HOSTILE = '<img src=x onerror=alert(1)> [a](http://b.c) =HYPERLINK("d")'

TABLES = {
    "organisations": [
        {"organisation_id": "acme", "organisation_name": "Acme", "hq_country_code": "US",
         "organisation_type": "operator"},
        {"organisation_id": "bolt", "organisation_name": "Bolt", "hq_country_code": "JP",
         "organisation_type": "operator"},
    ],
    "commitments": [
        {"commitment_id": "campus", "title": "Acme: campus", "lead_organisation_id": "acme"},
        {"commitment_id": "tranche", "part_of": "campus", "title": "Acme: first tranche"},
        {"commitment_id": "hub", "title": HOSTILE, "country_code": "IN", "category": "cloud",
         "lead_organisation_id": "bolt"},
        {"commitment_id": "gone", "title": "Acme: given up"},
        {"commitment_id": "silent", "title": "Acme: no figure"},
    ],
    "amounts": [
        {"commitment_id": "campus", "amount_high": 50 * BN, "qualifier": "up_to"},
        {"commitment_id": "tranche", "amount_high": 8 * BN},
        {"commitment_id": "hub", "amount_high": 15 * BN, "currency": "USD"},
        {"commitment_id": "gone", "amount_high": 10 * BN},
    ],
    "statuses": [
        {"subject_id": "campus", "status": "mou"},
        {"subject_id": "tranche", "status": "signed"},
        {"subject_id": "hub", "status": "under_construction", "status_date": "2026-04",
         "basis": "inferred", "rule": "opening_due"},
        {"subject_id": "gone", "status": "cancelled"},
        {"subject_id": "silent"},
    ],
    "capacities": [
        {"subject_id": "tranche", "capacity_mw": 1400, "power_basis": "grid"},
        {"subject_id": "hub", "capacity_mw": 44, "power_basis": "it"},
        {"subject_id": "hub", "capacity_mw": 1000, "phase": "operating"},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def known():
    return known_on(in_memory(**TABLES), END, END)


def chosen(known, **changes):
    scope = lenses.default_scope(known.world.rules)
    scope = replace(scope, **{key: changes.pop(key) for key in list(changes) if key in vars(scope)})
    usual = ChosenRows(END, "EUR", "signed", "commitment", "none", scope, "", "all", False)
    return replace(usual, **changes)


def shown(known, look, name="ranking", **changes):
    view = page.view(known, chosen(known, **changes), look)
    return BeautifulSoup(section(view[name], look), "html.parser")


def cells(soup):
    """Rows of the table as {column: text}; the column is read off the cell's header."""
    return [
        {cell["headers"][0].split("-", 1)[1]: cell.get_text(" ", strip=True) for cell in row("td")}
        for row in soup.select("tbody tr")
    ]


def test_most_solid_first_then_lost_then_silent(known, look):
    rows = cells(shown(known, look))
    assert [row["rank"] for row in rows] == ["1", "2", "–", "–"]
    assert [row["signed"] for row in rows] == ["€12.0bn", "€8.0bn", "€0", "not disclosed"]
    assert [row["floor"] for row in rows] == ["€12.0bn", "€8.0bn", "€0", "not disclosed"]
    assert [row["ceiling"] for row in rows] == ["€12.0bn", "€50.0bn", "€10.0bn", "not disclosed"]


def test_a_lost_amount_is_struck_through(known, look):
    assert [tag.get_text() for tag in shown(known, look)("s")] == ["€10.0bn"]


def test_power_names_its_basis_and_is_planned_only(known, look):
    assert [row["power"] for row in cells(shown(known, look))] == ["44 IT", "1,400 grid", "–", "–"]


def test_the_chip_says_rung_day_and_that_it_was_inferred(known, look):
    rows = cells(shown(known, look))
    assert rows[0]["now"] == "◕ being built · Apr 2026 judged by a rule"
    assert rows[1]["now"] == "◔ on paper · 1 Jan 2026"


@pytest.mark.parametrize(("age", "told"), [(200, True), (10, False)])
def test_a_record_not_read_for_long_says_so(look, age, told):
    today = date.fromordinal(date(2026, 6, 30).toordinal() + age)
    rows = cells(shown(known_on(in_memory(**TABLES), END, today), look))
    assert (f"not re-checked for {age} days" in rows[0]["now"]) == told


def test_hostile_text_stays_text(known, look):
    for name in ("ranking", "sum"):
        soup = shown(known, look, name, is_sum_open=True)
        assert HOSTILE in soup.get_text()
        assert not soup("img") and not soup("script")
    assert HOSTILE in page.view(known, chosen(known), look).title


def test_a_bar_shows_the_rungs_inside_the_pot(known, look):
    bar = shown(known, look).select("tbody tr")[1].select_one("[role=img]")
    assert bar["aria-label"] == "€8.0bn signed or permitted, €42.0bn on paper"
    widths = [piece["style"] for piece in bar("i")]
    assert widths == ["width:16.00%", "width:84.00%"]


@pytest.mark.parametrize(
    ("by", "names", "signed"),
    [
        ("organisation", ["Bolt", "Acme"], ["€12.0bn", "€8.0bn"]),
        ("country", ["India", "France"], ["€12.0bn", "€8.0bn"]),
        ("home", ["Japan", "United States"], ["€12.0bn", "€8.0bn"]),
        ("category", ["cloud", "data centres"], ["€12.0bn", "€8.0bn"]),
        ("origin", ["foreign pledges linked to the leader’s meeting or summit"], ["€20.0bn"]),
    ],
)
def test_groups_add_up_what_is_in_them(known, look, by, names, signed):
    rows = cells(shown(known, look, by=by))
    assert [row["name"] for row in rows] == names
    assert [row["signed"] for row in rows] == signed


def test_a_lens_that_ranks_has_its_column(known, look):
    rows = cells(shown(known, look, lens="building"))
    assert [row["building"] for row in rows][:2] == ["€12.0bn", "€0"] and "signed" not in rows[0]


def test_the_total_has_its_companions(known, look):
    assert shown(known, look, "total").get_text() == (
        "€20.0bn signed or further, in 2 of 4 commitments · from what is stated without “up to” "
        "to the headline maximum: €20.0–62.0bn · "
        "€10.0bn stalled or cancelled · "
        "1 of 4 state no amount · 100% rests on a single document · "
        "for 60% a rule of ours judged the step · "
        "by who states the amount: 100% news media"
    )


def test_a_search_finds_a_pot_by_the_words_of_its_parts(known, look):
    rows = cells(shown(known, look, q="Tranche ACME"))
    assert [row["name"].split(" France")[0] for row in rows] == ["Acme: campus"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "Counts data centres, cloud, compute; site investment, programme."),
        (
            {"category": ("chips",), "country_code": ("IN",), "rung": ("mou",), "q": "fab"},
            "Counts chips; site investment, programme; India; on paper; “fab”.",
        ),
    ],
)
def test_what_is_counted_is_said(known, look, changes, sentence):
    asked = chosen(known, **changes)
    assert page.scope_sentence(asked, known.world, look) == sentence


def test_nothing_found_is_no_table_and_no_file_but_says_so(known, look):
    view = page.view(known, chosen(known, q="nowhere"), look)
    assert [type(block) for block in view["ranking"].blocks] == [Notice]
    assert view["total"].blocks == view["legend"].blocks == ("",) and view.downloads == ()
    assert view.title == "Nothing counts under these choices"


def test_the_sum_lays_open_rows_in_rows_out_and_rates(known, look):
    soup = shown(known, look, "sum", is_sum_open=True)
    assert "€20,000,000,000.00" in soup.select_one("p").get_text()
    added, rates, left = (cells(soup.find(id=name)) for name in ("added", "rates", "leftout"))
    assert [row["value"] for row in added] == ["€12,000,000,000.00", "€8,000,000,000.00"]
    assert added[0]["claim"] == "$15.0bn" and added[0]["rate"] == "0.800000"
    assert (
        added[0]["notes"]
        == "step judged by a rule; full amount counted, though only part has started"
    )
    assert [(row["currency"], row["per_eur"]) for row in rates] == [("USD", "1.250000")]
    reasons = {row["commitment"]: row["reason"] for row in left}
    assert reasons["Acme: given up"] == "stalled or cancelled"
    assert reasons["Acme: no figure"] == "states no amount"
    assert reasons["Acme: campus"] == "has not got so far"


def test_the_sum_is_closed_until_it_is_asked_for(known, look):
    assert page.view(known, chosen(known), look)["sum"].blocks == ("",)


def test_the_download_holds_exactly_the_rows_in_sight(known, look):
    view = page.view(known, chosen(known, rows="25"), look)
    (file,) = view.downloads
    rows = list(csv.DictReader(io.StringIO(file.content().decode("utf-8"))))
    assert all(row["source_urls"].startswith("http") for row in rows if row["source_urls"])
    assert file.label == "Download these 4 rows (CSV)" and len(rows) == 4
    assert [row["id"] for row in rows] == ["hub", "campus", "gone", "silent"]
    assert rows[1]["ceiling_eur"] == "50000000000.0" and rows[3]["ceiling_eur"] == ""
    assert rows[0]["planned_mw_it"] == "44.0"


def test_the_download_names_groups_in_words(known, look):
    (file,) = page.view(known, chosen(known, by="home"), look).downloads
    rows = list(csv.DictReader(io.StringIO(file.content().decode("utf-8"))))
    assert [(row["id"], row["name"]) for row in rows] == [("JP", "Japan"), ("US", "United States")]


PEOPLE = [
    {"indicator_id": "population", "country_code": "FR", "value": 100, "unit": "people"},
    {"indicator_id": "population", "country_code": "IN", "value": 1000, "unit": "people"},
    {"indicator_id": "gdp_usd", "country_code": "FR", "value": 500 * BN, "unit": "USD",
     "year": "2023"},
]  # fmt: skip


def divided(look, **changes):
    known = known_on(in_memory(**TABLES, indicators=PEOPLE), END, END)
    view = page.view(known, chosen(known, **changes), look)
    return view, BeautifulSoup(section(view["ranking"], look), "html.parser")


def test_money_per_head_is_ranked_anew_under_heads_that_name_the_year(look):
    """8bn of 100 people comes before 12bn of 1,000."""
    view, soup = divided(look, norm="head")
    assert "Signed or further, per head (2024)" in soup.thead.get_text()
    assert view.title == "Largest by what is signed or further, per head (2024): “Acme: campus”"
    rows = cells(soup)
    assert [row["rank"] for row in rows] == ["1", "2", "–", "–"]
    assert [row["signed"] for row in rows][:2] == ["€80,000,000", "€12,000,000"]


def test_a_share_of_output_is_in_dollars_of_the_claim_and_missing_without_a_figure(look):
    _, soup = divided(look, norm="gdp", by="country")
    assert "Signed or further, % of GDP (2023)" in soup.thead.get_text()
    assert [(row["name"], row["signed"], row["rank"]) for row in cells(soup)] == [
        ("France", "2%", "1"),
        ("India", "no national figure to divide by", "–"),
    ]


def test_money_per_gigawatt_needs_power_of_one_basis(look):
    view, soup = divided(look, norm="gw")
    assert "per GW planned" in soup.thead.get_text()
    assert [row["signed"] for row in cells(soup)][:2] == ["€272.7bn", "€5.7bn"]
    assert "signed_eur_per_gw" in view.downloads[0].content().decode().splitlines()[0]
