"""The deflator as a table: levels, and the steps between them with the rows that they take."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from tracker.counting.deflator import ALL, Level, Step
from tracker.counting.known import Known
from tracker.dataset.plain import Row, plain
from tracker.look import bars
from tracker.look.elements import Part, Said
from tracker.look.look import Look
from tracker.look.parts import folded, items, table
from tracker.look.view import Section
from tracker.views.shared import ways
from tracker.views.shared.sections import columns, section

Found = Mapping[str, list[Level]]  # what `counting.deflator.deflators` gives


def deflated(found: Found, currency: str, known: Known, look: Look) -> Section:
    """Each country in a column and all together, all bars on one axis from zero."""
    longest = max(levels[0].amount for levels in found.values())
    drawing = _Drawing(longest, currency, known, look)
    labels = {code: look.formats.country(code) for code in found if code != ALL}
    shown = columns("delivery.deflator", ["step", *found], look, labels=labels)
    body = table("deflator", _rows(found, drawing), shown)
    heading, note = look.words("delivery.deflator.title"), look.words("delivery.deflator.note")
    told = section("delivery", "deflator", heading, look, body, note=note)
    return replace(told, is_folded=True)


@dataclass(frozen=True)
class _Drawing:
    """What every cell of the table is drawn with; ``longest`` is the amount of a full bar."""

    longest: float
    currency: str
    known: Known
    look: Look

    def bar(self, name: str, mark: str, before: float, length: float) -> Part:
        """A bar of a country, or of all together, on the axis that all share."""
        return bars.step("" if name == ALL else name, mark, before, length, self.longest)

    def opened(self, amount: str, rows: pd.DataFrame) -> Part:
        """Rows with their money, rung and document, folded away."""
        title = amount + self.look.words("delivery.deflator.rows", count=len(rows))
        return folded(title, items(map(self._item, rows.index, plain(rows))))

    def _item(self, name: str, row: Row) -> Part:
        """Money of a row with its rung; what no part has of a whole says so, and may come in."""
        world, value = self.known.world, row["value"]
        aside = self.look.rung(str(world.facts[name]["status"]))
        if row["is_unassigned"]:
            key = "comes_in" if value < 0 else "unassigned"
            aside = self.look.words(f"delivery.deflator.{key}", rung=aside)
        return ways.money(name, abs(value), self.currency, world, self.look, aside)


def _rows(found: Found, drawing: _Drawing) -> list[dict[str, Part]]:
    """The levels in their order, each after the steps that lead to it."""
    rows, words = [], drawing.look.words
    for position, level in enumerate(found[ALL]):
        for number, step in enumerate(level.steps):
            told = words(f"delivery.deflator.steps.{step.name}")
            steps = {name: levels[position].steps[number] for name, levels in found.items()}
            cells = {name: _step(name, one, drawing) for name, one in steps.items()}
            rows.append({"step": Said("beside", f"− {told}"), **cells})
        told = words(f"delivery.deflator.levels.{level.name}")
        cells = {name: _level(name, levels[position], drawing) for name, levels in found.items()}
        rows.append({"step": Said("name", told), **cells})
    return rows


def _level(name: str, level: Level, drawing: _Drawing) -> Part:
    """A level leads to the leaderboard through its lens, but the first, which no lens shows."""
    bar = drawing.bar(name, bars.SURE, 0, level.amount)
    amount = drawing.look.formats.money(level.amount, drawing.currency)
    told: Part = amount
    lenses = [*drawing.known.world.rules.lenses]
    if level.name in lenses:
        codes = drawing.known.world.dataset.compared if name == ALL else (name,)
        asked = {"lens": level.name, "sum": "yes", "currency": drawing.currency}
        told = ways.rows(amount, drawing.known.world, country_code=codes, **asked)
    opened = drawing.opened("", level.rows) if level.name == lenses[-1] else ""
    return bar, Said("strong", told), opened


def _step(name: str, step: Step, drawing: _Drawing) -> Part:
    """A step hangs where it was taken away, and opens its rows."""
    amount = drawing.look.formats.money(step.amount, drawing.currency)
    if step.rows.empty:
        return Said("beside", amount)
    is_first = step.name == next(iter(drawing.known.world.rules.lenses))
    bar = drawing.bar(name, bars.GONE if is_first else bars.OPEN, step.left, step.amount)
    return bar, drawing.opened(f"−{amount} · ", step.rows)
