"""Small datasets for tests: a row says only what matters, the rest is filled in."""

import csv
import re
import shutil
from functools import cache
from pathlib import Path

import pandas as pd
import yaml

from tracker import Dataset, load
from tracker.dataset.rows import Records
from tracker.dataset.schema import Package, read_package
from tracker.dataset.settings.rules import Rules
from tracker.dataset.settings.together import read_settings
from tracker.dataset.validation import typed

DATA = Path(__file__).parent.parent / "data"
SETTINGS = (
    "datapackage.yaml",
    "rules.yaml",
    "comparison.yaml",
    "indicators.yaml",
    "places.yaml",
    "energy.yaml",
    "diplomacy.yaml",
    "plausible.yaml",
    "evidence.yaml",
    "palette.yaml",
)
COUNTRIES = [
    {"country_code": "FR", "comparison_order": 1},
    {"country_code": "IN", "comparison_order": 2},
]
UNITS_PER_EUR = {"USD": 1.25, "INR": 100, "JPY": 160}

DEFAULTS = {
    "sources": {
        "publisher_id": "example",
        "answer": "An example.",
        "seen_date": "2026-06-30",
    },
    "publishers": {"publisher_name": "Example", "kind": "newspaper"},
    "organisations": {
        "organisation_name": "Example",
        "hq_country_code": "US",
        "organisation_type": "operator",
    },
    "commitments": {
        "answer": "An example.",
        "country_code": "FR",
        "lead_organisation_id": "acme",
        "title": "Example",
        "summary": "An example.",
        "category": "data_centre",
        "flow_type": "site_investment",
        "announced_date": "2025-01-01",
        "origin": "leader",
        "origin_reason": "An example.",
        "source_id": "s",
    },
    "amounts": {
        "answer": "An example.",
        "currency": "EUR",
        "qualifier": "exact",
        "claim_date": "2025-01-01",
        "source_id": "s",
        "standing": "adopted",
        "basis": "reported",
    },
    "capacities": {
        "answer": "An example.",
        "power_basis": "unstated",
        "phase": "planned",
        "qualifier": "exact",
        "claim_date": "2025-01-01",
        "source_id": "s",
        "standing": "adopted",
        "basis": "reported",
    },
    "statuses": {
        "status": "announced",
        "status_date": "2026-01-01",
        "basis": "reported",
        "source_id": "s",
    },
    "overlaps": {
        "currency": "EUR",
        "claim_date": "2025-01-01",
        "reason": "An example.",
        "source_id": "s",
    },
    "tallies": {
        "answer": "An example.",
        "title": "Example",
        "country_code": "FR",
        "said_by": "Example",
        "said_on": "2025-01-01",
        "currency": "EUR",
        "qualifier": "about",
        "covers": "An example.",
        "source_id": "s",
    },
}

