"""Tables in one form, so that a spreadsheet's save changes only the lines that a person changed.

UTF-8 without a byte-order mark, lines that end in a line feed, commas, quotation marks only where
they are needed, the columns in their order, true and false in one spelling, codes with their zeros,
numbers without zeros at their end, no spaces round a cell and no empty lines. Rows stay in their
order, and no value is ever changed.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from tracker.dataset import accidents, spellings
from tracker.dataset.faults import Cost, Fault
from tracker.dataset.rows import LINE_END, TIDY, cleaned, places, written
from tracker.dataset.schema import Package, Table


def untidy(folder: Path, package: Package) -> Iterator[Fault]:
    """One fault for each file that is not in the one form; files that cannot be read have none."""
    for table in package.tables.values():
        path = folder / table.path
        try:
            if path.read_bytes() != tidied(path.read_bytes(), table):
                problem = f"is not in the one form that tables have: {TIDY}"
                yield Fault(table.name, 0, "", problem, table.file, Cost.NOTHING)
        except (OSError, ValueError):
            continue  # what is wrong with it, reading it says


def tidy(folder: Path, package: Package) -> Iterator[str]:
    """Bring every table into the one form; gives a line for each file changed or left as it is."""
    for table in package.tables.values():
        path = folder / table.path
        try:
            before = path.read_bytes()
            after = tidied(before, table)
        except (OSError, ValueError) as error:
            yield f"{table.file}: left as it is: {error}"
            continue
        if after != before:
            path.write_bytes(after)
            yield f"{table.file}: rewritten"


def tidied(content: bytes, table: Table) -> bytes:
    """``content`` in the one form. Raises ValueError, with the reason, where a person must look."""
    lines = LINE_END.split(_decoded(content))
    if line := accidents.unfinished_merge(lines):
        raise ValueError(f"an unfinished merge on line {line}")
    mark = accidents.other_delimiter(lines[0], [*table.fields]) or ","
    rows = [cells for cells in _rows(lines, mark) if any(map(cleaned, cells))]
    if not rows:
        raise ValueError("the file is empty")
    order, problem = places(rows[0], [*table.fields])
    if order is None:
        raise ValueError(problem)
    usual = (_usual(row, len(rows[0]), order, table) for row in rows[1:])
    return written(table.fields, usual).encode("utf-8", "surrogateescape")


def _decoded(content: bytes) -> str:
    if content[:2] in accidents.WIDE:
        return content.decode("utf-16")
    if problem := accidents.other_form(content):
        raise ValueError(f"the file {problem}")
    return content.decode("utf-8-sig", "surrogateescape")


def _rows(lines: list[str], mark: str) -> Iterator[list[str]]:
    for number, line in enumerate(lines, 1):
        try:
            yield next(csv.reader([line], strict=True, delimiter=mark), [])
        except csv.Error as error:
            raise ValueError(f"the quotation marks of line {number} do not match") from error


def _usual(row: list[str], width: int, order: list[int], table: Table) -> list[str]:
    """A row in the order of the columns; one of another width is a person's to mend."""
    if len(row) < width or any(row[width:]):
        raise ValueError(f"the row {row[0][:60]!r} has {len(row)} cells, the header {width}")
    fields = table.fields.values()
    cells = (row[place].strip() for place in order)
    return [spellings.usual(cell, field) for cell, field in zip(cells, fields, strict=True)]
