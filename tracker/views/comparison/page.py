"""The comparison, ready to be shown: a finding, a sentence, and blocks with their own findings."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import chain

from tracker.counting.known import Known
from tracker.counting.standings import standings
from tracker.look.marks import Look
from tracker.look.showing import Section, joined, old
from tracker.views.comparison import (
    disputes,
    largest,
    leaders,
    money,
    offers,
    power,
    unknown,
)
from tracker.views.shared.levers import levers
from tracker.world.national import lines


@dataclass(frozen=True)
class Comparison:
    """Half of the page in words and escaped HTML: a finding, a sentence and its sections."""

    title: str
    lead: str
    sections: tuple[Section, ...]


def of_promises(known: Known, currency: str, look: Look) -> Comparison:
    """What was promised to the compared countries by the day of ``known``, in ``currency``."""
    found = standings(known, currency)
    names = joined([look.formats.country(code) for code in known.world.dataset.compared], look)
    day = look.formats.date(known.world.day)
    lead = look.words("comparison.lead", countries=names, day=day)
    return Comparison(
        title=leaders.title(found, look),
        lead=f"{leaders.flipped(found, look)} {lead}".strip(),
        sections=(
            leaders.leaders(found, known, look),
            money.by_lens(found, known, look),
            money.profile(found, known, currency, look),
            power.by_phase(known, look),
            money.homes(known, currency, look),
            largest.largest(known, currency, look),
            money.per_head(found, look),
        ),
    )


def of_countries(known: Known, look: Look) -> tuple[Section, ...]:
    """What the countries have and do: national figures, promised dates, levers, gaps."""
    national = lines(known.world.dataset, known.world.dataset.compared)
    return (
        *(offers.offer(name, found, known, look) for name, found in national.items()),
        disputes.promises(known, look),
        old(levers(known, look), look),
        disputes.conflicts(known, look),
        unknown.unknown([*chain.from_iterable(national.values())], known, look),
    )


def contents(sections: Iterable[Section], look: Look, page: str = "comparison") -> str:
    """A link to each section, named by what it is about in the words of ``page``."""
    links = "".join(
        f'<li><a href="#{escape(one.name)}" target="_self">'
        f"{escape(look.words(f'{page}.{one.name}.about'))}</a></li>"
        for one in sections
    )
    name = escape(look.words("comparison.contents"))
    return f'<nav aria-label="{name}"><ul class="cc-contents">{links}</ul></nav>'
