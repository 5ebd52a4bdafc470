"""Who leads, under which rule: each rule with every country's value, the leader and the margin."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tracker.counting import capacity, gaps, lenses
from tracker.counting.capacity import PowerTotal
from tracker.counting.known import Known
from tracker.counting.lenses import Scope
from tracker.counting.totals import Total
from tracker.dataset.settings.comparison import Per, Rule
from tracker.world import national
from tracker.world.figures import Figure, not_comparable
from tracker.world.national import Line


@dataclass(frozen=True)
class Value:
    """A country's value under a rule: the figure, and the total with the rows behind it.

    ``priced`` and ``unpriced`` count the commitments that the rule sees with and without a value;
    ``divided_by`` is the national figure that the total was divided by.
    """

    figure: Figure
    total: Total | PowerTotal | None = field(default=None, repr=False)
    priced: int = 0
    unpriced: int = 0
    divided_by: Figure | None = None


@dataclass(frozen=True)
class Standing:
    """One rule: a value per country in their order, and what follows from them.

    ``verdict``  leads, too_close, incomplete or refused; a ``leader`` only with leads,
    ``reason``   why there is no leader, as a code,
    ``margin``   how far the leader's low end is above the next one's high end, in the unit,
    ``ratio``    the one divided by the other; missing where that is 0,
    ``is_flip``  whether the leader is another one than under the first rule,
    ``left_out`` titles of the commitments that the rule leaves out by what they are.
    """

    rule: Rule
    by_country: Mapping[str, Value]
    verdict: str
    leader: str = ""
    reason: str = ""
    margin: float | None = None
    ratio: float | None = None
    is_flip: bool = False
    left_out: tuple[str, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether every value is a single number, and the margin with them."""
        figures = [value.figure for value in self.by_country.values()]
        return all(figure.low == figure.high for figure in figures)


def quotient(one: Standing, below: str, above: str) -> tuple[float, float] | None:
    """How many times ``below`` the country ``above`` has, at least and at most; None without both.

    Where the one has nothing at its low end it is infinite, where the other has nothing 0.
    """
    figures = [one.by_country[code].figure for code in (below, above) if code in one.by_country]
    if len(figures) < 2 or any(each.low is None or each.high is None for each in figures):
        return None
    less, more = figures
    if not less.high and not more.high:
        return None
    return _times(more.low or 0.0, less.high or 0.0), _times(more.high or 0.0, less.low or 0.0)


def _times(more: float, less: float) -> float:
    return more / less if less else math.inf


def standings(known: Known, currency: str) -> list[Standing]:
    """Every rule of comparison.yaml, applied to the compared countries on the day of ``known``."""
    settings = known.world.rules.comparison
    found = [_standing(rule, known, currency) for rule in settings.rules]
    first = found[0].leader if found else ""
    return [
        replace(one, is_flip=bool(first and one.leader and one.leader != first)) for one in found
    ]


def concrete_shares(found: Iterable[Standing], lens: str) -> dict[str, tuple[float, float]]:
    """Country -> its money through ``lens``, low and high, as parts (0 to 1) of its ceiling.

    Countries to which nothing was promised are left out. ``found`` has a rule called ``lens``.
    """
    by_rule = {one.rule.rule_id: one.by_country for one in found}
    totals = {code: value.total for code, value in by_rule[lens].items()}
    return {
        code: parts
        for code, total in totals.items()
        if isinstance(total, Total) and (parts := total.parts_of_ceiling)
    }


def leads_as_reported(code: str, lens: str, found: Iterable[Standing]) -> bool:
    """Whether a country also leads through ``lens`` by the rungs alone that a source reports.

    So it does where no rule asks for that.
    """
    of_lens = [one for one in found if one.rule.lens == lens and one.rule.rung_basis]
    return all(one.leader == code for one in of_lens)


def _standing(rule: Rule, known: Known, currency: str) -> Standing:
    values = {code: _value(rule, code, known, currency) for code in known.world.dataset.compared}
    judged = _judged(rule, values, known)
    return replace(judged, left_out=_titles_left_out(rule, known)) if rule.without else judged


def _judged(rule: Rule, values: Mapping[str, Value], known: Known) -> Standing:
    """The verdict: what cannot be compared is refused before anybody is said to lead."""
    settings = known.world.rules.comparison
    figures = {code: value.figure for code, value in values.items()}
    ranked = sorted(figures, key=lambda code: figures[code].low or 0.0, reverse=True)
    if len(ranked) < 2:
        return Standing(rule, values, "incomplete", reason="alone")
    reasons = [
        not_comparable(figures[ranked[0]], figures[code], settings.years_apart)
        for code in ranked[1:]
    ]
    if "not_found" in reasons:
        return Standing(rule, values, "incomplete", reason="not_found")
    if any(reasons):
        return Standing(rule, values, "refused", reason=next(filter(None, reasons)))
    least = settings.least_priced_share
    if any(_priced_share(value) < least for value in values.values()):
        return Standing(rule, values, "incomplete", reason="unpriced")
    return _led(rule, values, ranked, settings.unstated_basis_factor)


