"""The palette can be seen by everybody, and Streamlit's own theme is the same."""

import tomllib
from pathlib import Path

import pytest

from tests.building import DATA
from tracker.dataset.settings.palette import read_palette
from tracker.look.sheet import style_sheet

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"
PALETTE = read_palette(DATA)


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first, second):
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_and_hues_stand_out_from_their_paper(theme):
    paper = PALETTE.colours["paper"][theme]
    for name in ("ink", "soft"):
        assert contrast(PALETTE.colours[name][theme], paper) >= 4.5
        assert contrast(PALETTE.colours[name][theme], PALETTE.colours["tint"][theme]) >= 4.5
    for hue in [*PALETTE.countries.values(), PALETTE.colours["lost"]]:
        assert contrast(hue[theme], paper) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_of_the_app_is_the_palette(theme):
    settings = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][theme]
    names = {
        "primaryColor": "accent",
        "backgroundColor": "paper",
        "secondaryBackgroundColor": "tint",
        "textColor": "ink",
        "borderColor": "line",
    }
    assert settings == {key: PALETTE.colours[name][theme] for key, name in names.items()}


def test_every_mark_and_country_has_its_rule():
    sheet = style_sheet(PALETTE)
    for name in PALETTE.marks:
        assert f".cc-k-{name}{{" in sheet
    for code in PALETTE.countries:
        assert f".cc-{code}{{" in sheet
