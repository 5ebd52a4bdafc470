"""Power and carbon: what an announced campus takes in a year, with the method in sight."""

from tracker.counting.known import Known
from tracker.energy.answers import Found, answers
from tracker.energy.choices import PIPELINE, ChosenEnergy
from tracker.energy.examples import examples
from tracker.energy.question import Question, question
from tracker.energy.subjects import subject
from tracker.look.look import Look
from tracker.look.view import Section, View
from tracker.views.energy.accounting import accounting
from tracker.views.energy.arithmetic import formula, worked
from tracker.views.energy.assumptions import assumptions
from tracker.views.energy.charts import intensities, mixes, sensitivities
from tracker.views.energy.files import downloads
from tracker.views.energy.headline import lead, title
from tracker.views.energy.ladder import ladder
from tracker.views.energy.methods import methods
from tracker.views.energy.results import results
from tracker.views.energy.spare import spare
from tracker.views.energy.taken import taken
from tracker.views.energy.tariffs import prices
from tracker.views.energy.warnings import warnings


def view(known: Known, chosen: ChosenEnergy, look: Look) -> View:
    """What the load under ``chosen`` takes in a year, by the assumptions in sight."""
    asked, of = question(known, chosen), subject(known, chosen)
    found, untouched = answers(of, asked), asked.untouched()
    everything = subject(known, untouched.chosen)
    pipelines = found if chosen.what == PIPELINE else answers(everything, asked)
    full = (
        results(found, of, asked, look),
        formula(found, asked, look),
        worked(examples(untouched), look),
    )
    return View(
        title=title(found, of, asked, look),
        lead=lead(asked, look),
        sections=(
            taken(found, answers(everything, asked), of, asked, look),
            assumptions(asked, look),
            _group("full", full, look),
            _group("carbon", _carbon(found, asked, look), look),
            _group("grids", _grids(pipelines, asked, look), look),
            ladder(everything, asked, look),
        ),
        downloads=downloads(found, asked, look),
        warnings=tuple(warnings(of, asked, look)),
    )


def _group(name: str, inside: tuple[Section, ...], look: Look) -> Section:
    """Sections of detail, folded under one name."""
    return Section(name, look.words(f"energy.groups.{name}"), inside, is_folded=True)


def _carbon(found: Found, asked: Question, look: Look) -> tuple[Section, ...]:
    return (
        methods(asked, look),
        accounting(found, asked, look),
        sensitivities(asked, look),
        intensities(asked, look),
    )


def _grids(pipelines: Found, asked: Question, look: Look) -> tuple[Section, ...]:
    return spare(pipelines, asked, look), mixes(asked, look), prices(asked.dataset, look)
