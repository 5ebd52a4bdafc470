"""Empty rows for a new commitment, in the right order of columns, ready to be filled in."""

from tracker.dataset.dataset import Dataset
from tracker.dataset.rows import written
from tracker.dataset.schema import Table

# What every commitment needs, and how the identifiers of its claims end.
ROWS = {"commitments": "", "amounts": "-a1", "statuses": "-s1"}
BESIDE = ("sources", "organisations")  # often needed too, under identifiers of their own


def new_rows(dataset: Dataset, commitment_id: str) -> str:
    """One empty row per table that a commitment needs, under its file's name and header.

    Raises ValueError when the identifier is taken.
    """
    if commitment_id in set(dataset.written["commitments"]["commitment_id"]):
        raise ValueError(f"{commitment_id!r} is taken; identifiers are never reused")
    package = dataset.package
    rows = [(package[table], commitment_id + ending) for table, ending in ROWS.items()]
    rows += [(package[table], "") for table in BESIDE]
    return "\n".join(f"{table.file}\n{_row(table, key, commitment_id)}" for table, key in rows)


def _row(table: Table, key: str, commitment_id: str) -> str:
    known = {"commitment_id": commitment_id, "subject_id": commitment_id, table.key: key}
    return written(table.fields, [[known.get(name, "") for name in table.fields]])
