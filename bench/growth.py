"""Ten and a hundred times the rows: processor time of a new day, and of reading the files."""

import csv
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import yaml

from bench.new_day import probed
from bench.report import Line
from bench.servers import PAGES, ROOT, streamlit

DATA = ROOT / "data"
TARGET_S, LINEAR = 3.0, 10.0
# Of these there can be one row each: settings name them, or a day, a place or a year has only one.
SINGLE = {"exchange_rates", "countries", "terms", "grid", "grid_zones", "indicators", "assumptions"}
ANY_SUBJECT = {"subject_id", "campus_id"}  # name rows of several tables
APART = 1e-4  # degrees, ten metres: two places at one point are a fault
TOLD_APART = {"title", "site_name", "organisation_name", "url"}  # what must not stand twice


def lines(times: tuple[int, ...], days: int) -> Iterator[Line]:
    """Per page the seconds at the most rows, and how they grew over the last tenfold."""
    found = {number: _measured(number, days) for number in times}
    most, fewer = times[-1], times[-2]
    for page in PAGES:
        yield Line(
            f"new day, {page}, {most} times the rows", "s", found[most][page], target=TARGET_S
        )
    for page in (*PAGES, "checks"):
        what = f"{page}, {most} times the rows"
        grown, before = found[most][page], found[fewer][page]
        yield Line(what, "s", grown, f"{fewer} times", before, LINEAR if page in PAGES else None)


def _measured(times: int, days: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        copied = Path(folder) / "data"
        _repeat(copied, times)
        ours = streamlit("app.py")
        found = probed(ours, "unchecked", copied, days) | probed(ours, "checks", copied)
        return {page: median(seconds) for page, seconds in found.items()}


def _repeat(folder: Path, times: int) -> None:
    """A copy of the data in which every row that can be repeated stands ``times`` times."""
    shutil.copytree(DATA, folder)
    package = yaml.safe_load((DATA / "datapackage.yaml").read_text(encoding="utf-8"))
    for table in package["resources"]:
        if table["name"] not in SINGLE:
            keys = {*table["schema"]["primaryKey"], *_references(table)}
            _repeat_rows(folder / table["path"], keys, times)


def _references(table: dict) -> Iterator[str]:
    for key in table["schema"].get("foreignKeys", ()):
        if key["reference"]["resource"] not in SINGLE:
            yield key["fields"][0]


def _repeat_rows(path: Path, keys: set[str], times: int) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    keys = (keys | ANY_SUBJECT) & rows[0].keys()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        for number in range(times):
            writer.writerows(_suffixed(row, keys, number) for row in rows)


def _suffixed(row: dict[str, str], keys: set[str], number: int) -> dict[str, str]:
    """A row as its copy ``number``, which is known by another name; 0 is the row itself."""
    if not number:
        return row
    renamed = (keys | TOLD_APART) & row.keys()
    told = {name: f"{row[name]}-{number}" for name in renamed if row[name]}
    if row.get("latitude"):
        told["latitude"] = f"{float(row['latitude']) + number * APART:.5f}"
    return row | told
