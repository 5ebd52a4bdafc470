"""In which unit a quantity is told, by its size, and what its value is multiplied by for that."""

import math
from collections.abc import Iterable

from tracker.energy.formulas import KG_PER_T, MWH_PER_TWH, Spread

MEGA, GIGA = 1e6, 1e9
TERAWATT_HOURS = ("TWh", 1 / MWH_PER_TWH)
USUAL = {
    "electricity": TERAWATT_HOURS,
    "cost": ("EUR m", 1 / MEGA),
    "gpus": ("GPUs", 1.0),
    "embodied": ("kt CO₂e", 1 / KG_PER_T),
    "water": ("million m³", 1 / MEGA),
}
LARGE = {"embodied": (MEGA, ("Mt CO₂e", 1 / MEGA)), "cost": (GIGA, ("EUR bn", 1 / GIGA))}


def of_quantity(name: str, spread: Spread) -> tuple[str, float]:
    """The unit of a quantity of an answer, the larger one from a size on."""
    least, large = LARGE.get(name, (math.inf, USUAL[name]))
    return large if spread.central >= least else USUAL[name]


def of_emissions(spread: Spread, gases: Iterable[str]) -> tuple[str, float]:
    """Mt or kt; of CO₂ alone where any unit of the intensities counts no other of the ``gases``."""
    gas = "CO₂e" if all("CO2e" in unit for unit in gases) else "CO₂"
    return (f"Mt {gas}", 1 / MEGA) if spread.central >= MEGA else (f"kt {gas}", 1 / KG_PER_T)
