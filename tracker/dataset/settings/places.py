"""How sites are drawn, as places.yaml says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from tracker.dataset.settings.shapes import Closed, ClosedGroup, Named, Number, Positive, Whole

MONEY = "amount"  # what a symbol may be as large as, beside the power of a phase
Level = Annotated[Whole, Field(ge=0, le=255)]
Colour = list[int]
Themed = Annotated[
    Mapping[str, Annotated[list[Level], Field(min_length=3, max_length=3)]], Named("light", "dark")
]


class Scale(ClosedGroup):
    """The country that sets the scale of all maps, and its zoom."""

    country: str
    zoom: Number


@dataclass(frozen=True)
class PlaceSettings(Closed):
    """What places.yaml says, under the names that code uses."""

    land: str
    styles: Annotated[Mapping[str, str], Named("light", "dark")]
    outlines: Annotated[Mapping[str, str], Field(min_length=1)]
    views: Mapping[
        str,
        Annotated[Mapping[str, Number], Named("latitude", "longitude", "zoom_alone", "width")],
    ]
    scale: Scale
    zoom_site: Number
    height_px: Annotated[Whole, Field(gt=0)]
    px_per_sqrt: Annotated[Mapping[str, Positive], Field(min_length=1)]
    hollow_px: Positive
    glyph_px: Positive
    glyph_km: Positive
    mark_box_px: Annotated[Mapping[str, Positive], Named("width", "height")]
    chosen_px: Positive
    legend: Mapping[str, list[Positive]]
    colours: Annotated[Mapping[str, Themed], Named("land", "country", "line", "ink")]
    near_km: Annotated[Number, Field(ge=0)]
    placed_flow_types: list[str]

    @property
    def sizes(self) -> tuple[str, ...]:
        """What a symbol may be as large as, the usual first: the columns of `counting.symbols`."""
        return tuple(self.px_per_sqrt)
