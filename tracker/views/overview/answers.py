"""The questions of the first page, each answered by a number, a sentence, a day and a way in."""

from collections.abc import Callable, Mapping

from tracker.counting import capacity
from tracker.counting.known import Known
from tracker.counting.reached import became
from tracker.counting.standings import Standing, Value, concrete_shares
from tracker.counting.totals import Total
from tracker.look.elements import Link, Part, Run, Said
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.views.comparison import leaders
from tracker.views.energy.headline import in_short
from tracker.views.shared.figures import written
from tracker.views.shared.sections import columns

Found = Mapping[str, Standing]  # the rules of the comparison by their names


def answers(found: list[Standing], known: Known, look: Look) -> Part:
    """Every question that can be answered, as a table."""
    by_rule = {one.rule.rule_id: one for one in found}
    rows = [
        _row(name, *answer(by_rule, known, look), known, look) for name, answer in ANSWERS.items()
    ]
    shown = columns("overview.answers", ("question", "number", "sentence"), look)
    return table("answers", rows, shown)


def _row(name: str, number: str, sentence: str, known: Known, look: Look) -> dict[str, Part]:
    way_in = Link(
        look.words(f"overview.answers.{name}.open"), look.words(f"overview.answers.{name}.address")
    )
    day = look.words("overview.answers.as_of", day=look.formats.date(known.world.day))
    return {
        "question": look.words(f"overview.answers.{name}.question"),
        "number": Said("number", number),
        "sentence": (sentence, Said("beside", Run((day, way_in), " · "))),
    }


def _pair(values: Mapping[str, Value], look: Look) -> str:
    """The value of each country under one rule, in their order."""
    return " · ".join(
        f"{look.formats.country(code)} {written(value.figure, look)}"
        for code, value in values.items()
    )


def leads(found: Found, known: Known, look: Look) -> tuple[str, str]:
    """Who is ahead at the ceiling, and under how many rules that turns round."""
    every = list(found.values())
    return _pair(every[0].by_country, look), leaders.title(every, look)


def real(found: Found, known: Known, look: Look) -> tuple[str, str]:
    """How much of what is announced is signed or better, and on how little that rests."""
    lens = known.world.rules.default_lens
    values = found[lens].by_country
    told = [
        look.words(
            "overview.answers.real.part",
            country=look.formats.country(code),
            share=look.formats.share_range(*ends),
            inferred=look.formats.share(total.inferred),
        )
        for code, ends in concrete_shares(found.values(), lens).items()
        if isinstance(total := values[code].total, Total) and total.inferred is not None
    ]
    sentence = look.words("overview.answers.real.sentence", told=look.joined(told))
    return _pair(values, look), sentence


def where(found: Found, known: Known, look: Look) -> tuple[str, str]:
    """How much power is planned at sites that are known, and how many cannot be mapped."""
    power = capacity.at_sites(known.world, known.first_phase)
    number = " · ".join(
        look.words(
            "overview.answers.where.part",
            country=look.formats.country(code),
            power=look.formats.power(megawatts),
        )
        for code, megawatts in power.megawatts.items()
    )
    sentence = look.words(
        "overview.answers.where.sentence",
        stating=power.stating,
        count=power.sites,
        unmapped=power.unmapped,
    )
    return number, sentence


def carbon(found: Found, known: Known, look: Look) -> tuple[str, str]:
    """What the announced campuses take in a year, and what the same gigawatt elsewhere adds."""
    number, sentence = in_short(known, look)
    return number, f"{sentence}."


def diplomacy(found: Found, known: Known, look: Look) -> tuple[str, str]:
    """How much was negotiated with the leader, how much announced, and what is signed of both.

    As the page of diplomacy counts it: every amount once, at its closest tie.
    """
    totals = (one.total for rule in found.values() for one in rule.by_country.values())
    currency = next(one.currency for one in totals if isinstance(one, Total))
    closest, *others = ties = known.world.rules.diplomacy.first_ties
    negotiated, announced, both = (
        became(known, currency, *which) for which in ((closest,), others, ties)
    )
    formats = look.formats
    wholes = [
        {code: formats.money(one.whole, currency) for code, one in each.items()}
        for each in (negotiated, announced)
    ]
    signed = {code: formats.money_range(one.low, one.high, currency) for code, one in both.items()}
    sentence = look.words(
        "overview.answers.diplomacy.sentence",
        announced=_by_country(wholes[1], look),
        signed=_by_country(signed, look),
    )
    return _by_country(wholes[0], look), sentence


def _by_country(told: Mapping[str, str], look: Look) -> str:
    return " · ".join(f"{look.formats.country(code)} {one}" for code, one in told.items())


ANSWERS: dict[str, Callable[[Found, Known, Look], tuple[str, str]]] = {
    "leads": leads,
    "real": real,
    "where": where,
    "carbon": carbon,
    "diplomacy": diplomacy,
}
