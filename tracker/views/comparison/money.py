"""Money with a bar per country: by lens, and divided by people or output."""

from collections.abc import Iterator

from tracker.counting.known import Known
from tracker.counting.standings import Standing, Value, leads
from tracker.look import bars
from tracker.look.elements import Part
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.view import Section
from tracker.views.comparison.leaders import linked
from tracker.views.shared.figures import written
from tracker.views.shared.sections import columns, section

KINDS = {"country": ("country", ""), "priced": ("count", ""), "unpriced": ("count", "")}
RIGHT = ("amount", "priced", "unpriced", "by")


def by_lens(found: list[Standing], known: Known, look: Look) -> Section:
    """Every lens with a bar per country, all on one axis from zero."""
    plain = [one for one in found if one.rule.rule_id in known.world.rules.lenses]
    longest, rows = max(map(_longest, plain), default=0.0), []
    for one in plain:
        lens = look.words.term("lens_column", one.rule.lens)
        for code, value, row in _drawn(one, "lens", lens, longest):
            amount = linked(one, code, known, look)
            counts = {"priced": value.priced, "unpriced": value.unpriced}
            rows.append({**row, "amount": amount, **counts})
    told = _led(plain, known, look)
    heading = look.words("comparison.money.heading", lenses=len(plain), told=told)
    names = ("lens", "country", "bar", "amount", "priced", "unpriced")
    shown = columns("comparison.money", names, look, right=RIGHT, kinds=KINDS)
    body = table("money", rows, shown, is_stacked=True)
    note = look.words("comparison.money.note")
    return section("comparison", "money", heading, look, body, note=note)


def per_head(found: list[Standing], known: Known, look: Look) -> Section:
    """The rules that divide by people or output, with the figure they divide by and its year."""
    divided, rows = [one for one in found if one.rule.per], []
    for one in divided:
        rule = look.words(f"comparison.rules.{one.rule.rule_id}")
        for _, value, row in _drawn(one, "rule", rule, _longest(one)):
            by = value.divided_by
            told = f"{written(by, look)} ({by.period})" if by else ""
            rows.append({**row, "amount": written(value.figure, look), "by": told})
    told = _led(divided, known, look)
    heading = look.words("comparison.per.heading", rules=len(divided), told=told)
    names = ("rule", "country", "bar", "amount", "by")
    shown = columns("comparison.per", names, look, right=RIGHT, kinds=KINDS)
    return section("comparison", "per", heading, look, table("per", rows, shown))


def _longest(one: Standing) -> float:
    return max((value.figure.high or 0.0 for value in one.by_country.values()), default=0.0)


def _drawn(
    one: Standing, column: str, name: str, longest: float
) -> Iterator[tuple[str, Value, dict[str, Part]]]:
    """The value of each country as a bar; the first of them names the rule in ``column``."""
    for code, value in one.by_country.items():
        bar = bars.ends(code, value.figure.low, value.figure.high, longest)
        yield code, value, {column: name, "country": code, "bar": bar}
        name = ""


def _led(found: list[Standing], known: Known, look: Look) -> str:
    """How many of these rules each country leads under, and how many tell nothing."""
    counts = leads(found, known.world.dataset.compared)
    told = [
        look.words("comparison.leads_under", country=look.formats.country(code), count=count)
        for code, count in counts.items()
    ]
    if open_ones := len(found) - sum(counts.values()):
        told.append(look.words("comparison.told_by_none", count=open_ones))
    return look.joined(told)
