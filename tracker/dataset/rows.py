"""Bytes of a CSV file -> rows of text with their line numbers; nothing is typed or judged yet.

A row is one line: no cell of ours holds a line break. So a quotation mark that is never closed
spoils its own line, and not the rest of the file.
"""

import csv
import io
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tracker.dataset import accidents, spellings
from tracker.dataset.faults import Cost, Fault
from tracker.dataset.schema import Table

# A byte that is not UTF-8 is read as one of these and named later, in its own row.
_FIRST_SURROGATE, _LAST_SURROGATE = "\udc80", "\udcff"
_UNSEEN = {"Cc", "Cf", "Co", "Zl", "Zp"}
LINE_END = re.compile(r"\r\n|\n|\r")
PLAIN = re.compile(r"[!\"$-~]([ -~]*[!-~])?")  # letters of ASCII: nothing unseen, nothing round it
MANY = 3  # rows that do not all go wrong by chance
TIDY = "run python -m tracker tidy"


@dataclass(frozen=True)
class Records:
    """The rows of one file, each as wide as the table: ``rows[i]`` stands on ``lines[i]``.

    Rows that could not be split into their cells are in ``spoilt``, by their line, as well as they
    could be read: what points at such a row follows from its fault.
    ``is_readable`` is false when no row of the file can be trusted.
    """

    rows: list[list[str]]
    lines: list[int]
    faults: list[Fault]
    is_readable: bool = True
    spoilt: Mapping[int, list[str]] = field(default_factory=dict)


def read_records(path: Path, table: Table) -> Records:
    """All rows of ``path`` under the header that ``table`` describes.

    Gives no rows and one fault of the whole file when it is missing, empty, of another form, with
    another header, parted by other marks or merged by halves. Rows of another width and rows whose
    quotation marks do not match are left out, each with its fault. What nobody sees, and what
    surrounds a text, is taken out of texts and named.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return _unusable(table, "the file is missing")
    except OSError as error:
        return _unusable(table, f"the file cannot be read ({error.strerror})")
    return read_rows(content, table)


def read_rows(content: bytes, table: Table) -> Records:
    """The same for the ``content`` of a file."""
    if problem := accidents.other_form(content):
        return _unusable(table, f"the file {problem}")
    lines = LINE_END.split(content.decode("utf-8-sig", "surrogateescape"))
    if line := accidents.unfinished_merge(lines):
        problem = "an unfinished merge: keep one side, delete the other and the marks"
        return _unusable(table, problem, line)
    if not any(lines):
        return _unusable(table, "the file is empty")
    if mark := accidents.other_delimiter(lines[0], [*table.fields]):
        named = accidents.OTHER_MARKS[mark]
        return _unusable(table, f"the cells are parted by {named}, expected commas: {TIDY}")
    return _Reading(table).read(lines)


def readable(cell: str) -> str:
    """``cell`` with every byte that is not UTF-8 shown as the sign for that."""
    if cell.isascii():
        return cell
    return cell.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def written(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in the one form that tables have; `split` reads each line of it."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([header, *rows])
    return text.getvalue()


def split(line: str) -> list[str]:
    """The cells of one line. Raises csv.Error where its quotation marks do not match."""
    if '"' not in line:
        return line.split(",") if line else []
    csv.field_size_limit(sys.maxsize)
    return next(csv.reader([line], strict=True), [])


def _unusable(table: Table, problem: str, line: int = 0) -> Records:
    fault = Fault(table.name, line, "", problem, table.file, Cost.FILE)
    return Records([], [], [fault], is_readable=False)


class _Reading:
    """One reading of the lines of a file."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.names = [*table.fields]
        self.respelled = spellings.respelled(table.fields)
        self.faults: list[Fault] = []
        self.spoilt: dict[int, list[str]] = {}

    def note(self, line: int, field: str, problem: str, cost: Cost = Cost.ROW) -> None:
        """Remember one fault."""
        self.faults.append(Fault(self.table.name, line, field, problem, self.table.file, cost))

    def read(self, lines: list[str]) -> Records:
        """The rows under a header that can be used."""
        try:
            header = split(lines[0])
        except csv.Error:
            return _unusable(self.table, "the quotation marks of the header do not match", 1)
        if not header:
            return _unusable(self.table, f"the first line is empty, expected the header: {TIDY}", 1)
        order, problem = places(header, self.names)
        if order is None:
            return _unusable(self.table, problem)
        if problem:
            self.note(1, "", problem, Cost.NOTHING)
        if lines[-1]:
            problem = "the last line has no end: the file may have been cut short"
            self.note(len(lines), "", problem, Cost.NOTHING)
        found = dict(self._split(lines[1:], len(header)))
        rows = [
            self._seen(line, [cells[place] for place in order]) for line, cells in found.items()
        ]
        spoilt = {
            line: [*(cells[place] if place < len(cells) else "" for place in order)]
            for line, cells in self.spoilt.items()
        }
        return Records(rows, [*found], self.faults, spoilt=spoilt)

    def _split(self, lines: list[str], width: int) -> Iterator[tuple[int, list[str]]]:
        """Number and cells of each row that has ``width`` cells; the others are faults."""
        found = [*self._cells(lines)]
        over = {len(cells) - width for _, cells in found}
        extra = next(iter(over)) if len(over) == 1 and len(found) >= MANY else 0
        if extra > 0 and not any(any(cells[width:]) for _, cells in found):
            # A row whose cells are shifted can end in empty ones, too, but hardly every row.
            problem = f"every row ends in commas too many, {extra} of them: {TIDY}"
            self.note(1, "", problem, Cost.NOTHING)
            found = [(number, cells[:width]) for number, cells in found]
        for number, cells in found:
            if len(cells) == width:
                yield number, cells
            else:
                self.spoilt[number] = cells
                hint = ": quote a text that has a comma" if len(cells) > width else ""
                self.note(number, "", f"the row has {len(cells)} cells, expected {width}{hint}")

    def _cells(self, lines: list[str]) -> Iterator[tuple[int, list[str]]]:
        for number, line in enumerate(lines, 2):
            try:
                cells = split(line)
            except csv.Error:
                self.note(number, "", "a quotation mark is opened and not closed on this line")
                self.spoilt[number] = line.replace('"', "").split(",")
                continue
            if cells == self.names:
                self.note(number, "", "the header stands here again: delete it", Cost.NOTHING)
            elif any(cell.strip() for cell in cells):
                yield number, cells
            elif cells:
                self.note(number, "", "the row is empty, only commas: delete it", Cost.NOTHING)

    def _seen(self, number: int, row: list[str]) -> list[str]:
        """The row as it is usually spelled, and without what nobody sees.

        What nobody sees costs the row only where a value could change.
        """
        cells = tuple(row)
        for place, about in self.respelled:
            row[place] = spellings.usual(cells[place], about)
        for place, cell in enumerate(cells):
            if not cell or PLAIN.fullmatch(cell):
                continue
            name = self.names[place]
            is_text = self.table.is_text(name)
            for problem in _unseen_problems(cell):
                self.note(number, name, problem, Cost.NOTHING if is_text else Cost.ROW)
            if is_text:
                row[place] = readable(cleaned(cell))
        return row


