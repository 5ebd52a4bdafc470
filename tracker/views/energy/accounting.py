"""Location-based and market-based emissions as two answers."""

from html import escape

from tracker.counting.known import Known
from tracker.energy import formulas
from tracker.energy.answers import Answer
from tracker.energy.assumptions import Assumptions
from tracker.energy.formulas import Spread, carried
from tracker.look.marks import Look
from tracker.look.showing import Section, listed, section
from tracker.views.energy.results import (
    emission_unit,
    figure_in_words,
    source_link,
    spread_cell,
    units_in_use,
)
from tracker.world.grid import Grid


def accounting(
    found: dict[str, Answer | None], assumed: Assumptions, known: Known, grid: Grid, look: Look
) -> Section:
    """Location-based and market-based as two answers, never one."""
    rows = []
    for code, one in found.items():
        located = one.emissions if one is not None else None
        country = look.formats.country(code)
        told = _of_location(code, assumed, look)
        rows.append(_account("location", country, (located, units_in_use(assumed)), told, look))
        references = known.world.rules.energy.market.get(code, ())
        figures = [one for one in (grid.figure(ref, code) for ref in references) if one is not None]
        for figure in figures:
            market = _scaled(one, figure.value)
            told = f"{escape(figure_in_words(figure, look))} {source_link(figure, known)}"
            rows.append(_account("market", country, (market, [figure.unit]), told, look))
        if not figures:
            told = escape(look.words("energy.accounting.unknown"))
            rows.append(_account("market", country, (None, []), told, look))
    names = rows[0] if rows else ()
    labels = {name: look.words(f"energy.accounting.columns.{name}") for name in names}
    body = listed(rows, "accounting", look, markup=list(labels), labels=labels)
    heading, note = look.words("energy.accounting.heading"), look.words("energy.accounting.note")
    return section("accounting", heading, look, body, note, "energy")


def _scaled(one: Answer | None, grams: float) -> Spread | None:
    if one is None:
        return None
    return carried(lambda mwh: formulas.emissions(mwh, grams), one.electricity)


def _of_location(code: str, assumed: Assumptions, look: Look) -> str:
    one = assumed.get(("intensity", code))
    if one is None:
        return ""
    if one.is_own or one.figure is None:
        return escape(look.words("energy.own_value", value=look.formats.count(one.used.central)))
    return escape(figure_in_words(one.figure, look))


def _account(
    kind: str, country: str, found: tuple[Spread | None, list[str]], told: str, look: Look
) -> dict[str, str]:
    """A row of the table: one answer of one country, with the units of its intensities."""
    spread, units = found
    cell = escape(look.words("energy.not_known"))
    if spread is not None:
        cell = spread_cell(spread, *emission_unit(spread, units), look)
    return {
        "country": escape(country),
        "method": escape(look.words.term("accounting", kind)),
        "emissions": cell,
        "basis": told,
    }
