"""The page of power: the research's own tables to the printed digit, and what is refused."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup

from tests.building import build, in_memory
from tracker import load
from tracker.counting.known import known_on
from tracker.dataset.faults import Fault
from tracker.energy import subjects
from tracker.energy.assumptions import assumptions
from tracker.energy.choices import usual
from tracker.views.energy import formula, ladder, methods, pictures
from tracker.views.energy.page import energy_view
from tracker.world.grid import Grid

END = date(2026, 7, 1)
METHODS = {  # g/kWh in both, ratio of grids, kt a year in both, ratio of sites, gap in Mt
    "lifecycle_generation": (41.44, 670.13, 16.2, 290, 5835, 20.1, 5.55),
    "lifecycle_consumption": (31, 593, 19.1, 217, 5164, 23.8, 4.95),
    "lifecycle_consumption_south": (31, 489, 15.8, 217, 4258, 19.6, 4.04),
    "direct_official": (19.9, 711.7, 35.8, 139, 6197, 44.5, 6.06),
    "combined_margin": (68, 608, 8.9, 475, 5294, 11.1, 4.82),
    "operating_margin": (158, 951, 6.0, 1104, 8281, 7.5, 7.18),
    "marginal_watttime": (394.64, 832.74, 2.1, 2759, 7251, 2.6, 4.49),
}
EXAMPLES = {  # TWh, kt, EUR m
    ("softbank", "FR", "it"): (21.67, 898, 1777),
    ("softbank", "FR", "grid"): (19.01, 788, 1559),
    ("google", "IN", "it"): (8.71, 5835, 627),
    ("google", "IN", "grid"): (6.13, 4109, 442),
    ("same", "FR", "it"): (6.99, 290, 573),
    ("same", "FR", "grid"): (6.13, 254, 503),
    ("same", "IN", "it"): (8.71, 5835, 627),
    ("same", "IN", "grid"): (6.13, 4109, 442),
}


@pytest.fixture(scope="module")
def asked(known_now):
    return usual(known_now.world.rules, END)


def view(known_now, look, asked, **changes):
    return energy_view(known_now, replace(asked, **changes), look)


def test_the_table_of_methods_is_that_of_the_research_to_the_printed_digit(known_now, asked):
    grid = Grid(known_now.world.dataset)
    assumed = assumptions(known_now.world.dataset, grid, asked)
    found = {
        row.method: (
            *(figure.value for figure in row.figures.values()),
            round(row.grid_ratio, 1),
            *(round(tonnes / 1000) for tonnes in row.tonnes.values()),
            round(row.ratio, 1),
            round(row.gap / 1e6, 2),
        )
        for row in methods.method_rows(asked, assumed, known_now, grid)
    }
    assert found == METHODS


def test_the_worked_examples_are_those_of_the_research(known_now, asked):
    made = formula.examples(known_now, asked, Grid(known_now.world.dataset))
    found = {
        (one.name, one.country_code, one.basis): (
            round(one.found.electricity.central / 1e6, 2),
            round(one.found.emissions.central / 1e3),
            round(one.found.cost.central / 1e6),
        )
        for one in made
    }
    assert found == EXAMPLES
    shares = made[0].found.shares
    assert [round(100 * shares[name][0].central, 1) for name in shares] == [4.0, 4.8, 23.5]


def test_one_assumption_at_a_time_gives_the_research_s_ranges(known_now, asked):
    grid = Grid(known_now.world.dataset)
    assumed = assumptions(known_now.world.dataset, grid, asked)
    france, india = (
        pictures.sensitivities(code, asked, assumed, known_now, grid).round(0)
        for code in ("FR", "IN")
    )
    assert list(france.index) == ["factor", "load_factor", "pue"]
    assert france[["low", "high"]].to_numpy().tolist() == [[139, 309], [207, 372], [277, 381]]
    assert list(india.index) == ["load_factor", "pue", "factor"]
    assert india[["low", "high"]].to_numpy().tolist() == [[4168, 7502], [5219, 6657], [5164, 6348]]


def test_all_that_france_has_reserved_against_what_it_exports(known_now, look, asked):
    heading = view(known_now, look, asked).sections[3].heading
    assert heading.endswith("would take 92 TWh, 99.7% of what it exports")


def test_the_first_screen_needs_no_choice(known_now, look, asked):
    shown = view(known_now, look, asked)
    assert shown.title.startswith("The announced campuses would take 159–478 TWh and 80–206 Mt")
    assert shown.title.endswith(
        "the same gigawatt in India instead of France adds about 5.55 Mt a year"
    )
    assert shown.warnings == ()


def test_power_of_a_stated_basis_is_not_read_as_another(known_now, asked):
    power = subjects.subject(known_now, asked).power["FR"]
    it, grid = (subjects.as_load(power, basis) for basis in ("it", "grid"))
    assert (it.it, it.grid) == (power["it"] + power["unstated"], power["grid"])
    assert (grid.it, grid.grid) == (power["it"], power["grid"] + power["unstated"])


def test_a_site_a_commitment_and_a_number_can_be_looked_at(known_now, look, asked):
    softbank = view(
        known_now, look, asked, what="commitment", commitment="softbank-hauts-de-france"
    )
    assert softbank.title.startswith("SoftBank: first phase in Hauts-de-France: 14.8–36.7 TWh")
    assert "where it was announced" in softbank.results.html
    typed = view(known_now, look, asked, what="capacity", mw=1000.0)
    assert "1,000 MW would take 4.77–11.8 TWh" in typed.title
    nothing = view(known_now, look, asked, what="site", site="")
    assert nothing.title.startswith("Choose a site") and not nothing.csv.strip()


@pytest.mark.parametrize("what", ["commitment", "site"])
@pytest.mark.parametrize("name", ["tcs-hypervault", "rmz-vizag"])
def test_a_subject_without_power_is_said_to_have_none(known_now, look, asked, what, name):
    shown = view(known_now, look, asked, what=what, phase="secured", **{what: name})
    assert "<td" not in shown.results.html and "adds about" in shown.title
    has_name = (what, name) in {("commitment", "tcs-hypervault"), ("site", "rmz-vizag")}
    assert ("nothing can be worked out" in shown.title) == has_name == bool(shown.warnings)


def test_the_low_end_of_a_pipeline_leaves_out_what_is_said_with_up_to(known_now, look, asked):
    of = subjects.subject(known_now, asked)
    assert sum(of.firm["FR"].values()) == 8896 and sum(of.power["FR"].values()) == 15786
    assert "without “up to”" in view(known_now, look, asked).results.html


def test_what_runs_is_told_by_sites_as_on_the_ladder(known_now, asked):
    of = subjects.subject(known_now, replace(asked, phase="operating"))
    assert {code: sum(power.values()) for code, power in of.power.items()} == {"FR": 192, "IN": 67}
    assert sum(of.firm["FR"].values()) == 107


def test_gases_are_named_as_the_figure_counts_them(known_now, look, asked):
    assert "Mt CO₂e" in view(known_now, look, asked).title
    marginal = view(known_now, look, asked, method="operating_margin")
    assert "Mt CO₂ a year" in marginal.title


def test_a_value_of_one_s_own_replaces_the_range_and_is_said_so(known_now, look, asked):
    own = (("pue_fr", 1.35), ("load_factor", 0.6))
    shown = view(known_now, look, asked, what="capacity", mw=100.0, own=own)
    assert "100 MW of computers × PUE 1.35 × load factor 0.6" in shown.sections[1].html
    pue = shown.assumed["pue", "FR"]
    assert list(shown.sensitivities["FR"].index) == ["factor"]
    assert pue.is_own and pue.published.high == 1.5 and pue.used.low == pue.used.high == 1.35


def test_a_figure_of_one_s_own_never_stands_beside_a_published_one(known_now, look, asked):
    shown = view(known_now, look, asked, own=(("intensity_fr", 20.0),))
    assert "adds about" not in shown.title and "Mt" not in shown.title
    assert "left out" in shown.results.html and "for one country alone" in shown.warnings[0]
    both = (("intensity_fr", 20.0), ("intensity_in", 600.0))
    mine = view(known_now, look, asked, own=both)
    assert "adds about" in mine.title and mine.lead.startswith("An intensity of your own")
    assert {row["method"] for row in csv.DictReader(io.StringIO(mine.csv.decode()))} == {"own"}


def test_a_year_without_a_figure_is_said_with_the_years_that_have_one(known_now, look, asked):
    shown = view(known_now, look, asked, method="lifecycle_consumption", year="2015")
    assert "France has 2021–2025 and India has 2021–2025" in shown.warnings[0]
    assert shown.assumed["intensity", "FR"].figure.year == "2025"
    older = view(known_now, look, asked, year="2015")
    assert not older.warnings
    assert older.assumed["intensity", "IN"].figure.year == "2015"


def test_every_intensity_on_the_page_has_metric_year_document_and_kind(known_now, look, asked):
    html = BeautifulSoup(view(known_now, look, asked).sections[0].html, "html.parser")
    cells = html.select("td[headers=methods-FR], td[headers=methods-IN]")
    assert len(cells) == 14
    for cell in cells:
        assert cell.select("a[href^=http]")
        assert any(word in cell.text for word in ("modelled", "estimated", "measured"))
        assert any(year in cell.text for year in ("2021", "2023", "2024", "2025"))


def test_a_figure_under_its_own_licence_leaves_with_its_notice(known_now, look, asked):
    shown = view(known_now, look, asked, method="lifecycle_consumption")
    rows = list(csv.DictReader(io.StringIO(shown.csv.decode())))
    assert all("ODbL" in row["notice"] for row in rows)
    assert {row["country_code"] for row in rows} == {"FR", "IN"}
    assert all(float(row["low"]) <= float(row["central"]) <= float(row["high"]) for row in rows)


def test_market_based_is_an_answer_of_its_own_or_not_known(known_now, look, asked):
    html = BeautifulSoup(view(known_now, look, asked).sections[4].html, "html.parser")
    rows = [[cell.get_text(" ") for cell in row.select("td")] for row in html.select("tbody tr")]
    india = [row for row in rows if row[0] == "India" and "market" in row[1]]
    assert len(india) == 1 and india[0][2] == "not known"
    french = [row for row in rows if "market" in row[1] and row[0] == "France"]
    assert len(french) == 2 and not any("CO₂e" in row[2] for row in french)


def test_a_step_of_the_ladder_that_nobody_publishes_says_so(known_now, look):
    settings = known_now.world.rules.energy
    assert ladder.step(settings.ladder["requested"], "FR", known_now, look) is None
    assert ladder.step(settings.ladder["reserved"], "IN", known_now, look) is None
    assert ladder.step(settings.ladder["reserved"], "FR", known_now, look)[:2] == (15000, 15000)
    assert ladder.step(settings.ladder["energised"], "FR", known_now, look)[:2] == (107, 192)


def test_fuels_add_up_to_all_that_was_generated(known_now):
    for code in ("FR", "IN"):
        shares = pictures.mixes(known_now, code)
        assert len(shares) == 26
        assert shares.sum(axis="columns").round(6).eq(100).all()


def test_without_any_assumption_nothing_is_worked_out_and_nothing_breaks(look):
    data = in_memory(commitments=[{"commitment_id": "c"}])
    known = known_on(data, END, END)
    shown = energy_view(known, usual(known.world.rules, END), look)
    assert "nothing can be worked out" in shown.title


def test_what_a_withheld_row_leaves_out_is_said_and_never_a_smaller_total(known_now, look, asked):
    lines = known_now.world.dataset["assumptions"].query("assumption_id == 'pue-fr'").index
    fault = Fault("assumptions", int(lines[0]), "central", "is wrong", "data/assumptions.csv")
    known = known_on(known_now.world.dataset.without([fault]), END, END)
    shown = energy_view(known, asked, look)
    assert shown.title.startswith("In India alone the announced campuses would take 117–296 TWh")
    assert "could not be worked out" in shown.title and "adds about" not in shown.title
    assert "not worked out" in shown.results.html


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
