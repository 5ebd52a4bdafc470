"""Small worlds of sites, and the page of sites under the usual choices."""

from datetime import date

from tests.building import in_memory
from tracker.counting.known import Known, known_on
from tracker.counting.site_money import with_amounts
from tracker.look.html import section
from tracker.look.view import View
from tracker.views.choices import EVERYWHERE, ChosenSites
from tracker.views.sites import page
from tracker.world import places
from tracker.world.filters import SORTS

END = date(2026, 7, 1)
NANTES = {"latitude": 47.22, "longitude": -1.55, "location_precision": "commune", "radius_km": 6}
POWER = {"phase": "planned", "claim_date": "2026-01-01"}


def known(sites, capacities=(), statuses=(), day=END, **tables) -> Known:
    """A world of ``sites``; those of which nothing is said are announced."""
    told = {row["subject_id"] for row in statuses}
    silent = [row["site_id"] for row in sites if row["site_id"] not in told]
    statuses = [*statuses, *({"subject_id": site, "status": "announced"} for site in silent)]
    for row in statuses:
        row.setdefault("status_date", "2026-01-01")
    data = in_memory(sites=sites, capacities=list(capacities), statuses=statuses, **tables)
    return known_on(data, day, day)


def listed(known: Known):
    """Every site of a world with its operator and its amount."""
    return with_amounts(places.listed(known.world), known)


def shown(known: Known, look, **changes) -> View:
    """The page of sites, with ``changes`` to the usual choices."""
    usual = {"country": EVERYWHERE, "size": look.rules.places.sizes[0], "sort": SORTS[0]}
    return page.view(known, ChosenSites(END, **{**usual, **changes}), look)


def written(view: View, name: str, look) -> str:
    """A section of the page as HTML; word that there is nothing is left out."""
    return str(section(view[name], look))


def maps_of(view: View):
    """The maps of the page, in their order."""
    return view["maps"].blocks[0].maps
