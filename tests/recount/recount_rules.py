"""The comparison's rules counted a second time, by other means and from their definitions alone.

Nothing here comes from the tracker. Money is taken from the recount; power is worked out in SQL.
Run `python -m tests.recount.recount_rules` to print the rules as JSON.
"""

import csv
import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from math import fsum
from pathlib import Path

from tests.recount.recount import (
    CATEGORIES,
    DATA,
    EVIDENCE_UNTIL,
    FLOWS,
    LENS_FROM,
    LOST,
    NO_FLOOR,
    ORIGINS,
    Day,
    Row,
    Total,
    counts,
    opened,
    rung_on,
)

COMPARED = ("FR", "IN")
LEADER = frozenset({"leader"})
WITH_CHIPS = CATEGORIES | {"chips"}
CONGLOMERATE_PROGRAMMES = ("conglomerate", "programme")

Range = tuple[float, float]


@dataclass(frozen=True)
class Money:
    """A rule that counts money; the defaults are the default scope.

    `without` is the lead organisation's type and the flow type of the pots to leave out;
    `is_reported` counts only rungs that no rule inferred; `is_primary` only amounts that a document
    of the first two tiers states;
    `indicator` is the national figure to divide by, the quotient is multiplied by `times`.
    """

    lens: str
    origins: frozenset[str] = ORIGINS
    categories: frozenset[str] = CATEGORIES
    without: tuple[str, str] | None = None
    is_reported: bool = False
    is_primary: bool = False
    currency: str = "EUR"
    indicator: str = ""
    times: float = 1.0


@dataclass(frozen=True)
class Power:
    """A rule that counts power."""

    phase: str
    basis: str


RULES: dict[str, Money | Power] = {
    "ceiling": Money("ceiling"),
    "floor": Money("floor"),
    "signed": Money("signed"),
    "signed_reported": Money("signed", is_reported=True),
    "building": Money("building"),
    "building_reported": Money("building", is_reported=True),
    "operating": Money("operating"),
    "leader": Money("ceiling", origins=LEADER),
    "leader_signed": Money("signed", origins=LEADER),
    "without_programmes": Money("ceiling", without=CONGLOMERATE_PROGRAMMES),
    "with_chips": Money("ceiling", categories=WITH_CHIPS),
    "primary": Money("ceiling", is_primary=True),
    "signed_primary": Money("signed", is_primary=True),
    "per_head": Money("ceiling", indicator="population"),
    "signed_per_head": Money("signed", indicator="population"),
    "per_gdp": Money("ceiling", currency="USD", indicator="gdp_usd", times=100.0),
    "signed_per_gdp": Money("signed", currency="USD", indicator="gdp_usd", times=100.0),
    "planned_unstated": Power("planned", "unstated"),
    "planned_it": Power("planned", "it"),
    "planned_grid": Power("planned", "grid"),
    "operating_mw": Power("operating", "unstated"),
}

POT_KINDS = """
    SELECT pot.commitment_id, lead.organisation_type, pot.flow_type
    FROM commitments AS pot
    LEFT JOIN organisations AS lead ON lead.organisation_id = pot.lead_organisation_id
"""

# The newest adopted claim of each commitment and phase; `is_held` where something above it has one
# of that phase too, whatever the basis, status or scope of either. Only commitments that count.
POWER = """
    WITH placed AS (
        SELECT *, row_number() OVER (
            PARTITION BY subject_id, phase ORDER BY known_from(claim_date) DESC, rowid DESC
        ) AS place
        FROM capacities
        WHERE standing = 'adopted' AND known_from(claim_date) <= (SELECT day FROM asof)
    ), newest AS (
        SELECT * FROM placed WHERE place = 1
    )
    SELECT own.commitment_id, newest.phase, newest.power_basis AS basis, newest.qualifier,
        CAST(newest.capacity_mw AS REAL) AS megawatts, own.category, parents.parent_id,
        pot.country_code AS country, pot.origin, pot.flow_type,
        coalesce(held.status, 'announced') AS status,
        CASE WHEN own.commitment_id IN (SELECT commitment_id FROM quiet)
            THEN last_heard.day ELSE (SELECT day FROM asof) END AS last_heard,
        EXISTS (
            SELECT * FROM standing_lineage AS line JOIN newest AS upper
                ON upper.subject_id = line.above_id AND upper.phase = newest.phase
            WHERE line.commitment_id = newest.subject_id AND line.distance > 0
        ) AS is_held
    FROM newest
    JOIN counted ON counted.commitment_id = newest.subject_id
    JOIN commitments AS own ON own.commitment_id = newest.subject_id
    JOIN pots ON pots.commitment_id = newest.subject_id
    JOIN commitments AS pot ON pot.commitment_id = pots.pot_id
    JOIN last_heard ON last_heard.pot_id = pots.pot_id
    LEFT JOIN parents ON parents.commitment_id = newest.subject_id
    LEFT JOIN statuses_in_force AS held ON held.commitment_id = newest.subject_id
"""

