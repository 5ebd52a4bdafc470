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
    """Rows of a table as {column: text}, and {term: text} of what is folded under a row."""
    return [
        {cell["headers"][0].split("-", 1)[1]: text(cell) for cell in row("td")}
        | {term.text: text(term.find_next_sibling("dd")) for term in row("dt")}
        for row in soup.select("tbody tr")
    ]


def text(tag):
    return tag.get_text(" ", strip=True)


def ends(soup):
    """What stands at the end of the bar of each row, or in its place."""
    return [
        text(cell.select_one(".cc-ended b") or cell.find("span"))
        for cell in soup.select("#ranking tbody td[headers=ranking-bar]")
    ]


def under(soup):
    """What stands under the bar of each row, without what is folded there."""
    found = soup.select("#ranking .cc-under")
    for one in found:
        one.details.extract()
    return [text(one) for one in found]


def test_most_solid_first_then_lost_then_silent(known, look):
    soup = shown(known, look)
    rows = cells(soup)
    assert [row["rank"] for row in rows] == ["1", "2", "–", "–"]
    assert ends(soup) == ["€12.0bn", "€8.0bn of €50.0bn", "€0", "not disclosed"]
    assert [row["Stated without “up to”"] for row in rows] == [
        "€12.0bn",
        "€8.0bn",
        "€0",
        "not disclosed",
    ]
    assert [row["Headline maximum"] for row in rows] == [
        "€12.0bn",
        "€50.0bn",
        "€10.0bn",
        "not disclosed",
    ]
    assert "Signed or further" not in rows[0]


def test_a_lost_amount_is_struck_through(known, look):
    assert [tag.get_text() for tag in shown(known, look)("s")] == ["€10.0bn"]


def test_power_names_its_basis_and_is_planned_only(known, look):
    assert [row["MW planned"] for row in cells(shown(known, look))] == [
        "44 IT", "1,400 grid", "–", "–",
    ]  # fmt: skip


def test_the_chip_says_rung_day_and_that_it_was_inferred(known, look):
    told = under(shown(known, look))
    assert told[0] == "◕ being built · Apr 2026 judged by a rule"
    assert told[1].startswith("◔ on paper · 1 Jan 2026")


def test_a_row_that_ranks_by_a_part_shows_the_part(known, look):
    told = under(shown(known, look))
    assert told[1].endswith("of it €8.0bn ◑ signed: Acme: first tranche")
    assert "of it" not in told[0]


def test_of_parts_that_are_further_the_largest_is_told_and_the_others_counted(look):
    parts = {"small": 1, "large": 3}
    tables = {
        "commitments": [{"commitment_id": "pot"}]
        + [{"commitment_id": n, "part_of": "pot", "title": n} for n in parts],
        "amounts": [{"commitment_id": "pot", "amount_high": 9 * BN}]
        + [{"commitment_id": n, "amount_high": a * BN} for n, a in parts.items()],
        "statuses": [{"subject_id": n, "status": "signed", "basis": "inferred",
                      "rule": "land_allotted"} for n in parts],
    }  # fmt: skip
    now = known_on(in_memory(**tables), END, END)
    (told,) = under(shown(now, look))
    assert told.endswith("of it €3.0bn ◑ signed, judged by a rule: large, and 1 more part")
    lead = page.view(now, chosen(now), look).lead
    assert "The first has €4.0bn, €0 of it as sources report it" in lead


def test_what_a_rule_judged_is_dotted_in_bars_and_legend(known, look):
    first, second = shown(known, look).select("#ranking tbody .cc-bar")[:2]
    assert len(first.select("i.cc-judged")) == 1 and not second.select("i.cc-judged")
    assert first["aria-label"] == "€12.0bn being built, judged by a rule"
    assert len(shown(known, look, "legend").select("li i.cc-judged")) == 1


def test_sources_are_links_folded_under_their_row(known, look):
    fold = shown(known, look).select_one("#ranking .cc-under details")
    assert text(fold.summary).endswith("and details") and fold.select("dd li")


@pytest.mark.parametrize(("age", "told"), [(200, True), (10, False)])
def test_a_record_not_read_for_long_says_so(look, age, told):
    today = date.fromordinal(date(2026, 6, 30).toordinal() + age)
    first = under(shown(known_on(in_memory(**TABLES), END, today), look))[0]
    assert (f"not re-checked for {age} days" in first) == told


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
    soup = shown(known, look, by=by)
    assert [row["name"] for row in cells(soup)] == names
    assert [end.split(" of ")[0] for end in ends(soup)] == signed


def test_the_lens_that_ranks_stands_at_the_end_of_the_bars(known, look):
    soup = shown(known, look, lens="building")
    assert ends(soup)[:2] == ["€12.0bn", "€0 of €50.0bn"]
    assert soup.select_one("#ranking-bar").text.startswith("Being built or running, at the end")


def test_the_total_has_its_companions(known, look):
    told = shown(known, look, "total")
    companions = [text(item) for item in told("li")]
    told.details.extract()
    assert text(told) == (
        "€20.0bn signed or further, in 2 of 4 commitments · €8.0bn of it as sources report it"
    )
    assert companions == [
        "announced, from what is stated without “up to” to the headline maximum: €20.0–62.0bn",
        "€10.0bn stalled or cancelled",
        "1 of 4 state no amount",
        "100% rests on a single document",
        "by who states the amount: 100% news media",
    ]


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
    assert ends(soup)[:2] == ["€80,000,000 of €0.5bn", "€12,000,000"]
    widths = [bar["style"] for bar in soup.select("#ranking tbody .cc-bar i")]
    assert widths[:3] == ["width:16.00%", "width:84.00%", "width:2.40%"]


def test_a_share_of_output_is_in_dollars_of_the_claim_and_missing_without_a_figure(look):
    _, soup = divided(look, norm="gdp", by="country")
    assert "Signed or further, % of GDP (2023)" in soup.thead.get_text()
    assert [(row["name"], row["rank"]) for row in cells(soup)] == [("France", "1"), ("India", "–")]
    assert ends(soup) == ["2% of 12.5%", "no national figure to divide by"]


def test_money_per_gigawatt_needs_power_of_one_basis(look):
    view, soup = divided(look, norm="gw")
    assert "per GW planned" in soup.thead.get_text()
    assert ends(soup)[:2] == ["€272.7bn", "€5.7bn of €35.7bn"]
    assert "signed_eur_per_gw" in view.downloads[0].content().decode().splitlines()[0]
