"""The page of power: what its finding says, what is refused, and what leaves as a file."""

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
from tracker.energy.choices import usual
from tracker.look.html import html, section
from tracker.look.view import Field
from tracker.views.energy import page

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


def field(found, name):
    return next(
        one for one in found["assumptions"].blocks if isinstance(one, Field) and one.name == name
    )


def test_all_that_france_has_reserved_against_what_it_exports(known_now, look, asked):
    heading = view(known_now, look, asked)["spare"].heading
    assert heading.endswith("would take 92 TWh, 99.7% of what it exports")


def test_the_first_screen_needs_no_choice(known_now, look, asked):
    found = view(known_now, look, asked)
    assert found.title.startswith("The announced campuses would take 180–554 TWh and 91.9–253 Mt")
    assert found.title.endswith(
        "the same gigawatt in India instead of France adds about 5.55 Mt a year"
    )
    assert found.warnings == ()


def test_a_site_a_commitment_and_a_number_can_be_looked_at(known_now, look, asked):
    softbank = view(
        known_now, look, asked, what="commitment", commitment="softbank-hauts-de-france"
    )
    assert softbank.title.startswith("SoftBank: first phase in Hauts-de-France: 14.8–36.7 TWh")
    assert "where it was announced" in shown(softbank, "results", look)
    typed = view(known_now, look, asked, what="capacity", mw=1000.0)
    assert "1,000 MW would take 4.77–11.8 TWh" in typed.title
    nothing = view(known_now, look, asked, what="site", site="")
    assert nothing.title.startswith("Choose a site") and nothing.downloads == ()


@pytest.mark.parametrize("what", ["commitment", "site"])
@pytest.mark.parametrize("name", ["tcs-hypervault", "rmz-vizag"])
def test_a_subject_without_power_is_said_to_have_none(known_now, look, asked, what, name):
    found = view(known_now, look, asked, what=what, phase="secured", **{what: name})
    assert "<td" not in shown(found, "results", look) and "adds about" in found.title
    has_name = (what, name) in {("commitment", "tcs-hypervault"), ("site", "rmz-vizag")}
    assert ("nothing can be worked out" in found.title) == has_name == bool(found.warnings)


def test_the_low_end_of_a_pipeline_leaves_out_what_is_said_with_up_to(known_now, look, asked):
    results = shown(view(known_now, look, asked), "results", look)
    assert "MW of computers and" in results and "without “up to”" in results


def test_gases_are_named_as_the_figure_counts_them(known_now, look, asked):
    assert "Mt CO₂e" in view(known_now, look, asked).title
    marginal = view(known_now, look, asked, method="operating_margin")
    assert "Mt CO₂ a year" in marginal.title


def test_a_value_of_one_s_own_replaces_the_range_and_is_said_so(known_now, look, asked):
    own = (("pue_fr", 1.35), ("load_factor", 0.6))
    found = view(known_now, look, asked, what="capacity", mw=100.0, own=own)
    assert "100 MW of computers × PUE 1.35 × load factor 0.6" in shown(found, "formula", look)
    pue = field(found, "pue_fr")
    assert (pue.is_own, pue.hint, pue.step) == (True, "1.14", 0.01)
    assert "low 1.09 · central 1.14 · high 1.5. Can be 1 to 3." in html(pue, look)
    assert not field(found, "pue_in").is_own


def test_a_figure_of_one_s_own_never_stands_beside_a_published_one(known_now, look, asked):
    found = view(known_now, look, asked, own=(("intensity_fr", 20.0),))
    assert "adds about" not in found.title and "Mt" not in found.title
    assert (
        "left out" in shown(found, "results", look) and "for one country alone" in found.warnings[0]
    )
    both = (("intensity_fr", 20.0), ("intensity_in", 600.0))
    mine = view(known_now, look, asked, own=both)
    assert "adds about" in mine.title and mine.lead.startswith("An intensity of your own")
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


def test_what_a_withheld_row_leaves_out_is_said_and_never_a_smaller_total(known_now, look, asked):
    lines = known_now.world.dataset["assumptions"].query("assumption_id == 'pue-fr'").index
    fault = Fault("assumptions", int(lines[0]), "central", "is wrong", "data/assumptions.csv")
    known = known_on(known_now.world.dataset.without([fault]), END, END)
    found = page.view(known, asked, look)
    assert found.title.startswith("In India alone the announced campuses would take 134–366 TWh")
    assert "could not be worked out" in found.title and "adds about" not in found.title
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
