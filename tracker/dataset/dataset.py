"""The data as everything else sees them: typed frames, the rules, and what was withheld."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import pandas as pd

from tracker.dataset.documents import Documents, documents
from tracker.dataset.faults import Cost, Fault
from tracker.dataset.plain import Row, plain
from tracker.dataset.schema import Package
from tracker.dataset.settings.rules import Rules

BASE = "EUR"  # the currency in which exchange_rates.csv quotes all others


@dataclass(frozen=True)
class Dataset:
    """All tables by name. A frame has one row per record, indexed by its line in the file.

    ``written`` holds the same tables as text with the faulty rows still in them, to tell a row
    that is withheld from one that never was. ``faults`` says what was withheld, and why.
    """

    package: Package
    rules: Rules
    frames: Mapping[str, pd.DataFrame]
    written: Mapping[str, pd.DataFrame]
    faults: tuple[Fault, ...] = ()
    held: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __getitem__(self, table: str) -> pd.DataFrame:
        """The rows of ``table`` that can be trusted. Raises KeyError for an unknown table."""
        return self.frames[table]

    def rows(self, table: str) -> list[Row]:
        """The same rows in the same order as plain values, NaN where one is missing."""
        if ("rows", table) not in self.held:
            self.held["rows", table] = plain(self[table])
        found: list[Row] = self.held["rows", table]
        return found

    def by_key(self, table: str) -> Mapping[str, Row]:
        """The same rows by their primary key."""
        if ("by_key", table) not in self.held:
            key = self.package[table].key
            self.held["by_key", table] = {row[key]: row for row in self.rows(table)}
        found: Mapping[str, Row] = self.held["by_key", table]
        return found

    @property
    def documents(self) -> Documents:
        """Every document by its ``source_id``, with who speaks in it: `documents.documents`."""
        return documents(self)

    @cached_property
    def compared(self) -> tuple[str, ...]:
        """The codes of the compared countries, in their order."""
        rows = self["countries"].dropna(subset="comparison_order")
        return tuple(rows.sort_values("comparison_order")["country_code"])

    @property
    def unreadable(self) -> frozenset[str]:
        """Names of the tables whose file is missing or cannot be read at all."""
        return frozenset(fault.table for fault in self.faults if fault.cost == Cost.FILE)

    @property
    def withheld(self) -> tuple[Fault, ...]:
        """The first fault of each row that is withheld or absent, in the order of the files."""
        kept = [fault for fault in reversed(self.faults) if fault.withholds]
        kept += [fault for fault in self.faults if fault.cost == Cost.ABSENT]
        rows = {(one.table, one.line, "" if one.line else one.problem): one for one in kept}
        return tuple(rows[key] for key in sorted(rows))

    def without(self, faults: Iterable[Fault]) -> "Dataset":
        """The same data without the rows and the tables that ``faults`` cost."""
        faults = tuple(faults)
        frames = dict(self.frames)
        for table in {fault.table for fault in faults if fault.withholds}:
            lines = {fault.line for fault in faults if fault.table == table and fault.withholds}
            frames[table] = frames[table][~frames[table].index.isin(lines)]
        for table in {fault.table for fault in faults if fault.cost == Cost.FILE}:
            frames[table] = frames[table].iloc[:0]
        return replace(self, frames=frames, faults=tuple(sorted({*self.faults, *faults})))
