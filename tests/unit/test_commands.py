"""python -m tracker, as a maintainer runs it."""

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.building import build
from tracker.dataset.folder import data_folder
from tracker.dataset.rates import _rate

ROOT = Path(__file__).parents[2]
FIXINGS = {
    date(2025, 2, 28): 1.04,
    date(2025, 3, 3): 1.06,
    date(2025, 3, 4): 1.05,
    date(2025, 3, 28): 1.055,
}
WORLD = {"country_code": "001", "metric": "carbon_intensity_iea", "value": 500, "unit": "gCO2/kWh"}


def run(folder, *words):
    command = [sys.executable, "-m", "tracker", "--data", str(folder), *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture
def tiny(folder):
    rows = [{"commitment_id": "acme-lille"}]
    return build(
        folder, commitments=rows, amounts=[{"commitment_id": "acme-lille", "amount_high": 5}]
    )


def test_check_of_sound_data_succeeds(tiny):
    done = run(tiny, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(" 0 faults\n")


def test_check_names_every_fault_and_fails(tiny):
    path = tiny / "amounts.csv"
    path.write_text(path.read_text().replace(",5,5,", ",5,five,"))
    done = run(tiny, "check")
    assert done.returncode == 1
    assert done.stdout.startswith("data/amounts.csv:2: amount_high: 'five' is not a whole number\n")


def test_new_prints_rows_that_fit_their_files(tiny):
    done = run(tiny, "new", "acme-lyon")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "data/commitments.csv"
    assert lines[2].startswith("acme-lyon,") and lines[2].count(",") == lines[1].count(",")
    assert any(line.startswith("acme-lyon-a1,acme-lyon,") for line in lines)


def test_new_refuses_a_name_that_is_taken_in_one_line(tiny):
    done = run(tiny, "new", "acme-lille")
    assert done.returncode == 1
    assert done.stderr == "'acme-lille' is taken; identifiers are never reused\n"


def test_rates_writes_what_the_data_need(tiny):
    (tiny / "exchange_rates.csv").write_text(
        (tiny / "exchange_rates.csv").read_text().splitlines()[0] + "\n"
    )
    done = run(tiny, "rates")
    assert done.stdout == "2 rates in exchange_rates.csv\n"
    row = (tiny / "exchange_rates.csv").read_text().splitlines()[1]
    assert row.startswith("inr-2025-01-01,2025-01-01,INR,") and "2024-12-31" in row


def test_codebook_names_every_column():
    done = run(ROOT / "data", "codebook")
    assert "## commitments" in done.stdout
    assert "| `amount_high` | integer (currency units) |" in done.stdout


@pytest.mark.parametrize(
    ("period", "rate", "fixing"),
    [
        ("2025-03-02", 1.04, date(2025, 2, 28)),
        ("2025-03-03", 1.06, date(2025, 3, 3)),
        ("2025-03", 1.055, date(2025, 3, 28)),
    ],
)
def test_a_rate_is_a_fixing_or_the_mean_of_a_period(period, rate, fixing):
    found, day = _rate(FIXINGS, period, date(2026, 7, 1))
    assert (round(found, 6), day) == (rate, fixing)


@pytest.mark.parametrize("period", ["2062-01-01", "2024-06-30", "2025", "2008"])
def test_no_rate_is_made_up_where_the_bank_quoted_none(period):
    assert _rate(FIXINGS, period, date(2099, 7, 1)) is None


def test_a_currency_without_rates_is_named_and_one_given_by_hand_is_kept(folder):
    price = {"amount_high": 2_000_000_000, "currency": "AED", "claim_date": "2025-02-06"}
    amounts = [{**price, "commitment_id": "a"}, {**price, "commitment_id": "b", "currency": "SAR"}]
    build(folder, commitments=[{"commitment_id": "a"}, {"commitment_id": "b"}], amounts=amounts)
    path = folder / "exchange_rates.csv"
    by_hand = "aed-2025-02-06,2025-02-06,AED,3.8135,2025-02-06,s"
    path.write_text(path.read_text().splitlines()[0] + f"\n{by_hand}\n")
    done = run(folder, "rates")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "the ECB has no rate for SAR on 2025-02-06: give one with its source, as a row of "
        "exchange_rates.csv",
        "3 rates in exchange_rates.csv",
    ]
    assert by_hand in path.read_text().splitlines()


def test_the_folder_is_the_one_named_else_that_of_the_environment(tiny, tmp_path, monkeypatch):
    monkeypatch.setenv("COURTING_DATA", str(tiny))
    assert data_folder(tmp_path) == tmp_path and data_folder() == tiny
    monkeypatch.setenv("COURTING_DATA", "")
    assert data_folder() == ROOT / "data"
    (tiny / "amounts.csv").unlink()
    done = subprocess.run(
        [sys.executable, "-m", "tracker", "check"],
        cwd=ROOT, env={**os.environ, "COURTING_DATA": str(tiny)}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 1 and "data/amounts.csv: the file is missing" in done.stdout


SPREADSHEET = [
    ("a byte-order mark", lambda text: b"\xef\xbb\xbf" + text.encode()),
    ("its own line ends", lambda text: text.replace("\n", "\r\n").encode()),
    ("semicolons", lambda text: text.replace(",", ";").encode()),
    ("UTF-16", lambda text: text.encode("utf-16")),
    ("two commas more", lambda text: text.replace("\n", ",,\n").encode()),
    ("capitals", lambda text: text.replace("false", "FALSE").encode()),
    ("zeros lost", lambda text: text.replace(",001,", ",1,").encode()),
    ("quotation marks everywhere", lambda text: re.sub(r"([^,\n]+)", r'"\1"', text).encode()),
    ("empty lines", lambda text: text.replace("\n", "\n\n,,\n").encode()),
]


@pytest.mark.parametrize(("name", "saved"), SPREADSHEET)
def test_a_save_by_a_spreadsheet_is_named_and_taken_back(folder, name, saved):
    build(folder, sites=[{"site_id": "a"}], grid=[{**WORLD, "grid_id": "a"}])
    before = {path: path.read_text() for path in (folder / "sites.csv", folder / "grid.csv")}
    assert run(folder, "check").returncode == 0
    for path, text in before.items():
        path.write_bytes(saved(text))
    if any(path.read_bytes() != text.encode() for path, text in before.items()):
        told = run(folder, "check")
        assert told.returncode == 1 and "tracker tidy" in told.stdout
    assert run(folder, "tidy").returncode == 0
    assert {path: path.read_text() for path in before} == before
    assert run(folder, "check").returncode == 0


def test_tidy_leaves_to_a_person_what_only_a_person_can_mend(tiny):
    path = tiny / "amounts.csv"
    path.write_text(path.read_text() + 'a,"b\n')
    before = path.read_bytes()
    told = run(tiny, "tidy").stdout
    assert told == ("data/amounts.csv: left as it is: the quotation marks of line 3 do not match\n")
    assert path.read_bytes() == before
