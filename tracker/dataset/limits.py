"""Whether the cells of a table surely keep to the limits of its schema: a first, fast look.

Nearly every table is sound. To hear so from frictionless was half the time of loading them, so it
is asked, and loaded, only where this look leaves a doubt: what is wrong it alone says.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from tracker.dataset import spellings
from tracker.dataset.schema import Table

Cells = set[str]  # those of a column that are not empty

LIMITS: Mapping[str, Callable[[Cells, Any], bool]] = {
    "unique": lambda cells, limit: True,  # rows of one name are told beside frictionless
    "enum": lambda cells, options: cells <= {*options},
    "pattern": lambda cells, pattern: all(map(anchored(pattern).match, cells)),
    "maxLength": lambda cells, most: all(len(cell) <= most for cell in cells),
    "minimum": lambda cells, least: all(Decimal(cell) >= Decimal(str(least)) for cell in cells),
    "maximum": lambda cells, most: all(Decimal(cell) <= Decimal(str(most)) for cell in cells),
}


def anchored(pattern: str) -> re.Pattern[str]:
    """What a cell must match from end to end."""
    return re.compile(f"^(?:{pattern})$")


def surely_kept(rows: list[list[str]], table: Table) -> bool:
    """Whether no row is blank and every cell is what its field asks for; False where in doubt."""
    columns = zip(*rows, strict=True)
    return (
        table.descriptor["schema"].get("missingValues", [""]) == [""]
        and all(map(any, rows))
        and all(map(_is_kept, map(set, columns), table.fields.values()))
    )


def _is_kept(cells: Cells, field: dict[str, Any]) -> bool:
    limits = dict(field.get("constraints", {}))
    if limits.pop("required", False) and "" in cells:
        return False
    told = cells - {""}
    return (
        field.get("format", "default") == "default"
        and limits.keys() <= LIMITS.keys()
        and all(spellings.is_spelled(cell, field) for cell in told)
        and all(LIMITS[name](told, limit) for name, limit in limits.items())
    )
