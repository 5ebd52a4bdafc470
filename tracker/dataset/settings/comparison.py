"""How countries are compared, as comparison.yaml and indicators.yaml say it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field

from tracker.dataset.settings.shapes import Closed, ClosedGroup, Positive, Whole

Better = Literal["higher", "lower", "none"]


@dataclass(frozen=True)
class Way(Closed):
    """A way of deciding who leads: by money through a ``lens``, or by power in a ``phase``."""

    lens: str = ""
    origin: tuple[str, ...] = ()
    add_category: tuple[str, ...] = ()
    rung_basis: tuple[str, ...] = ()
    amount_tier: tuple[str, ...] = ()
    without: Mapping[str, str] = field(default_factory=dict)
    per: str = ""
    phase: str = ""
    basis: str = ""


@dataclass(frozen=True)
class Rule(Way):
    """A way of deciding who leads, under its name."""

    rule_id: str = ""


@dataclass(frozen=True)
class Divisor(Closed):
    """What money is divided by: an indicator (``currency`` where that is money), or power."""

    indicator: str = ""
    currency: str = ""
    phase: str = ""


@dataclass(frozen=True)
class Per(Divisor):
    """What money is divided by, under its name."""

    name: str = ""

    @property
    def is_share(self) -> bool:
        """Whether the quotient is a share of 100, not money."""
        return bool(self.currency)

    def unit_of(self, currency: str) -> str:
        """The unit of the quotient."""
        return "%" if self.is_share else currency


class Line(ClosedGroup):
    """One line of figures set side by side; see comparison.yaml."""

    name: str
    indicators: NotRequired[list[str]]
    metrics: NotRequired[list[str]]
    price: NotRequired[str]
    pair: NotRequired[dict[Literal["unit", "definition"], str]]
    rivals: NotRequired[list[str]]
    better: NotRequired[Better]


class Figure(ClosedGroup):
    """What is said of an indicator or a metric; see indicators.yaml."""

    unit: str
    group: NotRequired[str]
    kind: NotRequired[str]
    better: Better
    evidence: Literal["measured", "estimated", "modelled", "reported"]
    method: NotRequired[str]
    basis: NotRequired[str]
    prices: NotRequired[str]


@dataclass(frozen=True)
class Compared(Closed):
    """What comparison.yaml says in the form in which code uses it."""

    headlines: tuple[str, ...]
    years_apart: Annotated[Whole, Field(ge=0)]
    least_priced_share: Annotated[Positive, Field(le=1)]
    unstated_basis_factor: Annotated[Positive, Field(ge=1)]
    sections: Mapping[str, tuple[Line, ...]]


@dataclass(frozen=True)
class ComparisonFile(Compared):
    """The shape of comparison.yaml."""

    rules: Annotated[Mapping[str, Way], Field(min_length=1)]
    per: Mapping[str, Divisor]


@dataclass(frozen=True)
class FiguresFile(Closed):
    """The shape of indicators.yaml."""

    indicators: Mapping[str, Figure]
    metrics: Mapping[str, Figure]


@dataclass(frozen=True)
class Settings(Compared, FiguresFile):
    """What both files say, under the names that code uses."""

    rules: tuple[Rule, ...]
    per: Mapping[str, Per]

    def described(self, kind: str) -> Mapping[str, Any]:
        """What indicators.yaml says of an indicator or a metric; nothing of anything else."""
        return self.indicators.get(kind) or self.metrics.get(kind) or {}


def comparison_settings(comparison: ComparisonFile, figures: FiguresFile) -> Settings:
    """Both files under the names that code uses."""
    rules = tuple(Rule(**vars(way), rule_id=name) for name, way in comparison.rules.items())
    per = {name: Per(**vars(by), name=name) for name, by in comparison.per.items()}
    return Settings(**{**vars(comparison), **vars(figures), "rules": rules, "per": per})
