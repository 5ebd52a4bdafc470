"""Settings of the subject, read from rules.yaml: rungs, lenses, scope and the age of evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field, TypeAdapter

from tracker.dataset.faults import Cost, DataError, Fault
from tracker.dataset.settings.comparison import (
    ComparisonFile,
    FiguresFile,
    Settings,
    comparison_settings,
    read_comparison,
    read_figures,
)
from tracker.dataset.settings.diplomacy import DiplomacySettings, read_diplomacy
from tracker.dataset.settings.documents import read_yaml
from tracker.dataset.settings.energy import EnergySettings, read_energy
from tracker.dataset.settings.places import PlaceSettings, read_places
from tracker.dataset.settings.plausible import PlausibleSettings, read_plausible
from tracker.dataset.settings.shapes import CLOSED, Day, Named, Number, Shaped, Truth, Whole, shaped

RULES = "rules.yaml"
MADE = ("rungs", "status_rules", "silence", "lenses")  # what code uses in another form


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
    deflator_lenses: tuple[str, str]
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

    @property
    def widest_lens(self) -> str:
        """The way of counting that takes all that the words allow."""
        return next(iter(self.lenses))

    @property
    def firm_lens(self) -> str:
        """The way of counting that takes what is firm of everything, however far it has got."""
        return [name for name, rung in self.lenses.items() if rung is None][-1]

    @property
    def concrete_lenses(self) -> tuple[str, ...]:
        """The ways of counting that ask how far a thing has got, the least far first."""
        return tuple(name for name, rung in self.lenses.items() if rung is not None)

    def at_or_above(self, rung: str) -> frozenset[str]:
        """The rungs that are ``rung`` or more solid; those off the ladder are never among them."""
        ladder = [name for name in self.rungs if name not in self.lost_rungs]
        return frozenset(ladder[ladder.index(rung) :])


@dataclass(frozen=True)
class Rung:
    """The mark of a rung, and where it stands."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED

    mark: str
    is_begun: Truth = False
    is_lost: Truth = False


@dataclass(frozen=True)
class Decision:
    """The status that a decision rule gives."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED

    status: str


@dataclass(frozen=True)
class Silence:
    """After how many months, on which rungs, silence counts as stalled by which rule."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED

    months: Annotated[Whole, Field(gt=0, le=1200)]
    rungs: tuple[str, ...]
    rule: str


@dataclass(frozen=True)
class Lens:
    """From which rung on a way of counting takes the floor; None where it takes all."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED

    from_rung: str | None = None


@dataclass(frozen=True)
class RulesFile:
    """The shape of rules.yaml."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED

    evidence_until: Day
    recheck_after_days: Annotated[Whole, Field(gt=0)]
    default_language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(_[A-Za-z]+)*$")]
    display_currencies: Annotated[
        tuple[Annotated[str, Field(pattern=r"^[A-Z]{3}$")], ...], Field(min_length=1)
    ]
    rungs: Annotated[Mapping[str, Rung], Field(min_length=1)]
    status_rules: Mapping[str, Decision]
    silence: Silence
    lenses: Annotated[Mapping[str, Lens], Field(min_length=1)]
    default_lens: str
    deflator_lenses: tuple[str, str]
    no_floor_qualifiers: frozenset[str]
    parts_tolerance_pct: Annotated[Number, Field(ge=0)]
    default_scope: Annotated[
        Mapping[str, tuple[str, ...]], Named("category", "flow_type", "origin")
    ]
    public_flow_types: frozenset[str]
    programme_flow_types: frozenset[str]
    groups: dict[str, str]


SHAPE = TypeAdapter(RulesFile)


@dataclass(frozen=True)
class RuleFiles:
    """The files that `Rules` are made of, each in its shape or with what is wrong with it."""

    rules: Shaped[RulesFile]
    comparison: Shaped[ComparisonFile]
    figures: Shaped[FiguresFile]
    places: Shaped[PlaceSettings]
    energy: Shaped[EnergySettings]
    diplomacy: Shaped[DiplomacySettings]
    plausible: Shaped[PlausibleSettings]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with each file by itself."""
        return tuple(fault for file in vars(self).values() for fault in file.faults)


def read_rule_files(folder: Path) -> RuleFiles:
    """Every file of rules in ``folder``."""
    return RuleFiles(
        shaped(read_yaml(folder, RULES), SHAPE),
        read_comparison(folder),
        read_figures(folder),
        read_places(folder),
        read_energy(folder),
        read_diplomacy(folder),
        read_plausible(folder),
    )


def read_rules(folder: Path) -> Rules:
    """The rules in ``folder``. Raises DataError with all faults where a file is unusable.

    What names in one file mean in another is looked at by `configured.read_settings`.
    """
    files = read_rule_files(folder)
    if any(fault.cost != Cost.NOTHING for fault in files.faults):
        raise DataError(files.faults)
    return rules_of(files)


def rules_of(files: RuleFiles) -> Rules:
    """The rules that ``files`` make. Raises DataError where one of them is unusable."""
    raw = files.rules.usable()
    same = {name: value for name, value in vars(raw).items() if name not in MADE}
    return Rules(
        **same,
        rungs=tuple(raw.rungs),
        lost_rungs=frozenset(name for name, rung in raw.rungs.items() if rung.is_lost),
        begun_rungs=frozenset(name for name, rung in raw.rungs.items() if rung.is_begun),
        marks={name: rung.mark for name, rung in raw.rungs.items()},
        status_of_rule={name: rule.status for name, rule in raw.status_rules.items()},
        silence_months=raw.silence.months,
        silence_rungs=frozenset(raw.silence.rungs),
        silence_rule=raw.silence.rule,
        lenses={name: lens.from_rung for name, lens in raw.lenses.items()},
        comparison=comparison_settings(files.comparison.usable(), files.figures.usable()),
        places=files.places.usable(),
        energy=files.energy.usable(),
        diplomacy=files.diplomacy.usable(),
        plausible=files.plausible.usable(),
    )
