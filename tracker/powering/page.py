"""The page of power and carbon, ready to be shown."""

from dataclasses import dataclass

import pandas as pd

from tracker import energy
from tracker.comparison.leading import compared
from tracker.comparison.showing import Section, joined
from tracker.energy import Spread
from tracker.export.csv import csv_bytes
from tracker.known import Known
from tracker.marks import Look
from tracker.powering import (
    accounting,
    files,
    formula,
    ladder,
    methods,
    pictures,
    results,
    spare,
    tariffs,
)
from tracker.powering.answers import Answer, answer, is_mixed
from tracker.powering.assumptions import Assumptions, assumptions, years_asked
from tracker.powering.choosing import (
    PIPELINE,
    PLANNED,
    TYPED,
    USUAL_YEAR,
    ChosenEnergy,
    Subject,
    as_load,
    subject,
    usual,
)
from tracker.powering.figures import Grid

Found = dict[str, Answer | None]


@dataclass(frozen=True)
class EnergyView:
    """The page of power, ready to be shown; all HTML in it is escaped.

    ``warnings`` say what could not be done as asked, ``frames`` hold the numbers that figures are
    drawn from, ``file_name`` has no ending.
    """

    title: str
    lead: str
    warnings: tuple[str, ...]
    results: Section
    sections: tuple[Section, ...]
    assumed: Assumptions
    intensities: pd.DataFrame
    mixes: dict[str, pd.DataFrame]
    sensitivities: dict[str, pd.DataFrame]
    csv: bytes
    file_name: str


def energy_view(known: Known, chosen: ChosenEnergy, look: Look) -> EnergyView:
    """The power page under ``chosen``."""
    dataset = known.world.dataset
    grid, codes = Grid(dataset), compared(known)
    assumed, of = assumptions(dataset, grid, chosen), subject(known, chosen)
    found = answers(of, chosen, assumed, known, grid)
    return EnergyView(
        title=title(found, of, chosen, methods.gap(chosen, assumed, known), look),
        lead=lead(assumed, chosen, look),
        warnings=(*warnings(of, chosen, assumed, known, grid, look),),
        results=results.results(found, of, chosen, assumed, known, look),
        sections=_sections(found, chosen, assumed, known, grid, look),
        assumed=assumed,
        intensities=pictures.intensities(known),
        mixes={code: pictures.mixes(known, code) for code in codes},
        sensitivities={
            code: pictures.sensitivities(code, chosen, assumed, known, grid) for code in codes
        },
        csv=csv_bytes(files.as_download(found, assumed, chosen, known)),
        file_name=f"power-{chosen.what}-{chosen.method}-{chosen.basis}-{chosen.as_of}",
    )


def _sections(
    found: Found,
    chosen: ChosenEnergy,
    assumed: Assumptions,
    known: Known,
    grid: Grid,
    look: Look,
) -> tuple[Section, ...]:
    """Everything under the answer, in the order of the page."""
    rows = methods.method_rows(chosen, assumed, known, grid)
    untouched = usual(known.world.rules, chosen.as_of)
    pipelines = (
        found
        if chosen.what == PIPELINE
        else answers(subject(known, untouched), chosen, assumed, known, grid)
    )
    return (
        methods.methods(rows, chosen, known, look),
        formula.formula(found, assumed, known, look),
        formula.worked(formula.examples(known, untouched, grid), look),
        spare.spare(pipelines, assumed, known, grid, look),
        accounting.accounting(found, assumed, known, grid, look),
        tariffs.prices(known, look),
        ladder.ladder(known, look),
    )


def in_short(known: Known, look: Look) -> tuple[str, str]:
    """TWh a year of each country's pipeline, and the title of the untouched page."""
    chosen, grid = usual(known.world.rules, known.world.day), Grid(known.world.dataset)
    assumed, of = assumptions(known.world.dataset, grid, chosen), subject(known, chosen)
    found = answers(of, chosen, assumed, known, grid)
    parts = {
        code: _range(one.electricity, 1 / energy.MWH_PER_TWH, "TWh", look)
        for code, one in found.items()
        if one is not None
    }
    number = " · ".join(f"{look.formats.country(code)} {told}" for code, told in parts.items())
    return number, title(found, of, chosen, methods.gap(chosen, assumed, known), look)


