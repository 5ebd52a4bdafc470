"""The page of sites, ready to be shown."""

from dataclasses import dataclass

import pandas as pd

from tracker import places
from tracker.comparison.leading import compared
from tracker.comparison.showing import joined
from tracker.export.csv import csv_bytes
from tracker.known import Known
from tracker.marks import Look
from tracker.siting import files, listing
from tracker.siting.choosing import EVERYWHERE, ChosenSites, ordered, with_amounts, within
from tracker.siting.regions import regions


@dataclass(frozen=True)
class SiteView:
    """The page of sites, ready to be shown; all HTML in it is escaped.

    ``symbols`` is what the maps draw, ``focus`` the place of the chosen site, ``options`` the sites
    that can be chosen, with their names.
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
    focus: tuple[str, float, float] | None
    options: dict[str, str]
    csv: bytes
    geojson: bytes
    shown: int


def site_view(known: Known, chosen: ChosenSites, look: Look) -> SiteView:
    """The sites known on the day of ``known``, filtered and sorted as ``chosen``."""
    every = with_amounts(places.sites(known.world), known)
    rows = ordered(within(every, chosen, known), chosen, look)
    symbols = _with_amount(places.drawn(rows, known.world), rows)
    return SiteView(
        title=finding(rows, known, look),
        lead=lead(rows, known, look),
        table=listing.site_table(rows, chosen, look, known),
        tray=listing.tray(rows, look),
        legend=listing.legend(chosen.size, look),
        detail=listing.detail(every, chosen.site, known, look),
        summary=regions(rows, every, known, look),
        symbols=symbols,
        codes=_codes(chosen, known),
        focus=_focus(every, chosen.site),
        options=dict(zip(rows.index, rows["site_name"], strict=True)),
        csv=csv_bytes(files.as_download(rows, known, look)),
        geojson=files.as_geojson(rows, look),
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
            power=look.formats.power(
                round(places.power(of_country, "planned", known.world).megawatts)
            ),
        )
        for code, of_country in rows.groupby("country_code")
    ]
    return look.words(
        "sites.title.some",
        count=len(rows),
        told=joined(told, look),
        unmapped=int((~rows["is_mapped"]).sum()),
    )


def lead(rows: pd.DataFrame, known: Known, look: Look) -> str:
    """What is in service, counted as a floor, and the day."""
    told = [
        look.words(
            "sites.operating",
            country=look.formats.country(str(code)),
            power=look.formats.power(found.megawatts),
            firm=look.formats.power(found.firm),
            count=len(found.rows),
        )
        for code, of_country in rows.groupby("country_code")
        if len((found := places.power(evidenced(of_country), "operating", known.world)).rows)
    ]
    sentences = [look.words("sites.floor", told=joined(told, look))] if told else []
    stock = places.power(rows[rows["is_stock"].astype(bool)], "operating", known.world)
    if len(stock.rows):
        power = look.formats.power(stock.megawatts)
        sentences.append(look.words("sites.stock", power=power, count=len(stock.rows)))
    sentences.append(look.words("sites.day", day=look.formats.date(known.world.day)))
    return " ".join(sentences)


def evidenced(rows: pd.DataFrame) -> pd.DataFrame:
    """Sites without the stock of whole cities, and so without anything inside it."""
    return rows[~rows["is_stock"].astype(bool)]


def _codes(chosen: ChosenSites, known: Known) -> tuple[str, ...]:
    """The countries that have a map."""
    every = compared(known)
    return every if chosen.country == EVERYWHERE else (chosen.country,)


def _focus(rows: pd.DataFrame, site: str) -> tuple[str, float, float] | None:
    """Country and place of the chosen site, where it can be mapped."""
    if site not in rows.index or not rows.at[site, "is_mapped"]:
        return None
    row = rows.loc[[site]].iloc[0]
    return str(row["country_code"]), float(row["latitude"]), float(row["longitude"])


def _with_amount(symbols: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """``symbols`` with the amounts of what they stand for; missing where none is stated."""
    amount = rows.groupby("group_id")["amount"].sum(min_count=1)
    return symbols.assign(amount=amount.reindex(symbols.index))
