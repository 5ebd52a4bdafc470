"""Bytes of a CSV file -> rows of text with their line numbers; nothing is typed or judged yet."""

import csv
import io
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tracker.faults import Fault
from tracker.schema import Table

# A byte that is not UTF-8 is read as one of these and named later, in its own row.
_FIRST_SURROGATE, _LAST_SURROGATE = "\udc80", "\udcff"
_UNSEEN = {"Cc", "Cf", "Co", "Zl", "Zp"}


@dataclass(frozen=True)
class Records:
    """The rows of one file: ``rows[i]`` starts on ``lines[i]``. A fault of line 0 spoils all."""

    rows: list[list[str]]
    lines: list[int]
    faults: list[Fault]

    @property
    def is_readable(self) -> bool:
        """False when no row of the file can be trusted."""
        return not any(fault.line == 0 for fault in self.faults)


def read_records(path: Path, table: Table) -> Records:
    """All rows of ``path`` under the header that ``table`` describes.

    Gives no rows and one fault of line 0 when the file is missing, empty, has another header or
    cannot be split into cells. Rows with bytes that are not UTF-8 or with characters nobody can
    see are left in, each with its fault.
    """
    csv.field_size_limit(sys.maxsize)
    try:
        text = path.read_bytes().decode("utf-8-sig", "surrogateescape")
        rows, lines = _split(text)
    except FileNotFoundError:
        return _unusable(table, "the file is missing")
    except OSError as error:
        return _unusable(table, f"the file cannot be read ({error.strerror})")
    except csv.Error as error:
        return _unusable(table, f"the file cannot be split into cells ({error})")
    if not rows:
        return _unusable(table, "the file is empty")
    header, expected = rows.pop(0), list(table.fields)
    lines.pop(0)
    if header != expected:
        return _unusable(table, _header_problem(header, expected))
    return Records(rows, lines, list(_unseen(rows, lines, table)))


def readable(cell: str) -> str:
    """``cell`` with every byte that is not UTF-8 shown as the sign for that."""
    return cell.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _split(text: str) -> tuple[list[list[str]], list[int]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows, lines, start = [], [], 1
    for cells in reader:
        if cells:
            rows.append(cells)
            lines.append(start)
        start = reader.line_num + 1
    return rows, lines


def _unusable(table: Table, problem: str) -> Records:
    return Records([], [], [Fault(table.name, 0, "", problem, table.file)])


def _header_problem(header: list[str], expected: list[str]) -> str:
    for place, name in enumerate(expected):
        found = header[place] if place < len(header) else None
        if found != name:
            shown = "nothing" if found is None else repr(found[:60])
            return f"column {place + 1} of the header is {shown}, expected {name!r}"
    return f"the header has {len(header)} columns, expected {len(expected)}"


def _unseen(rows: list[list[str]], lines: list[int], table: Table) -> Iterator[Fault]:
    names = [*table.fields]
    for line, row in zip(lines, rows, strict=True):
        for place, cell in enumerate(row):
            problem = "" if cell.isascii() and cell.isprintable() else _unseen_problem(cell)
            if problem or cell != cell.strip():
                field = names[place] if place < len(names) else ""
                problem = problem or "starts or ends with a space"
                yield Fault(table.name, line, field, problem, table.file)


def _unseen_problem(cell: str) -> str:
    for character in cell:
        if _FIRST_SURROGATE <= character <= _LAST_SURROGATE:
            return f"byte 0x{ord(character) - 0xDC00:02X} is not UTF-8"
        if unicodedata.category(character) in _UNSEEN:
            return f"holds the invisible character U+{ord(character):04X}"
    return ""
