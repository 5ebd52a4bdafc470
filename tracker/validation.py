"""Rows of text -> a typed frame, by the Table Schema alone; frictionless does the judging."""

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd
from frictionless import Resource, Schema

from tracker import dates
from tracker.faults import Fault
from tracker.records import Records
from tracker.schema import Table

PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?")
MOST_FAULTS = 1000
ALONE = {"fields", "primaryKey", "missingValues"}


def schema_faults(records: Records, table: Table) -> list[Fault]:
    """Every fault that the Table Schema finds, one for each cell at most."""
    if not records.rows:
        return []  # the header was looked at when the file was read
    # References cross tables, so they are checked with everything else that does.
    alone = {key: value for key, value in table.descriptor["schema"].items() if key in ALONE}
    resource = Resource(
        data=[list(table.fields), *records.rows], schema=Schema.from_descriptor(alone)
    )
    errors = resource.validate(limit_errors=MOST_FAULTS).tasks[0].errors
    found: dict[tuple[int, str], Fault] = {}
    for error in errors:
        if error.type == "primary-key":
            continue  # said already of the field that is the key
        row = getattr(error, "row_number", None)
        line = records.lines[row - 2] if row else 0
        field = getattr(error, "field_name", "")
        problem = _problem(error, table, records)
        found.setdefault((line, field), Fault(table.name, line, field, problem, table.file))
    for fault in _form_faults(records, table):
        found.setdefault((fault.line, fault.field), fault)
    return list(found.values())


def _problem(error: Any, table: Table, records: Records) -> str:
    field = table.fields.get(getattr(error, "field_name", ""), {})
    shown = _shown(getattr(error, "cell", ""))
    match error.type:
        case "type-error":
            noun = {"integer": "a whole number", "boolean": "true or false"}
            return f"{shown} is not {noun.get(field['type'], 'a ' + field['type'])}"
        case "unique-error":
            first = int(re.findall(r"\d+", error.note)[-1])
            return f"{shown} is already on line {records.lines[first - 2]}"
        case "extra-cell" | "missing-cell":
            width = len(records.rows[error.row_number - 2])
            return f"the row has {width} cells, expected {len(table.fields)}"
        case "constraint-error":
            return f"{shown} {_constraint(error.note, field)}" if error.cell else "is empty"
    return str(error.note)


def _constraint(note: str, field: dict[str, Any]) -> str:
    limits = field["constraints"]
    broken = re.search(r'"(\w+)"', note)
    match broken.group(1) if broken else "":
        case "enum":
            return f"is not one of {', '.join(limits['enum'])}"
        case "minimum" if field["type"] == "integer":
            return f"is not a whole number of at least {limits['minimum']}"
        case "minimum":
            return f"is not a number above {limits['minimum']}"
        case "maximum":
            return f"is above {limits['maximum']}"
        case "maxLength":
            return f"is longer than {limits['maxLength']} characters"
        case "pattern" if field.get("partialDate"):
            return "is not a date such as 2026, 2026-06 or 2026-06-30"
    return f"does not look like {limits.get('pattern', note)}"


def _form_faults(records: Records, table: Table) -> Iterator[Fault]:
    """What the Table Schema lets through: 1e3 as a number, 29 February in any year."""
    numbers = [name for name, field in table.fields.items() if field["type"] == "number"]
    days = table.partial_dates()
    places = {name: place for place, name in enumerate(table.fields)}
    for line, row in zip(records.lines, records.rows, strict=True):
        if len(row) != len(places):
            continue
        for name in numbers:
            if row[places[name]] and not PLAIN_NUMBER.fullmatch(row[places[name]]):
                problem = f"{_shown(row[places[name]])} is not a plain number"
                yield Fault(table.name, line, name, problem, table.file)
        for name in days:
            if row[places[name]] and not _is_day(row[places[name]]):
                problem = f"{_shown(row[places[name]])} is not a day of the calendar"
                yield Fault(table.name, line, name, problem, table.file)


def _is_day(cell: str) -> bool:
    try:
        dates.first_day(cell)
    except ValueError:
        return False
    return True


def _shown(cell: Any) -> str:
    text = str(cell)
    return repr(text if len(text) <= 60 else text[:59] + "…")


def typed(records: Records, table: Table, withheld: set[int]) -> pd.DataFrame:
    """The rows whose line is not ``withheld``, typed, indexed by line; blank cells are missing."""
    kept = [
        (line, row)
        for line, row in zip(records.lines, records.rows, strict=True)
        if line not in withheld
    ]
    frame = pd.DataFrame(
        [row for _, row in kept],
        index=pd.Index([line for line, _ in kept], name="line", dtype="int64"),
        columns=list(table.fields),
        dtype="str",
    ).replace("", None)
    return frame.assign(
        **{name: _column(frame[name], field["type"]) for name, field in table.fields.items()}
    )


def _column(cells: pd.Series, kind: str) -> pd.Series:
    match kind:
        case "boolean":
            return cells.map({"true": True, "false": False}).astype("boolean")
        case "integer":
            return pd.to_numeric(cells).astype("Int64")
        case "number":
            return pd.to_numeric(cells).astype("Float64")
        case _:
            return cells.astype("str")