BASES = """
    SELECT line.commitment_id, min(line.distance) AS distance, (
        SELECT basis FROM statuses AS own
        WHERE own.subject_id = line.above_id AND known_from(own.status_date)
            <= (SELECT day FROM asof)
        ORDER BY known_from(own.status_date) DESC, own.rowid DESC LIMIT 1
    ) AS basis
    FROM standing_lineage AS line JOIN own_statuses AS told ON told.subject_id = line.above_id
    GROUP BY line.commitment_id
"""

PARENTS = "SELECT commitment_id, parent_id FROM counted JOIN parents USING (commitment_id)"


def rules(folder: Path = DATA) -> dict[str, dict[str, Range | None]]:
    """Each rule's low and high value by country, on the last day of the evidence."""
    counted = Counted(folder)
    return {
        name: {country: counted.value(rule, country) for country in COMPARED}
        for name, rule in RULES.items()
    }


class Counted:
    """What the rules are worked out from."""

    def __init__(self, folder: Path) -> None:
        """Count the folder's money, power and national figures."""
        self.day = Day(folder, EVIDENCE_UNTIL)
        self.figures = national_figures(folder)
        with closing(opened(folder, EVIDENCE_UNTIL)) as db:
            self.pot_kinds: dict[str, tuple[str, str]] = {
                row["commitment_id"]: (row["organisation_type"], row["flow_type"])
                for row in db.execute(POT_KINDS)
            }
            self.bases = {row["commitment_id"]: row["basis"] for row in db.execute(BASES)}
            self.claims = {(row["commitment_id"], row["phase"]): row for row in db.execute(POWER)}
            self.parents = {row["commitment_id"]: row["parent_id"] for row in db.execute(PARENTS)}

    def value(self, rule: Money | Power, country: str) -> Range | None:
        """The low and the high value of a rule in a country."""
        if isinstance(rule, Power):
            return self.megawatts(rule, country)
        low, high = self.money(rule, country)
        if not rule.indicator:
            return low, high
        figure = self.figures.get((country, rule.indicator))
        return (low / figure * rule.times, high / figure * rule.times) if figure else None

    def money(self, rule: Money, country: str) -> Range:
        """The low and the high end of a sum of money."""
        scope = Total(
            rule.lens,
            frozenset({country}),
            rule.currency,
            categories=rule.categories,
            origins=rule.origins,
        )
        rows = [
            row
            for row in self.day.rows
            if scope.has(row)
            and self.pot_kinds[row.pot_id] != rule.without
            and not (rule.is_reported and self.is_inferred(row))
            and not (rule.is_primary and not row.is_primary)
        ]
        low = fsum(self.day.shown(rows, rule.lens, rule.currency))
        return low, self.highs(rows, rule) if rule.lens in LENS_FROM else low

    def is_inferred(self, row: Row) -> bool:
        """Whether the rung of a share was concluded by a rule; it may be that of a row above."""
        return self.bases.get(row.share.commitment_id, "") == "inferred"

    def highs(self, rows: list[Row], rule: Money) -> float:
        """The sum of the high ends of the rows that the rule's lens counts."""
        return fsum(
            self.day.ends(row.share, rule.currency)[1] for row in rows if counts(row, rule.lens)
        )

    def megawatts(self, rule: Power, country: str) -> Range | None:
        """The low and the high end of a sum of power, if anything is claimed at all."""
        claims = [
            row
            for row in self.claims.values()
            if (row["phase"], row["basis"], row["country"]) == (rule.phase, rule.basis, country)
            and in_default_scope(row)
            and not row["is_held"]
        ]
        if not claims:
            return None
        low = fsum(self.firm(row["commitment_id"], rule) for row in claims)
        return low, fsum(row["megawatts"] for row in claims)

    def firm(self, commitment_id: str, rule: Power) -> float:
        """What is firm of a commitment: its own claim, or what its parts of that basis come to."""
        parts = [name for name, above in self.parents.items() if above == commitment_id]
        below = fsum(self.firm(part, rule) for part in parts)
        own = self.claims.get((commitment_id, rule.phase))
        if own is None or own["basis"] != rule.basis:
            return below
        is_firm = own["qualifier"] not in NO_FLOOR and not is_lost(own)
        return max(own["megawatts"] * is_firm, min(below, own["megawatts"]))


def is_lost(row: sqlite3.Row) -> bool:
    """Whether a claim of power is about something stalled or cancelled."""
    return rung_on(row["status"], row["last_heard"], EVIDENCE_UNTIL) in LOST


def in_default_scope(row: sqlite3.Row) -> bool:
    """Whether a claim of power is in the default scope and not lost."""
    return (
        row["category"] in CATEGORIES
        and row["flow_type"] in FLOWS
        and row["origin"] in ORIGINS
        and not is_lost(row)
    )


def national_figures(folder: Path) -> dict[tuple[str, str], float]:
    """The newest adopted figure of each country and indicator that a rule divides by."""
    wanted = {rule.indicator for rule in RULES.values() if isinstance(rule, Money)}
    with (folder / "indicators.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = [
            line
            for line in csv.DictReader(file)
            if line["indicator_id"] in wanted and line["standing"] == "adopted" and line["value"]
        ]
    lines.sort(key=lambda line: int(line["year"]))
    return {(line["country_code"], line["indicator_id"]): float(line["value"]) for line in lines}


if __name__ == "__main__":
    print(json.dumps(rules(), indent=2))
