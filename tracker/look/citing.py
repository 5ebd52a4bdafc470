"""A document as readers meet it: who speaks in it, on whose site, when, and how it ranks."""

from tracker.look.elements import Link, Part, Said, Source
from tracker.look.look import Look


def cited(source: Source, look: Look) -> Part:
    """A link in words, and beside it what the speaker is and its tier, as far as they are known."""
    named = source.speaker
    if source.carrier:
        named = look.words("site.source.carried", speaker=source.speaker, carrier=source.carrier)
    text = ", ".join(one for one in (named, source.subject, source.day) if one)
    shown: Part = Link(text, source.address, "outside") if source.address else text
    if source.kind is None or source.tier is None:
        return shown
    number = [*look.rules.evidence.tiers].index(source.tier) + 1
    kind = look.words.term("publisher_kind", source.kind)
    told = look.words("site.source.tier", kind=kind, number=number)
    return shown, Said("tier", told, look.words.term("tier_meaning", source.tier))
