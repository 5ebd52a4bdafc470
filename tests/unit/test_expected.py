"""Rows that should be there, figures out of all bounds, twins of one fact: on the real data."""

import csv
import shutil

import pytest

from tests.building import DATA, build
from tracker import DataError, load
from tracker.dataset.faults import Cost, told
from tracker.dataset.rates import write_rates


@pytest.fixture
def real(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def edited(folder, name, change):
    """The folder with the rows of a table, each a dict, as ``change`` leaves them."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    kept = [row for row in rows if change(row) is not False]
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)
    return folder


def without(key, name):
    return lambda row: row[key] != name


def putting(key, name, field, value):
    def change(row):
        if row[key] == name:
            row[field] = value

    return change


@pytest.mark.parametrize(
    ("table", "change", "problem"),
    [
        ("prices.csv", without("price_id", "fr-edf-nuclear-aim-2026-2040"),
         "data/prices.csv: has no row 'fr-edf-nuclear-aim-2026-2040', which settings name"),
        ("grid.csv", without("grid_id", "fr-carbon-intensity-lifecycle-generation-2025"),
         "data/grid.csv: has no row for FR carbon_intensity_lifecycle_generation 2025, which "
         "energy.yaml names"),
        ("assumptions.csv", without("parameter", "load_factor"),
         "data/assumptions.csv: has no row load_factor for FR"),
        ("overlaps.csv", lambda row: False,
         "data/overlaps.csv: has 0 rows, at least 1 are expected: is the file whole?"),
        ("adopters.csv", lambda row: False,
         "data/adopters.csv: has 0 rows, at least 64 are expected: is the file whole?"),
        ("indicators.csv", lambda row: row["indicator_id"] != "population",
         "data/indicators.csv: has no row population for FR"),
    ],
)  # fmt: skip
def test_what_should_be_there_and_is_not_is_named_and_the_page_says_so(
    real, table, change, problem
):
    data = load(edited(real, table, change))
    assert problem in [str(fault) for fault in data.faults]
    assert any(fault.cost == Cost.ABSENT for fault in data.withheld)


def test_a_rate_without_which_nothing_is_worked_out_costs_the_table(real):
    data = load(edited(real, "assumptions.csv", without("parameter", "inr_per_eur")))
    assert "assumptions" in data.unreadable


@pytest.mark.parametrize(
    ("table", "change", "problem"),
    [
        ("exchange_rates.csv", lambda row: row.update(
            units_per_eur=row["units_per_eur"].replace(".", "")),
         "lies outside 0.8 to 1.7, which plausible.yaml has for USD"),
        ("grid.csv", putting("grid_id", "fr-carbon-intensity-lifecycle-generation-2025", "value",
                             "-41.44"),
         "-41.44 lies outside 0 to 1500, which plausible.yaml has for carbon_intensity"),
        ("grid.csv", putting("grid_id", "fr-carbon-intensity-lifecycle-generation-2025", "value",
                             "4144"), "4144 lies outside 0 to 1500"),
        ("grid.csv", putting("metric", "generation_total", "value", "0"),
         "0 lies outside 0.01 to 50000"),
        ("prices.csv", putting("price_id", "fr-edf-nuclear-aim-2026-2040", "price", "700"),
         "700 lies outside -50 to 400"),
        ("indicators.csv", putting("indicator_id", "population", "value", "-5"),
         "-5 lies outside 10000 to 1e+10"),
    ],
)  # fmt: skip
def test_a_figure_out_of_all_bounds_is_named_and_withheld(real, table, change, problem):
    data = load(edited(real, table, change))
    assert any(problem in fault.problem and fault.withholds for fault in data.faults)


@pytest.mark.parametrize(
    ("table", "key", "field"),
    [("exchange_rates", "rate_id", "currency"), ("grid", "grid_id", "year")],
)
def test_two_rows_for_one_fact_are_named(real, table, key, field):
    path = real / f"{table}.csv"
    line = path.read_text(encoding="utf-8").splitlines()[1]
    path.write_text(path.read_text(encoding="utf-8") + "twin" + line + "\n", encoding="utf-8")
    data = load(real)
    assert any(
        fault.line == 2 and fault.field == field and "is also on line" in fault.problem
        for fault in data.faults
        if fault.table == table
    )


def test_two_countries_cannot_stand_in_one_place(real):
    edited(real, "countries.csv", lambda row: row.update(comparison_order="1"))
    assert "countries" in load(real).unreadable


def test_a_row_that_cannot_be_split_is_the_cause_and_what_points_at_it_follows(real):
    path = real / "sources.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("\nseed-004,", '\n"seed-004,'))
    printed = told(load(real).faults)
    assert len(printed) < 30
    assert "a quotation mark is opened and not closed on this line" in printed[0]


def test_a_misspelled_key_is_told_once_with_what_was_meant(real):
    path = real / "sources.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("\nseed-004,", "\nseed-0004,"))
    printed = told(load(real).faults)
    causes = [line for line in printed if "is not in data/sources.csv" in line]
    assert len(causes) < 5
    assert "'seed-004' is not in data/sources.csv: did you mean 'seed-0004'?" in causes[0]


@pytest.mark.parametrize("url", ["http://[", "https://", "https:// x"])
def test_an_address_that_no_browser_opens_is_named(real, url):
    edited(real, "sources.csv", putting("source_id", "seed-004", "url", url))
    assert any(f.table == "sources" and f.field == "url" for f in load(real).faults)


@pytest.mark.parametrize("edit", [b"", b'"'])
def test_rates_are_not_written_from_half_a_table(folder, edit):
    build(folder, commitments=[{"commitment_id": "a"}],
          amounts=[{"commitment_id": "a", "amount_high": 5}])  # fmt: skip
    path, rates = folder / "amounts.csv", folder / "exchange_rates.csv"
    header, row = path.read_bytes().splitlines()
    path.write_bytes(header + b"\n" + edit + row + b"\n" if edit else b"")
    before = rates.read_bytes()
    with pytest.raises(DataError):
        write_rates(load(folder), rates)
    assert rates.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("version: 2026", "version: 2.0.0 #", "version: '2.0.0' is not a day such as 2026.11.21"),
        (
            "\n    - name: currency\n",
            "\n    - name: money\n",
            "describes other columns than the check",
        ),
    ],
)
def test_a_package_that_the_code_does_not_know_is_named(real, old, new, problem):
    path = real / "datapackage.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new))
    with pytest.raises(DataError) as error:
        load(real)
    assert problem in str(error.value)


def test_evidence_does_not_reach_beyond_the_day_of_the_data(real):
    path = real / "rules.yaml"
    path.write_text(
        path.read_text().replace("evidence_until: 2026-07-01", "evidence_until: 2062-07-01")
    )
    with pytest.raises(DataError, match="2062-07-01 is after the data were made"):
        load(real)


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path):
    with pytest.raises(DataError, match="there is no such folder"):
        load(tmp_path / "nowhere")
