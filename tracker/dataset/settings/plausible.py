"""What values are held against before they are believed, as plausible.yaml says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from tracker.dataset.settings.shapes import Closed, Number, Positive


@dataclass(frozen=True)
class Size(Closed):
    """Between what a value usually lies."""

    least: Number
    most: Number


@dataclass(frozen=True)
class PlausibleSettings(Closed):
    """What plausible.yaml says, under the names that code uses."""

    tolerance_pct: Annotated[Number, Field(ge=0, le=100)]
    scales: Mapping[str, Positive]
    units: Mapping[str, Positive]
    numerals: Mapping[str, Positive]
    signs: Mapping[str, tuple[str, ...]]
    amounts: Mapping[str, Size]
    capacity_mw: Size
    rates: Mapping[str, Size]
    figures: Mapping[str, Size]
