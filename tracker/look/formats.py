"""Numbers, money, power and dates as a reader of one language writes them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import pandas as pd
from babel import Locale
from babel.dates import format_skeleton
from babel.numbers import format_decimal, format_percent, get_currency_symbol

from tracker.dataset import dates
from tracker.look.words import Words

SKELETONS = ("y", "yMMM", "yMMMd")
HALF_PER_CENT = 0.005
SHORT_FROM = 1e8  # money from here on is written short, less in whole units
KEPT = 1 << 14  # values that stay written: most stand in several places and on most days
SEEN = 0.1  # a smaller part of a unit is next to nothing with one digit after the point


class Scale(NamedTuple):
    """How large amounts are written: in which unit, with its word, to which digits."""

    unit: float
    pattern: str
    digits: str


def is_missing(value: Any) -> bool:
    """Whether there is no single value: ``pd.isna`` takes twenty times as long to say so."""
    return value is None or value is pd.NA or bool(value != value)


@dataclass(frozen=True)
class Formats:
    """How values are shown; every function gives the words for missing when there is no value."""

    words: Words

    @cached_property
    def locale(self) -> str:
        """The locale of plain numbers and dates."""
        return self.words("formats.locale")

    @cached_property
    def missing(self) -> str:
        """What stands where a value is not known."""
        return self.words("formats.missing")

    def money(self, amount: float, currency: str) -> str:
        """An amount in whole currency units, short: €11.2bn, €4m, ₹1.3 lakh crore."""
        if is_missing(amount):
            return self.missing
        return self._with_symbol(self._scaled(amount, amount, currency), currency)

    def money_range(self, low: float, high: float, currency: str) -> str:
        """Two ends on one scale, €22.0–25.8bn; a single amount when they are shown alike.

        A lower end that would be next to nothing on that scale keeps its own: €4m–1.2bn.
        """
        if low and abs(low) < SEEN * self._scale(high, currency).unit:
            ends = (self._scaled(end, end, currency) for end in (low, high))
            return self._with_symbol("–".join(ends), currency)
        first, last = self._number(low, high, currency), self._number(high, high, currency)
        if first == last:
            return self.money(high, currency)
        joined = self._scale(high, currency).pattern.format(number=f"{first}–{last}")
        return self._with_symbol(joined, currency)

    def stated(self, amount: float, currency: str) -> str:
        """An amount as it was said, to two digits at most: €93bn, €109.68bn, ₹1.55 lakh crore."""
        if is_missing(amount) or not amount:
            return self.money(amount, currency)
        scale = self._scale(amount, currency)
        number = self._grouped(amount / scale.unit, "#,##0.##", currency)
        return self._with_symbol(scale.pattern.format(number=number), currency)

    def money_exact(self, amount: float, currency: str) -> str:
        """An amount to the cent: €22,012,345,678.12."""
        return self._with_symbol(self._grouped(amount, "#,##0.00", currency), currency)

    def _scaled(self, amount: float, scale_of: float, currency: str) -> str:
        number = self._number(amount, scale_of, currency)
        return self._scale(scale_of, currency).pattern.format(number=number) if amount else number

    def _number(self, amount: float, scale_of: float, currency: str) -> str:
        scale = self._scale(scale_of, currency)
        if not amount:
            return "0"
        scaled = amount / scale.unit
        if abs(scaled) < SEEN:
            return self.rounded(scaled, 2)
        digits = "#,##0" if abs(scaled) >= 1000 else scale.digits
        return self._grouped(scaled, digits, currency)

    def _grouped(self, number: float, digits: str, currency: str) -> str:
        """A number in the grouping of the country whose money it is, as 12,34,567 for rupees."""
        locale = str(self.words.part("formats.money_locales").get(currency, self.locale))
        return _decimal(number, digits.replace("#,##0", _grouping(locale)), locale)

    def _scale(self, amount: float, currency: str) -> Scale:
        steps = self._scales.get(currency) or self._scales["default"]
        fitting = (scale for least, scale in steps if abs(amount) >= least)
        return next(fitting, steps[-1][1])

    @cached_property
    def _scales(self) -> Mapping[str, list[tuple[float, Scale]]]:
        """By currency how large amounts are written, each with the least of them."""
        return {
            currency: [
                (step["from"], Scale(float(step["unit"]), step["pattern"], step["digits"]))
                for step in steps
            ]
            for currency, steps in self.words.part("formats.scales").items()
        }

    def _with_symbol(self, number: str, currency: str) -> str:
        return self.words("formats.money", symbol=self.symbol(currency), number=number)

    def symbol(self, currency: str) -> str:
        """The sign of a currency as it is written in this language: €, US$."""
        signs = self.words.part("formats.symbols")
        return str(signs.get(currency) or _symbol(currency, self.locale))

    def power(self, megawatts: float) -> str:
        """Power without its unit: 1,400 or 28.8."""
        return self.missing if is_missing(megawatts) else self.count(megawatts)

    def count(self, number: float) -> str:
        """A number as it is, grouped: 25,000."""
        return _decimal(number, "#,##0.##", self.locale)

    def number_range(self, low: float, high: float, digits: int = 4) -> str:
        """Two ends, 10–15; a single number when they are shown alike."""
        pattern = "#,##0" + ("." + "#" * digits if digits else "")
        first, last = (_decimal(end, pattern, self.locale) for end in (low, high))
        return last if first == last else f"{first}–{last}"

    def with_unit(self, low: float, high: float, unit: str, digits: int = 4) -> str:
        """A figure with its unit: 10–15 TWh, 99.9995%, €3,012, $3.5tn."""
        money, _, per = unit.partition("/")
        currencies = self.words.part("formats.currencies")
        if per and money in currencies and unit not in self.words.part("formats.units"):
            return f"{self.with_unit(low, high, money, digits)}/{per}"
        if unit in currencies:
            if not high or abs(high) >= SHORT_FROM:
                return self.money_range(low, high, unit)
            return self._with_symbol(self.number_range(low, high, 0 if high >= 10 else 2), unit)
        return self.unit(self.number_range(low, high, digits), unit)

    def unit(self, number: str, unit: str) -> str:
        """A number that is written already, with its unit."""
        patterns = self.words.part("formats.units")
        pattern = patterns.get(unit, self.words.part("formats.unit"))
        sign, size = ("−", number[1:]) if number.startswith("-") else ("", number)
        return sign + str(pattern.format(number=size, unit=unit))

    def share(self, part: float | None) -> str:
        """A part of one as whole per cent; what is not nothing and rounds to it as <1%."""
        if part is None:
            return self.missing
        if 0 < part < HALF_PER_CENT:
            return self.words("formats.small_share")
        return _per_cent(part, self.locale)

    def share_range(self, low: float, high: float) -> str:
        """Two parts of one as whole per cent, 8–10%; a single one when they are shown alike."""
        first, last = self.share(low), self.share(high)
        return last if first == last else f"{first.rstrip('%')}–{last}"

    def rounded(self, number: float, digits: int = 3) -> str:
        """A number to so many significant digits, grouped: 5,840 or 0.42."""
        if not number:
            return "0"
        places = digits - 1 - math.floor(math.log10(abs(number)))
        pattern = "#,##0" + ("." + "#" * places if places > 0 else "")
        return _decimal(round(number, places), pattern, self.locale)

    def ratio(self, ratio: float) -> str:
        """How many times as much, to one digit after the point: 2.0."""
        return _decimal(ratio, "#,##0.0", self.locale)

    def rate(self, rate: float) -> str:
        """An exchange rate to six digits after the point."""
        return _decimal(rate, "#,##0.000000", self.locale)

    def day(self, partial: str) -> str:
        """A partial date stays partial: 2026, Jun 2026, 3 Jun 2026."""
        return self.missing if is_missing(partial) else _day(partial, self.locale)

    def date(self, day: date) -> str:
        """A full day: 3 Jun 2026."""
        return self.day(day.isoformat())

    def country(self, code: str) -> str:
        """The name of a country, region or union by its code."""
        return str(_territories(self.locale).get(code, code))


@lru_cache(KEPT)
def _decimal(number: float, pattern: str, locale: str) -> str:
    """A number after a pattern, for which babel takes 30 µs; zero has no sign."""
    return str(format_decimal(number or 0, pattern, locale=locale))


@lru_cache(KEPT)
def _per_cent(part: float, locale: str) -> str:
    return str(format_percent(part or 0, locale=locale))


@lru_cache(KEPT)
def _day(partial: str, locale: str) -> str:
    skeleton = SKELETONS[partial.count("-")]
    return str(format_skeleton(skeleton, dates.first_day(partial), locale=locale))


@lru_cache
def _grouping(locale: str) -> str:
    """The whole digits of a number as ``locale`` groups them: #,##0 or #,##,##0."""
    return str(Locale.parse(locale).decimal_formats[None].pattern.split(".")[0])


@lru_cache
def _symbol(currency: str, locale: str) -> str:
    return str(get_currency_symbol(currency, locale=locale))


@lru_cache
def _territories(locale: str) -> Mapping[str, str]:
    return dict(Locale.parse(locale).territories)
