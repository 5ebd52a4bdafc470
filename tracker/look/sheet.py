"""The style sheet: the rules of theme.css under the colours of the palette, for both themes."""

from collections.abc import Iterator
from pathlib import Path

from tracker.dataset.settings.palette import Palette

SHEET = Path(__file__).parent / "theme.css"
PATTERNS = {
    "solid": "background:color-mix(in srgb,var(--cc-hue) {strength}%,var(--cc-paper))",
    "hatched": "background:repeating-linear-gradient(135deg,var(--cc-hue) 0 1.5px,"
    "transparent 1.5px 6px);border:1px solid var(--cc-hue)",
    "outline": "border:1px dashed var(--cc-hue)",
    "ink": "background:var(--cc-ink)",
    "crossed": "background:"
    "repeating-linear-gradient(45deg,var(--cc-lost) 0 1px,transparent 1px 5px),"
    "repeating-linear-gradient(-45deg,var(--cc-lost) 0 1px,transparent 1px 5px)",
}


def style_sheet(palette: Palette) -> str:
    """The rules of theme.css under the colours, hues and marks of ``palette``."""
    return "\n".join([*_variables(palette), *_marks(palette), SHEET.read_text(encoding="utf-8")])


def _variables(palette: Palette) -> Iterator[str]:
    both = {name: f"light-dark({c['light']},{c['dark']})" for name, c in palette.colours.items()}
    pairs = ";".join(f"--cc-{name}:{value}" for name, value in both.items())
    yield f".cc,.js-plotly-plot{{{pairs};--cc-hue:var(--cc-mixed)}}"
    for code, hue in palette.countries.items():
        yield f".cc-{code}{{--cc-hue:light-dark({hue['light']},{hue['dark']})}}"


def _marks(palette: Palette) -> Iterator[str]:
    others = {**palette.ends, **palette.tiers}.items()
    marks = {**palette.marks, **{other: palette.marks[name] for other, name in others}}
    marks |= palette.promises
    for name, mark in marks.items():
        pattern = PATTERNS[mark["fill"]].format(strength=mark.get("strength_pct", 0))
        yield f".cc-k-{name}{{{pattern}}}"
