"""The only place where HTML is made: every part, table and section of a view -> escaped markup."""

from collections.abc import Callable, Iterator
from typing import Any

from markupsafe import Markup, escape

from tracker.dataset.plain import Row
from tracker.look.citing import cited
from tracker.look.elements import (
    Bar,
    Column,
    Fold,
    Items,
    Link,
    Piece,
    Run,
    Said,
    Source,
    Swatch,
    Table,
    Terms,
)
from tracker.look.look import Look
from tracker.look.values import written
from tracker.look.view import Field, Notice, Section

SMALLEST_PCT = 0.15  # a narrower piece would not be seen; its words still name it
TONES = {  # the element, and what its tag says beside its name
    "small": ("div", ' class="cc-m"'),
    "beside": ("span", ' class="cc-m"'),
    "tier": ("span", ' class="cc-m cc-tier"'),
    "narrow": ("div", ' class="cc-m cc-narrow"'),
    "name": ("div", ' class="cc-t"'),
    "soft": ("span", ' class="cc-soft"'),
    "number": ("span", ' class="cc-number"'),
    "chip": ("span", ' class="cc-chip"'),
    "plain": ("span", ""),
    "current": ("span", ' aria-current="true"'),
    "strong": ("b", ""),
    "struck": ("s", ""),
    "line": ("div", ""),
    "text": ("p", ""),
    "note": ("p", ' class="cc-m"'),
    "large": ("p", ' class="cc-number"'),
    "working": ("div", ' class="cc-paper"'),
    "total": ("div", ' class="cc cc-total"'),
    "sum": ("section", ' class="cc cc-sum"'),
    "heading": ("h3", ""),
    "title": ("h2", ""),
    "pair": ("div", ' class="cc-pair"'),
    "three": ("div", ' class="cc-three"'),
    "frame": ("div", ' class="cc cc-frame" tabindex="0"'),
    "footer": ("p", ' class="cc cc-m cc-footer"'),
}
LINKS = {
    "": ' target="_self"',
    "outside": ' target="_blank" rel="noopener noreferrer"',
    "current": ' target="_self" aria-current="true"',
    "skip": ' class="cc cc-skip"',
}
LISTS = {
    "": "<ul>{items}</ul>",
    "legend": '<ul class="cc-legend" aria-label="{name}">{items}</ul>',
    "contents": '<nav aria-label="{name}"><ul class="cc-contents">{items}</ul></nav>',
}
CIRCLES = {"full", "hollow", "disc"}
BREAK, NO_NAME = Markup("<br>"), Markup("<extra></extra>")  # as figures write them


def html(part: Any, look: Look) -> Markup:
    """Any part as escaped HTML; nothing for an empty one. Raises TypeError for anything else."""
    return Markup(_html(part, look))


def _html(part: Any, look: Look) -> str:
    """HTML as plain text: to put Markup together escapes it anew, which takes ten times as long.

    So whatever is no HTML yet goes through `escape` where it is put in.
    """
    if (writer := WRITERS.get(type(part))) is None:
        raise TypeError(f"{type(part).__name__} is no part of a view")
    return writer(part, look)


def _text(part: str, look: Look) -> str:
    """Lines of a text stay lines."""
    return str(escape(part)).replace("\n", "<br>")


def _several(part: tuple[Any, ...], look: Look) -> str:
    """Parts one after another, a blank between them."""
    return " ".join([text for one in part if (text := _html(one, look))])


def _said(part: Said, look: Look) -> str:
    tag, dress = TONES[part.tone]
    hint = f' title="{escape(part.hint)}"' if part.hint else ""
    text = _html(part.parts, look)
    return f"<{tag}{dress}{hint}>{text}</{tag}>" if text else ""


def _run(part: Run, look: Look) -> str:
    return str(escape(part.between)).join(
        [text for one in part.parts if (text := _html(one, look))]
    )


def _link(part: Link, look: Look) -> str:
    return f'<a href="{escape(part.address)}"{LINKS[part.kind]}>{escape(part.text)}</a>'


def _notice(part: Notice, look: Look) -> str:
    return _html(Said("text", part.text), look)


def _bar(part: Bar, look: Look) -> str:
    hue = f" cc-{escape(part.country_code)}" if part.country_code else ""
    told = 'aria-hidden="true"'
    if part.told:
        told = 'role="img" aria-label="{0}" title="{0}"'.format(escape(part.told))
    return f'<div class="cc-bar{hue}" {told}>{"".join(map(_piece, part.pieces))}</div>'


def _piece(piece: Piece) -> str:
    before = f"margin-left:{piece.before_pct:.2f}%;" if piece.before_pct else ""
    width = f"{before}width:{max(SMALLEST_PCT, piece.width_pct):.2f}%"
    return f'<i class="cc-k-{escape(piece.mark)}" style="{width}"></i>'


