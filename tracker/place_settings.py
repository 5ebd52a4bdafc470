"""How sites are drawn, as places.yaml says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.settings import read_yaml

PLACES = "places.yaml"
Colour = list[int]


@dataclass(frozen=True)
class PlaceSettings:
    """What places.yaml says, under the names that code uses."""

    land: str
    styles: Mapping[str, str]
    outlines: Mapping[str, str]
    views: Mapping[str, Mapping[str, float]]
    scale: Mapping[str, Any]
    zoom_site: float
    height_px: int
    px_per_sqrt: Mapping[str, float]
    hollow_px: float
    glyph_px: float
    glyph_km: float
    mark_box_px: Mapping[str, float]
    chosen_px: float
    legend: Mapping[str, list[float]]
    colours: Mapping[str, Mapping[str, Colour]]
    near_km: float
    placed_flow_types: list[str]


def read_places(folder: Path) -> PlaceSettings:
    """The settings in ``folder``. Raises OSError, yaml.YAMLError or TypeError where they fail."""
    raw = read_yaml(folder / PLACES)
    return PlaceSettings(**raw)
