"""The totals counted a second time, by other means and from the rules alone.

Nothing here comes from the tracker: the CSV files are loaded as text into SQLite, trees and
claims in force are worked out in SQL, money is shared out in Python.
Run `python tests/recount/recount.py` to print the totals as JSON.
"""

import csv
import json
import re
import sqlite3
from calendar import monthrange
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from math import fsum
from pathlib import Path

DATA = Path(__file__).parents[2] / "data"
EVIDENCE_UNTIL = date(2026, 7, 1)
TABLES = (
    "amounts",
    "capacities",
    "commitments",
    "exchange_rates",
    "organisations",
    "outputs",
    "overlaps",
    "publishers",
    "searches",
    "sources",
    "statuses",
)

LADDER = (
    "announced",
    "mou",
    "signed",
    "permitted",
    "under_construction",
    "partly_operating",
    "operating",
)
LOST = ("stalled", "cancelled")
SILENT_RUNGS = ("announced", "mou", "signed", "permitted", "under_construction")
SILENCE_MONTHS = 24
NO_FLOOR = ("up_to", "potential")
LENS_FROM = {"signed": "signed", "building": "under_construction", "operating": "partly_operating"}
LENSES = ("ceiling", "floor", *LENS_FROM)

COUNTRIES = frozenset({"FR", "IN"})
ORIGINS = frozenset({"leader", "other"})
CATEGORIES = frozenset({"data_centre", "cloud", "compute"})
ALL_CATEGORIES = CATEGORIES | {"chips", "energy", "skills", "financing", "other"}
FLOWS = frozenset({"site_investment", "programme"})
# Who speaks in a document of the first two tiers.
PRIMARY = (
    *("government", "parliament", "regulator", "grid_operator", "local_authority"),
    *("international_body", "filing", "company", "institution"),
)
PUBLIC_FLOWS = frozenset({"grant", "public_budget"})

# Everything that depends on the day alone. `asof` holds the day in its only row.
AS_OF = """
-- Every dated row, and the day from which it counts.
CREATE TABLE claims AS
    SELECT commitment_id, known_from(announced_date) AS known FROM commitments
    UNION ALL SELECT commitment_id, known_from(claim_date) FROM amounts
    UNION ALL SELECT subject_id, known_from(claim_date) FROM capacities
    UNION ALL SELECT subject_id, known_from(status_date) FROM statuses
    UNION ALL SELECT commitment_id, known_from(claim_date) FROM outputs;
DELETE FROM claims WHERE known > (SELECT day FROM asof);

-- Power and other quantities may be older than a pledge, and a rival amount is none: they do not
-- make it exist.
CREATE TABLE existing AS
    SELECT * FROM commitments WHERE commitment_id IN (
        SELECT commitment_id FROM commitments
            WHERE known_from(announced_date) <= (SELECT day FROM asof)
        UNION ALL SELECT commitment_id FROM amounts
            WHERE standing = 'adopted' AND known_from(claim_date) <= (SELECT day FROM asof)
        UNION ALL SELECT subject_id FROM statuses
            WHERE known_from(status_date) <= (SELECT day FROM asof)
    );

-- Each commitment, itself (distance 0) and all that is written above it, on any day.
CREATE TABLE lineage AS
    WITH RECURSIVE line (commitment_id, above_id, distance) AS (
        SELECT commitment_id, commitment_id, 0 FROM commitments
        UNION ALL
        SELECT line.commitment_id, upper.part_of, line.distance + 1
        FROM line JOIN commitments AS upper ON upper.commitment_id = line.above_id
        WHERE upper.part_of <> ''
    )
    SELECT * FROM line;

-- The same among commitments that exist on the day.
CREATE TABLE standing_lineage AS
    SELECT * FROM lineage
    WHERE commitment_id IN (SELECT commitment_id FROM existing)
        AND above_id IN (SELECT commitment_id FROM existing);

-- In SQLite a bare column beside one min() or max() comes from the row that holds it.
CREATE TABLE parents AS
    SELECT commitment_id, above_id AS parent_id, min(distance) AS distance
    FROM standing_lineage WHERE distance > 0 GROUP BY commitment_id;
CREATE TABLE pots AS
    SELECT commitment_id, above_id AS pot_id, max(distance) AS distance
    FROM standing_lineage GROUP BY commitment_id;

CREATE TABLE counted AS
    SELECT commitment_id FROM existing WHERE commitment_id NOT IN (
        SELECT lineage.commitment_id
        FROM lineage JOIN commitments AS upper ON upper.commitment_id = lineage.above_id
        WHERE upper.rival_of <> '' OR upper.replaced_by <> ''
    );

CREATE TABLE amounts_in_force AS
    SELECT * FROM (
        SELECT *, row_number() OVER (
            PARTITION BY commitment_id ORDER BY known_from(claim_date) DESC, rowid DESC
        ) AS place
        FROM amounts
        WHERE standing = 'adopted' AND known_from(claim_date) <= (SELECT day FROM asof)
    ) WHERE place = 1;

CREATE TABLE own_statuses AS
    SELECT subject_id, status FROM (
        SELECT *, row_number() OVER (
            PARTITION BY subject_id ORDER BY known_from(status_date) DESC, rowid DESC
        ) AS place
        FROM statuses WHERE known_from(status_date) <= (SELECT day FROM asof)
    ) WHERE place = 1;

CREATE TABLE statuses_in_force AS
    SELECT line.commitment_id, own.status, min(line.distance) AS distance
    FROM standing_lineage AS line JOIN own_statuses AS own ON own.subject_id = line.above_id
    GROUP BY line.commitment_id;

CREATE TABLE last_heard AS
    SELECT pots.pot_id, max(claims.known) AS day
    FROM claims JOIN pots USING (commitment_id) GROUP BY pots.pot_id;

-- Of what something newer was searched for, and nothing was ever found: it and all below it.
CREATE TABLE quiet AS
    SELECT DISTINCT line.commitment_id FROM standing_lineage AS line WHERE line.above_id IN (
        SELECT subject_id FROM searches WHERE sought = 'newer'
        GROUP BY subject_id HAVING max(lower(is_found) IN ('true', '1')) = 0
    );

-- Commitments of whose amount in force an adopted claim stands in a document of the first tiers.
CREATE TABLE well_stated AS
    SELECT DISTINCT held.commitment_id
    FROM amounts_in_force AS held
    JOIN amounts AS same USING (commitment_id, amount_low, amount_high, currency)
    JOIN sources ON sources.source_id = same.source_id
    JOIN publishers AS speaker ON speaker.publisher_id
        = CASE WHEN text_of <> '' THEN text_of ELSE sources.publisher_id END
    WHERE same.standing = 'adopted' AND known_from(same.claim_date) <= (SELECT day FROM asof)
        AND is_primary(speaker.kind);
"""

