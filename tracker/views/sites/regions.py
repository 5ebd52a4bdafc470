"""Power and money by region, the largest first, and how much could not be placed."""

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.regions import by_region, unplaced
from tracker.look import bars
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.view import Said, Section
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
    placed = found[found["region"] != ""]
    longest = float(placed["megawatts"].max())
    cells = [
        {
            **row,
            "country": row["country_code"],
            "bar": bars.ends(row["country_code"], row["megawatts"], row["megawatts"], longest),
            "power": row["megawatts"] or None,
            "amount": row["amount"] or None,
        }
        for row in placed.to_dict("records")
    ]
    kinds = {"country": ("country", ""), "region": ("text", ""), "power": ("power", "")}
    kinds |= {"amount": ("money", look.rules.display_currencies[0]), "sites": ("count", "")}
    right = ["power", "amount", "sites"]
    shown = columns("sites.regions", COLUMNS, look, right=right, kinds=kinds)
    body = table("regions", cells, shown)
    heading = look.words("sites.regions.title")
    return Section("regions", heading, (body, _unplaced(found, look)))


def _unplaced(found: pd.DataFrame, look: Look) -> Said:
    """How much of the power and of the money has no region."""
    power, currency = look.formats.power, look.rules.display_currencies[0]
    told = [
        look.words(
            "sites.regions.part",
            country=look.formats.country(str(code)),
            power=power(row["megawatts"]),
            all_power=power(row["all_megawatts"]),
            amount=look.formats.money(row["amount"], currency),
            all_amount=look.formats.money(row["all_amount"], currency),
        )
        for code, row in unplaced(found).iterrows()
    ]
    return Said("text", look.words("sites.regions.unplaced", told=look.joined(told)))
