"""What could not be done as it was asked for."""

from collections.abc import Iterator

from tracker.energy.answers import is_mixed
from tracker.energy.assumptions import years_asked
from tracker.energy.choices import COMMITMENT, SITE, USUAL_YEAR
from tracker.energy.question import Question
from tracker.energy.subjects import Subject
from tracker.look.look import Look
from tracker.views.energy.results import named


def warnings(of: Subject, asked: Question, look: Look) -> Iterator[str]:
    """A sentence for each thing that is not as it was asked for."""
    chosen = asked.chosen
    if chosen.year != USUAL_YEAR and not years_asked(asked.settings, asked.grid, chosen):
        there = look.joined(_years(asked, look))
        yield look.words("energy.warnings.no_year", year=chosen.year, there=there)
    if any(is_mixed(asked, code) for code in asked.dataset.compared):
        yield look.words("energy.warnings.mixed")
    if chosen.as_of < asked.dataset.rules.evidence_until:
        yield look.words("energy.warnings.day")
    if not of.is_stated and (of.name or chosen.what not in {COMMITMENT, SITE}):
        yield look.words("energy.warnings.no_power", subject=named(of, asked, look))


def _years(asked: Question, look: Look) -> Iterator[str]:
    """For each country the years that its figure exists for."""
    for code, reference in asked.settings.methods[asked.chosen.method].items():
        years = _spans(asked.grid.years(reference, code))
        yield look.words("energy.warnings.years", country=look.formats.country(code), years=years)


def _spans(years: list[str]) -> str:
    """Years as spans: 2000–2025 or 2021, 2023–2025."""
    spans: list[list[str]] = []
    for year in filter(str.isdigit, years):
        if spans and int(year) == int(spans[-1][-1]) + 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return ", ".join(span[0] if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in spans)