OVERLAPS = """
    SELECT amount, currency, claim_date FROM overlaps
    WHERE commitment_id = ? AND known_from(claim_date) <= (SELECT day FROM asof)
        AND also_in IN (SELECT commitment_id FROM counted)
"""

ATTRIBUTES = """
    SELECT own.commitment_id, pots.pot_id, own.category,
        CASE WHEN own.flow_type IN ('grant', 'public_budget')
            THEN own.flow_type ELSE pot.flow_type END AS flow_type,
        pot.country_code AS country, pot.origin, pot.lead_organisation_id AS lead,
        lead.hq_country_code AS home, coalesce(held.status, 'announced') AS status,
        CASE WHEN own.commitment_id IN (SELECT commitment_id FROM quiet)
            THEN last_heard.day ELSE (SELECT day FROM asof) END AS last_heard,
        own.commitment_id IN (SELECT commitment_id FROM well_stated) AS is_primary
    FROM counted
    JOIN commitments AS own USING (commitment_id)
    JOIN pots USING (commitment_id)
    JOIN commitments AS pot ON pot.commitment_id = pots.pot_id
    JOIN last_heard ON last_heard.pot_id = pots.pot_id
    LEFT JOIN organisations AS lead ON lead.organisation_id = pot.lead_organisation_id
    LEFT JOIN statuses_in_force AS held ON held.commitment_id = own.commitment_id
"""


@dataclass(frozen=True)
class Share:
    """Money that belongs to one commitment, in one currency at the rates of one period."""

    commitment_id: str
    low: float
    high: float
    currency: str
    period: str


@dataclass(frozen=True)
class Row:
    """A share with what it is filtered by."""

    share: Share
    pot_id: str
    category: str
    flow_type: str
    country: str
    origin: str
    lead: str
    home: str
    is_primary: int
    rung: str


@dataclass(frozen=True)
class Total:
    """What one total adds up; the defaults are the default scope."""

    lens: str
    countries: frozenset[str] = COUNTRIES
    currency: str = "EUR"
    day: date = EVIDENCE_UNTIL
    categories: frozenset[str] = CATEGORIES
    flows: frozenset[str] = FLOWS
    origins: frozenset[str] = ORIGINS
    home: str = ""

    def has(self, row: Row) -> bool:
        """Whether the row is in scope."""
        return (
            row.country in self.countries
            and row.category in self.categories
            and row.flow_type in self.flows
            and row.origin in self.origins
            and self.home in ("", row.home)
        )


