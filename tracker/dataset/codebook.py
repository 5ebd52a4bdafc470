"""The data package as a document: every table, every column, what it holds and may hold."""

from typing import Any

from tracker.dataset.schema import Package, Table

SPELLINGS = """\
A cell is empty where nothing is known. Everything else is spelled so, and in no other way:

- **integer**: digits 0 to 9, at most fifteen, a minus before them where it is below zero; no marks
  between them, no leading zeros, no exponent.
- **number**: the same, with a point and up to twelve digits after it where it has a part.
- **boolean**: true or false; TRUE, True and 1, FALSE, False and 0 are read as these.
- **partial date**: 2026, 2026-06 or 2026-06-30, a day of the calendar from 1900 to 2099.
- **string**: one line of text in UTF-8, without characters that nobody sees."""


def codebook(package: Package) -> str:
    """Markdown: how values are spelled, then a section per table with a row per column."""
    return "\n\n".join(["# Codebook", SPELLINGS, *map(_section, package.tables.values())])


def _section(table: Table) -> str:
    rows = [_row(field) for field in table.fields.values()]
    head = ["| column | type | holds | may hold |", "|---|---|---|---|"]
    return "\n".join([f"## {table.name}", "", table.descriptor["description"], "", *head, *rows])


def _row(field: dict[str, Any]) -> str:
    limits = field.get("constraints", {})
    allowed = ", ".join(limits.get("enum", [])) or ("required" if limits.get("required") else "")
    kind = "partial date" if field.get("partialDate") else field["type"]
    unit = f" ({field['unit']})" if "unit" in field else ""
    return f"| `{field['name']}` | {kind}{unit} | {field['description']} | {allowed} |"
