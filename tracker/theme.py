"""The look: one palette for bars, symbols and legends, as a style sheet for both themes."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from tracker.settings import read_yaml
from tracker.shapes import CLOSED, Named, Number, Shaped, shaped

PALETTE = "palette.yaml"
SHEET = Path(__file__).parent / "theme.css"
PATTERNS = {
    "solid": "background:color-mix(in srgb,var(--cc-hue) {strength}%,var(--cc-paper))",
    "hatched": "background:repeating-linear-gradient(135deg,var(--cc-hue) 0 1.5px,"
    "transparent 1.5px 6px);border:1px solid var(--cc-hue)",
    "outline": "border:1px dashed var(--cc-hue)",
    "crossed": "background:"
    "repeating-linear-gradient(45deg,var(--cc-lost) 0 1px,transparent 1px 5px),"
    "repeating-linear-gradient(-45deg,var(--cc-lost) 0 1px,transparent 1px 5px)",
}


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
    countries: dict[str, Hue]
    marks: dict[str, Mark]
    fuels: dict[str, Hue]


SHAPE = TypeAdapter(PaletteFile)


@dataclass(frozen=True)
class Palette:
    """Colours by name for both themes, hues by country and by fuel, marks in bar order."""

    colours: dict[str, dict[str, str]]
    countries: dict[str, dict[str, str]]
    marks: dict[str, dict[str, Any]]
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
    countries, marks, fuels = (colours.pop(name) for name in ("countries", "marks", "fuels"))
    return Palette(colours, countries, marks, fuels)


def style_sheet(palette: Palette) -> str:
    """The rules of theme.css under the colours, hues and marks of ``palette``."""
    return "\n".join([*_variables(palette), *_marks(palette), SHEET.read_text(encoding="utf-8")])


def _variables(palette: Palette) -> Iterator[str]:
    both = {name: f"light-dark({c['light']},{c['dark']})" for name, c in palette.colours.items()}
    pairs = ";".join(f"--cc-{name}:{value}" for name, value in both.items())
    yield f".cc,.js-plotly-plot{{{pairs};--cc-hue:var(--cc-mixed)}}"
    for code, hue in palette.countries.items():
        yield f".cc-{escape(code)}{{--cc-hue:light-dark({hue['light']},{hue['dark']})}}"


def _marks(palette: Palette) -> Iterator[str]:
    for name, mark in palette.marks.items():
        pattern = PATTERNS[mark["fill"]].format(strength=mark.get("strength_pct", 0))
        yield f".cc-k-{name}{{{pattern}}}"
