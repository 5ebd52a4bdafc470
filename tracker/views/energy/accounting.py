"""Location-based and market-based emissions as two answers."""

from tracker.energy import accounting as computed
from tracker.energy import units
from tracker.energy.accounting import Account
from tracker.energy.answers import Found
from tracker.energy.question import Question
from tracker.look.elements import Part
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.view import Section
from tracker.views.energy import cells
from tracker.views.shared.sections import columns, section

COLUMNS = ("country", "method", "emissions", "basis")


def accounting(found: Found, asked: Question, look: Look) -> Section:
    """Each country by its grid, then by what is bought."""
    rows = [_row(one, asked, look) for one in computed.accounts(found, asked)]
    body = table("accounting", rows, columns("energy.accounting", COLUMNS, look))
    heading, note = look.words("energy.accounting.heading"), look.words("energy.accounting.note")
    return section("energy", "accounting", heading, look, body, note=note)


def _row(one: Account, asked: Question, look: Look) -> dict[str, Part]:
    emissions: Part = look.words("energy.not_known")
    if one.emissions is not None:
        unit = units.of_emissions(one.emissions, one.gases)
        emissions = cells.spread(one.emissions, unit, look)
    return {
        "country": look.formats.country(one.country_code),
        "method": look.words.term("accounting", one.method),
        "emissions": emissions,
        "basis": _basis(one, asked, look),
    }


def _basis(one: Account, asked: Question, look: Look) -> Part:
    """What the answer rests on: a figure, the reader's own intensity, or nothing that is known."""
    if one.own is not None:
        return look.words("energy.own_value", value=look.formats.count(one.own))
    if one.method == computed.LOCATION:
        return cells.in_words(one.figure, look) if one.figure else ""
    if one.figure is None:
        return look.words("energy.accounting.unknown")
    return cells.described(one.figure, asked, look)
