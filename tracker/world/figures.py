"""Figures with all that decides whether two of them say the same kind of thing."""

from dataclasses import dataclass

# Aspects in which two figures must agree, in the order in which a difference is named.
ASPECTS = ("unit", "definition", "covers", "stage", "basis", "method", "prices")


@dataclass(frozen=True)
class Figure:
    """One number of one country, from ``low`` to ``high`` in ``unit``; None where it is not known.

    ``definition``  what is measured: the identifier of an indicator, a metric or a rule,
    ``period``      the year or period it is about, empty for money and power as known on a day,
    ``covers``      which part of a business: a site, a whole programme, all of a company,
    ``stage``       how far money or power has got: announced, signed, planned, operating,
    ``basis``       of power: it, grid or unstated,
    ``method``      of carbon: life-cycle, direct, consumption, marginal,
    ``prices``      of money: nominal at the rates of the claim, or of a named year.
    """

    low: float | None
    high: float | None
    unit: str = ""
    definition: str = ""
    period: str = ""
    covers: str = ""
    stage: str = ""
    basis: str = ""
    method: str = ""
    prices: str = ""

    @property
    def is_known(self) -> bool:
        """Whether there is a value."""
        return self.low is not None and self.high is not None

    @property
    def years(self) -> tuple[int, int]:
        """First and last year of ``period``: 2026-2040, 2025-H1 and FY2025-26 hold their years."""
        first, *rest = [part for part in self.period.removeprefix("FY").split("-") if part]
        last = rest[-1] if rest and rest[-1].isdigit() else ""
        if len(last) == 4:
            return int(first[:4]), int(last)
        is_fiscal_year = self.period.startswith("FY") and len(last) == 2
        return int(first[:4]), int(first[:4]) + is_fiscal_year


def not_comparable(first: Figure, second: Figure, years_apart: int = 0) -> str:
    """Why two figures may not be set against each other: a code, empty when they may.

    They measure the same thing in the same way, in years not too far apart: else it is
    ``not_found``, one of ``ASPECTS`` or ``period``.
    """
    if not (first.is_known and second.is_known):
        return "not_found"
    for aspect in ASPECTS:
        if getattr(first, aspect) != getattr(second, aspect):
            return aspect
    if first.period and second.period and gap(first, second) > years_apart:
        return "period"
    return "period" if bool(first.period) != bool(second.period) else ""


def gap(first: Figure, second: Figure) -> int:
    """Years between two periods; 0 where they overlap."""
    (start, end), (other_start, other_end) = first.years, second.years
    return max(0, other_start - end, start - other_end)