def totals() -> dict[str, Total]:
    """The twenty totals, by name."""
    one = {country: frozenset({country}) for country in COUNTRIES}
    plain = {
        f"{country.lower()}-{lens}": Total(lens, one[country])
        for country in sorted(COUNTRIES)
        for lens in LENSES
    }
    return plain | {
        "all-ceiling-usd": Total("ceiling", currency="USD"),
        "all-floor-inr": Total("floor", currency="INR"),
        "all-signed-usd": Total("signed", currency="USD"),
        "fr-ceiling-2025-02-11": Total("ceiling", one["FR"], day=date(2025, 2, 11)),
        "in-floor-2025-12-31": Total("floor", one["IN"], day=date(2025, 12, 31)),
        "all-ceiling-leader": Total("ceiling", origins=frozenset({"leader"})),
        "in-chips-ceiling": Total("ceiling", one["IN"], categories=frozenset({"chips"})),
        "fr-cloud-signed": Total("signed", one["FR"], categories=frozenset({"cloud"})),
        "home-us-ceiling": Total("ceiling", home="US"),
        "fr-public-ceiling": Total(
            "ceiling", one["FR"], categories=ALL_CATEGORIES, flows=PUBLIC_FLOWS
        ),
    }


def known_from(partial: str) -> str:
    """The day from which a claim of a partial date counts."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", partial)
    if match is None:
        raise ValueError(f"not a date: {partial!r}")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    first = date(year, month or 1, day or 1)
    last_month = month or 12
    last = date(year, last_month, day or monthrange(year, last_month)[1])
    return (EVIDENCE_UNTIL if first <= EVIDENCE_UNTIL < last else last).isoformat()


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def load_table(db: sqlite3.Connection, path: Path) -> None:
    """Copy one CSV file into a table of text, its lines in order."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *lines = list(csv.reader(file))
    columns = ", ".join(f'"{name}" TEXT' for name in header)
    db.execute(f'CREATE TABLE "{path.stem}" ({columns})')
    marks = ", ".join("?" * len(header))
    db.executemany(f'INSERT INTO "{path.stem}" VALUES ({marks})', lines)


def opened(folder: Path, day: date) -> sqlite3.Connection:
    """A database of the folder as it was known on the day."""
    db = sqlite3.connect(":memory:")
    db.row_factory = sqlite3.Row
    db.create_function("known_from", 1, known_from, deterministic=True)
    db.create_function("is_primary", 1, lambda kind: kind in PRIMARY, deterministic=True)
    for name in TABLES:
        load_table(db, folder / f"{name}.csv")
    db.execute("CREATE TABLE asof (day TEXT)")
    db.execute("INSERT INTO asof VALUES (?)", (day.isoformat(),))
    db.executescript(AS_OF)
    return db


