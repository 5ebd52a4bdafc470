"""What the blocks of a comparison share: sections, amounts, bars on one axis, joined words."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from html import escape

import pandas as pd

from tracker.counting.standings import Standing
from tracker.look import html, view
from tracker.look.marks import SMALLEST_PCT, Look
from tracker.look.tables import table
from tracker.world.figures import Figure

SOURCE_DIGITS = 4  # what a source states is shown as it states it
COMPUTED_DIGITS = 2


@dataclass(frozen=True)
class Section:
    """A block of the page: its name in the address, its finding, and its escaped HTML."""

    name: str
    heading: str
    html: str


def section(
    name: str, heading: str, look: Look, body: str, note: str = "", page: str = "comparison"
) -> Section:
    """A block under its finding, with what it is about as a small line above.

    The words are those of ``page``.
    """
    about = escape(look.words(f"{page}.{name}.about"))
    notes = f'<p class="cc-m">{escape(note)}</p>' if note else ""
    html = (
        f'<section class="cc cc-block" id="{escape(name)}"><p class="cc-m">{about}</p>'
        f"<h2>{escape(heading)}</h2>{body}{notes}</section>"
    )
    return Section(name, heading, html)


def listed(
    rows: list[dict[str, str]],
    name: str,
    look: Look,
    *,
    markup: Collection[str] = (),
    right: Collection[str] = (),
    labels: Mapping[str, str] | None = None,
) -> str:
    """Rows of text as a table; columns are named by ``labels``, else by the texts of ``name``.

    Tables called ``name-…`` share the texts of ``name``.
    """
    if not rows:
        return ""
    own = _labels(rows, f"comparison.{name.partition('-')[0]}", look, labels)
    return table(pd.DataFrame(rows), name=name, labels=own, markup=markup, right=right)


def stacked(
    rows: list[dict[str, str]],
    name: str,
    look: Look,
    texts: str | Mapping[str, str],
    *,
    markup: Collection[str] = (),
    right: Collection[str] = (),
) -> str:
    """Rows of text whose cells stand one under another on a narrow screen.

    ``texts`` are the names of the columns, or the path to the words of the table.
    """
    if not rows:
        return ""
    own = _labels(rows, texts, look, None) if isinstance(texts, str) else dict(texts)
    frame = pd.DataFrame(rows)
    return table(frame, name=name, labels=own, markup=markup, right=right, is_stacked=True)


def _labels(
    rows: list[dict[str, str]], texts: str, look: Look, given: Mapping[str, str] | None
) -> dict[str, str]:
    """The name of each column: the one ``given``, else that of ``texts``."""
    own = given or {}
    return {
        column: own.get(column) or look.words(f"{texts}.columns.{column}") for column in rows[0]
    }


def under(text: str, *notes: object) -> str:
    """Escaped text with small notes under it; a note that is missing is left out."""
    small = [f'<div class="cc-m">{escape(note)}</div>' for note in notes if isinstance(note, str)]
    return escape(text) + "".join(small)


def written(figure: Figure, look: Look) -> str:
    """A figure with its unit; the words for not found where there is none."""
    if figure.low is None or figure.high is None:
        return look.words("comparison.not_found")
    digits = COMPUTED_DIGITS if figure.stage or figure.prices else SOURCE_DIGITS
    return look.formats.with_unit(figure.low, figure.high, figure.unit, digits)


def bar(code: str, figure: Figure, longest: float) -> str:
    """A bar from zero: full up to the low end, an outline from there to the high end.

    ``longest`` is the value at the right end of the axis. No figure gives no bar.
    """
    if figure.low is None or figure.high is None or longest <= 0 or figure.high <= 0:
        return ""
    low = 100 * max(figure.low, 0.0) / longest
    rest = 100 * figure.high / longest - low
    sure = f'<i class="cc-k-operating" style="width:{max(SMALLEST_PCT, low):.2f}%"></i>'
    open_end = f'<i class="cc-k-announced" style="width:{rest:.2f}%"></i>'
    pieces = (sure if low else "") + (open_end if rest > SMALLEST_PCT else "")
    return f'<div class="cc-bar cc-{escape(code)}" aria-hidden="true">{pieces}</div>'


def joined(parts: Iterable[str], look: Look) -> str:
    """Parts of a sentence with commas, the last with and."""
    *first, last = [*parts] or [""]
    return f"{', '.join(first)}{look.words('comparison.and')}{last}" if first else last


def concrete_shares(found: Iterable[Standing], lens: str, look: Look) -> dict[str, str]:
    """Country -> how much of its ceiling counts through ``lens``, from floor to ceiling: 8–10%."""
    by_rule = {one.rule.rule_id: one.by_country for one in found}
    shares = {}
    for code, value in by_rule[lens].items():
        whole = by_rule["ceiling"][code].figure.high
        low, high = value.figure.low, value.figure.high
        if whole and low is not None and high is not None:
            shares[code] = look.formats.share_range(low / whole, high / whole)
    return shares


def led(found: list[Standing], look: Look) -> str:
    """How many of these rules each country leads under, and how many tell nothing."""
    counts = {code: 0 for one in found[:1] for code in one.by_country}
    for one in found:
        if one.leader:
            counts[one.leader] += 1
    told = [
        look.words("comparison.leads_under", country=look.formats.country(code), count=count)
        for code, count in counts.items()
    ]
    open_ones = len(found) - sum(counts.values())
    if open_ones:
        told.append(look.words("comparison.told_by_none", count=open_ones))
    return joined(told, look)


def old(section: view.Section, look: Look) -> Section:
    """A section of data as one of HTML, until every page is made of data."""
    return Section(section.name, section.heading, str(html.section(section, look)))
