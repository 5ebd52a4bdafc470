"""The small print of the sites: what is counted how, and whose outlines are drawn."""

from tracker.counting.known import Known
from tracker.counting.site_totals import SiteTotals
from tracker.look.elements import Part, Said
from tracker.look.look import Look
from tracker.look.view import Section
from tracker.world.places import SitePower


def small_print(totals: SiteTotals, known: Known, look: Look) -> Section:
    """How power is added, what is in service with evidence, the stock of cities, the outlines."""
    words = look.words
    told = [words("sites.day", day=look.formats.date(known.world.day))]
    if not known.world.is_last:
        told.append(words("sites.places_later"))
    running = [_in_service(code, found, look) for code, found in totals.running.items()]
    if running:
        told.append(words("sites.evidenced", told=look.joined(running)))
    if count := len(totals.stock.sites):
        power = look.formats.power(totals.stock.megawatts)
        told.append(words("sites.stock", power=power, count=count))
    blocks: tuple[Part, ...] = tuple(Said("note", one) for one in (*told, words("sites.boundary")))
    return Section("print", blocks=blocks)


def _in_service(code: str, found: SitePower, look: Look) -> str:
    """The power in service in a country, and what of it is stated without "up to"."""
    told = {
        "country": look.formats.country(code),
        "power": look.formats.power(found.megawatts),
        "count": len(found.sites),
    }
    if found.firm == found.megawatts:
        return look.words("sites.operating_firm", **told)
    return look.words("sites.operating", firm=look.formats.power(found.firm), **told)
