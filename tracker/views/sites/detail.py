"""One site with every claim ever dated about it."""

import pandas as pd

from tracker.counting.known import Known
from tracker.dataset.plain import Row
from tracker.look import links
from tracker.look.elements import Column, Part, Said, Terms
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.view import Section
from tracker.views.sites.facts import money, place, power, powers
from tracker.world.record import claims

KINDS = {"dated": "day", "said": "part", "source": "part"}


def detail(rows: pd.DataFrame, shown: pd.Index, site: str, known: Known, look: Look) -> Section:
    """One site with every claim ever dated about it, its precision in words and its documents.

    ``rows`` are all sites known on the day. One that is not known then, or not among those
    ``shown``, is said to be so.
    """
    if not site:
        return Section("site")
    if site not in rows.index:
        told = look.words("sites.not_known", day=look.formats.date(known.world.day))
        return Section("site", blocks=(Said("text", told),))
    row = rows.loc[[site]].iloc[0].to_dict()
    aside = "" if site in shown else Said("text", look.words("sites.filtered_out"))
    now = f"{look.rung(row['status'])} · {powers(row, known.world, look)}"
    source = links.links([row["source_id"]], known.world.dataset.documents)
    blocks = (
        aside,
        Said("large", now),
        _facts(row, known, look),
        _claims(site, known, look),
        Said("note", (f"{look.words('sites.facts.source')}:", source)),
    )
    return Section("site", row["site_name"], blocks)


def _facts(row: Row, known: Known, look: Look) -> Part:
    """What is known of a site, term by term."""
    facts = {
        "operator": row["operator"],
        "region": row["region"],
        "commitment": known.world.commitments["title"].get(row["commitment_id"]),
        "amount": money(row, look) if pd.notna(row["amount"]) else None,
        "place": place(row, look),
        "basis": row["location_basis"],
        "rule": look.words(f"rules.{row['status_rule']}"),
        "seen": look.words("sites.as_of", day=look.formats.day(row["last_seen"])),
        "note": row["note"],
    }
    told = {name: text for name, text in facts.items() if isinstance(text, str)}
    return Terms(tuple((look.words(f"sites.facts.{name}"), (told[name],)) for name in told))


def _claims(site: str, known: Known, look: Look) -> Part:
    """Every claim about a site, adopted or not, with its document."""
    documents = known.world.dataset.documents
    cells = [
        {
            "dated": row["dated"],
            "said": _said(row, known, look),
            "source": links.links([row["source_id"]], documents),
        }
        for row in claims(site, known.world).to_dict("records")
    ]
    shown = [Column(name, look.words(f"sites.claims.{name}"), kind) for name, kind in KINDS.items()]
    return table("claims", cells, shown)


def _said(row: Row, known: Known, look: Look) -> str:
    """A rung, and whether a rule of ours gives it; or power, and whether it is another figure."""
    if pd.notna(row["status"]):
        inferred = look.words("leaderboard.inferred") if row["basis"] == "inferred" else ""
        return f"{look.rung(row['status'])} {inferred}".rstrip()
    said = power(row, known.world, look)
    rival = look.words("comparison.offers.rival")
    return said if row["standing"] == "adopted" else f"{rival} {said}"
