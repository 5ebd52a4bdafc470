"""The page of sites, ready to be shown."""

from dataclasses import dataclass

import pandas as pd

from tracker.counting.known import Known
from tracker.export.csv import csv_bytes
from tracker.look.marks import Look
from tracker.look.showing import joined
from tracker.views.sites import files, listing
from tracker.views.sites.choosing import EVERYWHERE, ChosenSites, ordered, with_amounts, within
from tracker.views.sites.detail import detail
from tracker.views.sites.legend import legend
from tracker.views.sites.regions import regions
from tracker.world import places
from tracker.world.places import SitePower


@dataclass(frozen=True)
class SiteView:
    """The page of sites, ready to be shown; all HTML in it is escaped.

    ``symbols`` is what the maps draw, ``focus`` the symbol of the chosen site, ``options`` the
    sites that can be chosen, with their names.
    """

    title: str
    lead: str
    table: str
    tray: str
    legend: str
    detail: str
    summary: str
    symbols: pd.DataFrame
    codes: tuple[str, ...]
    focus: str | None
    options: dict[str, str]
    note: str
    csv: bytes
    geojson: bytes
    file_name: str
    shown: int


def site_view(known: Known, chosen: ChosenSites, look: Look) -> SiteView:
    """The sites known on the day of ``known``, filtered and sorted as ``chosen``."""
    every = with_amounts(places.sites(known.world), known)
    rows = ordered(within(every, chosen, known), chosen, look)
    symbols = _with_amount(places.drawn(rows, known.world), rows)
    told = files.as_download(rows, known, look)
    return SiteView(
        title=finding(rows, known, look),
        lead=lead(rows, known, look),
        table=listing.site_table(rows, chosen, look, known),
        tray=listing.tray(rows, look),
        legend=legend(chosen.size, look),
        detail=detail(every, rows, chosen.site, known, look),
        summary=regions(rows, every, chosen.scope, known, look),
        symbols=symbols,
        codes=_codes(chosen, known),
        focus=_focus(rows, symbols, chosen.site),
        options=dict(zip(rows.index, rows["site_name"], strict=True)),
        note=note(known, look),
        csv=csv_bytes(told),
        geojson=files.as_geojson(told, rows, look),
        file_name=files.file_name(rows, every, known),
        shown=len(rows),
    )


def finding(rows: pd.DataFrame, known: Known, look: Look) -> str:
    """How many sites, how much they plan in each country, and how many cannot be mapped."""
    if rows.empty:
        return look.words("sites.title.none")
    told = [
        look.words(
            "sites.title.part",
            country=look.formats.country(str(code)),
            power=look.formats.power(found.megawatts),
        )
        for code, of_country in rows.groupby("country_code")
        if len((found := places.power(of_country, "planned", known.world)).rows)
    ]
    asides = {
        "lost": int(rows["status"].isin(look.rules.lost_rungs).sum()),
        "unmapped": int((~rows["is_mapped"]).sum()),
    }
    plans = look.words("sites.title.plans", told=joined(told, look)) if told else ""
    aside = "".join(look.words(f"sites.title.{key}", count=n) for key, n in asides.items() if n)
    return look.words("sites.title.some", count=len(rows), told=plans, asides=aside)


def lead(rows: pd.DataFrame, known: Known, look: Look) -> str:
    """What is in service, counted as a floor."""
    told = [
        _in_service(str(code), found, look)
        for code, of_country in rows.groupby("country_code")
        if len((found := places.power(places.evidenced(of_country), "operating", known.world)).rows)
    ]
    sentences = [look.words("sites.floor", told=joined(told, look))] if told else []
    stock = places.power(rows[rows["is_stock"].astype(bool)], "operating", known.world)
    if len(stock.rows):
        power = look.formats.power(stock.megawatts)
        sentences.append(look.words("sites.stock", power=power, count=len(stock.rows)))
    return " ".join(sentences)


def _in_service(code: str, found: SitePower, look: Look) -> str:
    """The power in service in a country, and what of it is firm where that is less."""
    told = {
        "country": look.formats.country(code),
        "power": look.formats.power(found.megawatts),
        "count": len(found.rows),
    }
    if found.firm == found.megawatts:
        return look.words("sites.operating_firm", **told)
    return look.words("sites.operating", firm=look.formats.power(found.firm), **told)


def note(known: Known, look: Look) -> str:
    """The day, what is left out, and that places are told with what was found later."""
    told = look.words("sites.day", day=look.formats.date(known.world.day))
    if known.world.day < look.rules.evidence_until:
        told += " " + look.words("sites.places_later")
    return told


def _codes(chosen: ChosenSites, known: Known) -> tuple[str, ...]:
    """The countries that have a map."""
    every = known.world.dataset.compared
    return every if chosen.country == EVERYWHERE else (chosen.country,)


def _focus(rows: pd.DataFrame, symbols: pd.DataFrame, site: str) -> str | None:
    """The symbol that the chosen site is drawn with, where it is in sight."""
    group = rows["group_id"].get(site)
    return str(group) if group in symbols.index else None


def _with_amount(symbols: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """``symbols`` with the amounts of what they stand for; missing where none is stated."""
    amount = rows.groupby("group_id")["amount"].sum(min_count=1)
    return symbols.assign(amount=amount.reindex(symbols.index))
