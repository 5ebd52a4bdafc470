"""Comparison: who leads under which rule, and all that lies beside each other."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

from tracker.counting.known import Known
from tracker.counting.standings import Standing, standings
from tracker.look.look import Look
from tracker.look.meanings import meanings
from tracker.look.view import Section, View
from tracker.views.choices import ChosenMoney
from tracker.views.comparison.disputes import conflicts, promises
from tracker.views.comparison.homes import homes
from tracker.views.comparison.largest import largest
from tracker.views.comparison.leaders import flipped, leaders, title
from tracker.views.comparison.money import by_lens, per_head
from tracker.views.comparison.offers import offer
from tracker.views.comparison.power import power
from tracker.views.comparison.quotients import quotients
from tracker.views.comparison.rungs import profile
from tracker.views.comparison.unknown import unknown
from tracker.views.shared.levers import levers
from tracker.world.national import Line, lines


def view(known: Known, chosen: ChosenMoney, look: Look) -> View:
    """What was promised to the compared countries by the day of ``known``, and what they have."""
    codes, currency = known.world.dataset.compared, chosen.currency
    found, national = standings(known, currency), lines(known.world.dataset, codes)
    names, day = look.joined(map(look.formats.country, codes)), look.formats.date(known.world.day)
    lead = look.words("comparison.lead", countries=names, day=day)
    return View(
        title=title(found, look),
        lead=lead,
        sections=(
            _seen(found, codes, look),
            *(
                Section(name, look.words(f"comparison.groups.{name}"), inside, is_folded=True)
                for name, inside in _groups(found, national, known, currency, look).items()
            ),
            Section("meanings", blocks=(meanings(look),)),
        ),
    )


def _groups(
    found: list[Standing],
    national: Mapping[str, list[Line]],
    known: Known,
    currency: str,
    look: Look,
) -> dict[str, tuple[Section, ...]]:
    """The sections of detail under the few names that readers look for."""
    return {
        "counting": (
            leaders(found, known, look),
            by_lens(found, known, look),
            profile(found, known, currency, look),
            per_head(found, known, look),
        ),
        "behind": (homes(known, currency, look), largest(known, currency, look)),
        "means": (
            power(known, look),
            *(offer(name, rows, known, look) for name, rows in national.items()),
            levers(known, look),
        ),
        "kept": (promises(known, look),),
        "open": (
            conflicts(known, look),
            unknown([*chain.from_iterable(national.values())], known, look),
        ),
    }


def _seen(found: list[Standing], codes: tuple[str, ...], look: Look) -> Section:
    """Every rule on one axis: who has how many times as much."""
    drawn = quotients(found, codes, look, title(found, look), name="quotients")
    if drawn is None:
        return Section("quotients")
    dense = replace(drawn, takeaway=flipped(found, look), is_dense=True)
    return Section("quotients", blocks=(dense,))
