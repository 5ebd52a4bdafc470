"""Electricity of the pipelines against what the grids export, reserve and grow by."""

from html import escape

from tracker.counting.known import Known
from tracker.energy import formulas
from tracker.energy.answers import Answer
from tracker.energy.assumptions import Assumptions
from tracker.energy.formulas import Load, Spread, carried
from tracker.look.marks import Look
from tracker.look.showing import Section, bar, listed, section
from tracker.views.energy.results import figure_in_words, source_link, spread_cell
from tracker.world.figures import Figure
from tracker.world.grid import Grid
from tracker.world.national import latest

TERAWATT_HOURS, GIGA = 1e6, 1000.0


def spare(
    pipelines: dict[str, Answer | None],
    assumed: Assumptions,
    known: Known,
    grid: Grid,
    look: Look,
) -> Section:
    """Electricity of the pipelines against what the grids export and by how much they grow."""
    rows = []
    for code, one in pipelines.items():
        if one is not None:
            rows.append((code, "pipeline", one.electricity, ""))
        rows += _reserved(code, assumed, known, look)
        rows += _growth(code, known, grid, look)
    longest = max((spread.high for _, _, spread, _ in rows), default=0.0)
    text = [_spare_row(row, longest, look) for row in rows]
    labels = {name: look.words(f"energy.spare.columns.{name}") for name in text[0]} if text else {}
    markup = ["what", "bar", "electricity"]
    body = listed(text, "spare", look, markup=markup, labels=labels)
    note = look.words("energy.spare.note")
    return section("spare", _heading(rows, look), look, body, note, "energy")


def _heading(rows: list["Row"], look: Look) -> str:
    """What is reserved as a part of net exports, where both are known."""
    for code in dict.fromkeys(row[0] for row in rows):
        of = {name: spread.central for country, name, spread, _ in rows if country == code}
        if "reserved" in of and "net_exports" in of:
            return look.words(
                "energy.spare.finding",
                country=look.formats.country(code),
                reserved=look.formats.rounded(of["reserved"] / TERAWATT_HOURS),
                part=look.formats.rounded(100 * of["reserved"] / of["net_exports"]),
            )
    return look.words("energy.spare.heading")


Row = tuple[str, str, Spread, str]  # country, what it is, MWh a year, and a note as HTML


def _spare_row(row: Row, longest: float, look: Look) -> dict[str, str]:
    code, name, spread, note = row
    figure = Figure(spread.central, spread.high, "MWh")
    told = escape(look.words(f"energy.spare.names.{name}"))
    return {
        "country": look.formats.country(code),
        "what": f'{told}<div class="cc-m">{note}</div>',
        "bar": bar(code, figure, longest),
        "electricity": spread_cell(spread, "TWh", 1 / TERAWATT_HOURS, look),
    }


def _reserved(code: str, assumed: Assumptions, known: Known, look: Look) -> list[Row]:
    """All power that the grid has reserved for data centres, running as assumed."""
    settings = known.world.rules.energy
    indicator = settings.ladder["reserved"].get("indicator", {}).get(code, "")
    figure = latest(known.world.dataset, indicator, code)
    if figure.high is None or ("load_factor", "") not in assumed:
        return []
    load = Load(grid=figure.high * GIGA)
    spread = carried(
        lambda running: formulas.electricity(load, 1.0, running, settings.hours_per_year),
        assumed["load_factor", ""].used,
    )
    note = look.words("energy.spare.reserved_note", power=figure.high, period=figure.period)
    return [(code, "reserved", spread, escape(note))]


def _growth(code: str, known: Known, grid: Grid, look: Look) -> list[Row]:
    """Net exports where they are published, and the growth of generation in a year."""
    against, found = known.world.rules.energy.against, []
    exports = against["net_exports"].get(code)
    if exports is not None and (figure := grid.figure(exports, code)) is not None:
        note = f"{escape(figure_in_words(figure, look))} {source_link(figure, known)}"
        found.append((code, "net_exports", formulas.single(figure.value * TERAWATT_HOURS), note))
    rows = known.world.rules.energy.growth
    figure, before = grid.figure(rows[code], code), grid.before(rows[code], code)
    if figure is not None and before is not None and figure.value > before.value:
        note = look.words("energy.spare.growth_note", first=before.year, last=figure.year)
        grown = formulas.single((figure.value - before.value) * TERAWATT_HOURS)
        found.append((code, "growth", grown, f"{escape(note)} {source_link(figure, known)}"))
    return found
