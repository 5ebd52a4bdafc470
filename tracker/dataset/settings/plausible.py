"""What values are held against before they are believed, as plausible.yaml says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field, TypeAdapter

from tracker.dataset.settings.documents import read_yaml
from tracker.dataset.settings.shapes import CLOSED, Number, Positive, Shaped, shaped

PLAUSIBLE = "plausible.yaml"


@dataclass(frozen=True)
class Size:
    """Between what a value usually lies."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED

    least: Number
    most: Number


@dataclass(frozen=True)
class PlausibleSettings:
    """What plausible.yaml says, under the names that code uses."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED

    tolerance_pct: Annotated[Number, Field(ge=0, le=100)]
    scales: Mapping[str, Positive]
    units: Mapping[str, Positive]
    numerals: Mapping[str, Positive]
    signs: Mapping[str, tuple[str, ...]]
    amounts: Mapping[str, Size]
    capacity_mw: Size
    rates: Mapping[str, Size]
    figures: Mapping[str, Size]


SHAPE = TypeAdapter(PlausibleSettings)


def read_plausible(folder: Path) -> Shaped[PlausibleSettings]:
    """The settings in ``folder``, or what is wrong with them."""
    return shaped(read_yaml(folder, PLAUSIBLE), SHAPE)