def answers(
    of: Subject, chosen: ChosenEnergy, assumed: Assumptions, known: Known, grid: Grid
) -> Found:
    """What the power of ``of`` comes to in each country that has any."""
    return {
        code: answer(code, as_load(power, chosen.basis), assumed, known.world.dataset, grid)
        for code, power in of.power.items()
    }


def title(
    found: Found, of: Subject, chosen: ChosenEnergy, gap: methods.Gap | None, look: Look
) -> str:
    """What it takes in a year, and what the same gigawatt elsewhere adds."""
    told = _taken(found, of, chosen, look)
    if gap is None:
        return told
    adds = look.words(
        "energy.title.gap",
        higher=look.formats.country(gap.higher),
        lower=look.formats.country(gap.lower),
        gap=look.formats.rounded(gap.tonnes / 1e6),
    )
    return f"{told}; {adds}"


def _taken(found: Found, of: Subject, chosen: ChosenEnergy, look: Look) -> str:
    shown = [one for code, one in found.items() if one and code == (of.home or code)]
    if not shown or not of.is_stated:
        return look.words("energy.title.none", subject=results.named(of, chosen, look))
    if chosen.what == TYPED:
        told = [
            f"{_year(one.electricity, one.emissions, look)} {look.words('energy.title.in')} "
            f"{look.formats.country(one.country_code)}"
            for one in shown
        ]
        power = look.formats.power(chosen.mw)
        return look.words("energy.title.typed", power=power, told=joined(told, look))
    electricity, emissions = shown[0].electricity, shown[0].emissions
    for one in shown[1:]:
        electricity = electricity + one.electricity
        emissions = emissions + one.emissions if emissions and one.emissions else None
    year = _year(electricity, emissions, look)
    if chosen.what == PIPELINE:
        is_whole = chosen.phase == PLANNED and not chosen.rung
        return look.words(f"energy.title.{'pipeline' if is_whole else 'narrowed'}", year=year)
    return look.words("energy.title.one", name=of.name, year=year)


def _year(electricity: Spread, emissions: Spread | None, look: Look) -> str:
    """Both as ranges: 15–37 TWh and 0.61–1.5 Mt a year."""
    parts = [_range(electricity, 1 / energy.MWH_PER_TWH, "TWh", look)]
    if emissions is not None:
        parts.append(_range(emissions, 1e-6, "Mt CO₂e", look))
    return look.words("energy.title.year", told=joined(parts, look))


def _range(spread: Spread, scale: float, unit: str, look: Look) -> str:
    low, high = (look.formats.rounded(end * scale) for end in (spread.low, spread.high))
    return look.formats.unit(low if low == high else f"{low}–{high}", unit)


def lead(assumed: Assumptions, chosen: ChosenEnergy, look: Look) -> str:
    """The method, the basis and the day, and that the grid is that of one year."""
    years = sorted(
        {
            one.figure.year
            for (parameter, _), one in assumed.items()
            if parameter == "intensity" and one.figure is not None
        }
    )
    return look.words(
        "energy.lead",
        method=look.words.term("energy_method", chosen.method),
        basis=look.words.term("power_meant", chosen.basis),
        years=joined(years, look),
        day=look.formats.date(chosen.as_of),
    )


def warnings(
    of: Subject, chosen: ChosenEnergy, assumed: Assumptions, known: Known, grid: Grid, look: Look
) -> list[str]:
    """What could not be done as it was asked for."""
    told, settings = [], known.world.rules.energy
    if chosen.year != USUAL_YEAR and not years_asked(settings, grid, chosen):
        there = [
            look.words(
                "energy.warnings.years",
                country=look.formats.country(code),
                years=_spans(grid.years(reference, code)),
            )
            for code, reference in settings.methods[chosen.method].items()
        ]
        years = joined(there, look)
        told.append(look.words("energy.warnings.no_year", year=chosen.year, there=years))
    if any(is_mixed(assumed, code) for code in compared(known)):
        told.append(look.words("energy.warnings.mixed"))
    if not of.is_stated:
        subject_name = results.named(of, chosen, look)
        told.append(look.words("energy.warnings.no_power", subject=subject_name))
    return told


def _spans(years: list[str]) -> str:
    """Years as spans: 2000–2025 or 2021, 2023–2025."""
    spans: list[list[str]] = []
    for year in filter(str.isdigit, years):
        if spans and int(year) == int(spans[-1][-1]) + 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return ", ".join(span[0] if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in spans)
