"""The shape of datapackage.yaml: what it may say of a table and of a column, and no more."""

import re
import warnings
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field

from tracker.dataset.settings.shapes import (
    ClosedGroup,
    Number,
    Shaped,
    Truth,
    Whole,
    first,
    read_shaped,
    refusing,
)
from tracker.dataset.settings.yaml_reader import Keys

PACKAGE = "datapackage.yaml"
FILE = re.compile(r"[a-z][a-z0-9_]*")
KINDS = {  # the types of a column that each constraint can hold
    "enum": ("string",),
    "pattern": ("string",),
    "maxLength": ("string",),
    "minimum": ("integer", "number"),
    "maximum": ("integer", "number"),
}
One = Annotated[list[str], Field(min_length=1, max_length=1)]
Texts = Annotated[list[str], Field(min_length=1)]


class Constraints(ClosedGroup):
    """What the cells of a column must hold to."""

    required: NotRequired[Truth]
    unique: NotRequired[Truth]
    enum: NotRequired[Texts]
    pattern: NotRequired[str]
    minimum: NotRequired[Number]
    maximum: NotRequired[Number]
    maxLength: NotRequired[Annotated[Whole, Field(ge=1)]]


class Column(ClosedGroup):
    """A column, by Table Schema and by names of our own."""

    name: str
    type: Literal["string", "integer", "number", "boolean"]
    title: str
    description: str
    constraints: NotRequired[Constraints]
    format: NotRequired[str]
    unit: NotRequired[str]
    example: NotRequired[str]
    partialDate: NotRequired[Truth]
    isPast: NotRequired[Truth]
    trueValues: NotRequired[Texts]
    falseValues: NotRequired[Texts]
    codeWidth: NotRequired[Annotated[Whole, Field(ge=1)]]


class There(ClosedGroup):
    """The table and column that a foreign key points at."""

    resource: str
    fields: One


class ForeignKey(ClosedGroup):
    """A column whose values are keys of another table."""

    fields: One
    reference: There


class Columns(ClosedGroup):
    """The columns of a table and their keys."""

    fields: Annotated[list[Column], Field(min_length=1)]
    primaryKey: One
    missingValues: NotRequired[list[Literal[""]]]
    uniqueKeys: NotRequired[list[Annotated[list[str], Field(min_length=2)]]]
    foreignKeys: NotRequired[list[ForeignKey]]


class Licence(ClosedGroup):
    """Terms of use."""

    name: str
    path: NotRequired[str]
    title: NotRequired[str]


class Resource(ClosedGroup):
    """A table."""

    name: str
    path: str
    title: str
    description: str
    format: NotRequired[Literal["csv"]]
    mediatype: NotRequired[str]
    encoding: NotRequired[Literal["utf-8"]]
    licenses: NotRequired[list[Licence]]
    everyRowNeeded: NotRequired[Truth]
    leastRows: NotRequired[Annotated[Whole, Field(ge=1)]]
    knownFrom: NotRequired[str]
    schema: Columns


class Contributor(ClosedGroup):
    """Who made the data."""

    title: str
    roles: NotRequired[list[str]]


def _version_problem(written: str) -> str:
    """The version is the day on which the data were made."""
    try:
        date(*map(int, written.split(".")[:3]))
    except (ValueError, TypeError):
        return "is not a day such as 2026.11.21"
    return ""


class Descriptor(ClosedGroup):
    """All tables, and the package's own description."""

    profile: NotRequired[Annotated[str, Field(alias="$schema")]]
    name: str
    title: str
    description: str
    version: Annotated[str, refusing(_version_problem)]
    created: NotRequired[str]
    licenses: NotRequired[list[Licence]]
    contributors: NotRequired[list[Contributor]]
    resources: Annotated[list[Resource], Field(min_length=1)]


def read_package_file(folder: Path) -> Shaped[dict[str, Any]]:
    """The descriptor of the data package in ``folder``, or what is wrong with it."""
    found: Shaped[Any] = read_shaped(folder, PACKAGE, Descriptor)
    if found.value is None:
        return found
    wrong = [found.document.fault(*one) for one in _wrong(found.value["resources"])]
    faults = first((*found.faults, *wrong))
    return Shaped(found.document, None if wrong else found.document.value, faults)


def _wrong(resources: list[dict[str, Any]]) -> Iterator[tuple[Keys, str]]:
    """What a shape cannot see: names used twice, keys that point nowhere, limits that clash."""
    columns: dict[str, list[str]] = {}
    for place, table in enumerate(resources):
        at: Keys = ("resources", place)
        if table["name"] in columns:
            yield (*at, "name"), f"{table['name']!r} is a table already"
        if not FILE.fullmatch(table["name"]):
            yield (*at, "name"), f"{table['name']!r} is not a name such as sources"
        if table["path"] != f"{table['name']}.csv":
            yield (*at, "path"), f"{table['path']!r} is not {table['name']}.csv"
        columns[table["name"]] = [field["name"] for field in table["schema"]["fields"]]
        yield from _wrong_fields((*at, "schema", "fields"), table["schema"]["fields"])
    for place, table in enumerate(resources):
        yield from _wrong_keys(("resources", place), table, columns)


def _wrong_fields(at: Keys, fields: list[dict[str, Any]]) -> Iterator[tuple[Keys, str]]:
    names: set[str] = set()
    for place, field in enumerate(fields):
        if field["name"] in names:
            yield (*at, place, "name"), f"{field['name']!r} is a column already"
        names.add(field["name"])
        for name, told in _wrong_limits(field.get("constraints", {}), field["type"]):
            yield (*at, place, "constraints", name), told


def _wrong_limits(limits: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    for name, kinds in KINDS.items():
        if name in limits and kind not in kinds:
            yield name, f"cannot limit a column of type {kind}"
    if "pattern" in limits and (problem := _wrong_pattern(limits["pattern"])):
        yield "pattern", f"{limits['pattern']!r} is not a pattern ({problem})"
    if limits.get("minimum", 0) > limits.get("maximum", float("inf")):
        yield "minimum", f"{limits['minimum']:g} is above the maximum"
    options = limits.get("enum", [])
    if twice := sorted({one for one in options if options.count(one) > 1}):
        yield "enum", f"{twice[0]!r} is given twice"


def _wrong_pattern(pattern: str) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return str(error) or "too deep"
    return ""


def _wrong_keys(
    at: Keys, table: Mapping[str, Any], columns: Mapping[str, list[str]]
) -> Iterator[tuple[Keys, str]]:
    schema, name = table["schema"], table["name"]
    key = schema["primaryKey"][0]
    named = [((*at, "schema", "primaryKey", 0), key, name)]
    named.append(((*at, "knownFrom"), table.get("knownFrom", key), name))
    for place, foreign in enumerate(schema.get("foreignKeys", [])):
        here: Keys = (*at, "schema", "foreignKeys", place)
        there, field = foreign["reference"]["resource"], foreign["reference"]["fields"][0]
        named.append(((*here, "fields", 0), foreign["fields"][0], name))
        if there in columns:
            named.append(((*here, "reference", "fields", 0), field, there))
        else:
            yield (*here, "reference", "resource"), f"{there!r} is not a table"
    for keys, column, of in named:
        if column not in columns[of]:
            yield keys, f"{column!r} is not a column of {of}"
