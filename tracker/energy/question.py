"""What was asked, with all that an answer rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tracker.counting.known import Known
from tracker.dataset.dataset import Dataset
from tracker.dataset.settings.energy import EnergySettings
from tracker.energy.assumptions import Assumptions, assumptions
from tracker.energy.choices import ChosenEnergy, usual
from tracker.energy.formulas import Load, Spread, as_load
from tracker.world.grid import Grid, grid


@dataclass(frozen=True)
class Question:
    """What a reader chose, the world it is asked of with its grids, and what is assumed for it."""

    chosen: ChosenEnergy
    known: Known
    grid: Grid
    assumed: Assumptions

    @property
    def dataset(self) -> Dataset:
        """The tables that are known of."""
        return self.known.world.dataset

    @property
    def settings(self) -> EnergySettings:
        """How power and carbon are worked out."""
        return self.dataset.rules.energy

    @property
    def usual(self) -> ChosenEnergy:
        """What is chosen on that day by those who choose nothing else."""
        return usual(self.dataset, self.chosen.as_of)

    @property
    def is_narrowed(self) -> bool:
        """Whether less is looked at than all that is announced."""
        return self.chosen.phase != self.usual.phase or bool(self.chosen.rung)

    @property
    def is_own(self) -> bool:
        """Whether the reader typed an intensity."""
        return any(one.is_own for (name, _), one in self.assumed.items() if name == "intensity")

    @property
    def gases(self) -> tuple[str, ...]:
        """The units of the intensities in use, which say what gases they count."""
        return tuple(one.unit for (name, _), one in self.assumed.items() if name == "intensity")

    def used(self, parameter: str, code: str = "") -> Spread:
        """Low, central and high of an assumption. Raises KeyError where nothing is assumed."""
        return self.assumed[parameter, code].used

    def load(self, power: Mapping[str, float]) -> Load:
        """Power by basis as a load; what states no basis is read as was chosen."""
        return as_load(power, self.chosen.basis)

    def untouched(self) -> "Question":
        """The same question by those who choose nothing but the day."""
        assumed = assumptions(self.dataset, self.grid, self.usual)
        return replace(self, chosen=self.usual, assumed=assumed)


def question(known: Known, chosen: ChosenEnergy) -> Question:
    """The question that ``chosen`` asks of the world as ``known``."""
    figures = grid(known.world.dataset)
    assumed = assumptions(known.world.dataset, figures, chosen)
    return Question(chosen, known, figures, assumed)
