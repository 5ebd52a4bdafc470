"""The finding of the power page, and the sentence under it."""

from tracker.counting.known import Known
from tracker.energy import units
from tracker.energy.answers import Answer, Found, added, answers
from tracker.energy.choices import COMMITMENT, PIPELINE, SITE, TYPED, usual
from tracker.energy.formulas import Spread
from tracker.energy.methods import gap
from tracker.energy.question import Question, question
from tracker.energy.subjects import Subject, subject
from tracker.look.look import Look
from tracker.views.energy.results import named

MEGA = 1e6


def in_short(known: Known, look: Look) -> tuple[str, str]:
    """TWh a year of each country's pipeline, and the title of the untouched page."""
    asked = question(known, usual(known.world.dataset, known.world.day))
    of = subject(known, asked.chosen)
    found = answers(of, asked)
    parts = [
        f"{look.formats.country(code)} {_range(one.electricity, units.TERAWATT_HOURS, look)}"
        for code, one in found.items()
        if one is not None
    ]
    return " · ".join(parts), title(found, of, asked, look)


def title(found: Found, of: Subject, asked: Question, look: Look) -> str:
    """What it takes in a year, and what the same gigawatt elsewhere adds."""
    told, apart = _taken(found, of, asked, look), gap(asked)
    if apart is None:
        return told
    adds = look.words(
        "energy.title.gap",
        higher=look.formats.country(apart.higher),
        lower=look.formats.country(apart.lower),
        gap=look.formats.rounded(apart.tonnes / MEGA),
    )
    return f"{told}; {adds}"


def _taken(found: Found, of: Subject, asked: Question, look: Look) -> str:
    chosen, name = asked.chosen, named(of, asked, look)
    shown = [one for code, one in found.items() if one and code == (of.home or code)]
    if not of.name and chosen.what in {COMMITMENT, SITE}:
        return look.words(f"energy.subject.{chosen.what}")
    if not shown or not of.is_stated:
        return look.words("energy.title.none", subject=name)
    if chosen.what == TYPED:
        told = look.joined(_there(one, asked, look) for one in shown)
        return look.words("energy.title.typed", power=look.formats.power(chosen.mw), told=told)
    year = _year(*added(shown), asked, look)
    if chosen.what == PIPELINE and _is_partly(found, of):
        countries = look.joined(look.formats.country(one.country_code) for one in shown)
        return look.words("energy.title.partly", countries=countries, year=year)
    if chosen.what == PIPELINE and not asked.is_narrowed:
        return look.words("energy.title.pipeline", year=year)
    return look.words("energy.title.one", name=name, year=year)


def _is_partly(found: Found, of: Subject) -> bool:
    """Whether something states power in a country for which nothing could be worked out."""
    return any(one is None and any(of.power[code].values()) for code, one in found.items())


def _there(one: Answer, asked: Question, look: Look) -> str:
    year = _year(one.electricity, one.emissions, asked, look)
    country = look.formats.country(one.country_code)
    return look.words("energy.title.there", year=year, country=country)


def _year(electricity: Spread, emissions: Spread | None, asked: Question, look: Look) -> str:
    """Both as ranges: 15–37 TWh and 0.61–1.5 Mt a year."""
    parts = [_range(electricity, units.TERAWATT_HOURS, look)]
    if emissions is not None:
        parts.append(_range(emissions, units.of_emissions(emissions, asked.gases), look))
    return look.words("energy.title.year", told=look.joined(parts))


def _range(spread: Spread, unit: tuple[str, float], look: Look) -> str:
    name, scale = unit
    low, high = (look.formats.rounded(end * scale) for end in (spread.low, spread.high))
    return look.formats.unit(low if low == high else f"{low}–{high}", name)


def lead(asked: Question, look: Look) -> str:
    """The method, the basis and the day, and that the grid is that of one year."""
    chosen, is_own = asked.chosen, asked.is_own
    figures = [one.figure for one in asked.assumed.values() if one.figure is not None]
    years = look.joined(sorted({figure.year for figure in figures}))
    method = look.words.term("energy_method", chosen.method)
    return look.words(
        "energy.lead",
        method=look.words("energy.own_intensity") if is_own else method,
        basis=look.words.term("power_meant", chosen.basis),
        narrowed=_narrowed(asked, look),
        years="" if is_own else look.words("energy.for_years", years=years),
        day=look.formats.date(chosen.as_of),
    )


def _narrowed(asked: Question, look: Look) -> str:
    """The phase and the rungs that were asked for; nothing where all that is planned is shown."""
    if not asked.is_narrowed:
        return ""
    rungs = [look.words.term("rung", rung) for rung in asked.chosen.rung]
    told = [look.words.term("phase", asked.chosen.phase), *rungs]
    return look.words("energy.narrowed", told=look.joined(told))
