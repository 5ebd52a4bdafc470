"""Rows that point at rows, and codes that point at the world."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

import pandas as pd
from babel import Locale

from tracker.dataset.checks.wrong import fault, wrong_cells
from tracker.dataset.dataset import Dataset
from tracker.dataset.faults import Cost, Fault

# What a subject may be: a commitment and, in claims about power and progress, a site.
SUBJECT, SITE = ("commitments", "commitment_id"), ("sites", "site_id")
PROMISE = ("promises", "promise_id")
SUBJECTS = {
    "capacities": (SUBJECT, SITE),
    "statuses": (SUBJECT, SITE),
    "searches": (SUBJECT, SITE, PROMISE),
}

FEWEST_COUNTRIES = 2

# References of a table to itself that must lead somewhere else.
CHAINS = {"part_of", "parent_id", "replaced_by", "reading_of", "restates"}


def references(dataset: Dataset) -> Iterator[Fault]:
    """Every reference points at a row that is there and not withheld."""
    lost = dataset.unreadable
    for name, table in dataset.package.tables.items():
        for field, target, key in table.references:
            if target not in lost:
                yield from _dangling(dataset, name, field, ((target, key),))
        subjects = SUBJECTS.get(name, (SUBJECT,))
        if "subject_id" in table.fields and not lost & {target for target, _ in subjects}:
            yield from _dangling(dataset, name, "subject_id", subjects)


def _dangling(
    dataset: Dataset, name: str, field: str, targets: Collection[tuple[str, str]]
) -> Iterator[Fault]:
    kept, every = dataset[name][field], dataset.written[name][field]
    there = {cell for table, key in targets for cell in dataset[table][key].to_numpy()}
    known = {cell for table, key in targets for cell in dataset.written[table][key].to_numpy()}
    # A withheld row may point at nothing, too: that is said with its other faults, not after them.
    cells = {**_others(every, known), **_others(kept, there)}
    files = " or ".join(dataset.package[table].file for table, _ in targets)
    for line, value in cells.items():
        withheld = _withheld_at(dataset, value, targets)
        problem = f"is withheld ({withheld})" if withheld else f"is not in {files}"
        if not withheld and (meant := get_close_matches(value, known, 1, 0.8)):
            problem += f": did you mean {meant[0]!r}?"
        cost = Cost.FOLLOWS if withheld else Cost.ROW
        yield fault(dataset, name, line, field, f"{value!r} {problem}", cost)


def _others(column: pd.Series, names: Collection[str]) -> dict[int, str]:
    """Line and value of each cell that is filled and none of ``names``."""
    cells = zip(column.index, column.to_numpy(), strict=True)
    return {line: cell for line, cell in cells if cell not in names and cell and pd.notna(cell)}


def _withheld_at(dataset: Dataset, value: str, targets: Collection[tuple[str, str]]) -> str:
    """File and line of the row called ``value``; empty where there is none."""
    for table, key in targets:
        written = dataset.written[table]
        lines = written.index[written[key] == value]
        if len(lines):
            return f"{dataset.package[table].file}:{lines[0]}"
    return ""


def cycles(dataset: Dataset) -> Iterator[Fault]:
    """Nothing is part, child or reading of itself, however far round."""
    for name, table in dataset.package.tables.items():
        for field, target, key in table.references:
            if target == name and field in CHAINS:
                yield from _cycles(dataset, name, field, key)


def _cycles(dataset: Dataset, name: str, field: str, key: str) -> Iterator[Fault]:
    frame = dataset[name]
    above = frame.dropna(subset=field).set_index(key)[field].to_dict()
    for line, start in frame[key].items():
        seen, here = {start}, above.get(start)
        while here is not None and here not in seen:
            seen.add(here)
            here = above.get(here)
        if here == start:
            yield fault(dataset, name, line, field, f"{start!r} leads back to itself")


def live_rivals(dataset: Dataset) -> Iterator[Fault]:
    """A rival reading, or a row that was replaced, points at a row that is neither."""
    rows = dataset["commitments"]
    spare = rows[rows["rival_of"].notna() | rows["replaced_by"].notna()]
    for field in ("rival_of", "replaced_by"):
        is_spare = rows[field].isin(spare["commitment_id"])
        problem = "is itself a rival reading or was replaced"
        yield from wrong_cells(dataset, "commitments", field, is_spare, problem)


def cited_sources(dataset: Dataset) -> Iterator[Fault]:
    """Every source is cited by some row, be it a withheld one."""
    citing = [
        (name, field)
        for name, table in dataset.package.tables.items()
        for field, target, _ in table.references
        if target == "sources"
    ]
    cited = {cell for name, field in citing for cell in dataset.written[name][field]}
    rows = dataset["sources"]
    for line, value in rows["source_id"][~rows["source_id"].isin(cited)].items():
        problem = f"{value!r} is never cited"
        yield fault(dataset, "sources", line, "source_id", problem, Cost.NOTHING)


def codes(dataset: Dataset) -> Iterator[Fault]:
    """Country and currency codes exist."""
    english = Locale("en")
    for name, table in dataset.package.tables.items():
        for field in table.fields:
            if field in {"country_code", "hq_country_code"}:
                yield from _unknown(dataset, name, field, set(english.territories))
            if field == "currency":
                yield from _unknown(dataset, name, field, set(english.currencies))


def hosts(dataset: Dataset) -> Iterator[Fault]:
    """There are countries to compare, and a commitment is in one of the dataset."""
    codes = set(dataset["countries"]["country_code"])
    if len(codes) < FEWEST_COUNTRIES:
        problem = f"has {len(codes)} rows, yet {FEWEST_COUNTRIES} countries are compared"
        yield fault(dataset, "countries", 0, "", problem)
        return
    yield from _unknown(dataset, "commitments", "country_code", codes)


def _unknown(dataset: Dataset, name: str, field: str, known: set[str]) -> Iterator[Fault]:
    cells = dataset[name][field]
    is_unknown = cells.notna() & ~cells.isin(known)
    yield from wrong_cells(dataset, name, field, is_unknown, "is not known here")


def status_rules(dataset: Dataset) -> Iterator[Fault]:
    """The rule that a status names exists and leads to that status."""
    leads_to = dataset["statuses"]["rule"].map(dataset.rules.status_of_rule)
    for line, row in dataset["statuses"][leads_to != dataset["statuses"]["status"]].iterrows():
        decided = dataset.rules.status_of_rule.get(row["rule"])
        problem = f"{row['rule']!r} decides {decided!r}, not {row['status']!r}"
        problem = problem if decided else f"{row['rule']!r} is not a rule of rules.yaml"
        yield fault(dataset, "statuses", line, "rule", problem)
