"""The page of power: what its finding says, what is refused, and what leaves as a file."""

import csv
import io
import re
from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup

from tests.building import build, in_memory
from tracker import load
from tracker.counting.known import known_on
from tracker.dataset.faults import Fault
from tracker.energy.choices import usual
from tracker.look.html import html, section
from tracker.look.tracks import Picture
from tracker.look.view import Field
from tracker.views.energy import cells, page
from ui.energy_choices import sizes

END = date(2026, 7, 1)


@pytest.fixture(scope="module")
def asked(known_now):
    return usual(known_now.world.dataset, END)


def view(known_now, look, asked, **changes):
    return page.view(known_now, replace(asked, **changes), look)


def shown(found, name, look):
    return section(found[name], look)


def rows(found):
    return list(csv.DictReader(io.StringIO(found.downloads[0].content().decode())))


def picture(found, name):
    return next(one for one in found[name].blocks if isinstance(one, Picture))


def gap_told(found, look):
    """What stands under the picture, with one blank between words."""
    return " ".join(html(picture(found, "answer").takeaway, look).striptags().split())


def field(found, name):
    return next(
        one for one in found["assumptions"].blocks if isinstance(one, Field) and one.name == name
    )


def test_all_that_france_has_reserved_against_what_it_exports(known_now, look, asked):
    heading = view(known_now, look, asked)["spare"].heading
    assert heading.endswith("would take 92 TWh, 99.7% of what it exports")


def test_the_first_screen_needs_no_choice(known_now, look, asked):
    found = view(known_now, look, asked)
    told = (
        r"All that is announced would take \d+–\d+% of France’s electricity and \d+–\d+% of India’s"
    )
    assert re.fullmatch(told, found.title) and len(found.title) <= 90
    assert gap_told(found, look) == (
        "5.55 Mt CO₂e a year more from the same 1 GW in India than in France. "
        "By other methods 4.04 to 7.18 Mt."
    )
    assert found.warnings == ()


def test_the_first_screen_has_one_picture_and_five_named_sections_under_it(known_now, look, asked):
    found = view(known_now, look, asked)
    first, *others = found.sections
    assert [type(one) for one in first.blocks] == [Picture]
    assert len(others) == 5 and [one.is_folded for one in others] == [False] + 4 * [True]
    assert all(one.heading for one in others)


def test_a_table_behind_the_picture_has_what_it_shows(known_now, look, asked):
    found = view(known_now, look, asked, what="capacity", mw=1000.0)
    rows = picture(found, "answer").table.rows
    france, exports, india = ({**row, "share": round(row["share"], 4)} for row in rows)
    assert (round(france["central"], 2), france["share"]) == (6.99, 0.0128)
    assert (round(exports["high"], 1), exports["share"]) == (92.3, 0.1686)
    assert (round(india["central"], 2), india["share"]) == (8.71, 0.0042)


def test_megawatts_move_the_bands_and_the_gap_on_the_same_axis(known_now, look, asked):
    small, large = (
        view(known_now, look, asked, what="capacity", mw=mw) for mw in (1000.0, 10000.0)
    )
    assert "55.5 Mt CO₂e a year more from the same 10 GW" in gap_told(large, look)
    axes = [picture(one, "answer").axis.high for one in (small, large)]
    assert axes[0] == axes[1]
    bars = [picture(one, "answer").tracks[1].marks[-1].start for one in (small, large)]
    assert bars[1] == pytest.approx(10 * bars[0])


def test_assumptions_are_one_table_with_a_line_each(known_now, look, asked):
    own = (("pue_fr", 1.35),)
    table, *_ = view(known_now, look, asked, own=own)["assumptions"].blocks
    assert len(table.rows) == 9
    shapes = [[mark.shape for mark in row["range"][0].marks] for row in table.rows]
    assert shapes[:2] == [["line", "hollow", "dot"], ["line", "dot"]] and ["dot"] in shapes
    assert "yours" in html(table.rows[0]["used"], look)
    assert "yours" not in html(table.rows[1]["used"], look)


def test_the_ladder_has_every_total_of_a_country_with_its_reason(known_now, look, asked):
    steps = picture(view(known_now, look, asked), "ladder")
    heads = [one.label for one in steps.tracks if one.is_head]
    assert heads == ["France", "India"]
    told = [html(one.label, look).striptags() for one in steps.tracks]
    for wanted in ("headline maximum", "without “up to”", "sites that are known", "In service"):
        assert sum(wanted in one for one in told) == 2
    assert any("of computers and" in one and "from the grid" in one for one in told)


