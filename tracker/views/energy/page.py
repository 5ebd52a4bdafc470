"""The page of power and carbon, ready to be shown."""

from dataclasses import dataclass
from html import escape

import pandas as pd

from tracker.counting.known import Known
from tracker.energy.answers import is_mixed
from tracker.energy.assumptions import Assumptions, assumptions, years_asked
from tracker.energy.choices import COMMITMENT, PIPELINE, SITE, USUAL_YEAR, ChosenEnergy, usual
from tracker.energy.subjects import Subject, subject
from tracker.energy.working import Found, answers
from tracker.export.csv import csv_bytes
from tracker.look import cells
from tracker.look.marks import Look
from tracker.look.showing import Section, joined
from tracker.views.energy import (
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
from tracker.views.energy.headline import lead, title
from tracker.world.grid import Grid


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
    constants: str
    intensities: pd.DataFrame
    mixes: dict[str, pd.DataFrame]
    sensitivities: dict[str, pd.DataFrame]
    csv: bytes
    file_name: str


def energy_view(known: Known, chosen: ChosenEnergy, look: Look) -> EnergyView:
    """The power page under ``chosen``."""
    dataset = known.world.dataset
    grid, codes = Grid(dataset), known.world.dataset.compared
    assumed, of = assumptions(dataset, grid, chosen), subject(known, chosen)
    found = answers(of, chosen, assumed, known, grid)
    return EnergyView(
        title=title(found, of, chosen, assumed, known, look),
        lead=lead(assumed, chosen, look),
        warnings=(*warnings(of, chosen, assumed, known, grid, look),),
        results=results.results(found, of, chosen, assumed, known, look),
        sections=_sections(found, chosen, assumed, known, grid, look),
        assumed=assumed,
        constants=constants(known, look),
        intensities=pictures.intensities(known),
        mixes={code: pictures.mixes(known, code) for code in codes},
        sensitivities={
            code: pictures.sensitivities(code, chosen, assumed, known, grid) for code in codes
        },
        csv=csv_bytes(files.as_download(found, assumed, chosen, known)),
        file_name=files.file_name(assumed, chosen),
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
    if any(is_mixed(assumed, code) for code in known.world.dataset.compared):
        told.append(look.words("energy.warnings.mixed"))
    if chosen.as_of < known.world.rules.evidence_until:
        told.append(look.words("energy.warnings.day"))
    if not of.is_stated and (of.name or chosen.what not in {COMMITMENT, SITE}):
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


def constants(known: Known, look: Look) -> str:
    """What else is assumed and cannot be typed over, with its documents, as escaped HTML."""
    dataset, settings = known.world.dataset, known.world.rules.energy
    rows = dataset["assumptions"]
    rows = rows[~rows["parameter"].isin(settings.bounds)]
    hours = look.words(
        "energy.assumptions.hours", hours=look.formats.count(settings.hours_per_year)
    )
    items = [escape(hours)]
    for _, row in rows.iterrows():
        told = look.words(
            "energy.assumptions.constant",
            name=look.words(f"energy.parameters.{row['parameter']}"),
            unit=row["unit"],
            **{end: look.formats.count(float(row[end])) for end in ("low", "central", "high")},
        )
        ends = [row[f"{end}_source_id"] for end in ("low", "central", "high")]
        named = dict.fromkeys(name for name in ends if isinstance(name, str))
        items.append(f"{escape(told)} {cells.links(named, dataset.documents)}")
    title_of = escape(look.words("energy.assumptions.constants"))
    return f'<p class="cc-m">{title_of}: {" · ".join(items)}</p>'
