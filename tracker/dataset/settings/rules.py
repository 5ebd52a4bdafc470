"""Settings of the subject, read from rules.yaml: rungs, lenses, scope and the age of evidence."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Annotated, Any

from pydantic import Field

from tracker.dataset.settings.comparison import (
    ComparisonFile,
    FiguresFile,
    Settings,
    comparison_settings,
)
from tracker.dataset.settings.diplomacy import DiplomacySettings
from tracker.dataset.settings.energy import EnergySettings
from tracker.dataset.settings.evidence import EvidenceSettings
from tracker.dataset.settings.places import PlaceSettings
from tracker.dataset.settings.plausible import PlausibleSettings
from tracker.dataset.settings.shapes import Closed, Day, Named, Number, Shaped, Truth, Whole


@dataclass(frozen=True)
class Rung(Closed):
    """The mark of a rung, and where it stands."""

    mark: str
    is_begun: Truth = False
    is_lost: Truth = False


@dataclass(frozen=True)
class Decision(Closed):
    """The status that a decision rule gives."""

    status: str


@dataclass(frozen=True)
class Silence(Closed):
    """After how many months, on which rungs, silence counts as stalled by which rule."""

    months: Annotated[Whole, Field(gt=0, le=1200)]
    rungs: tuple[str, ...]
    rule: str


@dataclass(frozen=True)
class Lens(Closed):
    """From which rung on a way of counting takes the floor; None where it takes all."""

    from_rung: str | None = None


@dataclass(frozen=True)
class Stated(Closed):
    """What rules.yaml says in the form in which code uses it."""

    evidence_until: Day
    recheck_after_days: Annotated[Whole, Field(gt=0)]
    default_language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(_[A-Za-z]+)*$")]
    display_currencies: Annotated[
        tuple[Annotated[str, Field(pattern=r"^[A-Z]{3}$")], ...], Field(min_length=1)
    ]
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


@dataclass(frozen=True)
class RulesFile(Stated):
    """The shape of rules.yaml."""

    rungs: Annotated[Mapping[str, Rung], Field(min_length=1)]
    status_rules: Mapping[str, Decision]
    silence: Silence
    lenses: Annotated[Mapping[str, Lens], Field(min_length=1)]


@dataclass(frozen=True)
class Rules(Stated):
    """What all files of rules say, under the names that code uses."""

    rungs: tuple[str, ...]
    lost_rungs: frozenset[str]
    begun_rungs: frozenset[str]
    marks: dict[str, str]
    status_of_rule: dict[str, str]
    silence_months: int
    silence_rungs: frozenset[str]
    silence_rule: str
    lenses: dict[str, str | None]
    comparison: Settings
    places: PlaceSettings
    energy: EnergySettings
    diplomacy: DiplomacySettings
    plausible: PlausibleSettings
    evidence: EvidenceSettings

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


FILES: Mapping[str, type[Any]] = {  # the files that `Rules` are made of
    "rules.yaml": RulesFile,
    "comparison.yaml": ComparisonFile,
    "indicators.yaml": FiguresFile,
    "places.yaml": PlaceSettings,
    "energy.yaml": EnergySettings,
    "diplomacy.yaml": DiplomacySettings,
    "plausible.yaml": PlausibleSettings,
    "evidence.yaml": EvidenceSettings,
}


def rules_of(files: Mapping[str, Shaped[Any]]) -> Rules:
    """The rules that ``files`` make. Raises DataError where one of them is unusable."""
    said = {name: files[name].usable() for name in FILES}
    raw: RulesFile = said["rules.yaml"]
    return Rules(
        **{field.name: getattr(raw, field.name) for field in fields(Stated)},
        rungs=tuple(raw.rungs),
        lost_rungs=frozenset(name for name, rung in raw.rungs.items() if rung.is_lost),
        begun_rungs=frozenset(name for name, rung in raw.rungs.items() if rung.is_begun),
        marks={name: rung.mark for name, rung in raw.rungs.items()},
        status_of_rule={name: rule.status for name, rule in raw.status_rules.items()},
        silence_months=raw.silence.months,
        silence_rungs=frozenset(raw.silence.rungs),
        silence_rule=raw.silence.rule,
        lenses={name: lens.from_rung for name, lens in raw.lenses.items()},
        comparison=comparison_settings(said["comparison.yaml"], said["indicators.yaml"]),
        places=said["places.yaml"],
        energy=said["energy.yaml"],
        diplomacy=said["diplomacy.yaml"],
        plausible=said["plausible.yaml"],
        evidence=said["evidence.yaml"],
    )
