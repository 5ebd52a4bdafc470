"""The finding of the power page, the sentence under it, and what it rests on."""

from collections.abc import Iterator

from tracker.counting.known import Known
from tracker.energy import units
from tracker.energy.answers import Answer, Found, answers
from tracker.energy.choices import COMMITMENT, PIPELINE, SITE, usual
from tracker.energy.formulas import single
from tracker.energy.methods import Gap, gap, gap_of
from tracker.energy.question import Question, question
from tracker.energy.subjects import Subject, subject
from tracker.energy.weights import GENERATION
from tracker.look.look import Look
from tracker.views.energy import cells
from tracker.views.energy.results import named

MEGA = 1e6


def in_short(known: Known, look: Look) -> tuple[str, str]:
    """TWh a year of each country's pipeline, and the finding of the untouched page."""
    asked = question(known, usual(known.world.dataset, known.world.day))
    of = subject(known, asked.chosen)
    found = answers(of, asked)
    parts = [
        f"{look.formats.country(code)} {cells.ends(one.electricity, units.TERAWATT_HOURS, look)}"
        for code, one in found.items()
        if one is not None
    ]
    told = [title(found, of, asked, look)]
    if (apart := gap(asked)) is not None:
        told.append(look.words("energy.title.gap", **_apart(apart, asked, look)))
    return " · ".join(parts), "; ".join(told)


def title(found: Found, of: Subject, asked: Question, look: Look) -> str:
    """What it would take of the electricity of each country, or of the one it was promised to."""
    chosen, name = asked.chosen, named(of, asked, look)
    shown = [one for code, one in found.items() if one and code == (of.home or code)]
    if not of.name and chosen.what in {COMMITMENT, SITE}:
        return look.words(f"energy.subject.{chosen.what}")
    if not shown or not of.is_stated:
        return look.words("energy.title.none", subject=name)
    told = look.words("energy.title.takes", name=name, told=look.joined(_parts(shown, look)))
    is_partly = chosen.what == PIPELINE and _is_partly(found, of)
    return look.words("energy.title.partly", told=told) if is_partly else told


def _is_partly(found: Found, of: Subject) -> bool:
    """Whether something states power in a country for which nothing could be worked out."""
    return any(one is None and any(of.power[code].values()) for code, one in found.items())


def _parts(shown: list[Answer], look: Look) -> Iterator[str]:
    """What part of each country's electricity it is; terawatt-hours where no whole is known."""
    key = "first"
    for one in shown:
        country = look.formats.country(one.country_code)
        if GENERATION in one.shares:
            spread, _ = one.shares[GENERATION]
            share = cells.part(spread.low, spread.high, look)
            yield look.words(f"energy.title.{key}", share=share, country=country)
            key = "next"
        else:
            year = cells.ends(one.electricity, units.TERAWATT_HOURS, look)
            yield look.words("energy.title.there", year=year, country=country)


def apart(found: Found, asked: Question, look: Look) -> dict[str, str] | None:
    """The words of the gap for the same power in two countries; None where they are no pair."""
    one = gap_of(found, asked)
    return _apart(one, asked, look) if one is not None else None


def _apart(one: Gap, asked: Question, look: Look) -> dict[str, str]:
    unit, scale = units.of_emissions(single(one.tonnes), asked.gases)
    return {
        "gap": look.formats.unit(look.formats.rounded(one.tonnes * scale), unit),
        "power": cells.watts(one.mw, look),
        "higher": look.formats.country(one.higher),
        "lower": look.formats.country(one.lower),
    }


def lead(asked: Question, look: Look) -> str:
    """What is looked at, and the day."""
    day = look.formats.date(asked.chosen.as_of)
    return look.words("energy.lead", narrowed=_narrowed(asked, look), day=day)


def basis(asked: Question, look: Look) -> str:
    """The method with its years, and what is taken for what no source says."""
    chosen, is_own = asked.chosen, asked.is_own
    figures = [one.figure for one in asked.assumed.values() if one.figure is not None]
    years = look.joined(sorted({figure.year for figure in figures}))
    method = look.words.term("energy_method", chosen.method)
    return look.words(
        "energy.basis",
        method=look.words("energy.own_intensity") if is_own else method,
        years="" if is_own else look.words("energy.for_years", years=years),
        basis=look.words.term("power_meant", chosen.basis),
    )


def _narrowed(asked: Question, look: Look) -> str:
    """The phase and the rungs that were asked for; nothing where all that is planned is shown."""
    if not asked.is_narrowed:
        return ""
    rungs = [look.words.term("rung", rung) for rung in asked.chosen.rung]
    told = [look.words.term("phase", asked.chosen.phase), *rungs]
    return look.words("energy.narrowed", told=look.joined(told))
