"""The questions of the first page, each answered by a number, a sentence, a day and a way in."""

from collections.abc import Callable, Mapping
from html import escape

import pandas as pd

from tracker.counting import Total
from tracker.counting.known import Known
from tracker.counting.standings import Standing, Value
from tracker.look.marks import Look
from tracker.look.showing import concrete_shares, joined, written
from tracker.look.tables import table
from tracker.views.comparison import leaders
from tracker.views.energy.headline import in_short
from tracker.world import places

Found = Mapping[str, Standing]  # the rules of the comparison by their names


def answers(found: list[Standing], known: Known, look: Look) -> str:
    """Every question that can be answered, as an HTML table."""
    by_rule = {one.rule.rule_id: one for one in found}
    rows = [
        {"question": escape(look.words(f"overview.answers.{name}.question")), **cells}
        for name, answer in ANSWERS.items()
        for cells in [_row(name, answer(by_rule, known, look), look)]
    ]
    labels = {name: look.words(f"overview.answers.columns.{name}") for name in rows[0]}
    return table(pd.DataFrame(rows), name="answers", labels=labels, markup=list(labels))


def _row(name: str, told: tuple[str, str, str], look: Look) -> dict[str, str]:
    number, sentence, day = told
    address = escape(look.words(f"overview.answers.{name}.address"))
    way_in = escape(look.words(f"overview.answers.{name}.open"))
    link = f'<a href="{address}" target="_self">{way_in}</a>'
    return {
        "number": f'<span class="cc-number">{escape(number)}</span>',
        "sentence": f'{escape(sentence)} <span class="cc-m">{escape(day)} · {link}</span>',
    }


def _pair(values: Mapping[str, Value], look: Look) -> str:
    """The value of each country under one rule, in their order."""
    return " · ".join(
        f"{look.formats.country(code)} {written(value.figure, look)}"
        for code, value in values.items()
    )


def _day(known: Known, look: Look) -> str:
    return look.words("overview.answers.as_of", day=look.formats.date(known.world.day))


def leads(found: Found, known: Known, look: Look) -> tuple[str, str, str]:
    """Who is ahead at the ceiling, and under how many rules that turns round."""
    every = list(found.values())
    return _pair(every[0].by_country, look), leaders.title(every, look), _day(known, look)


def real(found: Found, known: Known, look: Look) -> tuple[str, str, str]:
    """How much of what is announced is signed or better, and on how little that rests."""
    lens = known.world.rules.default_lens
    concrete = found[lens].by_country
    totals = {code: value.total for code, value in concrete.items()}
    told = [
        look.words(
            "overview.answers.real.part",
            country=look.formats.country(code),
            share=share,
            inferred=look.formats.share(total.inferred),
        )
        for code, share in concrete_shares(found.values(), lens, look).items()
        if isinstance(total := totals[code], Total) and total.inferred is not None
    ]
    sentence = look.words("overview.answers.real.sentence", told=joined(told, look))
    return _pair(concrete, look), sentence, _day(known, look)


def where(found: Found, known: Known, look: Look) -> tuple[str, str, str]:
    """How much power is planned at sites that are known, and how many cannot be mapped."""
    rows = places.sites(known.world)
    planned = {
        code: places.power(rows[rows["country_code"] == code], "planned", known.world)
        for code in known.world.dataset.compared
    }
    number = " · ".join(
        look.words(
            "overview.answers.where.part",
            country=look.formats.country(code),
            power=look.formats.power(power.megawatts),
        )
        for code, power in planned.items()
    )
    sentence = look.words(
        "overview.answers.where.sentence",
        stating=sum(len(power.rows) for power in planned.values()),
        count=len(rows),
        unmapped=int((~rows["is_mapped"]).sum()),
    )
    return number, sentence, _day(known, look)


def carbon(found: Found, known: Known, look: Look) -> tuple[str, str, str]:
    """What the announced campuses take in a year, and what the same gigawatt elsewhere adds."""
    number, sentence = in_short(known, look)
    return number, f"{sentence}.", _day(known, look)


def diplomacy(found: Found, known: Known, look: Look) -> tuple[str, str, str]:
    """How much was pledged at a leader's event or in a leader's meeting, and is signed of that."""
    pledged, signed = found["leader"], found["leader_signed"]
    sentence = look.words(
        "overview.answers.diplomacy.sentence", signed=_pair(signed.by_country, look)
    )
    return _pair(pledged.by_country, look), sentence, _day(known, look)


ANSWERS: dict[str, Callable[[Found, Known, Look], tuple[str, str, str]]] = {
    "leads": leads,
    "real": real,
    "where": where,
    "carbon": carbon,
    "diplomacy": diplomacy,
}