def test_a_site_a_commitment_and_a_number_can_be_looked_at(known_now, look, asked):
    softbank = view(
        known_now, look, asked, what="commitment", commitment="softbank-hauts-de-france"
    )
    told = "SoftBank: first phase in Hauts-de-France would take 2.7–6.7% of France’s electricity"
    assert softbank.title == told
    assert "where it was announced" in shown(softbank, "results", look)
    typed = view(known_now, look, asked, what="capacity", mw=1000.0)
    assert typed.title.startswith("1 GW would take 0.87–2.2% of France’s electricity and")
    nothing = view(known_now, look, asked, what="site", site="")
    assert nothing.title.startswith("Choose a site") and nothing.downloads == ()


@pytest.mark.parametrize("what", ["commitment", "site"])
@pytest.mark.parametrize("name", ["tcs-hypervault", "rmz-vizag"])
def test_a_subject_without_power_is_said_to_have_none(known_now, look, asked, what, name):
    found = view(known_now, look, asked, what=what, phase="secured", **{what: name})
    assert "<td" not in shown(found, "results", look)
    assert "from the same 1 GW" in gap_told(found, look)
    has_name = (what, name) in {("commitment", "tcs-hypervault"), ("site", "rmz-vizag")}
    assert ("nothing can be worked out" in found.title) == has_name == bool(found.warnings)


def test_the_low_end_of_a_pipeline_leaves_out_what_is_said_with_up_to(known_now, look, asked):
    results = shown(view(known_now, look, asked), "results", look)
    assert "MW of computers and" in results and "without “up to”" in results


def test_gases_are_named_as_the_figure_counts_them(known_now, look, asked):
    assert "Mt CO₂e a year" in gap_told(view(known_now, look, asked), look)
    marginal = view(known_now, look, asked, method="operating_margin")
    assert "Mt CO₂ a year" in gap_told(marginal, look)


def test_a_value_of_one_s_own_replaces_the_range_and_is_said_so(known_now, look, asked):
    own = (("pue_fr", 1.35), ("load_factor", 0.6))
    found = view(known_now, look, asked, what="capacity", mw=100.0, own=own)
    assert "100 MW of computers × PUE 1.35 × load factor 0.6" in shown(found, "formula", look)
    pue = field(found, "pue_fr")
    assert (pue.is_own, pue.hint, pue.step) == (True, "1.14", 0.01)
    assert "Can be 1 to 3." in html(pue, look)
    assert "1.09 to 1.5, central 1.14" in shown(found, "assumptions", look)
    assert not field(found, "pue_in").is_own


def test_a_figure_of_one_s_own_never_stands_beside_a_published_one(known_now, look, asked):
    found = view(known_now, look, asked, own=(("intensity_fr", 20.0),))
    assert gap_told(found, look) == "" and "Mt" not in found.title
    assert (
        "left out" in shown(found, "results", look) and "for one country alone" in found.warnings[0]
    )
    both = (("intensity_fr", 20.0), ("intensity_in", 600.0))
    mine = view(known_now, look, asked, own=both)
    assert "CO₂e a year more" in gap_told(mine, look) and "By other" not in gap_told(mine, look)
    assert mine["answer"].note.startswith("An intensity of your own")
    assert {row["method"] for row in rows(mine)} == {"own"}


def test_a_year_without_a_figure_is_said_with_the_years_that_have_one(known_now, look, asked):
    found = view(known_now, look, asked, method="lifecycle_consumption", year="2015")
    assert "France has 2021–2025 and India has 2021–2025" in found.warnings[0]
    assert ", 2025, " in shown(found, "results", look)
    older = view(known_now, look, asked, year="2015")
    assert not older.warnings
    assert ", 2015, " in shown(older, "results", look)


def test_every_intensity_on_the_page_has_metric_year_document_and_kind(known_now, look, asked):
    made = BeautifulSoup(shown(view(known_now, look, asked), "methods", look), "html.parser")
    cells = made.select("td[headers=methods-FR], td[headers=methods-IN]")
    assert len(cells) == 14
    for cell in cells:
        assert cell.select("a[href^=http]")
        assert any(word in cell.text for word in ("modelled", "estimated", "measured"))
        assert any(year in cell.text for year in ("2021", "2023", "2024", "2025"))


def test_a_figure_under_its_own_licence_leaves_with_its_notice(known_now, look, asked):
    found = view(known_now, look, asked, method="lifecycle_consumption")
    written = rows(found)
    assert found.downloads[0].name == "power-pipeline-lifecycle_consumption-it-2026-07-01.csv"
    assert all("ODbL" in row["notice"] for row in written)
    assert {row["country_code"] for row in written} == {"FR", "IN"}
    assert all(float(row["low"]) <= float(row["central"]) <= float(row["high"]) for row in written)


