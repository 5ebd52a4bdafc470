"""The world as it was known on a day: which commitments existed, and which claims were in force."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from tracker.dataset.dataset import Dataset
from tracker.dataset.once import once
from tracker.dataset.plain import Row, plain
from tracker.dataset.settings.rules import Rules
from tracker.world import amounts, claims, searches, statuses
from tracker.world.exchange import Rates, read_rates

AMOUNT = {  # what `World.commitments` calls the columns of amounts
    "amount_id": "amount_id",
    "qualifier": "qualifier",
    "amount_date": "claim_date",
    "amount_low": "amount_low",
    "amount_high": "amount_high",
    "currency": "currency",
}
Above: TypeAlias = Mapping[str, str]  # commitment -> the one above it; pots are absent


@dataclass(frozen=True)
class World:
    """What was known on ``day``.

    ``commitments`` has one row per commitment that existed, indexed by ``commitment_id``: the
    columns of the table and
    ``parent_id``    the nearest commitment above it that existed (missing: it is a pot),
    ``pot_id``       the pot it belongs to, itself for a pot,
    ``not_counted``  missing, or why its money never counts: rival or replaced,
    ``amount_id, amount_low, amount_high, currency, qualifier, amount_date, amount_sources``
                     the adopted amount in force (missing: none) and how many documents state it,
    ``amount_tier``  the tier of the best of these documents,
    ``status, status_date, status_rule, status_basis, status_source_id``
                     the status in force, inherited from the commitment above where it has none,
    ``evidence_date`` the newest claim about its pot or anything in it.
    ``held`` is what was worked out of it once (`once`).
    """

    dataset: Dataset
    day: date
    commitments: pd.DataFrame
    rates: Rates
    held: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def rules(self) -> Rules:
        """The rules of the dataset."""
        return self.dataset.rules

    @cached_property
    def facts(self) -> Mapping[str, Row]:
        """Commitment -> its row of ``commitments`` as plain values, NaN where one is missing."""
        return dict(zip(self.commitments.index.tolist(), plain(self.commitments), strict=True))

    @cached_property
    def parents(self) -> Mapping[str, str]:
        """Commitment -> the nearest above it; pots are absent."""
        parents = ((name, row["parent_id"]) for name, row in self.facts.items())
        return {name: parent for name, parent in parents if isinstance(parent, str)}

    @property
    def is_last(self) -> bool:
        """Whether all that the evidence holds was known on the day."""
        return self.day >= self.rules.evidence_until

    @property
    def phases(self) -> tuple[str, ...]:
        """The phases of power, from what is meant to be built to what is in service."""
        return tuple(self.dataset.package["capacities"].options("phase"))

    @property
    def bases(self) -> tuple[str, ...]:
        """What power can be power of."""
        return tuple(self.dataset.package["capacities"].options("power_basis"))

    def known(self, table: str) -> pd.DataFrame:
        """The rows of a dated ``table`` known on the day; one without a date always is.

        Their ``note`` was written at the end of the evidence and may tell what came later than an
        earlier day, where it is therefore missing. Raises KeyError for a table without a day.
        """
        known = [day is None or day <= self.day for day in claims.days(self.dataset)[table]]
        rows = self.dataset[table].loc[known]
        return rows if self.is_last or "note" not in rows else rows.assign(note=None)

    def known_rows(self, table: str) -> list[Row]:
        """The same as plain values."""
        rows = claims.known(table, self.dataset, self.day)
        return rows if self.is_last else [{**row, "note": None} for row in rows]


def world(dataset: Dataset, day: date) -> World:
    """The world on ``day``. A dataset without rows gives a world without rows."""
    newest, known = _heard(dataset, day)
    every = _every(dataset)
    rows = every.loc[[name in known for name in every.index]]
    own = {name: row for name, row in dataset.by_key("commitments").items() if name in known}
    above = _parents(own, dataset)
    pots = {name: [*lineage(name, above)][-1] for name in own}
    evidence = _evidence(pots, newest)
    searched = searches.in_vain(searches.NEWER, dataset).keys()
    states = zip(own, _states(own, above, dataset, day), evidence, strict=True)
    told = [
        statuses.stalled(
            one,
            heard,
            dataset.rules,
            day,
            is_searched=not searched.isdisjoint(lineage(name, above)),
        )
        for name, one, heard in states
    ]
    texts: dict[str, list[Any]] = {
        "parent_id": [above.get(name) for name in own],
        "not_counted": _not_counted(own, above),
        "pot_id": [*pots.values()],
        **{name: [getattr(one, name) for one in told] for name in statuses.COLUMNS},
    }
    columns = _amounts(own, dataset, day) | {"evidence_date": evidence}
    columns |= {name: pd.array(column, dtype="str") for name, column in texts.items()}
    rows = pd.concat([rows, pd.DataFrame(columns, rows.index)], axis="columns")
    return World(dataset, day, rows, read_rates(dataset))


@once
def _every(dataset: Dataset) -> pd.DataFrame:
    """The commitments by their names."""
    return dataset["commitments"].set_index("commitment_id")


@once
def _powers(world: World) -> dict[str, dict[str, Row]]:
    """Phase -> subject -> the claim of power that is in force."""
    found: dict[str, dict[str, Row]] = {phase: {} for phase in world.phases}
    for row in claims.in_force("capacities", world.dataset, world.day).values():
        found[row["phase"]][row["subject_id"]] = row
    return found


def power_in_force(world: World, phase: str) -> Mapping[str, Row]:
    """Commitment or site -> its adopted capacity in ``phase``: the row of capacities (MW)."""
    return _powers(world)[phase]


def lineage(commitment_id: str, above: Above) -> Iterator[str]:
    """A commitment and everything above it, the nearest first; ``above`` leads one step up."""
    yield commitment_id
    while (parent := above.get(commitment_id)) is not None:
        commitment_id = parent
        yield commitment_id


def _heard(dataset: Dataset, day: date) -> tuple[dict[str, date], set[str]]:
    """The day of the newest claim about each subject, and the subjects that were made known."""
    newest, known = {}, set()
    for heard, subject, makes_known in claims.heard(dataset):
        if heard > day:
            break
        newest[subject] = heard
        if makes_known:
            known.add(subject)
    return newest, known


def _parents(own: Mapping[str, Row], dataset: Dataset) -> dict[str, str]:
    """The nearest commitment above each row that exists: a part may be older than its pot."""
    every = dataset.by_key("commitments").items()
    above = {name: row["part_of"] for name, row in every if isinstance(row["part_of"], str)}
    found = {name: [one for one in lineage(name, above) if one in own][1:2] for name in own}
    return {name: nearest[0] for name, nearest in found.items() if nearest}


def _not_counted(own: Mapping[str, Row], above: Above) -> list[str | None]:
    """Why a row's money never counts; what is part of such a row does not count either."""
    reasons = {}
    for name, row in own.items():
        for column, reason in (("replaced_by", "replaced"), ("rival_of", "rival")):
            if isinstance(row[column], str):
                reasons[name] = reason
    return [
        next((reasons[one] for one in lineage(name, above) if one in reasons), None) for name in own
    ]


