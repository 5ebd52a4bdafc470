"""How ties between leaders and commitments are told, as diplomacy.yaml says it."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from tracker.dataset.settings.shapes import Closed, Whole

ELSEWHERE, NEAR, NONE = "elsewhere", "near", "none"  # of closeness, beside the kinds of ties


@dataclass(frozen=True)
class DiplomacySettings(Closed):
    """What diplomacy.yaml says, under the names that code uses."""

    closeness: Annotated[tuple[str, ...], Field(min_length=1)]
    tracks: Annotated[tuple[str, ...], Field(min_length=1)]
    first_ties: tuple[str, ...]
    courted_origin: str
    near_days: Annotated[Whole, Field(ge=0, le=3650)]
    adopter_figures: tuple[str, ...]
    adopter_prices: tuple[str, ...]
