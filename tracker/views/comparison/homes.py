"""Where the investors are at home, by their money in each country."""

from tracker.counting import largest
from tracker.counting.known import Known
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.view import Section
from tracker.views.comparison.rungs import by_country
from tracker.views.shared.sections import section

HOMES = 8


def homes(known: Known, currency: str, look: Look) -> Section:
    """Where the investors' head offices are: money at the ceiling and signed, per host country."""
    found = largest.homes(known, currency, HOMES)
    rows = [{"home": look.formats.country(str(home)), **row} for home, row in found.rows.iterrows()]
    shown = by_country("comparison.homes", ["home", *found.rows], currency, look)
    note = look.words("comparison.homes.note", count=found.further) if found.further else ""
    body = table("homes", rows, shown)
    return section("comparison", "homes", _heading(found, look), look, body, note=note)


def _heading(found: largest.Homes, look: Look) -> str:
    """The largest home of the investors in each country, and its share."""
    told = [
        look.words(
            "comparison.homes.part",
            country=look.formats.country(code),
            home=look.formats.country(home),
            share=look.formats.share(share),
        )
        for code, (home, share) in found.first.items()
    ]
    key = "heading" if told else "none"
    return look.words(f"comparison.homes.{key}", told=look.joined(told))
