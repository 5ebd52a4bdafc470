"""Location-based and market-based emissions as two answers, never one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from tracker.energy import formulas
from tracker.energy.answers import Answer, Found
from tracker.energy.formulas import Spread, carried
from tracker.energy.question import Question
from tracker.world.grid import GridFigure

LOCATION, MARKET = "location", "market"


@dataclass(frozen=True)
class Account:
    """One answer for one country: tonnes a year, None where they cannot be worked out.

    ``method`` is location or market, ``gases`` are the units of the intensities behind it.
    ``figure`` is the one that it rests on; without any, ``own`` is the reader's in g/kWh.
    """

    country_code: str
    method: str
    emissions: Spread | None
    gases: tuple[str, ...] = ()
    figure: GridFigure | None = None
    own: float | None = None


def accounts(found: Found, asked: Question) -> list[Account]:
    """By location, then by market: a row per residual mix, or one without where none is known."""
    return [
        account
        for code, one in found.items()
        for account in (_by_location(code, one, asked), *_by_market(code, one, asked))
    ]


def _by_location(code: str, one: Answer | None, asked: Question) -> Account:
    emissions = one.emissions if one is not None else None
    used = asked.assumed.get(("intensity", code))
    figure = used.figure if used is not None and not used.is_own else None
    own = used.used.central if used is not None and figure is None else None
    return Account(code, LOCATION, emissions, asked.gases, figure, own)


def _by_market(code: str, one: Answer | None, asked: Question) -> Iterator[Account]:
    references = asked.settings.market.get(code, ())
    figures = [figure for ref in references if (figure := asked.grid.figure(ref, code))]
    for figure in figures:
        tonnes = partial(formulas.emissions, intensity=figure.value)
        emissions = carried(tonnes, one.electricity) if one is not None else None
        yield Account(code, MARKET, emissions, (figure.unit,), figure)
    if not figures:
        yield Account(code, MARKET, None)