DEFAULTS |= {
    "indicators": {
        "country_code": "FR",
        "year": "2024",
        "source_id": "s",
        "standing": "adopted",
    },
    "grid": {"country_code": "FR", "year": "2024", "source_id": "s"},
    "grid_zones": {"country_code": "FR", "zone_name": "Z", "year": "2024", "source_id": "s"},
    "prices": {
        "country_code": "FR",
        "place": "Z",
        "customer_class": "Example",
        "price_basis": "spot",
        "period": "2024",
        "unit": "EUR/MWh",
        "source_id": "s",
    },
    "measures": {
        "country_code": "FR",
        "lever": "tax",
        "nature": "measure",
        "title": "Example",
        "state": "in_force",
        "state_date": "2025-01-01",
        "source_id": "s",
    },
    "promises": {
        "country_code": "FR",
        "promise": "Example",
        "promised_by": "Example",
        "promised_on": "2025-01-01",
        "outcome": "pending",
        "source_id": "s",
    },
    "terms": {
        "leader_name": "Example",
        "country_code": "FR",
        "office": "President",
        "start_date": "2017-05-14",
        "basis": "reference",
        "source_id": "s",
    },
    "events": {
        "country_code": "FR",
        "title": "Example",
        "event_date": "2025-02-10",
        "kind": "summit",
        "summary": "An example.",
        "source_id": "s",
    },
    "event_people": {"role": "executive", "source_id": "s"},
    "event_links": {"link": "announced", "basis": "reported", "source_id": "s"},
    "adopters": {
        "country_code": "DE",
        "side": "offers",
        "claim": "An example.",
        "claim_date": "2026-06",
        "source_id": "s",
    },
    "third_way": {
        "role": "partner",
        "partner": "Example",
        "what": "An example.",
        "date": "2025-02",
        "source_id": "s",
    },
    "assumptions": {
        "parameter": "pue",
        "low": 1.1,
        "central": 1.2,
        "high": 1.3,
        "unit": "ratio",
    },
    "sites": {
        "site_name": "Example",
        "country_code": "FR",
        "location_precision": "unknown",
        "is_stock": "false",
        "source_id": "s",
    },
    "conflicts": {
        "country_code": "FR",
        "field": "amount",
        "reading_a": "3",
        "source_a": "s",
        "reading_b": "5",
        "source_b": "t",
        "adopted": "a",
        "judgement": "An example.",
    },
}
KEYS = {
    "searches": "search_id",
    "amounts": "amount_id",
    "capacities": "capacity_id",
    "overlaps": "overlap_id",
    "indicators": "indicator_value_id",
    "grid": "grid_id",
    "grid_zones": "grid_zone_id",
    "prices": "price_id",
    "measures": "measure_id",
    "assumptions": "assumption_id",
    "terms": "term_id",
    "events": "event_id",
    "event_people": "event_person_id",
    "event_links": "event_link_id",
    "adopters": "adopter_claim_id",
    "third_way": "third_way_id",
    "promises": "promise_id",
    "sites": "site_id",
    "conflicts": "conflict_id",
}
CITING = ("source_id", "outcome_source_id", "source_a", "source_b")
SPEAKING = ("publisher_id", "text_of")
CITING += tuple(f"{end}_source_id" for end in ("low", "central", "high"))


def fields() -> dict[str, list[str]]:
    """Table -> names of its columns."""
    package = yaml.safe_load((DATA / "datapackage.yaml").read_text(encoding="utf-8"))
    return {
        table["name"]: [field["name"] for field in table["schema"]["fields"]]
        for table in package["resources"]
    }


