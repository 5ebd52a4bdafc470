"""What the power of a subject comes to, country by country."""

from tracker.counting.known import Known
from tracker.energy.answers import Answer, answer, from_firm
from tracker.energy.assumptions import Assumptions
from tracker.energy.choices import ChosenEnergy
from tracker.energy.subjects import Subject, as_load
from tracker.world.grid import Grid

Found = dict[str, Answer | None]


def answers(
    of: Subject, chosen: ChosenEnergy, assumed: Assumptions, known: Known, grid: Grid
) -> Found:
    """What the power of ``of`` comes to in each country; None where none is stated."""
    return {
        code: _answer(code, of, chosen, assumed, known, grid) if sum(power.values()) else None
        for code, power in of.power.items()
    }


def _answer(
    code: str, of: Subject, chosen: ChosenEnergy, assumed: Assumptions, known: Known, grid: Grid
) -> Answer | None:
    dataset = known.world.dataset
    whole = answer(code, as_load(of.power[code], chosen.basis), assumed, dataset, grid)
    if whole is None or code not in of.firm:
        return whole
    firm = answer(code, as_load(of.firm[code], chosen.basis), assumed, dataset, grid)
    return whole if firm is None else from_firm(whole, firm)
