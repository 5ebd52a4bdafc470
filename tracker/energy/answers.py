"""What a load comes to in a year: electricity, carbon, cost, chips, water, and shares of a grid."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from tracker.dataset.dataset import Dataset
from tracker.dataset.settings.energy import EnergySettings
from tracker.energy import formulas
from tracker.energy.assumptions import Assumptions, constant
from tracker.energy.formulas import Load, Spread, carried
from tracker.world.grid import Grid, GridFigure
from tracker.world.national import latest

CONSTANTS = ("embodied_gpu", "embodied_server")


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


def answer(
    code: str, load: Load, assumed: Assumptions, dataset: Dataset, grid: Grid
) -> Answer | None:
    """What ``load`` comes to in country ``code``, low, central and high carried through.

    None where an assumption is missing that everything rests on.
    """
    settings = dataset.rules.energy
    if not is_complete(code, assumed, dataset):
        return None
    pue, running = assumed["pue", code].used, assumed["load_factor", ""].used
    return Answer(
        country_code=code,
        load=load,
        firm=load,
        electricity=carried(partial(_electricity, load, settings), pue, running),
        emissions=_emissions(code, load, assumed, settings),
        cost=_cost(code, load, assumed, settings),
        gpus=carried(partial(_gpus, load), pue, assumed["gpus_per_mw", ""].used),
        embodied=_embodied(code, load, assumed, dataset),
        water=_water(code, load, assumed, dataset),
        shares=_shares(code, load, assumed, settings, grid),
    )


def from_firm(whole: Answer, firm: Answer) -> Answer:
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


def is_complete(code: str, assumed: Assumptions, dataset: Dataset) -> bool:
    """Whether everything that any load needs is assumed."""
    general = {("load_factor", ""), ("gpus_per_mw", ""), ("hardware_lifetime", "")}
    constants = set(dataset["assumptions"]["parameter"])
    return {("pue", code), *general} <= set(assumed) and set(CONSTANTS) <= constants


def _electricity(load: Load, settings: EnergySettings, pue: float, running: float) -> float:
    return formulas.electricity(load, pue, running, settings.hours_per_year)


def _gpus(load: Load, pue: float, per_mw: float) -> float:
    return formulas.gpus(formulas.it_power(load, pue), per_mw)


def _emissions(
    code: str, load: Load, assumed: Assumptions, settings: EnergySettings
) -> Spread | None:
    if ("intensity", code) not in assumed or is_mixed(assumed, code):
        return None
    return carried(
        lambda pue, running, grams: formulas.emissions(
            _electricity(load, settings, pue, running), grams
        ),
        assumed["pue", code].used,
        assumed["load_factor", ""].used,
        assumed["intensity", code].used,
    )


def is_mixed(assumed: Assumptions, code: str) -> bool:
    """Whether another country has an intensity of the reader's own while ``code`` has none."""
    own = {of: one.is_own for (parameter, of), one in assumed.items() if parameter == "intensity"}
    return not own.get(code, False) and any(own.values())


def _cost(code: str, load: Load, assumed: Assumptions, settings: EnergySettings) -> Spread | None:
    if ("price", code) not in assumed:
        return None
    return carried(
        lambda pue, running, price: formulas.cost(
            _electricity(load, settings, pue, running), price
        ),
        assumed["pue", code].used,
        assumed["load_factor", ""].used,
        assumed["price", code].used,
    )


def _embodied(code: str, load: Load, assumed: Assumptions, dataset: Dataset) -> Spread:
    """Tonnes a year of making the computers."""
    gpu, server = (constant(dataset, name) for name in CONSTANTS)
    per_server = dataset.rules.energy.gpus_per_server

    def per_year(pue: float, per_mw: float, years: float) -> float:
        """Tonnes a year over a life of so many years."""
        made = formulas.embodied(_gpus(load, pue, per_mw), gpu, server, per_server)
        return formulas.per_year(made, years)

    life = assumed["hardware_lifetime", ""].used
    return carried(per_year, assumed["pue", code].used, assumed["gpus_per_mw", ""].used, life)


def _water(code: str, load: Load, assumed: Assumptions, dataset: Dataset) -> Spread | None:
    """Cubic metres a year, on site and in the electricity of the grid."""
    settings = dataset.rules.energy
    in_grid = latest(dataset, settings.water_indicator, code)
    rows = dataset["assumptions"]
    rows = rows[rows["parameter"] == "water_onsite"]
    if in_grid.low is None or rows.empty:
        return None
    litres = float(in_grid.low)
    on_site = Spread(*(float(rows[end].iloc[0]) for end in ("low", "central", "high")))
    return carried(
        lambda pue, running, site: formulas.water(
            load, pue, running, settings.hours_per_year, (site, litres)
        ),
        assumed["pue", code].used,
        assumed["load_factor", ""].used,
        on_site,
    )


def _shares(
    code: str, load: Load, assumed: Assumptions, settings: EnergySettings, grid: Grid
) -> dict[str, tuple[Spread, GridFigure]]:
    """What part of the country's generation, consumption and net exports it is."""
    found = {}
    for name, by_country in settings.against.items():
        figure = grid.figure(by_country[code], code) if code in by_country else None
        if figure is None:
            continue
        spread = carried(
            lambda pue, running, whole=figure.value: formulas.share(
                _electricity(load, settings, pue, running), whole
            ),
            assumed["pue", code].used,
            assumed["load_factor", ""].used,
        )
        found[name] = (spread, figure)
    return found
