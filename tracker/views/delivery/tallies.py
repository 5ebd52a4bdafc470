"""Quoted totals beside what sums to them, and what became of each line."""

from dataclasses import replace

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.tallies import Reconciled, tallies
from tracker.dataset.plain import Row
from tracker.look import links
from tracker.look.elements import Part, Said
from tracker.look.look import Look
from tracker.look.parts import folded, items, small, table
from tracker.look.values import NONE
from tracker.look.view import Section
from tracker.views.delivery.tiles import by_step, further, tiles
from tracker.views.shared import ways
from tracker.views.shared.sections import columns, section

STATED = "exact"  # the qualifier of an amount that was said without any
RIGHT = ("lines", "live", "strict")


def quoted(known: Known, look: Look) -> Section:
    """Every quoted total with its lines folded under it, the newest first."""
    codes = known.world.dataset.compared
    found = [one for one in tallies(known.world) if one.tally["country_code"] in codes]
    found = sorted(found, key=lambda one: str(one.tally["said_on"]), reverse=True)
    rows = [_row(one, known, look) for one in found]
    shown = columns("delivery.tallies", ("total", "said", *RIGHT), look, right=RIGHT)
    heading = look.words(
        "delivery.tallies.heading",
        count=len(found),
        open=sum(not one.has_lines for one in found),
    )
    body = table("tallies", rows, shown, is_stacked=True)
    note = look.words("delivery.tallies.note")
    told = section("delivery", "tallies", heading, look, tiles(found, look), body, note=note)
    return replace(told, is_folded=True)


def _said(tally: Row, look: Look) -> str:
    """The amount of a total with the word that qualified it."""
    amount = look.formats.stated(float(tally["amount"]), str(tally["currency"]))
    if tally["qualifier"] == STATED:
        return amount
    return f"{look.words.term('qualifier', str(tally['qualifier']))} {amount}"


def _row(one: Reconciled, known: Known, look: Look) -> dict[str, Part]:
    tally, currency = one.tally, str(one.tally["currency"])
    strict = look.formats.stated(one.strict, currency) if len(one.lines) else NONE
    return {
        "total": _total(one, known, look),
        "said": (
            Said("number", _said(tally, look)),
            Said("small", _source(tally["source_id"], known)),
        ),
        "lines": (_sums(one.ceiling, one.floor, one, look), _gap(one, look)),
        "live": (
            _sums(one.live_ceiling, one.live_floor, one, look),
            *small(by_step(one, look, "ceiling")),
        ),
        "strict": (strict, *small(by_step(one, look, "strict"))),
    }


def _total(one: Reconciled, known: Known, look: Look) -> Part:
    """A total with who said it, and behind it its lines, other tellings and parts of it."""
    tally = one.tally
    by = look.words(
        "delivery.tallies.by",
        by=tally["said_by"],
        day=look.formats.day(str(tally["said_on"])),
        country=look.formats.country(str(tally["country_code"])),
    )
    return (
        Said("name", str(tally["title"])),
        *small(by, tally["covers"], tally["note"]),
        _lines(one, known, look),
        _others("readings", one.readings, known, look),
        _others("slices", one.slices, known, look),
    )


def _others(name: str, found: tuple[Reconciled, ...], known: Known, look: Look) -> Part:
    title = look.words(f"delivery.tallies.{name}", count=len(found))
    return folded(title, items(_other(one, known, look) for one in found))


def _source(source_id: object, known: Known) -> Part:
    return links.links([str(source_id)], known.world.dataset.documents)


def _sums(ceiling: float, floor: float, one: Reconciled, look: Look) -> Part:
    """Ceiling and floor of lines; nothing where nobody published any."""
    if not one.lines:
        return NONE
    high, low = (look.formats.stated(end, str(one.tally["currency"])) for end in (ceiling, floor))
    return high, Said("small", look.words("delivery.tallies.floor", floor=low))


def _gap(one: Reconciled, look: Look) -> Part:
    """How far the lines fall short of the total, or go beyond it."""
    if not one.lines or not one.gap:
        return ""
    gap = look.formats.stated(abs(one.gap), str(one.tally["currency"]))
    key = "short" if one.gap > 0 else "over"
    return Said("small", look.words(f"delivery.tallies.{key}", gap=gap))


def _lines(one: Reconciled, known: Known, look: Look) -> Part:
    """Each line with its wording and what has become of it, then the sums without lost ones."""
    if not one.lines:
        key = "no_own_lines" if one.has_lines else "no_lines"
        return Said("small", look.words(f"delivery.tallies.{key}"))
    lines = items(_line(row, one, known, look) for row in one.lines)
    title = look.words("delivery.tallies.lines", count=len(one.lines))
    return folded(title, lines), *_losses(one, look)


def _line(row: Row, one: Reconciled, known: Known, look: Look) -> Part:
    currency = str(one.tally["currency"])
    is_known = row["commitment_id"] in known.world.facts
    title = ways.commitment(row["commitment_id"], known.world) if is_known else ""
    asides = "; ".join(_asides(row, currency, look))
    amount = look.formats.stated(row["ceiling"], currency)
    return amount, title, Said("beside", (asides, _source(row["source_id"], known)))


def _asides(row: Row, currency: str, look: Look) -> list[str]:
    """What holds a line back: no floor or a lower one, a condition; and where it stands."""
    asides: list[str] = []
    if pd.notna(row["ceiling"]) and pd.isna(row["floor"]):
        asides.append(look.words("delivery.tallies.no_floor"))
    elif pd.notna(row["ceiling"]) and row["floor"] != row["ceiling"]:
        floor = look.formats.stated(row["floor"], currency)
        asides.append(look.words("delivery.tallies.floor", floor=floor))
    if bool(row["is_conditional"]):
        asides.append(look.words("delivery.tallies.conditional"))
    if isinstance(row["status"], str):
        stands = f"{look.rung(row['status'])}, {look.formats.day(row['status_date'])}"
        asides.append(f"{stands}{further(row, look)}")
    return asides


def _losses(one: Reconciled, look: Look) -> tuple[Part, ...]:
    """What the lines come to without the first lost one, then without the next, and so on."""
    currency, key, told = str(one.tally["currency"]), "without", []
    for title, ceiling, floor in one.without_lost():
        high, low = (look.formats.stated(end, currency) for end in (ceiling, floor))
        told.append(look.words(f"delivery.tallies.{key}", title=title, ceiling=high, floor=low))
        key = "also_without"
    return small(*told)


def _other(one: Reconciled, known: Known, look: Look) -> Part:
    """Another telling of a total or a part said to be in it, with what it covers and its lines."""
    tally = one.tally
    day = look.formats.day(str(tally["said_on"]))
    by = look.words("delivery.tallies.short_by", by=tally["said_by"], day=day)
    asides = [by, *(text for text in (tally["covers"], tally["note"]) if isinstance(text, str))]
    told = ". ".join(text.rstrip(".") for text in asides)
    return (
        Said("strong", _said(tally, look)),
        str(tally["title"]),
        Said("beside", (f"{told}.", _source(tally["source_id"], known))),
        _gap(one, look),
        _lines(one, known, look) if len(one.lines) else "",
    )
