"""What changed lately: the newest dated claims about commitments, whatever they are about."""

from datetime import date
from itertools import islice
from typing import TypeAlias

import pandas as pd

from tracker.dataset.dataset import Dataset
from tracker.dataset.once import once
from tracker.world import claims
from tracker.world.asof import World

# What a claim of each table says: two documents that say the same make one claim.
SAID = {
    "amounts": ("qualifier", "amount_high", "currency"),
    "capacities": ("qualifier", "capacity_mw", "power_basis", "phase"),
    "statuses": ("status",),
    "outputs": ("qualifier", "value_low", "value_high", "measure"),
}
FIGURES = dict.fromkeys(name for said in SAID.values() for name in said)
COLUMNS = ("dated", "commitment_id", *FIGURES, "table")
Said: TypeAlias = tuple[object, ...]  # a claim as COLUMNS, without who makes it


def newest(world: World, count: int) -> pd.DataFrame:
    """The ``count`` newest adopted claims known on the day of ``world``, the newest first.

    One row per claim, whoever makes it: ``dated`` (partial; a month counts as older than any day
    in it), ``commitment_id``, the ``table`` it stands in, the columns of ``SAID``, missing where
    they are another table's, and ``source_ids``.
    """
    found: dict[Said, list[str]] = {}
    for said, known, source in _newest_first(world.dataset):
        if said[1] in world.facts and known <= world.day:
            found.setdefault(said, []).append(source)
    rows = [(*said, list(dict.fromkeys(found[said]))) for said in islice(found, count)]
    return pd.DataFrame(rows, columns=[*COLUMNS, "source_ids"])


@once
def _newest_first(dataset: Dataset) -> list[tuple[Said, date, str]]:
    """Every adopted claim as ``COLUMNS``, the day from which it is known, and its document."""
    found = []
    for table, subject in claims.CLAIMS.items():
        dated = dataset.package[table].known_from
        for row, known in claims.dated(table, dataset):
            if known is not None and row.get("standing", "adopted") == "adopted":
                told = {name: row[name] for name in SAID[table] if not pd.isna(row[name])}
                about = {"dated": row[dated], "commitment_id": row[subject], "table": table}
                said = tuple((told | about).get(name) for name in COLUMNS)
                found.append((said, known, row["source_id"]))
    return sorted(found, key=lambda claim: str(claim[0][0]), reverse=True)
