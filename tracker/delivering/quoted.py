"""Quoted totals beside what sums to them, and what became of each line."""

from html import escape

import pandas as pd

from tracker import addresses, cells
from tracker.comparison.leading import compared
from tracker.comparison.showing import Section, section, stacked, under
from tracker.folds import bullets, folded
from tracker.known import Known
from tracker.marks import Look
from tracker.tallies import Reconciled, tallies

STATED = "exact"  # the qualifier of an amount that was said without any


def quoted(known: Known, look: Look) -> Section:
    """Every quoted total with its lines folded under it, the newest first."""
    found = [one for one in tallies(known.world) if one.tally["country_code"] in compared(known)]
    found = sorted(found, key=lambda one: str(one.tally["said_on"]), reverse=True)
    rows = [_row(one, known, look) for one in found]
    markup, right = ["total", "said", "lines", "live"], ["lines", "live", "strict"]
    body = stacked(rows, "tallies", look, "delivery.tallies", markup=markup, right=right)
    told = look.words(
        "delivery.tallies.heading",
        count=len(found),
        open=sum(not _has_lines(one) for one in found),
    )
    note = look.words("delivery.tallies.note")
    return section("tallies", told, look, body, note, "delivery")


def _has_lines(one: Reconciled) -> bool:
    """Whether a total, another telling of it or a slice has lines."""
    return any(len(each.lines) for each in (one, *one.readings, *one.slices))


def _said(tally: pd.Series, look: Look) -> str:
    """The amount of a total with the word that qualified it."""
    amount = look.formats.stated(float(tally["amount"]), str(tally["currency"]))
    if tally["qualifier"] == STATED:
        return amount
    return f"{look.words.term('qualifier', str(tally['qualifier']))} {amount}"


def _row(one: Reconciled, known: Known, look: Look) -> dict[str, str]:
    tally, currency = one.tally, str(one.tally["currency"])
    by = look.words(
        "delivery.tallies.by",
        by=tally["said_by"],
        day=look.formats.day(str(tally["said_on"])),
        country=look.formats.country(str(tally["country_code"])),
    )
    total = f'<div class="cc-t">{escape(str(tally["title"]))}</div>'
    total += under(by, tally["covers"], tally["note"])
    readings = look.words("delivery.tallies.readings", count=len(one.readings))
    slices = look.words("delivery.tallies.slices", count=len(one.slices))
    total += _lines(one, known, look)
    total += folded(readings, bullets(_other(other, known, look) for other in one.readings))
    total += folded(slices, bullets(_other(other, known, look) for other in one.slices))
    source = cells.links([str(tally["source_id"])], known.world.dataset.documents)
    return {
        "total": total,
        "said": f'<span class="cc-number">{escape(_said(tally, look))}</span>'
        f'<div class="cc-m">{source}</div>',
        "lines": _sums(one.ceiling, one.floor, one, look) + _gap(one, look),
        "live": _sums(one.live_ceiling, one.live_floor, one, look),
        "strict": look.formats.stated(one.strict, currency) if len(one.lines) else "–",
    }


def _sums(ceiling: float, floor: float, one: Reconciled, look: Look) -> str:
    """Ceiling and floor of lines; nothing where nobody published any."""
    if not len(one.lines):
        return "–"
    high, low = (look.formats.stated(end, str(one.tally["currency"])) for end in (ceiling, floor))
    told = escape(look.words("delivery.tallies.floor", floor=low))
    return f'{escape(high)}<div class="cc-m">{told}</div>'


def _gap(one: Reconciled, look: Look) -> str:
    """How far the lines fall short of the total, or go beyond it."""
    if not len(one.lines) or not one.gap:
        return ""
    gap = look.formats.stated(abs(one.gap), str(one.tally["currency"]))
    key = "short" if one.gap > 0 else "over"
    return f'<div class="cc-m">{escape(look.words(f"delivery.tallies.{key}", gap=gap))}</div>'


def _lines(one: Reconciled, known: Known, look: Look) -> str:
    """Each line with its wording and what has become of it, then the sums without lost ones."""
    if not len(one.lines):
        key = "no_own_lines" if _has_lines(one) else "no_lines"
        return f'<div class="cc-m">{escape(look.words(f"delivery.tallies.{key}"))}</div>'
    items = bullets(_line(row, one, known, look) for _, row in one.lines.iterrows())
    title = look.words("delivery.tallies.lines", count=len(one.lines))
    return folded(title, items) + _losses(one, look)


def _line(row: pd.Series, one: Reconciled, known: Known, look: Look) -> str:
    currency = str(one.tally["currency"])
    source = cells.links([row["source_id"]], known.world.dataset.documents)
    is_known = row["commitment_id"] in known.world.commitments.index
    title = addresses.commitment(row["commitment_id"], known.world) if is_known else ""
    aside = f'<span class="cc-m">{escape("; ".join(_asides(row, currency, look)))} {source}</span>'
    return f"{escape(look.formats.stated(row['ceiling'], currency))} {title} {aside}"


def _asides(row: pd.Series, currency: str, look: Look) -> list[str]:
    """What holds a line back: no floor or a lower one, a condition; and where it stands."""
    asides = []
    if pd.notna(row["ceiling"]) and pd.isna(row["floor"]):
        asides.append(look.words("delivery.tallies.no_floor"))
    elif pd.notna(row["ceiling"]) and row["floor"] != row["ceiling"]:
        floor = look.formats.stated(row["floor"], currency)
        asides.append(look.words("delivery.tallies.floor", floor=floor))
    if bool(row["is_conditional"]):
        asides.append(look.words("delivery.tallies.conditional"))
    if isinstance(row["status"], str):
        asides.append(f"{look.rung(row['status'])}, {look.formats.day(row['status_date'])}")
    return asides


def _losses(one: Reconciled, look: Look) -> str:
    """What the lines come to without the first lost one, then without the next, and so on."""
    currency, key, told = str(one.tally["currency"]), "without", []
    for title, ceiling, floor in one.without_lost():
        high, low = (look.formats.stated(end, currency) for end in (ceiling, floor))
        told.append(look.words(f"delivery.tallies.{key}", title=title, ceiling=high, floor=low))
        key = "also_without"
    return "".join(f'<div class="cc-m">{escape(text)}</div>' for text in told)


def _other(one: Reconciled, known: Known, look: Look) -> str:
    """Another telling of a total or a part said to be in it, with what it covers and its lines."""
    tally = one.tally
    day = look.formats.day(str(tally["said_on"]))
    by = look.words("delivery.tallies.short_by", by=tally["said_by"], day=day)
    source = cells.links([str(tally["source_id"])], known.world.dataset.documents)
    lines = _lines(one, known, look) if len(one.lines) else ""
    asides = [by, *(text for text in (tally["covers"], tally["note"]) if isinstance(text, str))]
    return (
        f"<b>{escape(_said(tally, look))}</b> {escape(str(tally['title']))} "
        f'<span class="cc-m">{escape(". ".join(text.rstrip(".") for text in asides))}. {source}'
        f"</span>{_gap(one, look)}{lines}"
    )
