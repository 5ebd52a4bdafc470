"""How power and carbon are worked out, as energy.yaml says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, NotRequired

from pydantic import Field

from tracker.dataset.settings.shapes import Closed, ClosedGroup, Named, Number, Positive, Truth


@dataclass(frozen=True)
class Reference(Closed):
    """A figure of the power system: its table, metric and year and, among zones, its zone."""

    table: str
    metric: str
    year: str
    zone: str = ""


@dataclass(frozen=True)
class Bound(Closed):
    """What a reader may type: between ``least`` and ``most``, in steps."""

    least: Number
    most: Number
    step: Positive


class Worked(ClosedGroup):
    """A worked example: a campus, and the countries it is worked out for."""

    name: str
    mw: Positive
    countries: list[str]


class Step(ClosedGroup):
    """A step of the ladder; one without anything is not published."""

    phase: NotRequired[str]
    rung: NotRequired[str]
    sites: NotRequired[Truth]
    places: NotRequired[Truth]
    mark: NotRequired[str]
    indicator: NotRequired[dict[str, str]]


References = Mapping[str, Mapping[str, Reference]]  # name -> country -> figure
Rows = Annotated[tuple[str, ...], Field(min_length=1)]
Ends = Annotated[Mapping[str, Rows], Named("low", "central", "high")]


@dataclass(frozen=True)
class EnergySettings(Closed):
    """What energy.yaml says, under the names that code uses."""

    hours_per_year: Annotated[Number, Field(ge=8760, le=8784)]
    gpus_per_server: Positive
    reference_mw: Positive
    bases: Annotated[tuple[str, ...], Field(min_length=1)]
    methods: Annotated[References, Field(min_length=1)]
    market: Mapping[str, tuple[Reference, ...]]
    published_factors: Mapping[str, tuple[Reference, ...]]
    prices: Mapping[str, Ends]
    price_rates: Mapping[str, str]
    water_indicator: str
    against: References
    growth: Mapping[str, Reference]
    examples: tuple[Worked, ...]
    by_hand: Annotated[Mapping[str, Positive], Named("mw", "pue", "load_factor")]
    ladder: Mapping[str, Step]
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

    @property
    def phases_of_sites(self) -> tuple[str, ...]:
        """The phases of power that sites tell, where commitments tell the others."""
        return tuple(step["phase"] for step in self.ladder.values() if step.get("sites"))