def _evidence(pots: Mapping[str, str], newest: Mapping[str, date]) -> list[date]:
    of_pot: dict[str, date] = {}
    for name, pot in pots.items():
        of_pot[pot] = max(newest[name], of_pot.get(pot, date.min))
    return [of_pot[pot] for pot in pots.values()]


def _amounts(own: Mapping[str, Row], dataset: Dataset, day: date) -> dict[str, Any]:
    """The columns of the adopted amount in force of each row; missing where there is none."""
    latest, columns = claims.in_force("amounts", dataset, day), {}
    rows: list[Row] = [latest.get(name) or {} for name in own]
    for name, column in AMOUNT.items():
        kind: Any = dataset["amounts"][column].dtype
        columns[name] = pd.array([row.get(column) for row in rows], dtype=kind)
    stating = amounts.documents(rows, dataset, day)
    counts = [len(one) if one else float("nan") for one in stating]
    tiers = [amounts.best_tier(one, dataset) for one in stating]
    columns["amount_tier"] = pd.array(tiers, dtype="str")
    return {**columns, "amount_sources": np.array(counts, dtype="float64")}


def _states(
    own: Mapping[str, Row], above: Above, dataset: Dataset, day: date
) -> Iterator[statuses.Status]:
    """The status in force of each row, else that of the nearest above it which has one.

    Between its announcement and its first dated status a thing is what it was announced as.
    """
    told, lowest = claims.in_force("statuses", dataset, day), dataset.rules.rungs[0]
    for name, row in own.items():
        bearer = next((one for one in lineage(name, above) if one in told), None)
        if bearer is None:
            said = lowest, row["announced_date"], lowest, "reported", row["source_id"]
            yield statuses.Status(*said)
        else:
            yield statuses.stated(told[bearer])
