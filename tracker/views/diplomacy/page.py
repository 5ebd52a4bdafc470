"""Diplomacy: what a source ties to the leaders' calls, what that does not prove, who is next."""

from dataclasses import replace

from tracker.counting.known import Known
from tracker.counting.ties import by_tie, tied_money
from tracker.look.look import Look
from tracker.look.meanings import meanings
from tracker.look.view import Section, View
from tracker.views.choices import ChosenMoney
from tracker.views.diplomacy.adopters import adopters
from tracker.views.diplomacy.clock import clock
from tracker.views.diplomacy.concessions import concessions
from tracker.views.diplomacy.investors import investors
from tracker.views.diplomacy.meetings import meetings
from tracker.views.diplomacy.reached import announced, finding, reached
from tracker.views.diplomacy.third_way import third_way
from tracker.views.diplomacy.ties import ties
from tracker.views.diplomacy.timeline import timeline
from tracker.views.shared.levers import levers


def view(known: Known, chosen: ChosenMoney, look: Look) -> View:
    """Events and what a source ties to them, as known on the day of ``known``."""
    currency = chosen.currency
    drawn = reached(known, currency, look)
    return View(
        title=finding(known, currency, look),
        lead=_lead(currency, known, look),
        sections=(
            Section("seen", blocks=(drawn,) if drawn else ()),
            clock(known, currency, look),
            *_details(currency, known, look),
            Section("meanings", blocks=(meanings(look),)),
        ),
    )


def _details(currency: str, known: Known, look: Look) -> tuple[Section, ...]:
    """The rows behind the picture, its events over time, and all that lies around them."""
    tied = tied_money(known, currency)
    over_time = timeline(tied, currency, known, look)
    blocks = (*over_time.blocks, meetings(known, look))
    return (
        _group("behind", look, ties(tied, by_tie(tied, known.world), currency, known, look)),
        replace(over_time, blocks=blocks, is_folded=True),
        _group("granted", look, concessions(known, look), levers(known, look)),
        _group(
            "next",
            look,
            investors(known, currency, look),
            third_way(known, look),
            adopters(known, look),
        ),
    )


def _group(name: str, look: Look, *inside: Section) -> Section:
    return Section(name, look.words(f"diplomacy.groups.{name}"), inside, is_folded=True)


def _lead(currency: str, known: Known, look: Look) -> str:
    """What became of what was announced, what a tie says, and what an earlier day leaves out."""
    day = look.formats.date(known.world.day)
    told = [announced(known, currency, look), look.words("diplomacy.lead", day=day)]
    if not known.world.is_last:
        told.append(look.words("diplomacy.earlier"))
    return " ".join(one for one in told if one)
