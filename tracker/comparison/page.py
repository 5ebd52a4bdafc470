"""The comparison, ready to be shown: a finding, a sentence, and blocks with their own findings."""

from dataclasses import dataclass
from html import escape
from itertools import chain

from tracker.comparison import disputes, largest, leaders, levers, money, offers, power, unknown
from tracker.comparison.leading import compared, standings
from tracker.comparison.national import lines
from tracker.comparison.showing import Section, joined
from tracker.known import Known
from tracker.marks import Look


@dataclass(frozen=True)
class Comparison:
    """The page in words and escaped HTML; ``contents`` links to each section."""

    title: str
    lead: str
    contents: str
    sections: tuple[Section, ...]


def comparison(known: Known, currency: str, look: Look) -> Comparison:
    """The compared countries on the day of ``known``, money in ``currency``."""
    found = standings(known, currency)
    national = lines(known.world.dataset, compared(known))
    sections = (
        leaders.leaders(found, look),
        money.by_lens(found, known, look),
        money.profile(known, currency, look),
        power.by_phase(known, look),
        money.homes(known, currency, look),
        largest.largest(known, currency, look),
        money.per_head(found, look),
        *(offers.offer(name, of_section, known, look) for name, of_section in national.items()),
        levers.levers(known, look),
        disputes.promises(known, look),
        disputes.conflicts(known, look),
        unknown.unknown([*chain.from_iterable(national.values())], known, currency, look),
    )
    names = joined([look.formats.country(code) for code in compared(known)], look)
    day = look.formats.date(known.world.day)
    lead = look.words("comparison.lead", countries=names, day=day)
    return Comparison(
        title=leaders.title(found, look),
        lead=f"{leaders.flipped(found, look)} {lead}".strip(),
        contents=_contents(sections, look),
        sections=sections,
    )


def _contents(sections: tuple[Section, ...], look: Look) -> str:
    links = "".join(
        f'<li><a href="#{escape(one.name)}" target="_self">'
        f"{escape(look.words(f'comparison.{one.name}.about'))}</a></li>"
        for one in sections
    )
    name = escape(look.words("comparison.contents"))
    return f'<nav aria-label="{name}"><ul class="cc-contents">{links}</ul></nav>'
