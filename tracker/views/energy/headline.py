"""The finding of the power page, and the sentence under it."""

from tracker.counting.known import Known
from tracker.energy import formulas
from tracker.energy.assumptions import Assumptions, assumptions
from tracker.energy.choices import COMMITMENT, PIPELINE, PLANNED, SITE, TYPED, ChosenEnergy, usual
from tracker.energy.formulas import Spread
from tracker.energy.subjects import Subject, subject
from tracker.energy.working import Found, answers
from tracker.look.marks import Look
from tracker.look.showing import joined
from tracker.views.energy import methods, results
from tracker.world.grid import Grid


def in_short(known: Known, look: Look) -> tuple[str, str]:
    """TWh a year of each country's pipeline, and the title of the untouched page."""
    chosen, grid = usual(known.world.rules, known.world.day), Grid(known.world.dataset)
    assumed, of = assumptions(known.world.dataset, grid, chosen), subject(known, chosen)
    found = answers(of, chosen, assumed, known, grid)
    parts = {
        code: _range(one.electricity, 1 / formulas.MWH_PER_TWH, "TWh", look)
        for code, one in found.items()
        if one is not None
    }
    number = " · ".join(f"{look.formats.country(code)} {told}" for code, told in parts.items())
    return number, title(found, of, chosen, assumed, known, look)


def title(
    found: Found, of: Subject, chosen: ChosenEnergy, assumed: Assumptions, known: Known, look: Look
) -> str:
    """What it takes in a year, and what the same gigawatt elsewhere adds."""
    told = _taken(found, of, chosen, assumed, look)
    gap = methods.gap(chosen, assumed, known)
    if gap is None:
        return told
    adds = look.words(
        "energy.title.gap",
        higher=look.formats.country(gap.higher),
        lower=look.formats.country(gap.lower),
        gap=look.formats.rounded(gap.tonnes / 1e6),
    )
    return f"{told}; {adds}"


def _taken(
    found: Found, of: Subject, chosen: ChosenEnergy, assumed: Assumptions, look: Look
) -> str:
    shown = [one for code, one in found.items() if one and code == (of.home or code)]
    if not of.name and chosen.what in {COMMITMENT, SITE}:
        return look.words(f"energy.subject.{chosen.what}")
    if not shown or not of.is_stated:
        return look.words("energy.title.none", subject=results.named(of, chosen, look))
    if chosen.what == TYPED:
        told = [
            look.words(
                "energy.title.there",
                year=_year(one.electricity, one.emissions, assumed, look),
                country=look.formats.country(one.country_code),
            )
            for one in shown
        ]
        power = look.formats.power(chosen.mw)
        return look.words("energy.title.typed", power=power, told=joined(told, look))
    electricity, emissions = shown[0].electricity, shown[0].emissions
    for one in shown[1:]:
        electricity = electricity + one.electricity
        emissions = emissions + one.emissions if emissions and one.emissions else None
    year = _year(electricity, emissions, assumed, look)
    missing = [code for code, one in found.items() if one is None and any(of.power[code].values())]
    if chosen.what == PIPELINE and missing:
        countries = joined([look.formats.country(one.country_code) for one in shown], look)
        return look.words("energy.title.partly", countries=countries, year=year)
    if chosen.what == PIPELINE:
        if chosen.phase == PLANNED and not chosen.rung:
            return look.words("energy.title.pipeline", year=year)
        return look.words("energy.title.one", name=results.named(of, chosen, look), year=year)
    return look.words("energy.title.one", name=of.name, year=year)


def _year(electricity: Spread, emissions: Spread | None, assumed: Assumptions, look: Look) -> str:
    """Both as ranges: 15–37 TWh and 0.61–1.5 Mt a year."""
    parts = [_range(electricity, 1 / formulas.MWH_PER_TWH, "TWh", look)]
    if emissions is not None:
        unit, scale = results.emission_unit(emissions, results.units_in_use(assumed))
        parts.append(_range(emissions, scale, unit, look))
    return look.words("energy.title.year", told=joined(parts, look))


def _range(spread: Spread, scale: float, unit: str, look: Look) -> str:
    low, high = (look.formats.rounded(end * scale) for end in (spread.low, spread.high))
    return look.formats.unit(low if low == high else f"{low}–{high}", unit)


def lead(assumed: Assumptions, chosen: ChosenEnergy, look: Look) -> str:
    """The method, the basis and the day, and that the grid is that of one year."""
    is_own = any(one.is_own for (name, _), one in assumed.items() if name == "intensity")
    method = look.words.term("energy_method", chosen.method)
    years = sorted(
        {
            one.figure.year
            for (parameter, _), one in assumed.items()
            if parameter == "intensity" and one.figure is not None
        }
    )
    return look.words(
        "energy.lead",
        method=look.words("energy.own_intensity") if is_own else method,
        basis=look.words.term("power_meant", chosen.basis),
        narrowed=_narrowed(chosen, look),
        years="" if is_own else look.words("energy.for_years", years=joined(years, look)),
        day=look.formats.date(chosen.as_of),
    )


def _narrowed(chosen: ChosenEnergy, look: Look) -> str:
    """The phase and the rungs that were asked for; nothing where all that is planned is shown."""
    if chosen.phase == PLANNED and not chosen.rung:
        return ""
    rungs = [look.words.term("rung", rung) for rung in chosen.rung]
    told = [look.words.term("phase", chosen.phase), *rungs]
    return look.words("energy.narrowed", told=joined(told, look))
