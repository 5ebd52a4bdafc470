"""How countries are compared, as comparison.yaml and indicators.yaml say it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, NotRequired

from pydantic import ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from tracker.dataset.settings.documents import read_yaml
from tracker.dataset.settings.shapes import CLOSED, Positive, Shaped, Whole, shaped

COMPARISON = "comparison.yaml"
INDICATORS = "indicators.yaml"
Better = Literal["higher", "lower", "none"]


@dataclass(frozen=True)
class Way:
    """A way of deciding who leads: by money through a ``lens``, or by power in a ``phase``."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED

    lens: str = ""
    origin: tuple[str, ...] = ()
    add_category: tuple[str, ...] = ()
    rung_basis: tuple[str, ...] = ()
    without: Mapping[str, str] = field(default_factory=dict)
    per: str = ""
    phase: str = ""
    basis: str = ""


@dataclass(frozen=True)
class Rule(Way):
    """A way of deciding who leads, under its name."""

    rule_id: str = ""


@dataclass(frozen=True)
class Divisor:
    """What money is divided by: an indicator (``currency`` where that is money), or power."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED

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


@with_config(CLOSED)
class Line(TypedDict):
    """One line of figures set side by side; see comparison.yaml."""

    name: str
    indicators: NotRequired[list[str]]
    metrics: NotRequired[list[str]]
    price: NotRequired[str]
    pair: NotRequired[dict[Literal["unit", "definition"], str]]
    rivals: NotRequired[list[str]]
    better: NotRequired[Better]


@with_config(CLOSED)
class Figure(TypedDict):
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
class ComparisonFile:
    """The shape of comparison.yaml."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED

    rules: Annotated[Mapping[str, Way], Field(min_length=1)]
    per: Mapping[str, Divisor]
    years_apart: Annotated[Whole, Field(ge=0)]
    least_priced_share: Annotated[Positive, Field(le=1)]
    unstated_basis_factor: Annotated[Positive, Field(ge=1)]
    sections: Mapping[str, tuple[Line, ...]]


@dataclass(frozen=True)
class FiguresFile:
    """The shape of indicators.yaml."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED

    indicators: Mapping[str, Figure]
    metrics: Mapping[str, Figure]


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


COMPARISON_SHAPE = TypeAdapter(ComparisonFile)
FIGURES_SHAPE = TypeAdapter(FiguresFile)


def read_comparison(folder: Path) -> Shaped[ComparisonFile]:
    """What comparison.yaml in ``folder`` says, or what is wrong with it."""
    return shaped(read_yaml(folder, COMPARISON), COMPARISON_SHAPE)


def read_figures(folder: Path) -> Shaped[FiguresFile]:
    """What indicators.yaml in ``folder`` says, or what is wrong with it."""
    return shaped(read_yaml(folder, INDICATORS), FIGURES_SHAPE)


def comparison_settings(comparison: ComparisonFile, figures: FiguresFile) -> Settings:
    """Both files under the names that code uses."""
    return Settings(
        rules=tuple(Rule(**vars(way), rule_id=name) for name, way in comparison.rules.items()),
        per={name: Per(**vars(by), name=name) for name, by in comparison.per.items()},
        years_apart=comparison.years_apart,
        least_priced_share=comparison.least_priced_share,
        unstated_basis_factor=comparison.unstated_basis_factor,
        sections=comparison.sections,
        indicators=figures.indicators,
        metrics=figures.metrics,
    )
