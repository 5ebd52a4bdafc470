"""The page of delivery, ready to be shown."""

from dataclasses import dataclass

from tracker.comparison.showing import Section
from tracker.delivering.deflated import deflated
from tracker.delivering.gone import gone
from tracker.delivering.promised import promised
from tracker.delivering.quoted import quoted
from tracker.known import Known
from tracker.marks import Look


@dataclass(frozen=True)
class DeliveryView:
    """What became of the promises: a finding, a sentence, and sections of escaped HTML."""

    title: str
    lead: str
    sections: tuple[Section, ...]


def delivery_view(known: Known, currency: str, look: Look) -> DeliveryView:
    """What became of everything announced, in ``currency``, as known on the day of ``known``."""
    first = deflated(known, currency, look)
    day = look.formats.date(known.world.day)
    return DeliveryView(
        title=first.heading,
        lead=look.words("delivery.lead", day=day),
        sections=(first, quoted(known, look), promised(known, look), gone(known, look)),
    )
