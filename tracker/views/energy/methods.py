"""One campus by every pair of methods: the gap in tonnes first, the ratio second."""

from dataclasses import dataclass
from functools import partial
from html import escape

from tracker.counting.known import Known
from tracker.energy import formulas
from tracker.energy.answers import is_complete, is_mixed
from tracker.energy.assumptions import Assumptions
from tracker.energy.choices import ChosenEnergy
from tracker.energy.subjects import as_load
from tracker.look.marks import Look
from tracker.look.showing import Section, bar, section, stacked
from tracker.views.energy.results import figure_in_words, source_link
from tracker.world.figures import Figure
from tracker.world.grid import Grid, GridFigure


@dataclass(frozen=True)
class MethodRow:
    """One consistent pair: intensity and tonnes a year per country, and how far apart they are.

    ``gap`` is in tonnes a year, ``ratio`` that of the tonnes, ``grid_ratio`` that of the
    intensities.
    """

    method: str
    figures: dict[str, GridFigure]
    tonnes: dict[str, float]
    gap: float
    ratio: float
    grid_ratio: float

    @property
    def higher(self) -> str:
        """The country where the campus emits more."""
        return max(self.tonnes, key=lambda code: self.tonnes[code])


def method_rows(
    chosen: ChosenEnergy, assumed: Assumptions, known: Known, grid: Grid
) -> list[MethodRow]:
    """The reference campus by every pair of which all figures exist, at the central values."""
    settings = known.world.rules.energy
    rows = []
    for method, references in settings.methods.items():
        found = {code: grid.figure(one, code) for code, one in references.items()}
        figures = {code: one for code, one in found.items() if one is not None}
        codes = [code for code in figures if is_complete(code, assumed, known.world.dataset)]
        if len(codes) < len(references):
            continue
        electricity = {code: reference_mwh(code, chosen, assumed, known) for code in codes}
        tonnes = {
            code: formulas.emissions(electricity[code], figures[code].value) for code in codes
        }
        grams = [figure.value for figure in figures.values()]
        gap, ratio = max(tonnes.values()) - min(tonnes.values()), _ratio(list(tonnes.values()))
        rows.append(MethodRow(method, figures, tonnes, gap, ratio, _ratio(grams)))
    return rows


@dataclass(frozen=True)
class Gap:
    """How many tonnes a year the reference campus emits more in one country than in another."""

    higher: str
    lower: str
    tonnes: float


def gap(chosen: ChosenEnergy, assumed: Assumptions, known: Known) -> Gap | None:
    """The gap by the intensities in use; None where they are no consistent pair."""
    codes = known.world.rules.energy.countries
    if any(is_mixed(assumed, code) or ("intensity", code) not in assumed for code in codes):
        return None
    if not all(is_complete(code, assumed, known.world.dataset) for code in codes):
        return None
    tonnes = {
        code: formulas.emissions(
            reference_mwh(code, chosen, assumed, known), assumed["intensity", code].used.central
        )
        for code in codes
    }
    higher, lower = (end(tonnes, key=lambda code: tonnes[code]) for end in (max, min))
    return Gap(higher, lower, tonnes[higher] - tonnes[lower])


def reference_mwh(code: str, chosen: ChosenEnergy, assumed: Assumptions, known: Known) -> float:
    """MWh a year of the reference campus, at the central PUE and load factor in use."""
    settings = known.world.rules.energy
    load = as_load({"unstated": settings.reference_mw}, chosen.basis)
    pue, running = (assumed[key].used.central for key in (("pue", code), ("load_factor", "")))
    return formulas.electricity(load, pue, running, settings.hours_per_year)


def _ratio(values: list[float]) -> float:
    return max(values) / min(values) if min(values) else float("inf")


def methods(rows: list[MethodRow], chosen: ChosenEnergy, known: Known, look: Look) -> Section:
    """The table of methods, and its range as the heading."""
    longest = max((row.gap for row in rows), default=0.0)
    text = [_told(row, row.method == chosen.method, longest, known, look) for row in rows]
    codes = known.world.rules.energy.countries
    labels = {name: look.words(f"energy.methods.columns.{name}") for name in ("method", "bar")}
    labels |= {name: look.words(f"energy.methods.columns.{name}") for name in ("gap", "ratio")}
    labels |= {code: look.formats.country(code) for code in codes}
    body = stacked(text, "methods", look, labels, markup=list(labels), right=["gap", "ratio"])
    note = look.words("energy.methods.note")
    return section("methods", heading(rows, look), look, body, note, "energy")


def heading(rows: list[MethodRow], look: Look) -> str:
    """The range of the gap, then that of the ratio."""
    if not rows:
        return look.words("energy.methods.none")
    gaps, ratios = [row.gap / 1e6 for row in rows], [row.ratio for row in rows]
    first, last = (look.formats.ratio(end(gaps)) for end in (min, max))
    low, high = (look.formats.ratio(end(ratios)) for end in (min, max))
    return look.words("energy.methods.heading", low=first, high=last, least=low, most=high)


def _told(
    row: MethodRow, is_chosen: bool, longest: float, known: Known, look: Look
) -> dict[str, str]:
    tell = partial(look.formats.rounded, digits=3)
    name = escape(look.words.term("energy_method", row.method))
    gap = look.words("energy.methods.gap", gap=tell(row.gap / 1e6))
    ratio = look.formats.ratio(row.ratio)
    of_grid = look.words("energy.methods.grid_ratio", ratio=look.formats.ratio(row.grid_ratio))
    told = {
        "method": f'<span aria-current="true">{name}</span>' if is_chosen else name,
        "gap": f'<span class="cc-number">{escape(gap)}</span>',
        "bar": bar(row.higher, Figure(row.gap, row.gap, "t"), longest),
    }
    for code, figure in row.figures.items():
        value = look.formats.with_unit(figure.value, figure.value, figure.unit)
        tonnes = look.words("energy.methods.tonnes", tonnes=_kilotonnes(row.tonnes[code], look))
        aside = f"{escape(figure_in_words(figure, look))} {source_link(figure, known)}"
        aside += f" {escape(figure.note)}" if figure.note else ""
        told[code] = f'{escape(value)}<br>{escape(tonnes)}<div class="cc-m">{aside}</div>'
    return told | {"ratio": f'{escape(ratio)}<div class="cc-m">{escape(of_grid)}</div>'}


def _kilotonnes(tonnes: float, look: Look) -> str:
    return look.formats.number_range(tonnes / 1000, tonnes / 1000, 0)
