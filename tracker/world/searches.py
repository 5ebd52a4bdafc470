"""What was searched for and not found: silence is not the same as not having looked."""

from collections.abc import Mapping

from tracker.dataset.dataset import Dataset
from tracker.dataset.once import once

BETTER, NEWER = "better", "newer"  # `searches.sought`


def in_vain(sought: str, dataset: Dataset) -> Mapping[str, str]:
    """Subject -> the last day of a search for ``sought``, of those of which none found anything."""
    return _in_vain(dataset)[sought]


@once
def _in_vain(dataset: Dataset) -> dict[str, dict[str, str]]:
    last: dict[str, dict[str, str]] = {BETTER: {}, NEWER: {}}
    found = set()
    for row in dataset.rows("searches"):
        sought, subject, day = row["sought"], row["subject_id"], row["searched_on"]
        last[sought][subject] = max(day, last[sought].get(subject, ""))
        if row["is_found"]:
            found.add((sought, subject))
    return {
        sought: {name: day for name, day in days.items() if (sought, name) not in found}
        for sought, days in last.items()
    }
