"""A small copy of the real data: a share of the commitments, and all that hangs on them."""

import csv
import shutil
from pathlib import Path

from tests.building import DATA, expect_few_rows, write
from tracker.dataset.schema import Package, read_package

Rows = list[dict[str, object]]
SHARE = 4  # one commitment in so many stays


def shrunk(folder: Path) -> Path:
    """Write the small copy into ``folder``: every table and settings file of the real data."""
    package = read_package(DATA)
    shutil.copytree(DATA, folder, dirs_exist_ok=True)
    expect_few_rows(folder)
    tables = {name: _rows(DATA / table.path) for name, table in package.tables.items()}
    ends = {row[end] for row in tables["overlaps"] for end in ("commitment_id", "also_in")}
    kept = _kept_commitments(tables["commitments"], ends)
    tables["commitments"] = [row for row in tables["commitments"] if row["commitment_id"] in kept]
    while _drop_dangling(tables, package):
        pass
    _drop_uncited(tables, package)
    for name, table in package.tables.items():
        write(folder / table.path, list(table.fields), tables[name])
    return folder


def _rows(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return [dict(row) for row in csv.DictReader(file)]


def _kept_commitments(rows: Rows, also: set[object]) -> set[object]:
    """Every fourth pot, and ``also``, with all parts and all that any of them points at."""
    pots = sorted(str(row["commitment_id"]) for row in rows if not row["part_of"])
    kept = also | set(pots[::SHARE])
    while True:
        parts = {row["commitment_id"] for row in rows if row["part_of"] in kept}
        seen = [row for row in rows if row["commitment_id"] in kept]
        ends = {row[field] for row in seen for field in ("part_of", "rival_of", "replaced_by")}
        if (parts | ends) - {""} <= kept:
            return kept
        kept |= (parts | ends) - {""}


def _drop_dangling(tables: dict[str, Rows], package: Package) -> bool:
    """Drop what points at a row that is not there; whether there was any."""
    dropped = False
    ids = {name: {row[package[name].key] for row in rows} for name, rows in tables.items()}
    for name, table in package.tables.items():
        ends = [(field, ids[target]) for field, target, _ in table.references]
        if "subject_id" in table.fields:
            ends.append(("subject_id", ids["commitments"] | ids["sites"]))
        kept = [row for row in tables[name] if all(not row[f] or row[f] in to for f, to in ends)]
        dropped = dropped or len(kept) < len(tables[name])
        tables[name] = kept
    return dropped


def _drop_uncited(tables: dict[str, Rows], package: Package) -> None:
    for target in ("sources", "organisations"):
        cited = {
            row[field]
            for name, table in package.tables.items()
            for field, other, _ in table.references
            if other == target
            for row in tables[name]
        }
        key = package[target].key
        tables[target] = [row for row in tables[target] if row[key] in cited]
