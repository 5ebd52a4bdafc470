"""What a load comes to in a year: electricity, carbon, cost, chips, water, and shares of a grid."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from tracker.energy import formulas
from tracker.energy.assumptions import ENDS
from tracker.energy.formulas import Load, Spread, carried
from tracker.energy.question import Question
from tracker.energy.subjects import Subject
from tracker.world.grid import GridFigure, assumed, assumption, parameters
from tracker.world.national import latest

CONSTANTS = ("embodied_gpu", "embodied_server")
GENERAL = ("load_factor", "gpus_per_mw", "hardware_lifetime")


@dataclass(frozen=True)
class Answer:
    """A year of one load in one country: MWh, tonnes, EUR, pieces, tonnes a year and m3 a year.

    None where an assumption is missing. ``shares`` are parts of one, with what they are parts of.
    Where ``firm`` is less than ``load``, every low end is that of the firm power alone.
    """

    country_code: str
    load: Load
    firm: Load
    electricity: Spread
    emissions: Spread | None
    cost: Spread | None
    gpus: Spread
    embodied: Spread
    water: Spread | None
    shares: Mapping[str, tuple[Spread, GridFigure]]


Found = Mapping[str, Answer | None]  # country code -> its answer


def answers(of: Subject, asked: Question) -> Found:
    """What the power of ``of`` comes to in each country; None where none is stated."""
    return {
        code: _of_subject(code, of, asked) if sum(power.values()) else None
        for code, power in of.power.items()
    }


def _of_subject(code: str, of: Subject, asked: Question) -> Answer | None:
    whole = answer(code, asked.load(of.power[code]), asked)
    if whole is None or code not in of.firm:
        return whole
    firm = answer(code, asked.load(of.firm[code]), asked)
    return whole if firm is None else _from_firm(whole, firm)


def answer(code: str, load: Load, asked: Question) -> Answer | None:
    """What ``load`` comes to in country ``code``, low, central and high carried through.

    None where an assumption is missing that everything rests on.
    """
    if not is_complete(code, asked):
        return None
    of_year, pue = partial(_of_year, code, load, asked), asked.used("pue", code)

    def at(parameter: str, function: Callable[..., float]) -> Spread | None:
        """``function`` of the electricity and of an assumption; None where nothing is assumed."""
        is_assumed = (parameter, code) in asked.assumed
        return of_year(function, asked.used(parameter, code)) if is_assumed else None

    return Answer(
        country_code=code,
        load=load,
        firm=load,
        electricity=of_year(float),
        emissions=None if is_mixed(asked, code) else at("intensity", formulas.emissions),
        cost=at("price", formulas.cost),
        gpus=carried(partial(_gpus, load), pue, asked.used("gpus_per_mw")),
        embodied=_embodied(code, load, asked),
        water=_water(code, load, asked),
        shares=_shares(code, of_year, asked),
    )


def is_complete(code: str, asked: Question) -> bool:
    """Whether everything that any load needs is assumed."""
    needed = {("pue", code), *((name, "") for name in GENERAL)}
    return needed <= set(asked.assumed) and set(CONSTANTS) <= parameters(asked.dataset)


def is_mixed(asked: Question, code: str) -> bool:
    """Whether another country has an intensity of the reader's own while ``code`` has none."""
    one = asked.assumed.get(("intensity", code))
    return asked.is_own and not (one is not None and one.is_own)


def added(found: list[Answer]) -> tuple[Spread, Spread | None]:
    """Electricity and emissions of all together; no emissions where one of them has none.

    Raises IndexError where there is nothing to add.
    """
    electricity, emissions = found[0].electricity, found[0].emissions
    for one in found[1:]:
        electricity = electricity + one.electricity
        emissions = emissions + one.emissions if emissions and one.emissions else None
    return electricity, emissions


def _from_firm(whole: Answer, firm: Answer) -> Answer:
    """``whole`` with the low ends of ``firm``, the part of it that is stated without "up to"."""
    names = ("electricity", "emissions", "cost", "gpus", "embodied", "water")
    lows: dict[str, Any] = {
        name: _lower(getattr(whole, name), getattr(firm, name)) for name in names
    }
    shares = {
        name: (replace(spread, low=firm.shares[name][0].low), figure)
        for name, (spread, figure) in whole.shares.items()
    }
    return replace(whole, firm=firm.load, shares=shares, **lows)


def _lower(whole: Spread | None, firm: Spread | None) -> Spread | None:
    return None if whole is None or firm is None else replace(whole, low=firm.low)


def _of_year(
    code: str, load: Load, asked: Question, function: Callable[..., float], *more: Spread
) -> Spread:
    """``function`` of the electricity of a year, in MWh, and of ``more`` inputs."""
    hours = asked.settings.hours_per_year

    def worked(pue: float, running: float, *rest: float) -> float:
        """The same at one value of each."""
        return function(formulas.electricity(load, pue, running, hours), *rest)

    return carried(worked, asked.used("pue", code), asked.used("load_factor"), *more)


def _gpus(load: Load, pue: float, per_mw: float) -> float:
    return formulas.gpus(formulas.it_power(load, pue), per_mw)


def _embodied(code: str, load: Load, asked: Question) -> Spread:
    """Tonnes a year of making the computers."""
    gpu, server = (assumed(asked.dataset, name) for name in CONSTANTS)
    per_server = asked.settings.gpus_per_server

    def per_year(pue: float, per_mw: float, years: float) -> float:
        """Tonnes a year over a life of so many years."""
        made = formulas.embodied(_gpus(load, pue, per_mw), gpu, server, per_server)
        return formulas.per_year(made, years)

    inputs = (asked.used("gpus_per_mw"), asked.used("hardware_lifetime"))
    return carried(per_year, asked.used("pue", code), *inputs)


def _water(code: str, load: Load, asked: Question) -> Spread | None:
    """Cubic metres a year, on site and in the electricity of the grid."""
    in_grid = latest(asked.dataset, asked.settings.water_indicator, code).low
    row = assumption(asked.dataset, "water_onsite")
    if in_grid is None or row is None:
        return None
    litres, hours = float(in_grid), asked.settings.hours_per_year
    return carried(
        lambda pue, running, site: formulas.water(load, pue, running, hours, (site, litres)),
        asked.used("pue", code),
        asked.used("load_factor"),
        Spread(*(float(row[end]) for end in ENDS)),
    )


def _shares(
    code: str, of_year: Callable[..., Spread], asked: Question
) -> dict[str, tuple[Spread, GridFigure]]:
    """What part of the country's generation, consumption and net exports it is."""
    figures = {
        name: asked.grid.figure(by_country[code], code)
        for name, by_country in asked.settings.against.items()
        if code in by_country
    }
    return {
        name: (of_year(partial(formulas.share, of_twh=figure.value)), figure)
        for name, figure in figures.items()
        if figure is not None
    }
