"""The political clock: what falls due within the term of a leader, and what after it."""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from tracker.counting.known import Known
from tracker.dataset import dates
from tracker.dataset.plain import Row
from tracker.world.events import due_dates, term_end, term_of

SIDES = ("within", "across", "after", "undated")


@dataclass(frozen=True)
class Clock:
    """The term of a leader, ``pots`` as `political_clock` has them, ``sides`` as `by_side` does."""

    term: Row
    pots: pd.DataFrame = field(repr=False)
    sides: pd.DataFrame = field(repr=False)

    @property
    def whole(self) -> float:
        """The money of all pots."""
        return float(self.sides["value"].sum())


def clocks(known: Known, currency: str) -> dict[str, Clock]:
    """The clock of each compared country that has any pots and the end of a term to go by."""
    found = {}
    for code in known.world.dataset.compared:
        term, pots = term_of(known.world, code), political_clock(known, code, currency)
        if term is not None and len(pots):
            found[code] = Clock(term, pots, by_side(pots))
    return found


def political_clock(known: Known, code: str, currency: str) -> pd.DataFrame:
    """The pots of ``code`` at the widest lens, by whether they fall due within the leader's term.

    Indexed by ``pot_id``: ``value`` in ``currency``, ``first, last`` (partial dates; missing where
    none is known), ``when``: within, across (something is due within the term and the last after
    it), after or undated. Empty where the leader or the end of the term, or else the next
    election, is not known.
    """
    term = term_of(known.world, code)
    lens = known.world.rules.widest_lens
    value = known.total(known.usual(code), lens=lens, currency=currency).by_pot()
    frame = due_dates(known.world).reindex(list(value)).assign(value=list(value.values()))
    if term is None or pd.isna(end := term_end(term)):
        return frame.assign(when="undated").iloc[:0]
    limit = dates.last_day(end)
    ends = zip(frame["first"], frame["last"], strict=True)
    frame = frame.assign(when=[_side(first, last, limit) for first, last in ends])
    return frame.sort_values("value", ascending=False, kind="stable")


def _side(first: object, last: object, limit: date) -> str:
    if not isinstance(first, str) or not isinstance(last, str):
        return "undated"
    if dates.last_day(last) <= limit:
        return "within"
    return "across" if dates.last_day(first) <= limit else "after"


def by_side(pots: pd.DataFrame) -> pd.DataFrame:
    """The money of ``pots``, which is what `political_clock` gives, by when it falls due.

    Indexed by all of `SIDES`: ``value`` in the currency of ``pots`` and ``share`` of the whole (0
    to 1; missing where there is no money).
    """
    value = pots.groupby("when")["value"].sum().reindex([*SIDES], fill_value=0.0)
    return pd.DataFrame({"value": value, "share": value / value.sum()})
