"""The page of diplomacy, ready to be shown."""

from dataclasses import dataclass

from tracker.counting.known import Known
from tracker.look.marks import Look
from tracker.look.showing import Section, old
from tracker.views.diplomacy import ties
from tracker.views.diplomacy.adopting import adopters
from tracker.views.diplomacy.clock import clock
from tracker.views.diplomacy.drawn import Timelines, timelines
from tracker.views.diplomacy.investors import investors
from tracker.views.diplomacy.levers import tied_levers
from tracker.views.diplomacy.meetings import meetings
from tracker.views.diplomacy.third import third_way
from tracker.views.shared.levers import levers


@dataclass(frozen=True)
class DiplomacyView:
    """What the leaders' calls had to do with it: a finding, sections, and what the figure draws."""

    title: str
    lead: str
    sections: tuple[Section, ...]
    timelines: Timelines


def diplomacy_view(known: Known, currency: str, look: Look) -> DiplomacyView:
    """Events and what a source ties to them, in ``currency``, as known on the day of ``known``."""
    found = ties.by_tie(known, currency)
    return DiplomacyView(
        title=ties.finding(found, look),
        lead=_lead(found, known, currency, look),
        sections=(
            ties.ties(found, currency, known, look),
            meetings(known, look),
            old(levers(known, look), look),
            tied_levers(known, look),
            clock(known, currency, look),
            investors(known, currency, look),
            third_way(known, look),
            adopters(known, look),
        ),
        timelines=timelines(found, known, currency, look),
    )


def _lead(found: ties.ByTie, known: Known, currency: str, look: Look) -> str:
    """What became of what was negotiated, what a tie says, and what an earlier day leaves out."""
    day = look.formats.date(known.world.day)
    told = [ties.signed_of_talks(found, currency, look), look.words("diplomacy.lead", day=day)]
    if not known.world.is_last:
        told.append(look.words("diplomacy.earlier"))
    return " ".join(filter(None, told))
