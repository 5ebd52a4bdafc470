"""What is not known of each country, each as so many of so many."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.counting.known import Known
from tracker.world.measures import CONTEXT, seen
from tracker.world.national import Line

UNVERIFIED = "unverified"  # the state of a measure whose state was not found


@dataclass(frozen=True)
class Missing:
    """Of ``whole`` things ``part`` lack something."""

    part: int
    whole: int


def missing(known: Known, found: Sequence[Line]) -> dict[str, dict[str, Missing]]:
    """Gap -> compared country -> how many lack it, of how many.

    ``amount``   commitments that state none, ``power`` those without a figure of the first phase,
    ``single``   of the commitments with an amount, those where one rests on a single document,
    ``state``    measures whose state was not found,
    ``figures``  of the national lines ``found``, those without a figure.
    Commitments are those of the default scope.
    """
    codes = known.world.dataset.compared
    by_country = {code: _of_money(known, code) | _of_rest(known, code, found) for code in codes}
    gaps = next(iter(by_country.values()), {})
    return {gap: {code: by_country[code][gap] for code in codes} for gap in gaps}


def _of_money(known: Known, code: str) -> dict[str, Missing]:
    lens, currency = known.world.rules.widest_lens, known.world.rules.display_currencies[0]
    money = known.total(known.usual(code), lens=lens, currency=currency)
    pot, inside = known.shares.named["pot_id"], money.inside
    alone = inside & (known.shares.numbers["amount_sources"] == 1)
    pots, single = {*pot.at(inside).texts}, {*pot.at(alone).texts}
    every = pots.union(money.silent)
    powered = {*known.power[known.first_phase].named["pot_id"].texts}
    return {
        "amount": Missing(money.without_amount, money.pots),
        "single": Missing(len(single), len(pots)),
        "power": Missing(len(every - powered), len(every)),
    }


def _of_rest(known: Known, code: str, found: Sequence[Line]) -> dict[str, Missing]:
    rows = seen(known.world)
    rows = rows[(rows["country_code"] == code) & (rows["nature"] != CONTEXT)]
    absent = sum(code not in line.shown for line in found)
    return {
        "state": Missing(int((rows["state"] == UNVERIFIED).sum()), len(rows)),
        "figures": Missing(absent, len(found)),
    }
