"""The only place where HTML is made: every part, table and section of a view -> escaped markup."""

from functools import singledispatch
from typing import Any

import pandas as pd
from great_tables import GT
from great_tables import html as trusted
from markupsafe import Markup, escape

from tracker.look.look import Look
from tracker.look.values import written
from tracker.look.view import (
    Bar,
    Column,
    Field,
    Fold,
    Items,
    Link,
    Notice,
    Piece,
    Run,
    Said,
    Section,
    Swatch,
    Table,
    Terms,
)

NOTHING = Markup("")
SMALLEST_PCT = 0.15  # a narrower piece would not be seen; its words still name it
TONES = {
    "small": Markup('<div class="cc-m"{hint}>{text}</div>'),
    "beside": Markup('<span class="cc-m"{hint}>{text}</span>'),
    "narrow": Markup('<div class="cc-m cc-narrow"{hint}>{text}</div>'),
    "name": Markup('<div class="cc-t"{hint}>{text}</div>'),
    "soft": Markup('<span class="cc-soft"{hint}>{text}</span>'),
    "number": Markup('<span class="cc-number"{hint}>{text}</span>'),
    "chip": Markup('<span class="cc-chip"{hint}>{text}</span>'),
    "plain": Markup("<span{hint}>{text}</span>"),
    "current": Markup('<span aria-current="true"{hint}>{text}</span>'),
    "strong": Markup("<b{hint}>{text}</b>"),
    "struck": Markup("<s{hint}>{text}</s>"),
    "line": Markup("<div{hint}>{text}</div>"),
    "text": Markup("<p{hint}>{text}</p>"),
    "note": Markup('<p class="cc-m"{hint}>{text}</p>'),
    "large": Markup('<p class="cc-number"{hint}>{text}</p>'),
    "working": Markup('<div class="cc-paper"{hint}>{text}</div>'),
    "total": Markup('<div class="cc cc-total"{hint}>{text}</div>'),
    "sum": Markup('<section class="cc cc-sum"{hint}>{text}</section>'),
    "heading": Markup("<h3{hint}>{text}</h3>"),
    "title": Markup("<h2{hint}>{text}</h2>"),
    "pair": Markup('<div class="cc-pair"{hint}>{text}</div>'),
    "three": Markup('<div class="cc-three"{hint}>{text}</div>'),
    "frame": Markup('<div class="cc cc-frame" tabindex="0"{hint}>{text}</div>'),
    "footer": Markup('<p class="cc cc-m cc-footer"{hint}>{text}</p>'),
}
LINKS = {
    "": Markup('<a href="{address}" target="_self">{text}</a>'),
    "outside": Markup('<a href="{address}" target="_blank" rel="noopener noreferrer">{text}</a>'),
    "current": Markup('<a href="{address}" target="_self" aria-current="true">{text}</a>'),
    "skip": Markup('<a class="cc cc-skip" href="{address}">{text}</a>'),
}
LISTS = {
    "": Markup("<ul>{items}</ul>"),
    "legend": Markup('<ul class="cc-legend" aria-label="{name}">{items}</ul>'),
    "contents": Markup('<nav aria-label="{name}"><ul class="cc-contents">{items}</ul></nav>'),
}
CIRCLES = {"full", "hollow", "disc"}
BREAK, NO_NAME = Markup("<br>"), Markup("<extra></extra>")  # as figures write them


@singledispatch
def html(part: Any, look: Look) -> Markup:
    """Any part as escaped HTML; nothing for an empty one. Raises TypeError for anything else."""
    raise TypeError(f"{type(part).__name__} is no part of a view")


@html.register
def _text(part: str, look: Look) -> Markup:
    """Lines of a text stay lines."""
    return escape(part).replace("\n", BREAK)


@html.register
def _several(part: tuple, look: Look) -> Markup:  # type: ignore[type-arg]
    """Parts one after another, a blank between them."""
    return Markup(" ").join(text for one in part if (text := html(one, look)))


@html.register
def _said(part: Said, look: Look) -> Markup:
    text = html(part.parts, look)
    hint = Markup(' title="{}"').format(part.hint) if part.hint else NOTHING
    return TONES[part.tone].format(text=text, hint=hint) if text else NOTHING


@html.register
def _run(part: Run, look: Look) -> Markup:
    return escape(part.between).join(text for one in part.parts if (text := html(one, look)))


@html.register
def _link(part: Link, look: Look) -> Markup:
    return LINKS[part.kind].format(address=part.address, text=part.text)


@html.register
def _notice(part: Notice, look: Look) -> Markup:
    return html(Said("text", part.text), look)


@html.register
def _bar(part: Bar, look: Look) -> Markup:
    pieces = NOTHING.join(map(_piece, part.pieces))
    hue = f" cc-{part.country_code}" if part.country_code else ""
    told = Markup('aria-hidden="true"')
    if part.told:
        told = Markup('role="img" aria-label="{0}" title="{0}"').format(part.told)
    return Markup('<div class="cc-bar{}" {}>{}</div>').format(hue, told, pieces)


