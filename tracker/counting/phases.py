"""Power by how far it has got and by what it is power of. Bases are never added together."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.counting import capacity
from tracker.counting.known import Known
from tracker.world.figures import Figure

UNSTATED = "unstated"  # the basis of power of which nobody says what it is


@dataclass(frozen=True)
class Phase:
    """The power of one phase and basis in a country: ``figure`` in MW, of ``count`` commitments.

    Where none states such power the figure is not known, never 0.
    """

    phase: str
    basis: str
    country_code: str
    figure: Figure
    count: int


def by_phase(known: Known) -> list[Phase]:
    """The power of each compared country in the default scope, by phase, then by basis.

    A phase and basis that no country states is left out.
    """
    found = []
    for phase in known.power:
        for basis in known.world.bases:
            of_all = list(_of_countries(phase, basis, known))
            found += of_all if any(one.count for one in of_all) else []
    return found


def _of_countries(phase: str, basis: str, known: Known) -> Iterator[Phase]:
    world = known.world
    for code in world.dataset.compared:
        total = capacity.total(known.power[phase], known.usual(code), basis=basis)
        low, high = (total.low, total.high) if total.count else (None, None)
        yield Phase(phase, basis, code, Figure(low, high, "MW"), total.count)


def unstated(found: list[Phase], known: Known) -> dict[str, tuple[int, int]]:
    """Country -> how many figures of its first phase are of unstated basis, of how many.

    ``found`` is what `by_phase` gives.
    """
    first = [one for one in found if one.phase == known.first_phase]
    return {
        code: (
            sum(one.count for one in first if (one.country_code, one.basis) == (code, UNSTATED)),
            sum(one.count for one in first if one.country_code == code),
        )
        for code in known.world.dataset.compared
    }