def places(header: list[str], expected: list[str]) -> tuple[list[int] | None, str]:
    """Where each expected column stands, and what is unusual; None where they cannot be found."""
    if header == expected:
        return list(range(len(expected))), ""
    names = [cleaned(name).lower() for name in header]
    if missing := [name for name in expected if name not in names]:
        return None, _header_problem(header, expected, missing)
    if twice := [name for name in expected if names.count(name) > 1]:
        return None, f"the header has {twice[0]!r} twice"
    order = [names.index(name) for name in expected]
    extra = [name for name in names if name and name not in expected]
    if extra:
        return order, f"the header has a column {extra[0]!r} that nobody reads: {TIDY}"
    if len(names) > len(expected):
        return order, f"the header ends in {len(names) - len(expected)} commas too many: {TIDY}"
    if names == expected:
        return order, f"the header is spelled with spaces or capitals: {TIDY}"
    return order, f"the columns stand in another order: {TIDY}"


def _header_problem(header: list[str], expected: list[str], missing: list[str]) -> str:
    if not set(header) & set(expected):
        return f"column 1 of the header is {header[0][:60]!r}, expected {expected[0]!r}"
    others = [name[:60] for name in header if name.strip() and name not in expected]
    hint = f", but {others[0]!r}" if others else ""
    return f"the header has no column {missing[0]!r}{hint}"


def _unseen_problems(cell: str) -> Iterator[str]:
    for character in cell:
        if _FIRST_SURROGATE <= character <= _LAST_SURROGATE:
            byte = f"byte 0x{ord(character) - 0xDC00:02X}"
            yield f"{byte} is not UTF-8: save the file as UTF-8 and write the letter anew"
            return
        if _is_unseen(character):
            yield f"holds the invisible character U+{ord(character):04X}"
            return
    if cell != cell.strip():
        yield "starts or ends with a space"
    elif spellings.ERRORS.fullmatch(cell):
        yield "is an error of a spreadsheet"
    elif before := accidents.garbled_from(cell):
        yield f"was saved in a wrong encoding, it may have been {before[:60]!r}"


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN


def cleaned(cell: str) -> str:
    """``cell`` without what nobody sees, in it and round it."""
    return "".join(character for character in cell if not _is_unseen(character)).strip()
