"""Quoted totals beside what sums to them, and what became of each line."""

from html import escape

import pandas as pd

from tracker import cells
from tracker.comparison.leading import compared
from tracker.comparison.showing import Section, listed, section, under
from tracker.known import Known
from tracker.marks import Look
from tracker.tallies import Reconciled, tallies


def quoted(known: Known, look: Look) -> Section:
    """Every quoted total with its lines folded under it, the newest first."""
    found = [one for one in tallies(known.world) if one.tally["country_code"] in compared(known)]
    found = sorted(found, key=lambda one: str(one.tally["said_on"]), reverse=True)
    rows = [_row(one, known, look) for one in found]
    names = ("total", "said", "lines", "live", "strict")
    labels = {name: look.words(f"delivery.tallies.columns.{name}") for name in names}
    body = listed(rows, "tallies", look, markup=list(labels), labels=labels)
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


def _exact(amount: float, currency: str, look: Look) -> str:
    """An amount as lines state it: billions to two digits, where the currency has billions."""
    unit = f"{currency} bn"
    if unit not in look.words.part("formats.units"):
        return look.formats.money(amount, currency)
    return look.formats.with_unit(amount / 1e9, amount / 1e9, unit, 2)


def _row(one: Reconciled, known: Known, look: Look) -> dict[str, str]:
    tally, currency = one.tally, str(one.tally["currency"])
    source = cells.links([str(tally["source_id"])], known.world.dataset.documents)
    country = look.formats.country(str(tally["country_code"]))
    by = look.words(
        "delivery.tallies.by",
        by=tally["said_by"],
        day=look.formats.day(str(tally["said_on"])),
        country=country,
    )
    said = look.words.term("qualifier", str(tally["qualifier"]))
    amount = look.formats.money(float(tally["amount"]), currency)
    return {
        "total": f'<div class="cc-t" id="{escape(str(tally["tally_id"]))}">'
        f"{escape(str(tally['title']))}</div>" + under(by, tally["covers"], tally["note"]),
        "said": f'<span class="cc-number">{escape(f"{said} {amount}")}</span>'
        f'<div class="cc-m">{source}</div>{_others(one, known, look)}',
        "lines": _sums(one.ceiling, one.floor, one, look) + _lines(one, known, look),
        "live": _sums(one.live_ceiling, one.live_floor, one, look) + _losses(one, look),
        "strict": escape(_exact(one.strict, currency, look)) if len(one.lines) else "–",
    }


def _sums(ceiling: float, floor: float, one: Reconciled, look: Look) -> str:
    """Ceiling and floor of lines; that there are none where nobody published any."""
    if not len(one.lines):
        return f'<span class="cc-m">{escape(look.words("delivery.tallies.no_lines"))}</span>'
    ends = (_exact(end, str(one.tally["currency"]), look) for end in (ceiling, floor))
    high, low = ends
    return (
        f'{high}<div class="cc-m">{escape(look.words("delivery.tallies.floor", floor=low))}</div>'
    )


def _lines(one: Reconciled, known: Known, look: Look) -> str:
    """Each line with its wording and what has become of it; and how far they fall short."""
    if not len(one.lines):
        return ""
    items = "".join(_line(row, one, known, look) for _, row in one.lines.iterrows())
    title = escape(look.words("delivery.tallies.lines", count=len(one.lines)))
    gap = _exact(abs(one.gap), str(one.tally["currency"]), look)
    key = "short" if one.gap > 0 else "over"
    told = escape(look.words(f"delivery.tallies.{key}", gap=gap))
    aside = f'<div class="cc-m">{told}</div>' if one.gap else ""
    return f"{aside}<details><summary>{title}</summary><ul>{items}</ul></details>"


def _line(row: pd.Series, one: Reconciled, known: Known, look: Look) -> str:
    currency = str(one.tally["currency"])
    amount = look.formats.money(row["ceiling"], currency)
    asides = [look.words("delivery.tallies.no_floor")] if pd.isna(row["floor"]) else []
    if pd.notna(row["floor"]) and row["floor"] != row["ceiling"]:
        floor = look.formats.money(row["floor"], currency)
        asides.append(look.words("delivery.tallies.floor", floor=floor))
    if pd.isna(row["ceiling"]):
        asides = []
    if bool(row["is_conditional"]):
        asides.append(look.words("delivery.tallies.conditional"))
    if isinstance(row["status"], str):
        day = look.formats.day(row["status_date"])
        asides.append(f"{look.rung(row['status'])}, {day}")
    source = cells.links([row["source_id"]], known.world.dataset.documents)
    aside = f'<span class="cc-m">{escape("; ".join(asides))} {source}</span>'
    return f"<li>{escape(amount)} {escape(row['title'])} {aside}</li>"


def _losses(one: Reconciled, look: Look) -> str:
    """What the lines come to without the first lost one, without the first two, and so on."""
    gone = one.lines.drop(one.lines.index[~one.lines["status"].isin(look.rules.lost_rungs)])
    gone = gone.sort_values("ceiling", ascending=False)
    ceiling, floor, items = one.ceiling, one.floor, []
    currency = str(one.tally["currency"])
    for _, row in gone.iterrows():
        ceiling -= 0.0 if pd.isna(row["ceiling"]) else float(row["ceiling"])
        floor -= 0.0 if pd.isna(row["floor"]) else float(row["floor"])
        high, low = (_exact(end, currency, look) for end in (ceiling, floor))
        items.append(
            look.words("delivery.tallies.without", title=row["title"], ceiling=high, floor=low)
        )
    return "".join(f'<div class="cc-m">{escape(item)}</div>' for item in items)


def _others(one: Reconciled, known: Known, look: Look) -> str:
    """Other readings of the same total, and the slices said to be in it, each with its lines."""
    kinds = (("reading", one.readings), ("slice", one.slices))
    return "".join(_other(kind, other, known, look) for kind, found in kinds for other in found)


def _other(kind: str, one: Reconciled, known: Known, look: Look) -> str:
    tally = one.tally
    qualifier = look.words.term("qualifier", str(tally["qualifier"]))
    amount = look.formats.money(float(tally["amount"]), str(tally["currency"]))
    day = look.formats.day(str(tally["said_on"]))
    by = look.words("delivery.tallies.short_by", by=tally["said_by"], day=day)
    name = look.words(f"delivery.tallies.{kind}")
    told = escape(f"{name}: {qualifier} {amount}, {tally['title']} ({by})")
    source = cells.links([str(tally["source_id"])], known.world.dataset.documents)
    return f'<div class="cc-m">{told} {source}</div>{_lines(one, known, look)}'
