"""How ties between leaders and commitments are told, as diplomacy.yaml says it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field, TypeAdapter

from tracker.dataset.settings.documents import read_yaml
from tracker.dataset.settings.shapes import CLOSED, Shaped, Whole, shaped

DIPLOMACY = "diplomacy.yaml"
ELSEWHERE, NEAR, NONE = "elsewhere", "near", "none"  # of closeness, beside the kinds of ties


@dataclass(frozen=True)
class DiplomacySettings:
    """What diplomacy.yaml says, under the names that code uses."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED

    closeness: Annotated[tuple[str, ...], Field(min_length=1)]
    first_ties: tuple[str, ...]
    courted_origin: str
    near_days: Annotated[Whole, Field(ge=0, le=3650)]
    adopter_figures: tuple[str, ...]
    adopter_prices: tuple[str, ...]


SHAPE = TypeAdapter(DiplomacySettings)


def read_diplomacy(folder: Path) -> Shaped[DiplomacySettings]:
    """The settings in ``folder``, or what is wrong with them."""
    return shaped(read_yaml(folder, DIPLOMACY), SHAPE)