def test_market_based_is_an_answer_of_its_own_or_not_known(known_now, look, asked):
    made = BeautifulSoup(shown(view(known_now, look, asked), "accounting", look), "html.parser")
    cells = [[cell.get_text(" ") for cell in row.select("td")] for row in made.select("tbody tr")]
    india = [row for row in cells if row[0] == "India" and "market" in row[1]]
    assert len(india) == 1 and india[0][2] == "not known"
    french = [row for row in cells if "market" in row[1] and row[0] == "France"]
    assert len(french) == 2 and not any("CO₂e" in row[2] for row in french)


def test_without_any_assumption_nothing_is_worked_out_and_nothing_breaks(look):
    data = in_memory(commitments=[{"commitment_id": "c"}])
    known = known_on(data, END, END)
    found = page.view(known, usual(data, END), look)
    assert "nothing can be worked out" in found.title
    assert not picture(found, "answer").table.rows and gap_told(found, look) == ""


def test_of_a_load_the_picture_says_that_exports_are_not_published(look):
    grid = [{"metric": "generation_total", "country_code": "IN", "year": "2025", "value": 2000}]
    known = known_on(in_memory(grid=grid), END, END)
    found = picture(page.view(known, usual(known.world.dataset, END), look), "answer")
    told = [html((one.label, one.value), look).striptags() for one in found.tracks]
    assert "India, as a share of the 2,000 TWh generated in 2025" in told[3]
    assert "not published" in told[5]


def test_a_step_that_a_rule_judges_is_dotted_and_says_what_sources_report(look):
    data = in_memory(
        commitments=[{"commitment_id": name} for name in ("told", "judged")],
        capacities=[
            {"subject_id": "told", "capacity_mw": 300},
            {"subject_id": "judged", "capacity_mw": 1500},
        ],
        statuses=[
            {"subject_id": "told", "status": "under_construction"},
            {
                "subject_id": "judged",
                "status": "under_construction",
                "basis": "inferred",
                "rule": "opening_due",
            },
        ],
    )
    known = known_on(data, END, END)
    steps = picture(page.view(known, usual(data, END), look), "ladder")
    built = next(one for one in steps.tracks if "being built" in html(one.label, look))
    assert [(one.start, one.end, one.is_judged) for one in built.marks] == [
        (0, 300, False),
        (300, 1800, True),
    ]
    assert html(built.value, look).striptags() == "1.8 GW as reported 300 MW"


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [(0.08, 0.334, "8–33%"), (0.0087, 0.0216, "0.87–2.2%"), (0.05, 0.05, "5%"), (0, 0, "0%")],
)
def test_small_parts_have_two_digits(look, low, high, told):
    assert cells.part(low, high, look) == told


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [(7560, 13_600, "7.56–13.6 GW"), (107, 192, "107–192 MW"), (999, 1000, "0.999–1 GW")],
)
def test_power_is_on_the_scale_of_the_higher_end(look, low, high, told):
    assert cells.watts_range(low, high, look) == told


def test_a_slider_stops_at_round_sizes_and_at_what_was_asked_for():
    found = sizes(0.1, 100_000, 1234.0)
    assert (found[0], found[-1], len(found)) == (0.1, 100_000, 26)
    assert found[found.index(1000) : found.index(1000) + 3] == [1000, 1234, 2000]
    assert sizes(0.1, 100_000, 1000.0).count(1000) == 1


def test_what_a_withheld_row_leaves_out_is_said_and_never_a_smaller_total(known_now, look, asked):
    lines = known_now.world.dataset["assumptions"].query("assumption_id == 'pue-fr'").index
    fault = Fault("assumptions", int(lines[0]), "central", "is wrong", "data/assumptions.csv")
    known = known_on(known_now.world.dataset.without([fault]), END, END)
    found = page.view(known, asked, look)
    assert found.title.endswith("of India’s electricity; the rest could not be worked out")
    assert "France" not in found.title and gap_told(found, look) == ""
    assert "not worked out" in shown(found, "results", look)


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([{"low": 1.5}], "2: central: 1.5, 1.2, 1.3 are not in order"),
        ([{"low": 0.9}], "2: low: must lie between 1 and 3"),
        ([{}, {}], "3: parameter: 'pue' again"),
        ([{"high": "inf"}], "2: high: 'inf' is not a plain number"),
    ],
)
def test_an_impossible_assumption_is_a_named_fault(folder, rows, fault):
    found = load(build(folder, assumptions=rows)).faults
    assert f"data/assumptions.csv:{fault}" in [str(one) for one in found]
