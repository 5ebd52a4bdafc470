"""Texts, links, lists, bars and what is folded away, as escaped HTML."""

from typing import Any

from markupsafe import escape

from tracker.look.citing import cited
from tracker.look.elements import (
    Bar,
    Fold,
    Items,
    Link,
    Piece,
    Run,
    Said,
    Source,
    Swatch,
    Terms,
)
from tracker.look.html.writers import WRITERS, write
from tracker.look.look import Look
from tracker.look.view import Field, Notice

SMALLEST_PCT = 0.15  # a narrower piece would not be seen; its words still name it
TONES = {  # the element, and what its tag says beside its name
    "small": ("div", ' class="cc-m"'),
    "beside": ("span", ' class="cc-m"'),
    "takeaway": ("p", ' class="cc-takeaway"'),
    "tier": ("span", ' class="cc-m cc-tier"'),
    "narrow": ("div", ' class="cc-m cc-narrow"'),
    "over": ("div", ' class="cc-over"'),
    "under": ("div", ' class="cc-under"'),
    "name": ("div", ' class="cc-t"'),
    "soft": ("span", ' class="cc-soft"'),
    "number": ("span", ' class="cc-number"'),
    "huge": ("span", ' class="cc-huge"'),
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


def _text(part: str, look: Look) -> str:
    """Lines of a text stay lines."""
    return str(escape(part)).replace("\n", "<br>")


def _several(part: tuple[Any, ...], look: Look) -> str:
    """Parts one after another, a blank between them."""
    return " ".join([text for one in part if (text := write(one, look))])


def _said(part: Said, look: Look) -> str:
    tag, dress = TONES[part.tone]
    hint = f' title="{escape(part.hint)}"' if part.hint else ""
    text = write(part.parts, look)
    return f"<{tag}{dress}{hint}>{text}</{tag}>" if text else ""


def _run(part: Run, look: Look) -> str:
    return str(escape(part.between)).join(
        [text for one in part.parts if (text := write(one, look))]
    )


def _link(part: Link, look: Look) -> str:
    return f'<a href="{escape(part.address)}"{LINKS[part.kind]}>{escape(part.text)}</a>'


def _notice(part: Notice, look: Look) -> str:
    return write(Said("text", part.text), look)


def _bar(part: Bar, look: Look) -> str:
    hue = f" cc-{escape(part.country_code)}" if part.country_code else ""
    told = 'aria-hidden="true"'
    if part.told:
        told = 'role="img" aria-label="{0}" title="{0}"'.format(escape(part.told))
    bar = f'<div class="cc-bar{hue}" {told}>{"".join(map(_piece, part.pieces))}</div>'
    value = write(part.value, look)
    if not value:
        return bar
    end = f'<b style="left:{min(part.end_pct, 100.0):.2f}%">{value}</b>'
    return f'<div class="cc-ended"><div>{bar}{end}</div></div>'


def _piece(piece: Piece) -> str:
    before = f"margin-left:{piece.before_pct:.2f}%;" if piece.before_pct else ""
    width = f"{before}width:{max(SMALLEST_PCT, piece.width_pct):.2f}%"
    return f'<i class="cc-k-{escape(piece.mark)}{_judged(piece)}" style="{width}"></i>'


def _judged(one: Piece | Swatch) -> str:
    return " cc-judged" if one.is_judged else ""


def _swatch(part: Swatch, look: Look) -> str:
    if part.kind not in CIRCLES:
        hue = f"cc-{escape(part.country_code)} " if part.country_code else ""
        return f'<i class="{hue}cc-k-{escape(part.kind)}{_judged(part)}" aria-hidden="true"></i>'
    size = f"{2 * part.px:.1f}px"
    style = f' style="width:{size};height:{size}"' if part.px else ""
    return f'<span class="cc-circle cc-{part.kind}"{style}></span>'


def _items(part: Items, look: Look) -> str:
    items = "".join([f"<li>{write(one, look)}</li>" for one in part.parts])
    return LISTS[part.kind].format(items=items, name=escape(part.name))


def _terms(part: Terms, look: Look) -> str:
    entries = "".join(
        f"<dt>{escape(term)}</dt>" + "".join(f"<dd>{write(one, look)}</dd>" for one in told)
        for term, told in part.entries
    )
    return f"<dl>{entries}</dl>"


def _fold(part: Fold, look: Look) -> str:
    kind = f' name="{escape(part.group)}"' if part.group else ""
    kind += " open" if part.is_open else ""
    body = write(part.body, look)
    return f"<details{kind}><summary>{escape(part.title)}</summary>{body}</details>"


def _field(part: Field, look: Look) -> str:
    """What can be typed over, where nobody can type: its label and what is known of it."""
    return write((Said("name", part.label), Said("note", part.about)), look)


WRITERS |= {
    str: _text,
    tuple: _several,
    Said: _said,
    Run: _run,
    Link: _link,
    Source: lambda part, look: write(cited(part, look), look),
    Notice: _notice,
    Bar: _bar,
    Swatch: _swatch,
    Items: _items,
    Terms: _terms,
    Fold: _fold,
    Field: _field,
}
