"""The only place where HTML is made: every part, table and section of a view -> escaped markup."""

from typing import Any

from markupsafe import Markup, escape

from tracker.look.elements import Said
from tracker.look.html import maps, pictures, tables, texts  # bring their writers
from tracker.look.html.texts import SMALLEST_PCT
from tracker.look.html.writers import WRITERS, write
from tracker.look.look import Look
from tracker.look.view import Section

__all__ = ["BREAK", "NO_NAME", "SMALLEST_PCT", "dressed", "figure_text", "html", "maps", "pictures"]
__all__ += ["section", "style", "tables", "texts"]

BREAK, NO_NAME = Markup("<br>"), Markup("<extra></extra>")  # as figures write them


def html(part: Any, look: Look) -> Markup:
    """Any part as escaped HTML; nothing for an empty one. Raises TypeError for anything else."""
    return Markup(write(part, look))


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
    note = Said("note", one.note)
    if one.is_folded:
        body = "".join([write(part, look) for part in (Said("note", one.about), *one.blocks, note)])
        return Markup(_folded(one, body)) if body else Markup("")
    head = (Said("note", one.about), Said("title", one.heading))
    body = "".join([write(part, look) for part in (*head, *one.blocks, note)])
    if one.heading and body:
        body = f'<section class="cc cc-block" id="{escape(one.name)}">{body}</section>'
    return Markup(body)


def _folded(one: Section, body: str) -> str:
    head = f"<summary><h2>{escape(one.heading)}</h2></summary>"
    return f'<details class="cc cc-block" id="{escape(one.name)}">{head}{body}</details>'


WRITERS |= {Section: lambda part, look: str(section(part, look))}
