"""The palette: colours for both themes, hues by country and fuel, and the marks of bars."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from tracker.dataset.settings.documents import read_yaml
from tracker.dataset.settings.shapes import CLOSED, Named, Number, Shaped, shaped

PALETTE = "palette.yaml"


Colour = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
Hue = Annotated[dict[str, Colour], Named("light", "dark")]


@with_config(CLOSED)
class Mark(TypedDict):
    """A mark: its character, its pattern and, where that is solid, the share of the hue in it."""

    glyph: Annotated[str, Field(min_length=1)]
    fill: Literal["solid", "hatched", "outline", "crossed"]
    strength_pct: NotRequired[Annotated[Number, Field(ge=0, le=100)]]


@with_config(CLOSED)
class PaletteFile(TypedDict):
    """The shape of palette.yaml."""

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
    fuels: dict[str, Hue]


SHAPE = TypeAdapter(PaletteFile)


@dataclass(frozen=True)
class Palette:
    """Colours by name for both themes, hues by country and by fuel, marks in bar order.

    ``ends`` are the marks of bars that tell no rung: what is sure, open and gone.
    """

    colours: dict[str, dict[str, str]]
    countries: dict[str, dict[str, str]]
    marks: dict[str, dict[str, Any]]
    ends: dict[str, str]
    fuels: dict[str, dict[str, str]]


def read_palette(folder: Path) -> Palette:
    """The palette in ``folder``. Raises DataError with all faults where it is unusable."""
    return palette_of(read_palette_file(folder).usable())


def read_palette_file(folder: Path) -> Shaped[PaletteFile]:
    """What palette.yaml in ``folder`` says, or what is wrong with it."""
    return shaped(read_yaml(folder, PALETTE), SHAPE)


def palette_of(raw: PaletteFile) -> Palette:
    """The palette as code uses it."""
    colours: dict[str, Any] = dict(raw)
    others = {name: colours.pop(name) for name in ("countries", "marks", "ends", "fuels")}
    return Palette(colours, **others)
