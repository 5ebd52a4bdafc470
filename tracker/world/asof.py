"""The world as it was known on a day: which commitments existed, and which claims were in force."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from tracker.dataset import dates
from tracker.dataset.dataset import Dataset
from tracker.dataset.plain import Row, plain
from tracker.dataset.settings.rules import Rules
from tracker.world.exchange import Rates, read_rates

# Tables of dated claims, and the column that names what each is about.
CLAIMS = {
    "amounts": "commitment_id",
    "capacities": "subject_id",
    "statuses": "subject_id",
    "outputs": "commitment_id",
}


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
    ``status, status_date, status_rule, status_basis, status_source_id``
                     the status in force, inherited from the commitment above where it has none,
    ``evidence_date`` the newest claim about its pot or anything in it.
    """

    dataset: Dataset
    day: date
    commitments: pd.DataFrame
    rates: Rates

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
        rows = self.dataset[table]
        said = rows[self.dataset.package[table].known_from].dropna()
        later = said.index[known_dates(said, self.rules) > self.day]
        rows = rows[~rows.index.isin(later)]
        return rows if self.is_last or "note" not in rows else rows.assign(note=None)


def world(dataset: Dataset, day: date) -> World:
    """The world on ``day``. A dataset without rows gives a world without rows."""
    claims = pd.concat([_announced(dataset), *_claims(dataset)], ignore_index=True)
    known = claims[claims["known"] <= day]
    all_rows = dataset["commitments"].set_index("commitment_id")
    first = claims[claims["makes_known"]].groupby("subject_id")["known"].min()
    rows = all_rows[all_rows.index.isin(first[first <= day].index)]
    parents = _parents(rows, all_rows["part_of"])
    rows = rows.assign(parent_id=parents, not_counted=_not_counted(rows, parents))
    rows = rows.assign(pot_id=_pots(rows["parent_id"]))
    rows = rows.join(_amounts_in_force(dataset, day))
    rows = rows.assign(evidence_date=_evidence(rows, known))
    statuses = statuses_in_force(dataset["statuses"], dataset.rules, day)
    rows = _with_status(rows, statuses.drop(columns="known"), dataset.rules, day)
    return World(dataset, day, rows, read_rates(dataset["exchange_rates"]))


def known_dates(column: pd.Series, rules: Rules) -> pd.Series:
    """The day from which each partial date in ``column`` counts."""
    return column.map(lambda partial: dates.known_from(partial, rules.evidence_until))


def in_force(
    claims: pd.DataFrame, subject: str, dated: str, rules: Rules, day: date
) -> pd.DataFrame:
    """The latest row per ``subject`` known by ``day``.

    Of two that are known from one day the more exactly dated holds; of two statuses of one date
    the one further along the list of rungs, for a stone laid on the day of the announcement comes
    after it. What is left goes by the row's name, never by its place in the file.
    """
    known = known_dates(claims[dated], rules)
    rows = claims.assign(known=known)[known <= day]
    by = ["known", dated]
    if "status" in rows:
        rungs = {rung: place for place, rung in enumerate(rules.rungs)}
        rows, by = rows.assign(further=rows["status"].map(rungs)), [*by, "further"]
    rows = rows.sort_values(by, kind="stable").drop_duplicates(subject, keep="last")
    return rows.drop(columns="further", errors="ignore")


def with_silence(rows: pd.DataFrame, heard: pd.Series, rules: Rules, day: date) -> pd.DataFrame:
    """``rows`` with what nobody has spoken of for too long as stalled, which is inferred.

    ``rows`` have ``status, status_date, status_rule, status_basis``; ``heard`` is the day of the
    last claim about each.
    """
    ends = heard.map(lambda last: dates.months_later(last, rules.silence_months))
    silent = rows["status"].isin(rules.silence_rungs) & (ends < day)
    return rows.assign(
        status=rows["status"].mask(silent, rules.status_of_rule[rules.silence_rule]),
        status_date=rows["status_date"].mask(silent, ends.astype("str")),
        status_rule=rows["status_rule"].mask(silent, rules.silence_rule),
        status_basis=rows["status_basis"].mask(silent, "inferred"),
    )


def statuses_in_force(claims: pd.DataFrame, rules: Rules, day: date) -> pd.DataFrame:
    """The latest status per subject, under the names of `World`, and from when it is ``known``."""
    latest = in_force(claims, "subject_id", "status_date", rules, day)
    columns = {"rule": "status_rule", "basis": "status_basis", "source_id": "status_source_id"}
    latest = latest.rename(columns=columns).set_index("subject_id")
    return latest[["status", "status_date", *columns.values(), "known"]]