def _swatch(part: Swatch, look: Look) -> str:
    if part.kind not in CIRCLES:
        hue = f"cc-{escape(part.country_code)} " if part.country_code else ""
        return f'<i class="{hue}cc-k-{escape(part.kind)}" aria-hidden="true"></i>'
    size = f"{2 * part.px:.1f}px"
    style = f' style="width:{size};height:{size}"' if part.px else ""
    return f'<span class="cc-circle cc-{part.kind}"{style}></span>'


def _items(part: Items, look: Look) -> str:
    items = "".join([f"<li>{_html(one, look)}</li>" for one in part.parts])
    return LISTS[part.kind].format(items=items, name=escape(part.name))


def _terms(part: Terms, look: Look) -> str:
    entries = "".join(
        f"<dt>{escape(term)}</dt>" + "".join(f"<dd>{_html(one, look)}</dd>" for one in told)
        for term, told in part.entries
    )
    return f"<dl>{entries}</dl>"


def _fold(part: Fold, look: Look) -> str:
    kind = f' name="{escape(part.group)}"' if part.group else ""
    kind += " open" if part.is_open else ""
    body = _html(part.body, look)
    return f"<details{kind}><summary>{escape(part.title)}</summary>{body}</details>"


def _field(part: Field, look: Look) -> str:
    """What can be typed over, where nobody can type: its label and what is known of it."""
    return _html((Said("name", part.label), Said("note", part.about)), look)


def _table(part: Table, look: Look) -> str:
    """A real table, written a column at a time; each cell names its column in ``headers``."""
    if not part.rows:
        return ""
    heads = "\n".join(_head(part, column) for column in part.columns)
    columns = [_cells(part, column, look) for column in part.columns]
    rows = "\n".join(f"<tr>{chr(10).join(row)}</tr>" for row in zip(*columns, strict=True))
    kind = "cc cc-wide cc-stack" if part.is_stacked else "cc cc-wide"
    return (
        f'<div class="{kind}" id="{escape(part.name)}"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _head(part: Table, column: Column) -> str:
    name = f"{escape(part.name)}-{escape(column.name)}"
    return f'<th scope="col" id="{name}"{_right(column)}>{escape(column.label)}</th>'


def _right(column: Column) -> str:
    return ' class="cc-right"' if column.is_right else ""


def _cells(part: Table, column: Column, look: Look) -> Iterator[str]:
    """The cells of a column; on a narrow screen those of a stacked table bear its label."""
    label = f' data-label="{escape(column.label)}"' if part.is_stacked else ""
    name = f"{escape(part.name)}-{escape(column.name)}"
    tag = f'<td headers="{name}"{label}{_right(column)}>'
    return (f"{tag}{_cell(row, column, look)}</td>" for row in part.rows)


def _cell(row: Row, column: Column, look: Look) -> str:
    """One cell of a table: its value, with its way in, and what stands under it."""
    part = row[column.name]
    if column.kind != "part":
        part = written(part, column, look)
    if column.link and isinstance(address := row[column.link], str) and address:
        part = Link(part, address)
    under = [Said("small", row[name]) for name in column.under if isinstance(row[name], str)]
    return "".join([_html(one, look) for one in (part, *under)])


WRITERS: dict[type, Callable[[Any, Look], str]] = {
    str: _text,
    tuple: _several,
    Said: _said,
    Run: _run,
    Link: _link,
    Source: lambda part, look: _html(cited(part, look), look),
    Notice: _notice,
    Bar: _bar,
    Swatch: _swatch,
    Items: _items,
    Terms: _terms,
    Fold: _fold,
    Field: _field,
    Table: _table,
}


def figure_text(*lines: str) -> str:
    """Lines of text for a figure, whose texts are HTML of a kind."""
    return str(BREAK.join(lines))


def dressed(text: Markup) -> str:
    """HTML of a page in the dress of the style sheet; nothing for nothing."""
    return f'<div class="cc">{text}</div>' if text else ""


def style(sheet: str) -> str:
    """A style sheet as an element of a page."""
    return f"<style>{sheet}</style>"


def section(one: Section, look: Look) -> Markup:
    """A section under its finding, or bare where it has none; nothing for an empty one."""
    head = (Said("note", one.about), Said("title", one.heading))
    parts = [_html(part, look) for part in (*head, *one.blocks, Said("note", one.note))]
    body = "".join(parts)
    if one.heading and body:
        body = f'<section class="cc cc-block" id="{escape(one.name)}">{body}</section>'
    return Markup(body)
