"""How sites are drawn, as places.yaml says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from tracker.dataset.settings.shapes import Closed, ClosedGroup, Named, Number, Positive, Whole

MONEY = "amount"  # what a symbol may be as large as, beside the power of a phase
Place = Annotated[list[Number], Field(min_length=2, max_length=2)]  # latitude and longitude
Places = Mapping[str, Mapping[str, Place]]


class Closest(ClosedGroup):
    """How many steps one can go closer, and how many kilometres a map is across at least."""

    steps: Annotated[Whole, Field(gt=0)]
    km: Positive


@dataclass(frozen=True)
class PlaceSettings(Closed):
    """What places.yaml says, under the names that code uses."""

    outlines: Annotated[Mapping[str, str], Field(min_length=1)]
    map_px: Annotated[Mapping[str, Positive], Named("width", "height", "margin", "gap")]
    text_px: Annotated[Mapping[str, Positive], Named("letter", "line")]
    labels: Annotated[Whole, Field(ge=0)]
    closest: Closest
    area_km: Positive
    px_per_sqrt: Annotated[Mapping[str, Positive], Field(min_length=1)]
    hollow_px: Positive
    several_px: Positive
    legend: Mapping[str, list[Positive]]
    cities: Places
    towns: Places
    near_km: Annotated[Number, Field(ge=0)]
    placed_flow_types: list[str]

    @property
    def sizes(self) -> tuple[str, ...]:
        """What a symbol may be as large as, the usual first: the columns of `counting.symbols`."""
        return tuple(self.px_per_sqrt)
