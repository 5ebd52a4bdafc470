"""Power and money by region, the largest first, and how much could not be placed."""

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.regions import Region, by_region, unplaced
from tracker.look import bars
from tracker.look.elements import Said
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.view import Section
from tracker.views.choices import ChosenSites
from tracker.views.shared.sections import columns

COLUMNS = ("country", "region", "bar", "power", "amount", "sites")


def regions(
    rows: pd.DataFrame, every: pd.DataFrame, chosen: ChosenSites, known: Known, look: Look
) -> Section:
    """Planned power, and all the money that stands in one region alone, per region."""
    if rows.empty:
        return Section("regions")
    found = by_region(rows, every, chosen.category, known)
    placed = [one for one in found if one.region]
    longest = max((one.megawatts for one in placed), default=0.0)
    cells = [
        {
            "country": one.country_code,
            "region": one.region,
            "bar": bars.ends(one.country_code, one.megawatts, one.megawatts, longest),
            "power": one.megawatts or None,
            "amount": one.amount or None,
            "sites": one.sites,
        }
        for one in placed
    ]
    kinds = {"country": ("country", ""), "region": ("text", ""), "power": ("power", "")}
    kinds |= {"amount": ("money", look.rules.display_currencies[0]), "sites": ("count", "")}
    right = ["power", "amount", "sites"]
    shown = columns("sites.regions", COLUMNS, look, right=right, kinds=kinds)
    body = table("regions", cells, shown)
    heading = look.words("sites.regions.title")
    return Section("regions", heading, (body, _unplaced(found, look)))


def _unplaced(found: list[Region], look: Look) -> Said:
    """How much of the power and of the money has no region."""
    power, currency = look.formats.power, look.rules.display_currencies[0]
    told = [
        look.words(
            "sites.regions.part",
            country=look.formats.country(code),
            power=power(one.megawatts),
            all_power=power(one.all_megawatts),
            amount=look.formats.money(one.amount, currency),
            all_amount=look.formats.money(one.all_amount, currency),
        )
        for code, one in unplaced(found).items()
    ]
    return Said("text", look.words("sites.regions.unplaced", told=look.joined(told)))