class Sharing:
    """Shares out the money of each pot on one day."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """Read the rates, the counted tree and the amounts in force."""
        self.db = db
        self.rates = {
            (row["period"], row["currency"]): float(row["units_per_eur"])
            for row in db.execute("SELECT * FROM exchange_rates")
        }
        self.children: dict[str | None, list[str]] = {}
        for row in db.execute(
            "SELECT commitment_id, parent_id FROM counted LEFT JOIN parents USING (commitment_id)"
        ):
            self.children.setdefault(row["parent_id"], []).append(row["commitment_id"])
        self.amounts = {
            row["commitment_id"]: row for row in db.execute("SELECT * FROM amounts_in_force")
        }

    def factor(self, from_currency: str, to_currency: str, period: str) -> float:
        """What one unit of a currency was worth in another."""
        if from_currency == to_currency:
            return 1.0
        return self.rate(period, to_currency) / self.rate(period, from_currency)

    def rate(self, period: str, currency: str) -> float:
        """Units per euro."""
        return 1.0 if currency == "EUR" else self.rates[period, currency]

    def whole(self, commitment_id: str) -> Share | None:
        """The amount in force of a commitment, less what is also in another."""
        amount = self.amounts.get(commitment_id)
        if amount is None:
            return None
        currency, high = amount["currency"], float(amount["amount_high"])
        low = 0.0 if amount["qualifier"] in NO_FLOOR else float(amount["amount_low"] or 0)
        overlap = fsum(
            float(row["amount"]) * self.factor(row["currency"], currency, row["claim_date"])
            for row in self.db.execute(OVERLAPS, (commitment_id,))
        )
        off = min(high, overlap)
        return Share(commitment_id, max(0.0, low - off), high - off, currency, amount["claim_date"])

    def shares(self, commitment_id: str) -> list[Share]:
        """The shares of a commitment and of everything below it."""
        parts = self.shares_of(self.children.get(commitment_id, []))
        whole = self.whole(commitment_id)
        if whole is None:
            return parts
        if not parts:
            return [whole]
        parts = [self.restated(part, whole) for part in parts]
        total = fsum(part.high for part in parts)
        if total > whole.high:
            squeeze = whole.high / total
            parts = [replace(p, low=p.low * squeeze, high=p.high * squeeze) for p in parts]
        high = max(0.0, whole.high - total)
        low = max(0.0, whole.low - fsum(part.low for part in parts))
        return parts + [replace(whole, low=low, high=high)] * (high > 0 or low > 0)

    def shares_of(self, commitment_ids: Iterable[str]) -> list[Share]:
        """The shares of several commitments."""
        return [share for one in commitment_ids for share in self.shares(one)]

    def pot_shares(self) -> list[Share]:
        """The shares of all pots."""
        return self.shares_of(self.children.get(None, []))

    def restated(self, part: Share, whole: Share) -> Share:
        """A part in the currency and at the period of the whole."""
        factor = self.factor(part.currency, whole.currency, part.period)
        return replace(
            part,
            low=part.low * factor,
            high=part.high * factor,
            currency=whole.currency,
            period=whole.period,
        )


def rung_on(status: str, last_heard: str, day: date) -> str:
    """The status, or stalled after a long silence."""
    silent = months_later(date.fromisoformat(last_heard), SILENCE_MONTHS) < day
    return "stalled" if silent and status in SILENT_RUNGS else status


def counts(row: Row, lens: str) -> bool:
    """Whether a lens counts the row at all."""
    if row.rung in LOST:
        return False
    return LADDER.index(row.rung) >= LADDER.index(LENS_FROM.get(lens, LADDER[0]))


def trimmed_lows(ends: list[tuple[float, float]]) -> list[float]:
    """The low ends of (low, high) pairs, together no more than the high ends.

    What is too much comes off those above their own high end, in proportion to how far.
    """
    excess = fsum(low for low, _ in ends) - fsum(high for _, high in ends)
    gaps = [max(0.0, low - high) for low, high in ends]
    cut = excess / fsum(gaps) if excess > 0 else 0.0
    return [low - gap * cut for (low, _), gap in zip(ends, gaps, strict=True)]


class Day:
    """All rows that count on one day, and the rates to show them."""

    def __init__(self, folder: Path, day: date) -> None:
        """Count the folder as it was known on the day."""
        with closing(opened(folder, day)) as db:
            self.sharing = Sharing(db)
            about = {row["commitment_id"]: dict(row) for row in db.execute(ATTRIBUTES)}
            self.rows = [
                as_row(share, about[share.commitment_id], day)
                for share in self.sharing.pot_shares()
            ]

    def shown(self, rows: list[Row], lens: str, currency: str) -> list[float]:
        """The lens value of each row in a currency, when just these rows are in scope."""
        pots: dict[str, list[int]] = {}
        for place, row in enumerate(rows):
            if counts(row, lens):
                pots.setdefault(row.pot_id, []).append(place)
        values = [0.0] * len(rows)
        for places in pots.values():
            ends = [self.ends(rows[place].share, currency) for place in places]
            of_pot = [high for _, high in ends] if lens == "ceiling" else trimmed_lows(ends)
            for place, value in zip(places, of_pot, strict=True):
                values[place] = value
        return values

    def ends(self, share: Share, currency: str) -> tuple[float, float]:
        """The low and the high end of a share in a currency."""
        factor = self.sharing.factor(share.currency, currency, share.period)
        return share.low * factor, share.high * factor

    def total(self, total: Total) -> float:
        """The sum of the rows in the total's scope."""
        return fsum(self.shown([r for r in self.rows if total.has(r)], total.lens, total.currency))


def as_row(share: Share, about: dict[str, str], day: date) -> Row:
    """A share with its attributes."""
    names = ("pot_id", "category", "flow_type", "country", "origin", "lead", "home", "is_primary")
    rung = rung_on(about["status"], about["last_heard"], day)
    return Row(share, *(about[name] for name in names), rung)


def recount_rows(
    folder: Path = DATA, day: date = EVIDENCE_UNTIL, currency: str = "EUR"
) -> list[dict[str, str | float]]:
    """Each share with its attributes and lens values, nothing out of scope.

    To find differences; in a narrower scope a pot's floor may be cut by more.
    """
    counted = Day(folder, day)
    shown = {lens: counted.shown(counted.rows, lens, currency) for lens in LENSES}
    return [
        vars(row.share)
        | {name: value for name, value in vars(row).items() if name != "share"}
        | {lens: shown[lens][place] for lens in LENSES}
        for place, row in enumerate(counted.rows)
    ]


def recount(folder: Path = DATA) -> dict[str, float]:
    """The twenty totals of a data folder."""
    wanted = totals()
    days = {day: Day(folder, day) for day in {total.day for total in wanted.values()}}
    return {name: days[total.day].total(total) for name, total in wanted.items()}


if __name__ == "__main__":
    print(json.dumps(recount(), indent=2))
