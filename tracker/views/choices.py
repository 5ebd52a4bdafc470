"""What a reader chose, page by page: all that a view hangs on besides the data."""

from dataclasses import dataclass
from datetime import date

from tracker.counting.lenses import Scope

ALL_ROWS = "all"
EVERYWHERE = "both"  # every country that has a map


@dataclass(frozen=True)
class ChosenDay:
    """A day whose knowledge is shown."""

    as_of: date


@dataclass(frozen=True)
class ChosenMoney(ChosenDay):
    """A day, and the currency that money is shown in."""

    currency: str


@dataclass(frozen=True)
class ChosenRows(ChosenMoney):
    """What is ranked ``by`` which groups: ``rows`` is a number of rows as text, or all."""

    lens: str
    by: str
    norm: str
    scope: Scope
    q: str
    rows: str
    is_sum_open: bool


@dataclass(frozen=True)
class ChosenSites(ChosenDay):
    """A day, and all else that a reader of the map chose; ``country`` is a code or everywhere.

    ``category``, ``origin`` and ``rung`` are what is let through, all where they are empty.
    ``around`` is the symbol whose surroundings are looked at, so many steps ``closer``.
    """

    country: str
    size: str
    sort: str
    category: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    rung: tuple[str, ...] = ()
    q: str = ""
    site: str = ""
    around: str = ""
    closer: str = "1"
