"""Power, carbon, cost, chips and water of a data centre: pure functions of plain numbers.

Power is in MW, electricity in MWh, intensity in gCO2e/kWh (which is kg/MWh), money in EUR. Values
that are impossible raise ValueError; nothing here knows a country or a file.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product

KG_PER_T = 1000.0
MWH_PER_TWH = 1e6


@dataclass(frozen=True)
class Spread:
    """Low, central and high of one quantity. Raises ValueError where they are not in order."""

    low: float
    central: float
    high: float

    def __post_init__(self) -> None:
        """Refuse what is not a number, and ends that are not in order."""
        if not self.low <= self.central <= self.high:
            raise ValueError(f"{self.low}, {self.central}, {self.high} are not in order")

    def __add__(self, other: "Spread") -> "Spread":
        """The ends of a sum, as if both were low or high at once."""
        return Spread(self.low + other.low, self.central + other.central, self.high + other.high)


@dataclass(frozen=True)
class Load:
    """Power in MW: of computers (``it``), and drawn from the grid (``grid``)."""

    it: float = 0.0
    grid: float = 0.0


def as_load(power: Mapping[str, float], basis: str) -> Load:
    """Power by basis as a load; what states no basis counts as ``basis`` (it or grid)."""
    unstated = power.get("unstated", 0.0)
    return Load(
        it=power.get("it", 0.0) + (unstated if basis == "it" else 0.0),
        grid=power.get("grid", 0.0) + (unstated if basis == "grid" else 0.0),
    )


def single(value: float) -> Spread:
    """A quantity of which one value is taken."""
    return Spread(value, value, value)


def carried(function: Callable[..., float], *inputs: Spread) -> Spread:
    """``function`` of ``inputs``: its central value, and the least and most over all their ends.

    ``function`` must be monotonic in each input, as everything in this module is.
    """
    ends = [function(*corner) for corner in product(*({one.low, one.high} for one in inputs))]
    central = function(*(one.central for one in inputs))
    return Spread(min(central, *ends), central, max(central, *ends))


def electricity(load: Load, pue: float, load_factor: float, hours: float) -> float:
    """MWh a year: computers draw ``pue`` times their power, a connection already holds that."""
    _require(pue >= 1, "PUE", pue, "1 or more")
    return (load.it * pue + load.grid) * _running(load, load_factor, hours)


def it_power(load: Load, pue: float) -> float:
    """MW of computers: their own, and what is left of a connection after cooling and losses."""
    _require(pue >= 1, "PUE", pue, "1 or more")
    return load.it + load.grid / pue


def emissions(electricity_mwh: float, intensity: float) -> float:
    """Tonnes CO2e of so much electricity. 1 TWh at 1 g/kWh is 1 kt."""
    _require(intensity >= 0, "intensity", intensity, "0 or more")
    return electricity_mwh * intensity / KG_PER_T


def cost(electricity_mwh: float, price: float) -> float:
    """Currency units for so much electricity at ``price`` per MWh."""
    return electricity_mwh * price


def share(electricity_mwh: float, of_twh: float) -> float:
    """A part of one: so much electricity of ``of_twh`` TWh."""
    _require(of_twh > 0, "total", of_twh, "above 0")
    return electricity_mwh / MWH_PER_TWH / of_twh


def gpus(it_mw: float, gpus_per_mw: float) -> float:
    """How many GPUs so many MW of computers hold."""
    return it_mw * gpus_per_mw


def embodied(gpu_count: float, gpu_kg: float, server_kg: float, gpus_per_server: float) -> float:
    """Tonnes CO2e of making the GPUs and their servers; buildings and cooling are not in it."""
    return gpu_count * (gpu_kg + server_kg / gpus_per_server) / KG_PER_T


def per_year(total: float, years: float) -> float:
    """A total shared out over a life in years."""
    _require(years > 0, "life", years, "above 0")
    return total / years


def water(
    load: Load, pue: float, load_factor: float, hours: float, litres: tuple[float, float]
) -> float:
    """Cubic metres a year. ``litres`` per kWh: on site (of computers), and in grid electricity."""
    on_site, in_grid = litres
    it_mwh = it_power(load, pue) * _running(load, load_factor, hours)
    return it_mwh * (on_site + pue * in_grid)


def _running(load: Load, load_factor: float, hours: float) -> float:
    """The hours of full load in a year."""
    _require(0 < load_factor <= 1, "load factor", load_factor, "above 0 and at most 1")
    for megawatts in (load.it, load.grid):
        _require(math.isfinite(megawatts) and megawatts >= 0, "power", megawatts, "0 or more")
    return load_factor * hours


def _require(condition: bool, name: str, value: float, wanted: str) -> None:
    if not condition:
        raise ValueError(f"{name} {value:g} must be {wanted}")
