"""Delivery: what became of everything announced, of quoted totals, of dated promises."""

from tracker.counting.deflator import deflators
from tracker.counting.known import Known
from tracker.look.look import Look
from tracker.look.meanings import meanings
from tracker.look.view import Section, View
from tracker.views.choices import ChosenMoney
from tracker.views.delivery.deflator import deflated, finding
from tracker.views.delivery.losses import gone
from tracker.views.delivery.promises import promised
from tracker.views.delivery.slips import slips
from tracker.views.delivery.tallies import quoted
from tracker.world.promises import of_compared


def view(known: Known, chosen: ChosenMoney, look: Look) -> View:
    """What became of everything announced, as known on the day of ``known``."""
    found, promises = deflators(known, chosen.currency), of_compared(known.world)
    lead = look.words("delivery.lead", day=look.formats.date(known.world.day))
    if not known.world.is_last:
        lead = f"{lead} {look.words('delivery.earlier')}"
    return View(
        title=finding(found, known, look),
        lead=lead,
        sections=(
            deflated(found, chosen.currency, known, look),
            quoted(known, look),
            promised(promises, known, look),
            slips(promises, known, look),
            gone(known, look),
            Section("meanings", blocks=(meanings(look),)),
        ),
    )
