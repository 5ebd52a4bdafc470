"""Rows of text -> a typed frame, by the Table Schema alone; frictionless does the judging.

What a value may look like is said once, in `spellings`: a cell that is let through here is typed
there by the same expressions, so that typing cannot fail.
"""

import re
import sys
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

import numpy as np
import pandas as pd

from tracker.dataset import spellings
from tracker.dataset.faults import Fault
from tracker.dataset.limits import surely_kept
from tracker.dataset.rows import Records
from tracker.dataset.schema import Table

ALONE = {"fields", "primaryKey", "missingValues"}
TOLD_HERE = {"primary-key", "unique-error", "type-error"}


def schema_faults(records: Records, table: Table) -> list[Fault]:
    """Every fault that the Table Schema finds, one for each cell at most."""
    found: dict[tuple[int, str], Fault] = {}
    for line, field, problem in _problems(records, table):
        found.setdefault((line, field), Fault(table.name, line, field, problem, table.file))
    return list(found.values())


def _problems(records: Records, table: Table) -> Iterator[tuple[int, str, str]]:
    if surely_kept(records.rows, table):
        yield from _repeated(records, table)
        return
    yield from _misspelled(records, table)
    yield from _repeated(records, table)
    for error in _judged(records, table):
        if error.type not in TOLD_HERE:
            row = getattr(error, "row_number", None)
            field = getattr(error, "field_name", "")
            yield records.lines[row - 2] if row else 0, field, _problem(error, table)


def _judged(records: Records, table: Table) -> list[Any]:
    """What frictionless finds. References cross tables, so they are checked with all that does."""
    from frictionless import Resource, Schema

    alone = {key: value for key, value in table.descriptor["schema"].items() if key in ALONE}
    alone["fields"] = [_anchored(field) for field in alone["fields"]]
    resource = Resource(
        data=[list(table.fields), *records.rows], schema=Schema.from_descriptor(alone)
    )
    return list(resource.validate(limit_errors=sys.maxsize).tasks[0].errors)


def _anchored(field: dict[str, Any]) -> dict[str, Any]:
    """``field`` with its pattern in a group: frictionless 5.21 anchors only the ends of "a|b"."""
    limits = field.get("constraints", {})
    if "pattern" not in limits:
        return field
    return {**field, "constraints": {**limits, "pattern": f"(?:{limits['pattern']})"}}


def _misspelled(records: Records, table: Table) -> Iterator[tuple[int, str, str]]:
    places = [
        (place, name, field)
        for place, (name, field) in enumerate(table.fields.items())
        if spellings.kind_of(field) != "string"
    ]
    for line, row in zip(records.lines, records.rows, strict=True):
        for place, name, field in places:
            if row[place] and not spellings.is_spelled(row[place], field):
                yield line, name, spellings.misspelled(row[place], field)


def _repeated(records: Records, table: Table) -> Iterator[tuple[int, str, str]]:
    """Rows of one name. Which of them holds nobody can say, so all go, unless they are alike."""
    for columns in table.unique:
        yield from _twins(records, table, columns)


def _twins(
    records: Records, table: Table, columns: tuple[str, ...]
) -> Iterator[tuple[int, str, str]]:
    places = [list(table.fields).index(column) for column in columns]
    named: dict[str, list[int]] = {}
    for number, row in enumerate(records.rows):
        cells = [row[place] for place in places]
        if all(cells):
            named.setdefault(" ".join(cells), []).append(number)
    for name, numbers in ((name, found) for name, found in named.items() if len(found) > 1):
        alike = all(records.rows[number] == records.rows[numbers[0]] for number in numbers)
        for number in numbers[1:] if alike else numbers:
            other = numbers[0] if number != numbers[0] else numbers[1]
            where = f"{'already' if number != numbers[0] else 'also'} on line"
            problem = f"{spellings.shown(name)} is {where} {records.lines[other]}"
            yield records.lines[number], columns[-1], problem


def _problem(error: Any, table: Table) -> str:
    field = table.fields.get(getattr(error, "field_name", ""), {})
    if error.type == "constraint-error":
        cell = getattr(error, "cell", "")
        told = f"{spellings.shown(cell)} {_constraint(cell, error.note, field)}"
        return told if cell else "is empty"
    return str(error.note)


def _constraint(cell: str, note: str, field: dict[str, Any]) -> str:
    limits = field["constraints"]
    broken = re.search(r'"(\w+)"', note)
    match broken.group(1) if broken else "":
        case "enum":
            meant = get_close_matches(cell.lower().replace(" ", "_"), limits["enum"], 1)
            hint = f": did you mean {meant[0]}?" if meant else ""
            return f"is not one of {', '.join(limits['enum'])}{hint}"
        case "minimum" if field["type"] == "integer":
            return f"is not a whole number of at least {limits['minimum']}"
        case "minimum":
            return f"is not a number above {limits['minimum']}"
        case "maximum":
            return f"is above {limits['maximum']}"
        case "maxLength":
            return f"is longer than {limits['maxLength']} characters"
        case "pattern" if field.get("partialDate"):
            return "is not a date from 1900 to 2099"
    return f"does not look like {field.get('example', limits.get('pattern', note))}"


def typed(records: Records, table: Table, withheld: set[int]) -> pd.DataFrame:
    """The rows whose line is not ``withheld``, typed, indexed by line; blank cells are missing.

    They come in the order of their keys, so that the order of a file never decides anything.
    """
    place = list(table.fields).index(table.key)
    kept = sorted(
        (spellings.in_order(row[place]), line, row)
        for line, row in zip(records.lines, records.rows, strict=True)
        if line not in withheld
    )
    columns = {
        name: _column([row[place] for _, _, row in kept], field)
        for place, (name, field) in enumerate(table.fields.items())
    }
    lines = pd.Index([line for _, line, _ in kept], name="line", dtype="int64")
    return pd.DataFrame(columns, index=lines)


def _column(cells: list[str], field: dict[str, Any]) -> Any:
    """The values of one column as pandas holds them."""
    is_blank = np.array([not cell for cell in cells], dtype="bool")
    match field["type"]:
        case "boolean":
            meaning = {"": False, **spellings.truths(field)}
            values = np.array([meaning[cell] for cell in cells], dtype="bool")
            return pd.arrays.BooleanArray(values, is_blank)
        case "integer":
            whole = np.array([int(cell or 0) for cell in cells], dtype="int64")
            return pd.arrays.IntegerArray(whole, is_blank)
        case "number":
            numbers = np.array([float(cell or 0) for cell in cells], dtype="float64")
            return pd.arrays.FloatingArray(numbers, is_blank)
        case _:
            return pd.array([cell or None for cell in cells], dtype="str")
