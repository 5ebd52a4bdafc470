"""Sites: where, how big, how far along, and how sure we are."""

from tracker.counting.known import Known
from tracker.counting.site_money import with_amounts
from tracker.counting.site_totals import SiteTotals, site_totals
from tracker.look.look import Look
from tracker.look.view import View
from tracker.views.choices import EVERYWHERE, ChosenSites
from tracker.views.sites.detail import detail
from tracker.views.sites.files import downloads
from tracker.views.sites.listing import listing, tray
from tracker.views.sites.maps import mapped
from tracker.views.sites.regions import regions
from tracker.views.sites.sights import in_sight, sights
from tracker.views.sites.small_print import small_print
from tracker.views.sites.spots import eyed
from tracker.world import places
from tracker.world.filters import ordered, within


def view(known: Known, chosen: ChosenSites, look: Look) -> View:
    """The sites known on the day of ``known``, filtered and sorted as ``chosen``."""
    world = known.world
    every = with_amounts(places.listed(world), known)
    asked = {"category": chosen.category, "origin": chosen.origin, "status": chosen.rung}
    asked["country_code"] = () if chosen.country == EVERYWHERE else (chosen.country,)
    rows = within(every, asked, chosen.q, world)
    rows = ordered(rows, chosen.sort, chosen.size, chosen.site, world.rules)
    totals, seen = site_totals(rows, world), sights(rows, chosen, world)
    return View(
        title=_finding(totals, look),
        lead=_lead(totals, look),
        sections=(
            mapped(seen, chosen, known, look),
            listing(in_sight(rows, chosen, seen), len(rows), chosen, known, look),
            detail(every, rows.index, chosen.site, known, look),
            regions(rows, every, chosen, known, look),
            tray(rows, totals, world, look),
            small_print(totals, known, look),
        ),
        downloads=downloads(rows, every, known, look),
        options={"site": dict(zip(rows.index, rows["site_name"], strict=True))},
    )


def _finding(totals: SiteTotals, look: Look) -> str:
    """How much each country plans, and at how many sites."""
    if not totals.all:
        return look.words("sites.title.none")
    told = [
        look.words(
            f"sites.title.{'first' if position == 0 else 'further'}",
            country=look.formats.country(code),
            power=eyed(found.megawatts, look),
            count=totals.sites[code],
        )
        for position, (code, found) in enumerate(totals.planned.items())
    ]
    return ", ".join(told) or look.words("sites.title.some", count=totals.all)


def _lead(totals: SiteTotals, look: Look) -> str:
    """What is in service, and what is not on the map or adds nothing."""
    told = [
        look.words(
            "sites.running", country=look.formats.country(code), power=eyed(found.megawatts, look)
        )
        for code, found in totals.running.items()
    ]
    asides = {"lost": totals.lost, "unmapped": totals.unmapped}
    parts = [look.words("sites.floor", told=look.joined(told))] if told else []
    parts += [look.words(f"sites.title.{key}", count=n) for key, n in asides.items() if n]
    return " ".join(parts)
