"""The political clock: what falls due after the leader's term."""

from collections.abc import Iterator

import pandas as pd

from tracker.counting.clock import SIDES, Clock, clocks
from tracker.counting.known import Known
from tracker.dataset.plain import Row
from tracker.look import bars, links
from tracker.look.elements import Part, Run, Said
from tracker.look.look import Look
from tracker.look.parts import folded, items, table
from tracker.look.values import NONE
from tracker.look.view import Section
from tracker.views.shared import ways
from tracker.views.shared.sections import columns, section
from tracker.world.events import term_end

COLUMNS = ("leader", "when", "bar", "amount", "pots")


def clock(known: Known, currency: str, look: Look) -> Section:
    """Per leader the money that falls due within the term, after it, or at no known date."""
    found = clocks(known, currency)
    longest = max((one.whole for one in found.values()), default=0.0)
    rows = [
        row
        for code, one in found.items()
        for row in _rows(code, one, longest, currency, known, look)
    ]
    kinds = {"amount": ("money", currency)}
    shown = columns("diplomacy.clock", COLUMNS, look, right=["amount"], kinds=kinds)
    told = look.joined(_part(code, one, look) for code, one in found.items())
    heading = look.words("diplomacy.clock.heading", told=told)
    body, note = table("clock", rows, shown, is_stacked=True), look.words("diplomacy.clock.note")
    return section("diplomacy", "clock", heading, look, body, note=note)


def _part(code: str, one: Clock, look: Look) -> str:
    shares = one.sides["share"].map(look.formats.share)
    return look.words(
        "diplomacy.clock.part",
        after=shares["after"],
        country=look.formats.country(code),
        end=look.formats.day(term_end(one.term)),
    )


def _rows(
    code: str, one: Clock, longest: float, currency: str, known: Known, look: Look
) -> Iterator[dict[str, object]]:
    """A row per side; the first of them tells of the leader."""
    for side, value in one.sides["value"].items():
        yield {
            "leader": _leader(one.term, known, look) if side == SIDES[0] else "",
            "when": look.words(f"diplomacy.clock.{side}"),
            "bar": bars.ends(code, value, value, longest),
            "amount": value,
            "pots": _opened(one.pots[one.pots["when"] == side], currency, known, look),
        }


def _leader(term: Row, known: Known, look: Look) -> Part:
    """The leader with office, term, next election, and on what that rests."""
    day, end, election = look.formats.day, term["end_date"], term["next_election"]
    since = day(term["start_date"])
    told = [look.words("diplomacy.clock.since", office=term["office"], day=since)]
    if isinstance(end, str):
        told.append(look.words("diplomacy.clock.until", day=day(end)))
    if isinstance(election, str):
        told.append(look.words("diplomacy.clock.election", day=day(election)))
    told.append(look.words.term("term_basis", term["basis"]))
    source = links.links([term["source_id"]], known.world.dataset.documents)
    return term["leader_name"], Said("small", Run((", ".join(told), source), " · "))


def _opened(rows: pd.DataFrame, currency: str, known: Known, look: Look) -> Part:
    """The commitments of a side with their money and their dates, folded away."""
    title = look.words("diplomacy.clock.pots", count=len(rows))
    named = zip(rows.index, rows.to_dict("records"), strict=True)
    found = (
        ways.money(str(name), row["value"], currency, known.world, look, _due(row, look))
        for name, row in named
    )
    return folded(title, items(found)) or NONE


def _due(row: Row, look: Look) -> str:
    """The first and last date of a pot; the last alone where it is a year that holds the first."""
    first, last = row["first"], row["last"]
    if not isinstance(first, str):
        return ""
    days = [last] if first.startswith(last) else [first, last]
    return " – ".join(look.formats.day(day) for day in days)
