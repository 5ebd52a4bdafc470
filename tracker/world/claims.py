"""Dated claims: from which day each is known, and which of them is in force on a day."""

from collections.abc import Hashable, Mapping
from datetime import date
from typing import TypeAlias

from tracker.dataset import dates
from tracker.dataset.dataset import Dataset
from tracker.dataset.once import once
from tracker.dataset.plain import Row

# Tables of dated claims, and the column that names what each is about.
CLAIMS = {
    "amounts": "commitment_id",
    "capacities": "subject_id",
    "statuses": "subject_id",
    "outputs": "commitment_id",
}
IN_FORCE = ("amounts", "capacities", "statuses")  # of these only the latest claim holds

Subject: TypeAlias = Hashable  # the id of a subject, with the phase where it is power


@once
def days(dataset: Dataset) -> Mapping[str, list[date | None]]:
    """Table with a day -> from when each of its rows is known; None for a row without a date."""
    found = {}
    for name, table in dataset.package.tables.items():
        if "knownFrom" in table.descriptor:
            said = dataset[name][table.known_from].tolist()
            found[name] = [_known_from(one, dataset) for one in said]
    return found


def _known_from(partial: object, dataset: Dataset) -> date | None:
    if not isinstance(partial, str):
        return None
    return dates.known_from(partial, dataset.rules.evidence_until)


@once
def heard(dataset: Dataset) -> list[tuple[date, str, bool]]:
    """Every dated claim, the first first: its day, its subject, whether it makes that known.

    Power and stock may be older than a pledge and do not make it known.
    """
    found = [
        (day, row["commitment_id"], True)
        for row, day in dated("commitments", dataset)
        if day is not None
    ]
    for table, subject in CLAIMS.items():
        for row, day in dated(table, dataset):
            adopted = table == "amounts" and row["standing"] == "adopted"
            if day is not None:
                found.append((day, row[subject], table == "statuses" or adopted))
    return sorted(found, key=lambda claim: claim[0])


def in_force(table: str, dataset: Dataset, day: date) -> dict[Subject, Row]:
    """Subject -> its latest adopted claim in ``table`` that is known by ``day``.

    Of two that are known from one day the more exactly dated holds; of two statuses of one date
    the one further along the list of rungs, for a stone laid on the day of the announcement comes
    after it. What is left goes by the row's name, never by its place in the file.
    """
    found = {}
    for since, subject, row in _ordered(dataset)[table]:
        if since > day:
            break
        found[subject] = row
    return found


@once
def _ordered(dataset: Dataset) -> Mapping[str, list[tuple[date, Subject, Row]]]:
    """Table -> its adopted claims in the order in which they come into force."""
    rungs: dict[str | None, int] = {rung: at for at, rung in enumerate(dataset.rules.rungs)}
    found = {}
    for table in IN_FORCE:
        column, subject = dataset.package[table].known_from, CLAIMS[table]
        claims = [
            (day, row)
            for row, day in dated(table, dataset)
            if day is not None and row.get("standing", "adopted") == "adopted"
        ]
        claims.sort(
            key=lambda one: (one[0], one[1][column], rungs.get(one[1].get("status", ""), 0))
        )
        found[table] = [
            (day, (row[subject], row["phase"]) if "phase" in row else row[subject], row)
            for day, row in claims
        ]
    return found


def dated(table: str, dataset: Dataset) -> list[tuple[Row, date | None]]:
    """Each row of ``table`` and the day from which it is known, as `days` has it."""
    return list(zip(dataset.rows(table), days(dataset)[table], strict=True))


def known(table: str, dataset: Dataset, day: date) -> list[Row]:
    """The rows of ``table`` known by ``day``; one without a date always is."""
    return [row for row, since in dated(table, dataset) if since is None or since <= day]