def power_in_force(world: World, phase: str) -> pd.DataFrame:
    """The adopted capacity in ``phase`` of each commitment or site, indexed by ``subject_id``.

    ``capacity_mw`` (MW), ``power_basis``, ``qualifier``, ``source_id``.
    """
    rows = world.dataset["capacities"]
    adopted = rows[(rows["standing"] == "adopted") & (rows["phase"] == phase)]
    latest = in_force(adopted, "subject_id", "claim_date", world.rules, world.day)
    columns = ["capacity_mw", "power_basis", "qualifier", "source_id"]
    return latest.set_index("subject_id")[columns]


def _claims(dataset: Dataset) -> Iterator[pd.DataFrame]:
    """Every dated claim. Power and stock may be older than a pledge and do not make it known."""
    for table, subject in CLAIMS.items():
        rows, dated = dataset[table], dataset.package[table].known_from
        known = known_dates(rows[dated], dataset.rules)
        makes = table == "statuses" or (table == "amounts" and rows["standing"] == "adopted")
        yield pd.DataFrame({"subject_id": rows[subject], "known": known, "makes_known": makes})


def _announced(dataset: Dataset) -> pd.DataFrame:
    rows = dataset["commitments"]
    known = known_dates(rows["announced_date"], dataset.rules)
    return pd.DataFrame({"subject_id": rows["commitment_id"], "known": known, "makes_known": True})


def lineage(commitment_id: str, above: Mapping[Any, str]) -> Iterator[str]:
    """A commitment and everything above it, the nearest first; ``above`` leads one step up."""
    yield commitment_id
    while (parent := above.get(commitment_id)) is not None:
        commitment_id = parent
        yield commitment_id


def _parents(rows: pd.DataFrame, part_of: pd.Series) -> pd.Series:
    """The nearest commitment above each row that exists: a part may be older than its pot."""
    above, existing = part_of.dropna().to_dict(), set(rows.index)
    nearest = [
        next((name for name in list(lineage(row, above))[1:] if name in existing), None)
        for row in rows.index
    ]
    return pd.Series(nearest, index=rows.index, dtype="str")


def _pots(parents: pd.Series) -> pd.Series:
    above = parents.dropna().to_dict()
    pots = [list(lineage(row, above))[-1] for row in parents.index]
    return pd.Series(pots, index=parents.index, dtype="str")


def _not_counted(rows: pd.DataFrame, parents: pd.Series) -> pd.Series:
    """Why a row's money never counts; what is part of such a row does not count either."""
    own = pd.Series(None, index=rows.index, dtype="str")
    own = own.mask(rows["replaced_by"].notna(), "replaced").mask(rows["rival_of"].notna(), "rival")
    above, reasons = parents.dropna().to_dict(), own.dropna().to_dict()
    inherited = [
        next((reasons[name] for name in lineage(row, above) if name in reasons), None)
        for row in rows.index
    ]
    return pd.Series(inherited, index=rows.index, dtype="str")


def _amounts_in_force(dataset: Dataset, day: date) -> pd.DataFrame:
    adopted = dataset["amounts"].query("standing == 'adopted'")
    latest = in_force(adopted, "commitment_id", "claim_date", dataset.rules, day)
    known = known_dates(adopted["claim_date"], dataset.rules)
    same = ["commitment_id", "amount_low", "amount_high", "currency"]
    sources = (
        adopted[known <= day]
        .groupby(same, dropna=False)["source_id"]
        .nunique()
        .rename("amount_sources")
        .reset_index()
    )
    columns = ["amount_id", "qualifier", "amount_date", *same, "amount_sources"]
    latest = latest.rename(columns={"claim_date": "amount_date"})
    return latest.merge(sources, on=same, how="left")[columns].set_index("commitment_id")


def _evidence(rows: pd.DataFrame, known: pd.DataFrame) -> pd.Series:
    newest = known.groupby("subject_id")["known"].max().reindex(rows.index)
    return newest.groupby(rows["pot_id"]).transform("max")


def _with_status(
    rows: pd.DataFrame, statuses: pd.DataFrame, rules: Rules, day: date
) -> pd.DataFrame:
    above, told = rows["parent_id"].dropna().to_dict(), set(statuses.index)
    bearers = [
        next((name for name in lineage(row, above) if name in told), row) for row in rows.index
    ]
    rows = rows.assign(**statuses.reindex(bearers).set_axis(rows.index))
    # Between its announcement and its first dated status a thing is what it was announced as.
    lowest, fresh = rules.rungs[0], rows["status"].isna()
    rows = rows.assign(
        status=rows["status"].mask(fresh, lowest),
        status_date=rows["status_date"].mask(fresh, rows["announced_date"]),
        status_rule=rows["status_rule"].mask(fresh, lowest),
        status_basis=rows["status_basis"].mask(fresh, "reported"),
        status_source_id=rows["status_source_id"].mask(fresh, rows["source_id"]),
    )
    return with_silence(rows, rows["evidence_date"], rules, day)
