"""What a load weighs in a country: its electricity as a part of all that is generated there."""

from dataclasses import dataclass

from tracker.energy.answers import Found
from tracker.energy.formulas import Spread
from tracker.energy.question import Question
from tracker.energy.spare import EXPORTS
from tracker.world.grid import GridFigure

GENERATION = "generation"


@dataclass(frozen=True)
class Weight:
    """A year of a load in one country, beside what its grid generates and exports net.

    ``electricity`` is in MWh and ``share`` a part of one of the ``generation``; both None where
    they cannot be worked out. The figures are in TWh, None where nobody publishes them.
    """

    country_code: str
    electricity: Spread | None
    share: Spread | None
    generation: GridFigure | None
    exports: GridFigure | None

    @property
    def exported(self) -> float | None:
        """Net exports as a part of one of what is generated."""
        if self.exports is None or self.generation is None or not self.generation.value:
            return None
        return self.exports.value / self.generation.value


def weights(found: Found, asked: Question) -> list[Weight]:
    """Each compared country with what was ``found`` for it, in their order."""
    return [_weight(code, found, asked) for code in asked.dataset.compared]


def widest(*several: list[Weight]) -> float:
    """The largest part of one over all of them; 0 where none is known."""
    every = [one for found in several for one in found]
    shares = [one.share.high for one in every if one.share is not None]
    return max([*shares, *(one.exported or 0.0 for one in every)], default=0.0)


def _weight(code: str, found: Found, asked: Question) -> Weight:
    one = found.get(code)
    share = one.shares.get(GENERATION) if one is not None else None
    return Weight(
        code,
        one.electricity if one is not None else None,
        share[0] if share is not None else None,
        _figure(GENERATION, code, asked),
        _figure(EXPORTS, code, asked),
    )


def _figure(name: str, code: str, asked: Question) -> GridFigure | None:
    reference = asked.settings.against.get(name, {}).get(code)
    return asked.grid.figure(reference, code) if reference is not None else None
