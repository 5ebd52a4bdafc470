"""The deflator as a table: levels, and the steps between them with the rows that they take."""

from dataclasses import dataclass
from html import escape

import pandas as pd

from tracker import addresses, counting
from tracker.comparison.leading import compared
from tracker.comparison.showing import Section, listed, section
from tracker.delivery import Level, deflator
from tracker.folds import bullets, folded
from tracker.itemised import item
from tracker.known import Known
from tracker.marks import SMALLEST_PCT, Look

Found = dict[str, list[Level]]  # by country, and all of them together
ALL = "all"


def deflators(known: Known, currency: str) -> Found:
    """The levels of each compared country and of all together, in the default scope."""
    rules, codes = known.world.rules, compared(known)
    scopes = {code: counting.default_scope(rules, code) for code in codes}
    scopes[ALL] = counting.default_scope(rules, *codes)
    return {name: deflator(known, scope, currency) for name, scope in scopes.items()}


def deflated(found: Found, currency: str, known: Known, look: Look) -> Section:
    """Each country in a column and all together, all bars on one axis from zero."""
    longest = max(levels[0].amount for levels in found.values())
    rows = _rows(found, _Drawing(longest, currency, known, look))
    labels = {name: look.words(f"delivery.deflator.columns.{name}") for name in ("step", ALL)}
    labels |= {code: look.formats.country(code) for code in found if code != ALL}
    body = listed(rows, "deflator", look, markup=[*rows[0]], labels=labels)
    heading, note = look.words("delivery.deflator.title"), look.words("delivery.deflator.note")
    return section("deflator", heading, look, body, note, "delivery")


def finding(found: Found, known: Known, look: Look) -> str:
    """How much of everything announced is being built or runs, and how much runs."""
    told = [
        look.words(
            "delivery.deflator.part",
            country=look.formats.country(code),
            share=look.formats.share(levels[-2].amount / levels[0].amount),
            operating=look.formats.share(levels[-1].amount / levels[0].amount),
        )
        for code in compared(known)
        for levels in [found[code]]
        if levels[0].amount
    ]
    return look.words("delivery.deflator.heading", told="; ".join(told))


@dataclass(frozen=True)
class _Drawing:
    """What every cell of the table is drawn with; ``longest`` is the amount of a full bar."""

    longest: float
    currency: str
    known: Known
    look: Look


def _rows(found: dict[str, list[Level]], drawing: _Drawing) -> list[dict[str, str]]:
    """The levels in their order, each after the steps that lead to it."""
    rows, words = [], drawing.look.words
    for position, level in enumerate(next(iter(found.values()))):
        for number, step in enumerate(level.steps):
            told = words(f"delivery.deflator.steps.{step.name}")
            by_country = {
                name: _step_cell(levels, position, number, name, drawing)
                for name, levels in found.items()
            }
            rows.append({"step": f'<span class="cc-m">− {escape(told)}</span>', **by_country})
        told = escape(words(f"delivery.deflator.levels.{level.name}"))
        by_country = {
            name: _level_cell(levels[position], name, drawing) for name, levels in found.items()
        }
        rows.append({"step": f'<div class="cc-t">{told}</div>', **by_country})
    return rows


def _level_cell(level: Level, name: str, drawing: _Drawing) -> str:
    """A level leads to the leaderboard through its lens, but the first, which no lens shows."""
    bar = _bar(name, 0, level.amount, drawing.longest, "operating")
    amount, known = drawing.look.formats.money(level.amount, drawing.currency), drawing.known
    if level.name in known.world.rules.lenses:
        codes = compared(known) if name == ALL else (name,)
        asked = {"lens": level.name, "sum": "yes", "currency": drawing.currency}
        told = addresses.rows(amount, known.world, country_code=codes, **asked)
    else:
        told = escape(amount)
    is_last = level.name == [*known.world.rules.lenses][-1]
    return f"{bar}<b>{told}</b>" + (_opened("", level.rows, drawing) if is_last else "")


def _step_cell(
    levels: list[Level], position: int, number: int, name: str, drawing: _Drawing
) -> str:
    """A step hangs where it was taken away, and opens its rows."""
    steps = levels[position].steps
    step, taken = steps[number], sum(one.amount for one in steps[: number + 1])
    amount = drawing.look.formats.money(step.amount, drawing.currency)
    if not len(step.rows):
        return f'<span class="cc-m">{escape(amount)}</span>'
    left = levels[position - 1].amount - taken
    mark = "lost" if step.name == next(iter(drawing.known.world.rules.lenses)) else "announced"
    opened = _opened(f"−{amount} · ", step.rows, drawing)
    return f"{_bar(name, left, step.amount, drawing.longest, mark)}{opened}"


def _opened(amount: str, rows: pd.DataFrame, drawing: _Drawing) -> str:
    """Rows with their money, rung and document, folded away."""
    title = amount + drawing.look.words("delivery.deflator.rows", count=len(rows))
    return folded(title, bullets(_item(row, drawing) for row in _records(rows)))


def _records(rows: pd.DataFrame) -> list[tuple[str, float]]:
    return [(str(name), float(value)) for name, value in rows["value"].items()]


def _item(row: tuple[str, float], drawing: _Drawing) -> str:
    name, value = row
    world, look = drawing.known.world, drawing.look
    rung = look.rung(str(world.commitments.at[name, "status"]))
    return item(name, value, drawing.currency, world, look, rung)


def _bar(name: str, start: float, length: float, longest: float, mark: str) -> str:
    if longest <= 0 or length <= 0:
        return ""
    left, width = 100 * start / longest, max(SMALLEST_PCT, 100 * length / longest)
    hue = "" if name == ALL else f" cc-{escape(name)}"
    piece = f'<i class="cc-k-{mark}" style="margin-left:{left:.2f}%;width:{width:.2f}%"></i>'
    return f'<div class="cc-bar{hue}" aria-hidden="true">{piece}</div>'
