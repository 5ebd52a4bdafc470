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
from tracker.world import places
from tracker.world.filters import ordered, within
from tracker.world.places import SitePower


def view(known: Known, chosen: ChosenSites, look: Look) -> View:
    """The sites known on the day of ``known``, filtered and sorted as ``chosen``."""
    world = known.world
    every = with_amounts(places.listed(world), known)
    asked = {"category": chosen.category, "origin": chosen.origin, "status": chosen.rung}
    asked["country_code"] = () if chosen.country == EVERYWHERE else (chosen.country,)
    rows = within(every, asked, chosen.q, world)
    rows = ordered(rows, chosen.sort, chosen.size, chosen.site, world.rules)
    totals = site_totals(rows, world)
    return View(
        title=_finding(totals, look),
        lead=_lead(totals, look),
        sections=(
            detail(every, rows.index, chosen.site, known, look),
            listing(rows, chosen, known, look),
            mapped(rows, chosen, known, look),
            tray(rows, totals, world, look),
            regions(rows, every, chosen, known, look),
        ),
        downloads=downloads(rows, every, known, look),
        options={"site": dict(zip(rows.index, rows["site_name"], strict=True))},
    )


def _finding(totals: SiteTotals, look: Look) -> str:
    """How many sites, how much they plan in each country, and how many cannot be mapped."""
    if not totals.all:
        return look.words("sites.title.none")
    told = [
        look.words(
            "sites.title.part",
            country=look.formats.country(code),
            power=look.formats.power(found.megawatts),
        )
        for code, found in totals.planned.items()
    ]
    plans = look.words("sites.title.plans", told=look.joined(told)) if told else ""
    counts = {"lost": totals.lost, "unmapped": totals.unmapped}
    aside = "".join(look.words(f"sites.title.{key}", count=n) for key, n in counts.items() if n)
    return look.words("sites.title.some", count=totals.all, told=plans, asides=aside)


def _lead(totals: SiteTotals, look: Look) -> str:
    """What is in service, counted as a floor."""
    told = [_in_service(code, found, look) for code, found in totals.running.items()]
    sentences = [look.words("sites.floor", told=look.joined(told))] if told else []
    if count := len(totals.stock.sites):
        power = look.formats.power(totals.stock.megawatts)
        sentences.append(look.words("sites.stock", power=power, count=count))
    return " ".join(sentences)


def _in_service(code: str, found: SitePower, look: Look) -> str:
    """The power in service in a country, and what of it is firm where that is less."""
    told = {
        "country": look.formats.country(code),
        "power": look.formats.power(found.megawatts),
        "count": len(found.sites),
    }
    if found.firm == found.megawatts:
        return look.words("sites.operating_firm", **told)
    return look.words("sites.operating", firm=look.formats.power(found.firm), **told)
