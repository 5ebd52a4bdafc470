"""Settings of the subject, read from rules.yaml: rungs, lenses, scope and the age of evidence."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tracker.comparison_rules import Settings, read_comparison
from tracker.diplomacy_settings import DiplomacySettings, read_diplomacy
from tracker.energy_settings import EnergySettings, read_energy
from tracker.place_settings import PlaceSettings, read_places
from tracker.plausible_settings import PlausibleSettings, read_plausible
from tracker.settings import read_yaml

RULES = "rules.yaml"


@dataclass(frozen=True)
class Rules:
    """What rules.yaml says, under the names that code uses."""

    evidence_until: date
    recheck_after_days: int
    default_language: str
    display_currencies: tuple[str, ...]
    rungs: tuple[str, ...]
    lost_rungs: frozenset[str]
    begun_rungs: frozenset[str]
    marks: dict[str, str]
    status_of_rule: dict[str, str]
    silence_months: int
    silence_rungs: frozenset[str]
    silence_rule: str
    lenses: dict[str, str | None]
    default_lens: str
    no_floor_qualifiers: frozenset[str]
    parts_tolerance_pct: float
    default_scope: dict[str, tuple[str, ...]]
    public_flow_types: frozenset[str]
    programme_flow_types: frozenset[str]
    groups: dict[str, str]
    comparison: Settings
    places: PlaceSettings
    energy: EnergySettings
    diplomacy: DiplomacySettings
    plausible: PlausibleSettings

    def at_or_above(self, rung: str) -> frozenset[str]:
        """The rungs that are ``rung`` or more solid; those off the ladder are never among them."""
        ladder = [name for name in self.rungs if name not in self.lost_rungs]
        return frozenset(ladder[ladder.index(rung) :])


def read_rules(folder: Path) -> Rules:
    """The rules in ``folder``. Raises OSError, yaml.YAMLError or KeyError where they fail."""
    raw: dict[str, Any] = read_yaml(folder / RULES)
    rungs: dict[str, dict[str, Any]] = raw["rungs"]
    return Rules(
        evidence_until=raw["evidence_until"],
        recheck_after_days=raw["recheck_after_days"],
        default_language=raw["default_language"],
        display_currencies=tuple(raw["display_currencies"]),
        rungs=tuple(rungs),
        lost_rungs=frozenset(name for name, rung in rungs.items() if rung.get("is_lost")),
        begun_rungs=frozenset(name for name, rung in rungs.items() if rung.get("is_begun")),
        marks={name: rung["mark"] for name, rung in rungs.items()},
        status_of_rule={name: rule["status"] for name, rule in raw["status_rules"].items()},
        silence_months=raw["silence"]["months"],
        silence_rungs=frozenset(raw["silence"]["rungs"]),
        silence_rule=raw["silence"]["rule"],
        lenses={name: lens.get("from_rung") for name, lens in raw["lenses"].items()},
        default_lens=raw["default_lens"],
        no_floor_qualifiers=frozenset(raw["no_floor_qualifiers"]),
        parts_tolerance_pct=raw["parts_tolerance_pct"],
        default_scope={name: tuple(values) for name, values in raw["default_scope"].items()},
        public_flow_types=frozenset(raw["public_flow_types"]),
        programme_flow_types=frozenset(raw["programme_flow_types"]),
        groups=dict(raw["groups"]),
        comparison=read_comparison(folder),
        places=read_places(folder),
        energy=read_energy(folder),
        diplomacy=read_diplomacy(folder),
        plausible=read_plausible(folder),
    )
