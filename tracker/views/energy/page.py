"""Power and carbon: what an announced campus takes in a year, with the method in sight."""

from tracker.counting.known import Known
from tracker.energy.answers import Found, answers
from tracker.energy.choices import PIPELINE, ChosenEnergy
from tracker.energy.examples import examples
from tracker.energy.question import Question, question
from tracker.energy.subjects import subject
from tracker.look.look import Look
from tracker.look.view import View
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
from tracker.views.energy.tariffs import prices
from tracker.views.energy.warnings import warnings


def view(known: Known, chosen: ChosenEnergy, look: Look) -> View:
    """What the load under ``chosen`` takes in a year, by the assumptions in sight."""
    asked, of = question(known, chosen), subject(known, chosen)
    found, untouched = answers(of, asked), asked.untouched()
    return View(
        title=title(found, of, asked, look),
        lead=lead(asked, look),
        sections=(
            results(found, of, asked, look),
            assumptions(asked, look),
            methods(asked, look),
            formula(found, asked, look),
            worked(examples(untouched), look),
            sensitivities(asked, look),
            intensities(asked, look),
            mixes(asked, look),
            spare(_pipelines(found, untouched, asked), asked, look),
            accounting(found, asked, look),
            prices(asked.dataset, look),
            ladder(known, look),
        ),
        downloads=downloads(found, asked, look),
        warnings=tuple(warnings(of, asked, look)),
    )


def _pipelines(found: Found, untouched: Question, asked: Question) -> Found:
    """The pipeline that was asked for, else all that is announced under the same assumptions."""
    if asked.chosen.what == PIPELINE:
        return found
    return answers(subject(asked.known, untouched.chosen), asked)
