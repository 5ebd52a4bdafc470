"""The political clock: what falls due within the term of a leader, and what after it."""

from datetime import date

import pandas as pd

from tracker import counting
from tracker.counting.known import Known
from tracker.dataset import dates
from tracker.world.events import due_dates, term_end, term_of


def political_clock(known: Known, code: str, currency: str) -> pd.DataFrame:
    """The pots of ``code`` at the ceiling, by whether they fall due within the leader's term.

    Indexed by ``pot_id``: ``value`` in ``currency``, ``first, last`` (partial dates; missing where
    none is known), ``when``: within, across (something is due within the term and the last after
    it), after or undated. Empty where the leader or the end of the term, or else the next
    election, is not known.
    """
    term = term_of(known.world, code)
    scope = counting.default_scope(known.world.rules, code)
    total = counting.total(known.world, known.shares, scope, lens="ceiling", currency=currency)
    value = total.rows.groupby("pot_id")["value"].sum()
    frame = due_dates(known.world).reindex(value.index).assign(value=value)
    if term is None or pd.isna(end := term_end(term)):
        return frame.assign(when="undated").iloc[:0]
    limit = dates.last_day(end)
    when = [_side(row["first"], row["last"], limit) for _, row in frame.iterrows()]
    return frame.assign(when=when).sort_values("value", ascending=False, kind="stable")


def _side(first: object, last: object, limit: date) -> str:
    if not isinstance(first, str) or not isinstance(last, str):
        return "undated"
    if dates.last_day(last) <= limit:
        return "within"
    return "across" if dates.last_day(first) <= limit else "after"