def _priced_share(value: Value) -> float:
    seen = value.priced + value.unpriced
    return value.priced / seen if seen else 1.0


def _led(rule: Rule, values: Mapping[str, Value], ranked: list[str], doubt: float) -> Standing:
    """The leader, unless the ranges overlap or an unstated basis could explain the difference."""
    if not any(value.figure.high for value in values.values()):
        return Standing(rule, values, "incomplete", reason="nothing")
    first = values[ranked[0]].figure.low or 0.0
    second = max(values[code].figure.high or 0.0 for code in ranked[1:])
    if first <= second:
        return Standing(rule, values, "too_close", reason="overlap")
    if rule.basis == "unstated" and first <= second * doubt:
        return Standing(rule, values, "too_close", reason="unstated_basis")
    ratio = first / second if second else None
    return Standing(rule, values, "leads", ranked[0], margin=first - second, ratio=ratio)


def _value(rule: Rule, code: str, known: Known, currency: str) -> Value:
    if rule.phase:
        return _power(rule, code, known)
    per = known.world.rules.comparison.per.get(rule.per)
    in_currency = per.currency if per and per.currency else currency
    scope = scope_of(rule, code, known)
    money = known.total(scope, lens=rule.lens, currency=in_currency)
    figure = Figure(
        money.low, money.high, in_currency, "money", covers=rule.rule_id, stage=rule.lens
    )
    unpriced = len(gaps.unpriced(known.shares, scope, rule.lens))
    value = Value(figure, money, money.priced, unpriced)
    return value if per is None else _divided(value, per, code, known)


def leads(found: Iterable[Standing | Line], codes: Iterable[str]) -> dict[str, int]:
    """Country -> under how many rules, or on how many lines, of ``found`` it is ahead."""
    counts = Counter(one.leader for one in found)
    return {code: counts[code] for code in codes}


def scope_of(rule: Rule, code: str, known: Known) -> Scope:
    """The scope of a money rule in one country."""
    usual = known.usual()
    return replace(
        usual,
        country_code=(code,),
        category=(*usual.category, *rule.add_category),
        origin=rule.origin or usual.origin,
        rung_basis=rule.rung_basis or None,
        amount_tier=rule.amount_tier or None,
        pot_id=_kept(rule.without, known) if rule.without else None,
    )


def _kept(without: Mapping[str, str], known: Known) -> tuple[str, ...]:
    """The pots that do not match everything that ``without`` names."""
    world, leads = known.world, known.world.dataset.by_key("organisations")
    return tuple(
        name
        for name, row in world.facts.items()
        if name not in world.parents
        and without.items() - {**leads.get(row["lead_organisation_id"], {}), **row}.items()
    )


def _titles_left_out(rule: Rule, known: Known) -> tuple[str, ...]:
    inside = lenses.within(known.shares, known.usual())
    left = {*known.shares.named["pot_id"].at(inside).texts} - {*_kept(rule.without, known)}
    return tuple(row["title"] for name, row in known.world.facts.items() if name in left)


def _divided(value: Value, per: Per, code: str, known: Known) -> Value:
    """The value per head, or as a share of national output, with the year of that figure."""
    by = national.latest(known.world.dataset, per.indicator, code)
    low, high = value.figure.low, value.figure.high
    if not by.is_known or not by.low or low is None or high is None:
        figure = replace(value.figure, low=None, high=None)
        return replace(value, figure=figure, divided_by=by)
    unit = per.unit_of(value.figure.unit)
    scale = 100.0 if per.is_share else 1.0
    figure = replace(
        value.figure,
        low=scale * low / by.low,
        high=scale * high / by.low,
        unit=unit,
        period=by.period,
    )
    return replace(value, figure=figure, divided_by=by)


def _power(rule: Rule, code: str, known: Known) -> Value:
    """Power from what is firm to what is stated; nothing stated is not known, never 0."""
    stated = known.power[rule.phase]
    power = capacity.total(stated, known.usual(code), basis=rule.basis)
    low, high = (power.low, power.high) if power.count else (None, None)
    figure = Figure(low, high, "MW", "capacity", stage=rule.phase, basis=rule.basis)
    return Value(figure, power, priced=power.count)
