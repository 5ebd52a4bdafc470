"""How ties between leaders and commitments are told, as diplomacy.yaml says it."""

from dataclasses import dataclass
from pathlib import Path

from tracker.settings import read_yaml

DIPLOMACY = "diplomacy.yaml"


@dataclass(frozen=True)
class DiplomacySettings:
    """What diplomacy.yaml says, under the names that code uses."""

    closeness: tuple[str, ...]
    first_ties: tuple[str, ...]
    courted_origin: str
    near_days: int
    adopter_figures: tuple[str, ...]
    adopter_prices: tuple[str, ...]


def read_diplomacy(folder: Path) -> DiplomacySettings:
    """The settings in ``folder``. Raises OSError, yaml.YAMLError or KeyError where they fail."""
    raw = read_yaml(folder / DIPLOMACY)
    return DiplomacySettings(
        closeness=tuple(raw["closeness"]),
        courted_origin=raw["courted_origin"],
        first_ties=tuple(raw["first_ties"]),
        near_days=raw["near_days"],
        adopter_figures=tuple(raw["adopter_figures"]),
        adopter_prices=tuple(raw["adopter_prices"]),
    )
