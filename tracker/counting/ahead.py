"""Parts of a commitment that have got further than it has as a whole."""

from dataclasses import dataclass

from tracker.counting.ranking import POT, Ranking
from tracker.counting.totals import INFERRED
from tracker.dataset.settings.rules import Rules


@dataclass(frozen=True)
class Ahead:
    """A part with its ``title`` and its ``rung``, and its ``value`` as the lens counts it.

    It ``is_judged`` where a rule of ours, not a source, puts it on its rung.
    """

    title: str
    rung: str
    value: float
    is_judged: bool


def ahead(ranking: Ranking) -> dict[str, list[Ahead]]:
    """Pot -> its parts with money that stand on a further mark than the pot, the most first.

    Of what the total of ``ranking`` counts, in its currency; a pot without such a part is absent.
    """
    world, found = ranking.total.world, dict[str, list[Ahead]]()
    for name, pot, rung, basis, value in ranking.total.added(POT, "rung", "rung_basis"):
        whole = str(world.facts[pot]["status"])
        if name != pot and value > 0 and _is_further(rung, whole, world.rules):
            part = Ahead(str(world.facts[name]["title"]), rung, value, basis == INFERRED)
            found.setdefault(pot, []).append(part)
    return {pot: sorted(parts, key=_most) for pot, parts in found.items()}


def _is_further(rung: str, than: str, rules: Rules) -> bool:
    ladder = [one for one in rules.rungs if one not in rules.lost_rungs]
    if than not in ladder or rules.marks[rung] == rules.marks[than]:
        return False
    return ladder.index(rung) > ladder.index(than)


def _most(part: Ahead) -> tuple[float, str]:
    """The most first, of the same amount by title."""
    return -part.value, part.title
