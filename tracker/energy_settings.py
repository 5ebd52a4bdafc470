"""How power and carbon are worked out, as energy.yaml says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.settings import read_yaml

ENERGY = "energy.yaml"


@dataclass(frozen=True)
class Reference:
    """A figure of the power system: its table, metric and year and, among zones, its zone."""

    table: str
    metric: str
    year: str
    zone: str = ""


@dataclass(frozen=True)
class Bound:
    """What a reader may type: between ``least`` and ``most``, in steps."""

    least: float
    most: float
    step: float


References = Mapping[str, Mapping[str, Reference]]  # name -> country -> figure


@dataclass(frozen=True)
class EnergySettings:
    """What energy.yaml says, under the names that code uses."""

    hours_per_year: float
    gpus_per_server: float
    reference_mw: float
    bases: tuple[str, ...]
    methods: References
    market: Mapping[str, tuple[Reference, ...]]
    published_factors: Mapping[str, tuple[Reference, ...]]
    prices: Mapping[str, Mapping[str, tuple[str, ...]]]
    price_rates: Mapping[str, str]
    water_indicator: str
    against: References
    growth: Mapping[str, Reference]
    examples: tuple[Mapping[str, Any], ...]
    by_hand: Mapping[str, float]
    ladder: Mapping[str, Mapping[str, Any]]
    mix: tuple[str, ...]
    intensity_metric: str
    intensity_beside: tuple[str, ...]
    bounds: Mapping[str, Bound]

    @property
    def default_method(self) -> str:
        """The method that is used where nobody asks for another."""
        return next(iter(self.methods))

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries that have a figure by the usual method."""
        return tuple(self.methods[self.default_method])


def read_energy(folder: Path) -> EnergySettings:
    """The settings in ``folder``. Raises OSError, yaml.YAMLError or TypeError where they fail."""
    raw: dict[str, Any] = read_yaml(folder / ENERGY)
    prices = {
        code: {end: tuple(rows) for end, rows in ends.items()}
        for code, ends in raw.pop("prices").items()
    }
    made: dict[str, Any] = {
        "methods": _by_country(raw.pop("methods")),
        "against": _by_country(raw.pop("against")),
        "growth": {code: Reference(**one) for code, one in raw.pop("growth").items()},
        "market": _several(raw.pop("market")),
        "published_factors": _several(raw.pop("published_factors")),
        "bounds": {name: _bound(one) for name, one in raw.pop("bounds").items()},
    }
    made |= {name: tuple(raw.pop(name)) for name in ("bases", "examples", "mix")}
    beside = tuple(raw.pop("intensity_beside"))
    reference_mw = float(raw.pop("reference_mw"))
    return EnergySettings(
        prices=prices, intensity_beside=beside, reference_mw=reference_mw, **made, **raw
    )


def _bound(raw: dict[str, float]) -> Bound:
    return Bound(**{name: float(value) for name, value in raw.items()})


def _by_country(raw: dict[str, dict[str, dict[str, str]]]) -> References:
    return {name: {code: Reference(**one) for code, one in of.items()} for name, of in raw.items()}


def _several(raw: dict[str, list[dict[str, str]]]) -> dict[str, tuple[Reference, ...]]:
    return {code: tuple(Reference(**one) for one in ones) for code, ones in raw.items()}
