"""Empty rows for a new commitment, in the right order of columns, ready to be filled in."""

import csv
import io

from tracker.dataset import Dataset
from tracker.schema import Table

# What every commitment needs, and how the identifiers of its claims end.
ROWS = {"commitments": "", "amounts": "-a1", "statuses": "-s1"}


def new_rows(dataset: Dataset, commitment_id: str) -> str:
    """One empty row per table for ``commitment_id``, each under its file's name and header.

    Raises ValueError when the identifier is taken.
    """
    if commitment_id in set(dataset.written["commitments"]["commitment_id"]):
        raise ValueError(f"{commitment_id!r} is taken; identifiers are never reused")
    return "\n".join(
        f"{dataset.package[table].file}\n{_row(dataset.package[table], commitment_id, ending)}"
        for table, ending in ROWS.items()
    )


def _row(table: Table, commitment_id: str, ending: str) -> str:
    known = {
        table.key: commitment_id + ending,
        "commitment_id": commitment_id,
        "subject_id": commitment_id,
    }
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.fields)
    writer.writerow([known.get(name, "") for name in table.fields])
    return text.getvalue()
