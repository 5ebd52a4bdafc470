"""The sites in words: the list and the tray, as escaped HTML."""

from html import escape
from urllib.parse import urlencode

import pandas as pd

from tracker.counting.known import Known
from tracker.look import cells
from tracker.look.marks import Look, chip
from tracker.look.showing import listed, under
from tracker.views.sites.choosing import MONEY, ChosenSites, operators
from tracker.world import places


def site_table(rows: pd.DataFrame, chosen: ChosenSites, look: Look, known: Known) -> str:
    """Every site of ``rows`` as an HTML table; the name leads to its detail."""
    names = operators(rows, known)
    documents = known.world.dataset.documents
    text = [
        {
            "site": _name(str(site), row, chosen, look),
            "rung": chip(look.rung(row["status"])) + under("", look.formats.day(row["last_seen"])),
            "power": _struck(row, chosen.size, look),
            "known": under(place_in_words(row, look), names.get(str(site)))
            + f'<div class="cc-m">{cells.links([row["source_id"]], documents)}</div>',
        }
        for site, row in rows.iterrows()
    ]
    labels = {name: look.words(f"sites.columns.{name}") for name in text[0]} if text else {}
    if chosen.size == MONEY:
        labels["power"] = look.words("sites.columns.amount")
    return listed(text, "sites", look, markup=[*labels], right=["power"], labels=labels)


def _name(site: str, row: pd.Series, chosen: ChosenSites, look: Look) -> str:
    address = escape(urlencode({**_address(chosen), "site": site}, doseq=True))
    now = ' aria-current="true"' if site == chosen.site else ""
    link = f'<a href="sites?{address}" target="_self"{now}>{escape(row["site_name"])}</a>'
    where = [row["place"], row["region"], look.formats.country(row["country_code"])]
    told = ", ".join(part for part in where if isinstance(part, str))
    return f'<div class="cc-t">{link}</div><div class="cc-m">{escape(told)}</div>'


def _address(chosen: ChosenSites) -> dict[str, object]:
    """What of the choices a link keeps."""
    kept: dict[str, object] = {"as_of": chosen.as_of.isoformat(), "country": chosen.country}
    kept |= {"size": chosen.size, "sort": chosen.sort}
    return {name: value for name, value in kept.items() if value}


def powers(row: pd.Series, look: Look) -> str:
    """Planned, secured and operating power, each with its basis where that is stated."""
    told = []
    for phase in places.PHASES:
        qualifier, megawatts, basis = (
            row[f"{phase}_{part}"] for part in ("qualifier", "mw", "basis")
        )
        if pd.notna(megawatts):
            told.append(power_in_words(phase, qualifier, megawatts, basis, look))
    return "<br>".join(map(escape, told)) or escape(look.words("sites.unknown_size"))


def power_in_words(phase: str, qualifier: str, megawatts: float, basis: str, look: Look) -> str:
    """One figure of power in words; a basis that is not stated has no word."""
    return look.words(
        "sites.power",
        phase=look.words.term("phase", phase),
        qualifier=_qualifier(qualifier, look),
        power=look.formats.power(float(megawatts)),
        basis=look.words.term("power_basis", basis),
    ).rstrip()


def _struck(row: pd.Series, size: str, look: Look) -> str:
    """The power of a site, under its money where that is measured; struck through where lost."""
    told = powers(row, look)
    if size == MONEY:
        told = f"{escape(money(row, look))}<br>{told}"
    has_any = any(pd.notna(row[f"{phase}_mw"]) for phase in places.PHASES)
    return f"<s>{told}</s>" if has_any and row["status"] in look.rules.lost_rungs else told


def money(row: pd.Series, look: Look) -> str:
    """The ceiling of the commitment that stands on this site alone, or that there is none."""
    if pd.isna(row["amount"]):
        return look.words("sites.no_amount")
    return look.formats.money(float(row["amount"]), look.rules.display_currencies[0])


def _qualifier(qualifier: str, look: Look) -> str:
    """How a figure was qualified, with a space; nothing where the phase says it already."""
    is_plain = qualifier in {"exact", "planned"}
    return "" if is_plain else look.words.term("qualifier", qualifier) + " "


def place_in_words(row: pd.Series, look: Look) -> str:
    """The precision and, where there is a disc, its radius."""
    word = look.words.term("location_precision", row["location_precision"])
    if pd.isna(row["radius_km"]):
        return word
    radius = look.formats.count(float(row["radius_km"]))
    return look.words("sites.within", precision=word, radius=radius)


def tray(rows: pd.DataFrame, look: Look) -> str:
    """The sites that cannot be mapped, counted, each with why; nothing where there are none."""
    unmapped = rows[~rows["is_mapped"]]
    if unmapped.empty:
        return ""
    power = look.formats.power(round(float(unmapped["planned_mw"].sum())))
    words = look.words("sites.tray.title", count=len(unmapped), all=len(rows), power=power)
    title = escape(words)
    items = "".join(
        f'<li>{escape(row["site_name"])} <span class="cc-m">{_in_tray(row, look)}</span></li>'
        for _, row in unmapped.iterrows()
    )
    return f'<section class="cc cc-tray" id="tray"><h2>{title}</h2><ul>{items}</ul></section>'


def _in_tray(row: pd.Series, look: Look) -> str:
    return f"{escape(_why(row, look))} · {escape(look.rung(row['status']))} · {powers(row, look)}"


def _why(row: pd.Series, look: Look) -> str:
    where = row["region"] if isinstance(row["region"], str) else ""
    country = look.formats.country(row["country_code"])
    key = "region" if row["location_precision"] == "region" else "unknown"
    return look.words(f"sites.tray.{key}", region=where, country=country)
