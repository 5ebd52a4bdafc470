"""What values are held against before they are believed, as plausible.yaml says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tracker.settings import read_yaml

PLAUSIBLE = "plausible.yaml"


@dataclass(frozen=True)
class Size:
    """Between what a value usually lies."""

    least: float
    most: float


@dataclass(frozen=True)
class PlausibleSettings:
    """What plausible.yaml says, under the names that code uses."""

    tolerance_pct: float
    scales: Mapping[str, float]
    units: Mapping[str, float]
    numerals: Mapping[str, float]
    signs: Mapping[str, tuple[str, ...]]
    amounts: Mapping[str, Size]
    capacity_mw: Size


def read_plausible(folder: Path) -> PlausibleSettings:
    """The settings in ``folder``. Raises OSError, yaml.YAMLError or TypeError where they fail."""
    raw = read_yaml(folder / PLAUSIBLE)
    sizes = {currency: Size(**size) for currency, size in raw.pop("amounts").items()}
    signs = {currency: tuple(words) for currency, words in raw.pop("signs").items()}
    power = Size(**raw.pop("capacity_mw"))
    return PlausibleSettings(amounts=sizes, capacity_mw=power, signs=signs, **raw)
