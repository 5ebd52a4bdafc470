"""How countries are compared, as comparison.yaml says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tracker.settings import read_yaml

COMPARISON = "comparison.yaml"


@dataclass(frozen=True)
class Rule:
    """A way of deciding who leads: by money through a ``lens``, or by power in a ``phase``."""

    rule_id: str
    lens: str = ""
    origin: tuple[str, ...] = ()
    add_category: tuple[str, ...] = ()
    rung_basis: tuple[str, ...] = ()
    without: Mapping[str, str] = field(default_factory=dict)
    per: str = ""
    phase: str = ""
    basis: str = ""


@dataclass(frozen=True)
class Per:
    """What money is divided by: an indicator (``currency`` where that is money), or power."""

    name: str
    indicator: str = ""
    currency: str = ""
    phase: str = ""

    @property
    def is_share(self) -> bool:
        """Whether the quotient is a share of 100, not money."""
        return bool(self.currency)

    def unit_of(self, currency: str) -> str:
        """The unit of the quotient."""
        return "%" if self.is_share else currency


@dataclass(frozen=True)
class Settings:
    """What comparison.yaml says, under the names that code uses."""

    rules: tuple[Rule, ...]
    per: Mapping[str, Per]
    years_apart: int
    least_priced_share: float
    unstated_basis_factor: float
    sections: Mapping[str, tuple[Mapping[str, Any], ...]]
    indicators: Mapping[str, Mapping[str, Any]]
    metrics: Mapping[str, Mapping[str, Any]]

    def described(self, kind: str) -> Mapping[str, Any]:
        """What indicators.yaml says of an indicator or a metric; nothing of anything else."""
        return self.indicators.get(kind) or self.metrics.get(kind) or {}


def read_comparison(folder: Path) -> Settings:
    """The settings in ``folder``. Raises OSError, yaml.YAMLError or KeyError where they fail."""
    raw = read_yaml(folder / COMPARISON)
    figures = read_yaml(folder / "indicators.yaml")
    return Settings(
        rules=tuple(_rule(name, rule) for name, rule in raw["rules"].items()),
        per={name: Per(name, **per) for name, per in raw["per"].items()},
        years_apart=raw["years_apart"],
        least_priced_share=raw["least_priced_share"],
        unstated_basis_factor=raw["unstated_basis_factor"],
        sections={name: tuple(rows) for name, rows in raw["sections"].items()},
        indicators=figures["indicators"],
        metrics=figures["metrics"],
    )


def _rule(name: str, raw: dict[str, Any]) -> Rule:
    many = {key: tuple(raw.get(key, ())) for key in ("origin", "add_category", "rung_basis")}
    return Rule(**{**raw, **many, "rule_id": name})
