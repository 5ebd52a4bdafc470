"""The sites in words: the list and the tray."""

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.site_totals import SiteTotals
from tracker.dataset.plain import Row
from tracker.dataset.settings.places import MONEY
from tracker.look import links
from tracker.look.elements import Link, Part, Run, Said
from tracker.look.look import Look
from tracker.look.parts import items, table
from tracker.look.view import Notice, Section
from tracker.views.choices import ChosenSites
from tracker.views.shared.sections import columns
from tracker.views.sites.facts import money, place, powers
from tracker.views.sites.ways import way
from tracker.world.asof import World

COLUMNS = ("site", "power")


def listing(
    rows: pd.DataFrame, every: int, chosen: ChosenSites, known: Known, look: Look
) -> Section:
    """The sites of ``rows`` in a frame of its own, or word that nothing matches.

    ``every`` is how many there are where only those in sight of a map are among ``rows``.
    """
    words = look.words
    if rows.empty:
        return Section("list", blocks=(Notice(words("sites.empty")),))
    told = words("sites.listed", count=every)
    if len(rows) < every:
        told = words("sites.listed_part", count=len(rows), all=every)
    head = Said("over", Said("strong", told))
    labels = {"power": words("sites.columns.amount")} if chosen.size == MONEY else {}
    shown = columns("sites", COLUMNS, look, right=["power"], labels=labels)
    named = zip(rows.index, rows.to_dict("records"), strict=True)
    cells = [_cells(str(site), row, chosen, known, look) for site, row in named]
    skip = Link(words("sites.skip"), "#regions", "skip")
    frame = Said("frame", table("sites", cells, shown))
    return Section("list", blocks=(head, skip, frame))


def _cells(site: str, row: Row, chosen: ChosenSites, known: Known, look: Look) -> dict[str, Part]:
    seen = look.formats.day(row["last_seen"])
    source = links.links([row["source_id"]], known.world.dataset.documents)
    rung = (Said("chip", look.rung(row["status"])), Said("beside", seen))
    operator = row["operator"] if isinstance(row["operator"], str) else ""
    about = Run((place(row, look), operator), " · ")
    return {
        "site": (
            *_name(site, row, chosen, known.world, look),
            Said("line", rung),
            Said("small", about),
            Said("small", source),
        ),
        "power": _power(row, chosen.size, known.world, look),
    }


def _name(site: str, row: Row, chosen: ChosenSites, world: World, look: Look) -> tuple[Part, Part]:
    """The name, leading to the detail with the choices kept, and where it is."""
    address = way(chosen, world, look, site=site, around="", closer="1")
    link = Link(row["site_name"], address, "current" if site == chosen.site else "")
    where = [row["place"], row["region"], look.formats.country(row["country_code"])]
    told = ", ".join(part for part in where if isinstance(part, str))
    return Said("name", link), Said("small", told)


def _power(row: Row, size: str, world: World, look: Look) -> Part:
    """The power of a site, under its money where that is measured; struck through where lost."""
    told: Part = powers(row, world, look)
    if row["status"] in world.rules.lost_rungs and told != look.words("sites.unknown_size"):
        told = Said("struck", told)
    return (Said("line", money(row, look)), told) if size == MONEY else told


def tray(rows: pd.DataFrame, totals: SiteTotals, world: World, look: Look) -> Section:
    """The sites that cannot be mapped, counted, each with why; nothing where there are none."""
    if not totals.unmapped:
        return Section("tray")
    power = look.formats.power(round(totals.unmapped_mw))
    told = [_in_tray(row, world, look) for row in rows[~rows["is_mapped"]].to_dict("records")]
    heading = look.words("sites.tray.title", count=totals.unmapped, all=totals.all, power=power)
    return Section("tray", heading, (items(told),), is_folded=True)


def _in_tray(row: Row, world: World, look: Look) -> Part:
    told = f"{_why(row, look)} · {look.rung(row['status'])} · {powers(row, world, look)}"
    return row["site_name"], Said("beside", told)


def _why(row: Row, look: Look) -> str:
    where = row["region"] if isinstance(row["region"], str) else ""
    country = look.formats.country(row["country_code"])
    key = "region" if row["location_precision"] == "region" else "unknown"
    return look.words(f"sites.tray.{key}", region=where, country=country)
