"""Electricity of the pipelines against what the grids export, reserve and grow by."""

from tracker.energy import spare as computed
from tracker.energy import units
from tracker.energy.answers import Found
from tracker.energy.question import Question
from tracker.energy.spare import Beside, claimed
from tracker.look import bars
from tracker.look.elements import Part, Said
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.view import Section
from tracker.views.energy import cells
from tracker.views.shared.sections import columns, section

COLUMNS = ("country", "what", "bar", "electricity")


def spare(pipelines: Found, asked: Question, look: Look) -> Section:
    """The pipelines beside their grids, all bars on one axis from zero."""
    found = computed.spare(pipelines, asked)
    longest = max((one.mwh.high for one in found), default=0.0)
    rows = [_row(one, longest, asked, look) for one in found]
    body = table("spare", rows, columns("energy.spare", COLUMNS, look))
    note = look.words("energy.spare.note")
    return section("energy", "spare", _heading(found, look), look, body, note=note)


def _heading(found: list[Beside], look: Look) -> str:
    """What is reserved as a part of net exports, where both are known."""
    if (most := claimed(found)) is None:
        return look.words("energy.spare.heading")
    _, scale = units.TERAWATT_HOURS
    return look.words(
        "energy.spare.finding",
        country=look.formats.country(most.country_code),
        reserved=look.formats.rounded(most.mwh * scale),
        part=look.formats.rounded(100 * most.of_exports),
    )


def _row(one: Beside, longest: float, asked: Question, look: Look) -> dict[str, Part]:
    name = look.words(f"energy.spare.names.{one.name}")
    return {
        "country": look.formats.country(one.country_code),
        "what": (name, Said("small", _note(one, asked, look))),
        "bar": bars.ends(one.country_code, one.mwh.central, one.mwh.high, longest),
        "electricity": cells.spread(one.mwh, units.TERAWATT_HOURS, look),
    }


def _note(one: Beside, asked: Question, look: Look) -> Part:
    """Where the electricity is from: a power and its period, or a figure and its document."""
    if one.gigawatts:
        return look.words("energy.spare.reserved_note", power=one.gigawatts, period=one.period)
    if one.figure is None:
        return ""
    if not one.since:
        return cells.described(one.figure, asked, look)
    told = look.words("energy.spare.growth_note", first=one.since, last=one.figure.year)
    return told, cells.source(one.figure, asked)
