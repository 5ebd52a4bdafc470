"""One site with every claim ever dated about it, as escaped HTML."""

from html import escape

import pandas as pd

from tracker.counting.known import Known
from tracker.look import cells
from tracker.look.marks import Look
from tracker.look.showing import listed
from tracker.views.sites.choosing import operators
from tracker.views.sites.listing import money, place_in_words, power_in_words, powers


def detail(rows: pd.DataFrame, in_sight: pd.DataFrame, site: str, known: Known, look: Look) -> str:
    """One site with every claim ever dated about it, its precision in words and its documents.

    ``rows`` are all sites known on the day. One that is not known then, or not ``in_sight``, is
    said to be so.
    """
    if not site:
        return ""
    if site not in rows.index:
        told = look.words("sites.not_known", day=look.formats.date(known.world.day))
        return f'<section class="cc cc-block" id="site"><p>{escape(told)}</p></section>'
    row = rows.loc[[site]].iloc[0]
    aside = "" if site in in_sight.index else f"<p>{escape(look.words('sites.filtered_out'))}</p>"
    now = f'<p class="cc-number">{escape(look.rung(row["status"]))} · {powers(row, look)}</p>'
    source = cells.links([row["source_id"]], known.world.dataset.documents)
    return (
        f'<section class="cc cc-block" id="site"><h2>{escape(row["site_name"])}</h2>{aside}{now}'
        f"{_facts(rows.loc[[site]], known, look)}{_claims(site, known, look)}"
        f'<p class="cc-m">{escape(look.words("sites.facts.source"))}: {source}</p></section>'
    )


def _facts(rows: pd.DataFrame, known: Known, look: Look) -> str:
    """What is known of the one site in ``rows``, term by term."""
    row = rows.iloc[0]
    facts = {
        "operator": operators(rows, known).iloc[0],
        "region": row["region"],
        "commitment": _commitment(row, known),
        "amount": money(row, look) if pd.notna(row["amount"]) else None,
        "place": place_in_words(row, look),
        "basis": row["location_basis"],
        "rule": look.words(f"rules.{row['status_rule']}"),
        "seen": look.words("sites.as_of", day=look.formats.day(row["last_seen"])),
        "note": row["note"],
    }
    told = "".join(
        f"<dt>{escape(look.words(f'sites.facts.{name}'))}</dt><dd>{escape(text)}</dd>"
        for name, text in facts.items()
        if isinstance(text, str)
    )
    return f"<dl>{told}</dl>"


def _commitment(row: pd.Series, known: Known) -> object:
    """The title of the commitment that a site belongs to; nothing where there is none."""
    return known.world.commitments["title"].get(row["commitment_id"])


def _claims(site: str, known: Known, look: Look) -> str:
    """Every claim about a site, the newest first, adopted or not, with its document."""
    found = []
    for name in ("capacities", "statuses"):
        rows, dated = known.world.known(name), known.world.dataset.package[name].known_from
        for _, row in rows[rows["subject_id"] == site].iterrows():
            found.append((row[dated], _said(name, row, look), row["source_id"]))
    found.sort(reverse=True)
    text = [
        {
            "dated": look.formats.day(dated),
            "said": said,
            "source": cells.links([source], known.world.dataset.documents),
        }
        for dated, said, source in found
    ]
    labels = {name: look.words(f"sites.claims.{name}") for name in text[0]} if text else {}
    return listed(text, "claims", look, markup=["source"], labels=labels)


def _said(table: str, row: pd.Series, look: Look) -> str:
    if table == "statuses":
        inferred = look.words("leaderboard.inferred") if row["basis"] == "inferred" else ""
        return f"{look.rung(row['status'])} {inferred}".rstrip()
    phase, qualifier, basis = row["phase"], row["qualifier"], row["power_basis"]
    said = power_in_words(phase, qualifier, row["capacity_mw"], basis, look)
    rival = look.words("comparison.offers.rival")
    return said if row["standing"] == "adopted" else f"{rival} {said}"
