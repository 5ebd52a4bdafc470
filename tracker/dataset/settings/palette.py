"""The palette: colours for both themes, hues by country and fuel, and the marks of bars."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, NotRequired

from pydantic import Field

from tracker.dataset.settings.shapes import Closed, ClosedGroup, Named, Number, read_shaped

PALETTE = "palette.yaml"


Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
Hue = Annotated[dict[str, Colour], Named("light", "dark")]


class Mark(ClosedGroup):
    """A mark: its character, its pattern and, where that is solid, the share of the hue in it."""

    glyph: Annotated[str, Field(min_length=1)]
    fill: Literal["solid", "hatched", "outline", "crossed", "ink"]
    strength_pct: NotRequired[Annotated[Number, Field(ge=0, le=100)]]


@dataclass(frozen=True)
class Palette(Closed):
    """Colours for both themes, hues by country and by fuel, marks in bar order.

    ``ends`` are the marks of bars that tell no rung: what is sure, open and gone; ``tiers`` those
    of bars that tell on which documents money rests; ``promises`` those of dated promises.
    """

    ink: Hue
    soft: Hue
    line: Hue
    paper: Hue
    tint: Hue
    lost: Hue
    accent: Hue
    mixed: Hue
    countries: dict[Annotated[str, Field(pattern=r"^[A-Z]{2}$")], Hue]
    marks: dict[str, Mark]
    ends: Annotated[dict[str, str], Named("sure", "open", "gone")]
    tiers: dict[str, str]
    promises: Annotated[dict[str, Mark], Named("overdue", "kept", "late", "ended", "moved", "due")]
    fuels: dict[str, Hue]

    @property
    def colours(self) -> dict[str, Hue]:
        """The colours that are neither of a country nor of a fuel, by name."""
        others = ("countries", "marks", "ends", "tiers", "promises", "fuels")
        return {name: hue for name, hue in vars(self).items() if name not in others}


def read_palette(folder: Path) -> Palette:
    """The palette in ``folder``. Raises DataError with all faults where it is unusable."""
    return read_shaped(folder, PALETTE, Palette).usable()
