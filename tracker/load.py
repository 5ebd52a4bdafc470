"""One door in: the files of a data folder -> a Dataset, with every fault in them named."""

from pathlib import Path

import pandas as pd

from tracker.counting.checks import RATES, SUMS
from tracker.dataset.checks import STRUCTURE, WORDS, withhold
from tracker.dataset.dataset import Dataset
from tracker.dataset.faults import Cost, DataError, Fault
from tracker.dataset.rows import Records, read_records, readable
from tracker.dataset.schema import Package, Table
from tracker.dataset.settings.together import read_settings
from tracker.dataset.validation import schema_faults, typed


def load(folder: Path, *, strict: bool = False) -> Dataset:
    """The data in ``folder``, rows with a fault withheld and named in ``Dataset.faults``.

    With ``strict`` any fault raises DataError, whose message has one line for each of them.
    Raises DataError, too, when settings are such that nothing can be counted.
    """
    if not folder.is_dir():
        raise DataError([Fault(str(folder), 0, "", "there is no such folder")])
    settings = read_settings(folder)
    frames, written, faults = _read_tables(folder, settings.package)
    found = tuple(sorted([*faults, *settings.faults]))
    dataset = checked(Dataset(settings.package, settings.rules, frames, written, found))
    if strict and dataset.faults:
        raise DataError(dataset.faults)
    return dataset


def checked(dataset: Dataset) -> Dataset:
    """What the checks leave. Raises DataError where a check finds no column that it asks for."""
    for stage in ((*STRUCTURE, *RATES), SUMS, WORDS):
        dataset = withhold(dataset, stage)
    return dataset


def _read_tables(
    folder: Path, package: Package
) -> tuple[dict[str, pd.DataFrame], dict[str, pd.DataFrame], list[Fault]]:
    frames, written, faults = {}, {}, []
    for name, table in package.tables.items():
        frames[name], written[name], found = read_table(folder / table.path, table)
        faults += found
    return frames, written, faults


def read_table(path: Path, table: Table) -> tuple[pd.DataFrame, pd.DataFrame, list[Fault]]:
    """The rows of one file that can be trusted, every row as text, and what is wrong with it."""
    records = read_records(path, table)
    found = records.faults + (schema_faults(records, table) if records.is_readable else [])
    found = _needing_every_row(table, found)
    rows = typed(records, table, {fault.line for fault in found if fault.withholds})
    return rows, _written(records, table), found


def _needing_every_row(table: Table, faults: list[Fault]) -> list[Fault]:
    """``faults``, and one of the file where a table of which every row is needed lacks one."""
    lost = [fault for fault in faults if fault.withholds]
    if not lost or not table.descriptor.get("everyRowNeeded"):
        return faults
    problem = "every row of this table is needed, so that none can be used"
    return [*faults, Fault(table.name, lost[0].line, "", problem, table.file, Cost.FILE)]


def _written(records: Records, table: Table) -> pd.DataFrame:
    """Every row as text, indexed by line."""
    every = dict(zip(records.lines, records.rows, strict=True)) | {**records.spoilt}
    lines = sorted(every)
    columns = {
        name: pd.array([readable(every[line][place]) for line in lines], dtype="str")
        for place, name in enumerate(table.fields)
    }
    return pd.DataFrame(columns, index=pd.Index(lines, name="line", dtype="int64"))
