"""The data package as a document: every table, every column, what it holds and may hold."""

from typing import Any

from tracker.schema import Package, Table


def codebook(package: Package) -> str:
    """Markdown: a section per table, a row per column. Nothing is said that the schema does not."""
    return "\n\n".join(["# Codebook", *map(_section, package.tables.values())])


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