def build(folder: Path, **tables: list[dict[str, object]]) -> Path:
    """A data folder with ``tables``. Keys, sources, statuses and rates are made up where absent."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in (*SETTINGS, "countries.csv"):
        shutil.copy(DATA / name, folder / name)
    expect_few_rows(folder)
    if not (folder / "text").exists():
        shutil.copytree(DATA / "text", folder / "text")
    tables = _completed(tables)
    for name, columns in fields().items():
        if name != "countries" or name in tables:
            write(folder / f"{name}.csv", columns, tables.get(name, []))
    return folder


def expect_few_rows(folder: Path) -> None:
    """Let tables of a small copy have fewer rows than the real ones."""
    path = folder / "datapackage.yaml"
    written = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"\n  leastRows: \d+", "", written), encoding="utf-8")


def built(folder: Path, **tables: list[dict[str, object]]) -> Dataset:
    """The dataset that `build` makes; raises DataError when it has a fault."""
    return load(build(folder, **tables), strict=True)


def in_memory(**tables: list[dict[str, object]]) -> Dataset:
    """The dataset that `built` gives, without files and without checks: for many small ones."""
    package, rules = _shipped()
    tables = {"countries": COUNTRIES, **_completed(tables)}
    frames = {}
    for name, table in package.tables.items():
        written = tables.get(name, [])
        if not written:
            frames[name] = _empty(name)
            continue
        rows = [[_cell(row.get(field)) for field in table.fields] for row in written]
        frames[name] = typed(Records(rows, list(range(2, len(rows) + 2)), []), table, set())
    return Dataset(package, rules, frames, frames)


@cache
def _empty(name: str) -> pd.DataFrame:
    """A table without rows; nobody writes into a frame, so one serves all."""
    return typed(Records([], [], []), _shipped()[0][name], set())


@cache
def _shipped() -> tuple[Package, Rules]:
    """The description and the rules that come with the data, read once."""
    return read_package(DATA), read_settings(DATA).rules


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def write(path: Path, columns: list[str], rows: list[dict[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([["" if row.get(c) is None else row[c] for c in columns] for row in rows])


def _completed(tables: dict[str, list[dict[str, object]]]) -> dict[str, list[dict[str, object]]]:
    tables = {
        name: [dict(DEFAULTS.get(name, {}), **row) for row in rows] for name, rows in tables.items()
    }
    commitments = tables.setdefault("commitments", [])
    for name, field in (("commitments", "title"), ("sites", "site_name"), ("events", "title")):
        for number, row in enumerate(tables.get(name, [])[1:], 2):
            row[field] = f"Example {number}" if row[field] == "Example" else row[field]
    for table, key in KEYS.items():
        for number, row in enumerate(tables.get(table, []), 1):
            row.setdefault(key, f"{table.replace('_', '-')}-{number}")
            if table == "amounts" and row["qualifier"] not in ("up_to", "potential"):
                row.setdefault("amount_low", row["amount_high"])
    statuses = tables.setdefault("statuses", [])
    _one_status_each(commitments, statuses)
    priced = {
        row["commitment_id"] for row in tables.get("amounts", []) if row["standing"] == "adopted"
    }
    for row in commitments:
        if row["commitment_id"] not in priced:
            row.setdefault("amount_missing", "not_disclosed")
    leads = {row["lead_organisation_id"] for row in commitments}
    known = {row["organisation_id"] for row in tables.get("organisations", [])}
    tables["organisations"] = tables.get("organisations", []) + [
        dict(DEFAULTS["organisations"], organisation_id=lead, organisation_name=f"Example {lead}")
        for lead in sorted(leads - known)
    ]
    every = [row for rows in tables.values() for row in rows]
    cited = {row[field] for row in every for field in CITING if row.get(field)}
    known = {row["source_id"] for row in tables.get("sources", [])}
    tables["sources"] = tables.get("sources", []) + [
        dict(DEFAULTS["sources"], source_id=name) for name in sorted({*cited, "s"} - known)
    ]
    speaking = {row[name] for row in tables["sources"] for name in SPEAKING if row.get(name)}
    known = {row["publisher_id"] for row in tables.get("publishers", [])}
    tables["publishers"] = tables.get("publishers", []) + [
        dict(DEFAULTS["publishers"], publisher_id=name) for name in sorted(speaking - known)
    ]
    tables["exchange_rates"] = tables.get("exchange_rates", []) + _rates(tables)
    return tables


def _one_status_each(
    commitments: list[dict[str, object]], statuses: list[dict[str, object]]
) -> None:
    told = {row["subject_id"] for row in statuses}
    for row in commitments:
        if row["commitment_id"] not in told and not row.get("part_of"):
            statuses.append(dict(DEFAULTS["statuses"], subject_id=row["commitment_id"]))
    for number, row in enumerate(statuses, 1):
        row.setdefault("status_id", f"status-{number}")
        row.setdefault("rule", "stalled_reported" if row["status"] == "stalled" else row["status"])


def _rates(tables: dict[str, list[dict[str, object]]]) -> list[dict[str, object]]:
    periods = {
        row["claim_date"] for name in ("amounts", "overlaps") for row in tables.get(name, [])
    }
    return [
        {
            "rate_id": f"{currency.lower()}-{period}",
            "period": period,
            "currency": currency,
            "units_per_eur": units,
            "fixing_date": "2025-01-01",
            "source_id": "s",
        }
        for period in sorted(str(period) for period in periods)
        for currency, units in UNITS_PER_EUR.items()
    ]
