"""The one way of counting: pots shared out by rung, five lenses, scopes, and totals with rows."""

from tracker.counting.gaps import unpriced
from tracker.counting.lenses import Scope, default_scope, exchanged, out_of_scope, through
from tracker.counting.pots import parts_above_their_pot, shares
from tracker.counting.totals import Total, total

__all__ = [
    "Scope",
    "Total",
    "default_scope",
    "exchanged",
    "out_of_scope",
    "parts_above_their_pot",
    "shares",
    "through",
    "total",
    "unpriced",
]
