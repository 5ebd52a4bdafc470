"""The sites in words: list, tray, legend and the detail of one, as escaped HTML."""

from html import escape
from urllib.parse import urlencode

import pandas as pd

from tracker import asof, cells, maps, places
from tracker.comparison.showing import listed, under
from tracker.known import Known
from tracker.marks import Look, chip
from tracker.siting.choosing import ChosenSites, operators


def site_table(rows: pd.DataFrame, chosen: ChosenSites, look: Look, known: Known) -> str:
    """Every site of ``rows`` as an HTML table; the name leads to its detail."""
    names = operators(rows, known)
    documents = known.world.dataset.documents
    text = [
        {
            "site": _name(str(site), row, chosen, look),
            "rung": chip(look.rung(row["status"])) + under("", look.formats.day(row["last_seen"])),
            "power": _struck(row, look),
            "known": under(_place_in_words(row, look), names.get(str(site)))
            + f'<div class="cc-m">{cells.links([row["source_id"]], documents)}</div>',
        }
        for site, row in rows.iterrows()
    ]
    labels = {name: look.words(f"sites.columns.{name}") for name in text[0]} if text else {}
    return listed(text, "sites", look, markup=[*labels], right=["power"], labels=labels)


def _name(site: str, row: pd.Series, chosen: ChosenSites, look: Look) -> str:
    address = escape(urlencode({**_address(chosen), "site": site}, doseq=True))
    link = f'<a href="sites?{address}" target="_self">{escape(row["site_name"])}</a>'
    where = [row["place"], row["region"], look.formats.country(row["country_code"])]
    told = ", ".join(part for part in where if isinstance(part, str))
    return f'<div class="cc-t">{link}</div><div class="cc-m">{escape(told)}</div>'


def _address(chosen: ChosenSites) -> dict[str, object]:
    """What of the choices a link keeps."""
    kept: dict[str, object] = {"as_of": chosen.as_of.isoformat(), "country": chosen.country}
    kept |= {"size": chosen.size, "sort": chosen.sort}
    return {name: value for name, value in kept.items() if value}


def _powers(row: pd.Series, look: Look) -> str:
    """Planned, secured and operating power, each with its basis where that is stated."""
    told = []
    for phase in places.PHASES:
        qualifier, megawatts, basis = (
            row[f"{phase}_{part}"] for part in ("qualifier", "mw", "basis")
        )
        if pd.notna(megawatts):
            told.append(_power(phase, qualifier, megawatts, basis, look))
    return "<br>".join(map(escape, told)) or escape(look.words("sites.unknown_size"))


def _power(phase: str, qualifier: str, megawatts: float, basis: str, look: Look) -> str:
    """One figure of power in words; a basis that is not stated has no word."""
    return look.words(
        "sites.power",
        phase=look.words.term("phase", phase),
        qualifier=_qualifier(qualifier, look),
        power=look.formats.power(float(megawatts)),
        basis=look.words.term("power_basis", basis),
    ).rstrip()


def _struck(row: pd.Series, look: Look) -> str:
    """The power of a site, struck through where it was lost."""
    told = _powers(row, look)
    return f"<s>{told}</s>" if row["status"] in look.rules.lost_rungs else told


def _qualifier(qualifier: str, look: Look) -> str:
    """How a figure was qualified, with a space; nothing where the phase says it already."""
    is_plain = qualifier in {"exact", "planned"}
    return "" if is_plain else look.words.term("qualifier", qualifier) + " "


def _place_in_words(row: pd.Series, look: Look) -> str:
    """The precision and, where there is a disc, its radius."""
    word = look.words.term("location_precision", row["location_precision"])
    if pd.isna(row["radius_km"]):
        return word
    radius = look.formats.count(float(row["radius_km"]))
    return look.words("sites.within", precision=word, radius=radius)


def tray(rows: pd.DataFrame, look: Look) -> str:
    """The sites that cannot be mapped, counted, each with why."""
    unmapped = rows[~rows["is_mapped"]]
    power = look.formats.power(round(float(unmapped["planned_mw"].sum())))
    words = look.words("sites.tray.title", count=len(unmapped), all=len(rows), power=power)
    title = escape(words)
    items = "".join(
        f'<li>{escape(row["site_name"])} <span class="cc-m">{_in_tray(row, look)}</span></li>'
        for _, row in unmapped.iterrows()
    )
    return f'<section class="cc cc-tray" id="tray"><h2>{title}</h2><ul>{items}</ul></section>'


def _in_tray(row: pd.Series, look: Look) -> str:
    return f"{escape(_why(row, look))} · {escape(look.rung(row['status']))} · {_powers(row, look)}"


def _why(row: pd.Series, look: Look) -> str:
    where = row["region"] if isinstance(row["region"], str) else ""
    country = look.formats.country(row["country_code"])
    key = "region" if row["location_precision"] == "region" else "unknown"
    return look.words(f"sites.tray.{key}", region=where, country=country)


def legend(size: str, look: Look) -> str:
    """What area, ring, disc and mark mean, with symbols drawn to the scale of the map."""
    settings = look.rules.places
    items = []
    for value in settings.legend[size]:
        px = maps.symbol_px(value, size, settings)
        told = escape(maps.size_in_words(value, size, look))
        items.append(f"<li>{_circle(px, filled=True)}{told}</li>")
    ring = _circle(settings.hollow_px, filled=False)
    items.append(f"<li>{ring}{escape(look.words('sites.unknown_size'))}</li>")
    for name, mark in look.palette.marks.items():
        items.append(f"<li>{escape(mark['glyph'])} {escape(look.words.term('mark', name))}</li>")
    items += [f"<li>{escape(look.words(f'sites.{name}'))}</li>" for name in ("several", "disc")]
    name = escape(look.words("sites.legend"))
    return f'<ul class="cc-legend" aria-label="{name}">{"".join(items)}</ul>'


def _circle(px: float, *, filled: bool) -> str:
    kind = "cc-full" if filled else "cc-hollow"
    return (
        f'<span class="cc-circle {kind}" style="width:{2 * px:.1f}px;height:{2 * px:.1f}px"></span>'
    )


def detail(rows: pd.DataFrame, site: str, known: Known, look: Look) -> str:
    """One site with every claim ever dated about it, its precision in words and its documents."""
    if site not in rows.index:
        return ""
    row = rows.loc[[site]].iloc[0]
    documents = known.world.dataset.documents
    facts = {
        "place": _place_in_words(row, look),
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
    body = _claims(site, known, look)
    source = cells.links([row["source_id"]], documents)
    heading = escape(row["site_name"])
    return (
        f'<section class="cc cc-block" id="site"><h2>{heading}</h2><dl>{told}</dl>{body}'
        f'<p class="cc-m">{escape(look.words("sites.facts.source"))}: {source}</p></section>'
    )


def _claims(site: str, known: Known, look: Look) -> str:
    """Every claim about a site, the newest first, adopted or not, with its document."""
    found = []
    for name, dated in (("capacities", "claim_date"), ("statuses", "status_date")):
        rows = known.world.dataset[name]
        rows = rows[rows["subject_id"] == site]
        day = asof.known_dates(rows[dated], known.world.rules)
        for _, row in rows[day <= known.world.day].iterrows():
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
    said = _power(row["phase"], row["qualifier"], row["capacity_mw"], row["power_basis"], look)
    rival = look.words("comparison.offers.rival")
    return said if row["standing"] == "adopted" else f"{rival} {said}"
