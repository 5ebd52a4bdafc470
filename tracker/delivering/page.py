"""The page of delivery, ready to be shown."""

from dataclasses import dataclass

from tracker.comparison.showing import Section
from tracker.delivering.deflated import deflated, deflators, finding
from tracker.delivering.drawn import Slips, slips
from tracker.delivering.gone import gone
from tracker.delivering.promised import promised
from tracker.delivering.quoted import quoted
from tracker.known import Known
from tracker.marks import Look
from tracker.promised import of_compared


@dataclass(frozen=True)
class DeliveryView:
    """What became of the promises: a finding, sections of escaped HTML, what the figure draws."""

    title: str
    lead: str
    sections: tuple[Section, ...]
    slips: Slips


def delivery_view(known: Known, currency: str, look: Look) -> DeliveryView:
    """What became of everything announced, in ``currency``, as known on the day of ``known``."""
    found, promises = deflators(known, currency), of_compared(known)
    day = look.formats.date(known.world.day)
    return DeliveryView(
        title=finding(found, known, look),
        lead=f"{look.words('delivery.lead', day=day)} {_earlier(known, look)}".strip(),
        sections=(
            deflated(found, currency, known, look),
            quoted(known, look),
            promised(promises, known, look),
            gone(known, look),
        ),
        slips=slips(promises, known, look),
    )


def _earlier(known: Known, look: Look) -> str:
    """What an earlier day leaves out; nothing on the last day of the evidence."""
    return "" if known.world.is_last else look.words("delivery.earlier")
