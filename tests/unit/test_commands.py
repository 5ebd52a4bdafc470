"""python -m tracker, as a maintainer runs it."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.building import build
from tracker.rates import _rate

ROOT = Path(__file__).parents[2]
FIXINGS = {date(2025, 2, 28): 1.04, date(2025, 3, 3): 1.06, date(2025, 3, 4): 1.05}


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
        ("2025-03", 1.055, date(2025, 3, 4)),
    ],
)
def test_a_rate_is_a_fixing_or_the_mean_of_a_period(period, rate, fixing):
    found, day = _rate(FIXINGS, period, date(2026, 7, 1))
    assert (round(found, 6), day) == (rate, fixing)
