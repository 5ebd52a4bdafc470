"""Delivery: what became of everything announced, of quoted totals, of dated promises."""

from tracker.counting.deflator import deflators
from tracker.counting.known import Known
from tracker.look.look import Look
from tracker.look.meanings import meanings
from tracker.look.view import Section, View
from tracker.views.choices import ChosenMoney
from tracker.views.delivery.deflator import deflated
from tracker.views.delivery.findings import lead, title
from tracker.views.delivery.losses import gone
from tracker.views.delivery.promises import promised
from tracker.views.delivery.slips import slips
from tracker.views.delivery.staircase import staircase
from tracker.views.delivery.tallies import quoted
from tracker.world.promises import of_compared


def view(known: Known, chosen: ChosenMoney, look: Look) -> View:
    """What became of everything announced, as known on the day of ``known``."""
    found, promises = deflators(known, chosen.currency), of_compared(known.world)
    told = lead(found, known, look)
    if not known.world.is_last:
        told = f"{told} {look.words('delivery.earlier')}".strip()
    return View(
        title=title(found, known, look),
        lead=told,
        sections=(
            staircase(found, chosen.currency, known, look),
            promised(promises, known, look),
            deflated(found, chosen.currency, known, look),
            quoted(known, look),
            slips(promises, known, look),
            gone(known, look),
            Section("meanings", blocks=(meanings(look),)),
        ),
    )
