"""Tables as escaped HTML, written a column at a time."""

from collections.abc import Iterator

from markupsafe import escape

from tracker.dataset.plain import Row
from tracker.look.elements import Column, Link, Said, Table
from tracker.look.html.writers import WRITERS, write
from tracker.look.look import Look
from tracker.look.values import written


def _table(part: Table, look: Look) -> str:
    """A real table, written a column at a time; each cell names its column in ``headers``."""
    if not part.rows:
        return ""
    heads = "\n".join(_head(part, column) for column in part.columns)
    columns = [_cells(part, column, look) for column in part.columns]
    rows = "\n".join(f"<tr>{chr(10).join(row)}</tr>" for row in zip(*columns, strict=True))
    kind = "cc cc-wide cc-stack" if part.is_stacked else "cc cc-wide"
    return (
        f'<div class="{kind}" id="{escape(part.name)}"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _head(part: Table, column: Column) -> str:
    name = f"{escape(part.name)}-{escape(column.name)}"
    return f'<th scope="col" id="{name}"{_right(column)}>{escape(column.label)}</th>'


def _right(column: Column) -> str:
    return ' class="cc-right"' if column.is_right else ""


def _cells(part: Table, column: Column, look: Look) -> Iterator[str]:
    """The cells of a column; on a narrow screen those of a stacked table bear its label."""
    label = f' data-label="{escape(column.label)}"' if part.is_stacked else ""
    name = f"{escape(part.name)}-{escape(column.name)}"
    tag = f'<td headers="{name}"{label}{_right(column)}>'
    return (f"{tag}{_cell(row, column, look)}</td>" for row in part.rows)


def _cell(row: Row, column: Column, look: Look) -> str:
    """One cell of a table: its value, with its way in, and what stands under it."""
    part = row[column.name]
    if column.kind != "part":
        part = written(part, column, look)
    if column.link and isinstance(address := row[column.link], str) and address:
        part = Link(part, address)
    under = [Said("small", row[name]) for name in column.under if isinstance(row[name], str)]
    return "".join([write(one, look) for one in (part, *under)])


WRITERS |= {Table: _table}
