"""What a reader chose, page by page: all that a view hangs on besides the data."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ChosenDay:
    """A day whose knowledge is shown."""

    as_of: date


@dataclass(frozen=True)
class ChosenMoney(ChosenDay):
    """A day, and the currency that money is shown in."""

    currency: str