def _piece(piece: Piece) -> Markup:
    before = f"margin-left:{piece.before_pct:.2f}%;" if piece.before_pct else ""
    width = f"{before}width:{max(SMALLEST_PCT, piece.width_pct):.2f}%"
    return Markup('<i class="cc-k-{}" style="{}"></i>').format(piece.mark, width)


@html.register
def _swatch(part: Swatch, look: Look) -> Markup:
    if part.kind not in CIRCLES:
        hue = f"cc-{part.country_code} " if part.country_code else ""
        return Markup('<i class="{}cc-k-{}" aria-hidden="true"></i>').format(hue, part.kind)
    size = f"{2 * part.px:.1f}px"
    style = Markup(' style="width:{0};height:{0}"').format(size) if part.px else NOTHING
    return Markup('<span class="cc-circle cc-{}"{}></span>').format(part.kind, style)


@html.register
def _items(part: Items, look: Look) -> Markup:
    items = NOTHING.join(Markup("<li>{}</li>").format(html(one, look)) for one in part.parts)
    return LISTS[part.kind].format(items=items, name=part.name)


@html.register
def _terms(part: Terms, look: Look) -> Markup:
    entries = NOTHING.join(
        Markup("<dt>{}</dt>").format(term)
        + NOTHING.join(Markup("<dd>{}</dd>").format(html(one, look)) for one in told)
        for term, told in part.entries
    )
    return Markup("<dl>{}</dl>").format(entries)


@html.register
def _fold(part: Fold, look: Look) -> Markup:
    kind = Markup(' name="{}"').format(part.group) if part.group else NOTHING
    kind += Markup(" open") if part.is_open else NOTHING
    title, body = part.title, html(part.body, look)
    return Markup("<details{}><summary>{}</summary>{}</details>").format(kind, title, body)


@html.register
def _field(part: Field, look: Look) -> Markup:
    """What can be typed over, where nobody can type: its label and what is known of it."""
    return html((Said("name", part.label), Said("note", part.about)), look)


@html.register
def _table(part: Table, look: Look) -> Markup:
    """A real table by great_tables; cells carry ``headers="<name>-<column>"``."""
    if part.frame.empty:
        return NOTHING
    cells = {column.name: _cells(part.frame, column, look) for column in part.columns}
    labels: dict[str, Any] = {one.name: trusted(str(escape(one.label))) for one in part.columns}
    right = [column.name for column in part.columns if column.is_right]
    made = GT(pd.DataFrame(cells), id=part.name).cols_label(labels)
    made = made.cols_align("left").cols_align("right", columns=right).fmt(str, columns=[*cells])
    text = made.as_raw_html()
    # The style sheet that comes along is dropped: ours dresses every table of the app alike.
    body = text[text.index("<table") : text.rindex("</table>")]
    if part.is_stacked:
        for column in part.columns:
            cell = Markup('headers="{}-{}"').format(part.name, column.name)
            labelled = cell + Markup(' data-label="{}"').format(column.label)
            body = body.replace(str(cell), str(labelled))
    kind = "cc-wide cc-stack" if part.is_stacked else "cc-wide"
    whole = Markup('<div class="cc {}" id="{}">{}</table></div>')
    return whole.format(kind, part.name, Markup(body))


def _cells(frame: pd.DataFrame, column: Column, look: Look) -> list[str]:
    return [str(cell(row, column, look)) for row in frame.to_dict("records")]


def cell(row: dict[Any, Any], column: Column, look: Look) -> Markup:
    """One cell of a table: its value, with its way in, and what stands under it."""
    value = row[column.name]
    part = value if column.kind == "part" else written(value, column, look)
    if column.link and isinstance(address := row[column.link], str) and address:
        part = Link(part, address)
    under = (Said("small", row[name]) for name in column.under if isinstance(row[name], str))
    return NOTHING.join(html(one, look) for one in (part, *under))


def figure_text(*lines: str) -> str:
    """Lines of text for a figure, whose texts are HTML of a kind."""
    return str(BREAK.join(lines))


def dressed(text: Markup) -> str:
    """HTML of a page in the dress of the style sheet; nothing for nothing."""
    return str(Markup('<div class="cc">{}</div>').format(text)) if text else ""


def style(sheet: str) -> str:
    """A style sheet as an element of a page."""
    return str(Markup("<style>{}</style>").format(Markup(sheet)))


def section(one: Section, look: Look) -> Markup:
    """A section under its finding, or bare where it has none; nothing for an empty one."""
    head = (Said("note", one.about), Said("title", one.heading))
    parts = [html(part, look) for part in (*head, *one.blocks, Said("note", one.note))]
    if not one.heading:
        return NOTHING.join(parts)
    whole = Markup('<section class="cc cc-block" id="{}">{}</section>')
    return whole.format(one.name, NOTHING.join(parts)) if any(parts) else NOTHING
