"""How far the money of each tie to a leader has got, from talks to what runs."""

import math
from dataclasses import dataclass, replace

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.totals import INFERRED, Total
from tracker.dataset.settings.rules import Rules
from tracker.world.events import closeness

COLUMNS = ["track", "country_code", "mark", "is_judged", "amount"]


@dataclass(frozen=True)
class Became:
    """What became of the money of a country that has a tie, in one currency.

    ``whole``      all of it, at the headline maximum,
    ``low, high``  the two ends of what the default lens counts of that,
    ``reported``   the high end of what a source, not a rule of ours, puts there.
    """

    whole: float
    low: float
    high: float
    reported: float


def track_of(rules: Rules) -> dict[str, str]:
    """Tie -> the track that holds it: the last at which the picture begins anew, or the first."""
    found, track = {}, rules.diplomacy.tracks[0]
    for tie in rules.diplomacy.closeness:
        track = tie if tie in rules.diplomacy.tracks else track
        found[tie] = track
    return found


def by_step(known: Known, currency: str) -> pd.DataFrame:
    """The money of the compared countries by its closest tie and by how far it has got.

    In the default scope through the widest lens, in ``currency``. One row for each ``track``,
    ``country_code``, ``mark`` and ``is_judged`` (a rule of ours put it on its rung) with money, in
    that order, the most solid first and what is reported before what is judged: their ``amount``.
    They sum to the total, for every commitment stands once, at its closest tie.
    """
    rules, tie = known.world.rules, closeness(known.world).to_dict()
    tracks, sums = track_of(rules), dict[tuple[str, str, str, bool], list[float]]()
    asked = ("country_code", "rung", "rung_basis")
    for name, code, rung, basis, value in _total(known, rules.widest_lens, currency).added(*asked):
        key = (tracks[tie[name]], code, rules.marks[rung], basis == INFERRED)
        sums.setdefault(key, []).append(value)
    marks = [*dict.fromkeys(rules.marks[rung] for rung in reversed(rules.rungs))]
    codes, order = known.world.dataset.compared, [*dict.fromkeys(tracks.values())]
    ranks = [{name: place for place, name in enumerate(each)} for each in (order, codes, marks)]
    keys = sorted(
        sums, key=lambda key: (*(r[k] for r, k in zip(ranks, key[:3], strict=True)), key[3])
    )
    rows = [(*key, amount) for key in keys if (amount := math.fsum(sums[key])) > 0]
    return pd.DataFrame(rows, columns=COLUMNS)


def became(known: Known, currency: str, *ties: str) -> dict[str, Became]:
    """Country -> what became of its money whose closest tie is one of ``ties``.

    In the default scope, in ``currency``; every compared country, zeros where there is none.
    """
    rules, tie = known.world.rules, closeness(known.world).to_dict()
    widest, usual = (
        _total(known, lens, currency) for lens in (rules.widest_lens, rules.default_lens)
    )
    ends: dict[str, list[list[float]]] = {
        code: [[], [], [], []] for code in known.world.dataset.compared
    }
    for name, code, value in widest.added("country_code"):
        ends[code][0] += [value] if tie[name] in ties else []
    both = zip(usual.added("country_code", "rung_basis"), usual.added(end="high"), strict=True)
    for (name, code, basis, low), (_, high) in both:
        if tie[name] in ties:
            held = (low, high, 0.0 if basis == INFERRED else high)
            for place, value in enumerate(held, 1):
                ends[code][place].append(value)
    return {code: Became(*map(math.fsum, each)) for code, each in ends.items()}


def together(found: dict[str, Became]) -> Became:
    """What became of the money of all countries of ``found``."""
    every = [vars(one).values() for one in found.values()]
    return Became(*map(math.fsum, zip(*every, strict=True))) if every else Became(0, 0, 0, 0)


def _total(known: Known, lens: str, currency: str) -> Total:
    scope = replace(known.usual(), country_code=known.world.dataset.compared)
    return known.total(scope, lens=lens, currency=currency)
