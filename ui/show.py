"""A view on a page: its sections in their order, as HTML, figures and files."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import chain, groupby
from typing import Any
from weakref import WeakKeyDictionary

import streamlit as st
from markupsafe import Markup

from tracker.look import html
from tracker.look.elements import Fold, Items, Link
from tracker.look.look import Look
from tracker.look.view import Beside, Block, Chart, Notice, Section, View
from ui import blocks, data, figures, notices

THEMES = ("light", "dark")
DRAWN = Chart | Notice | Beside  # what is not HTML
Piece = Markup | Chart | Notice | Beside | Section

_KEPT: WeakKeyDictionary[Section | Chart | Beside, dict[Hashable, Any]] = WeakKeyDictionary()


def _once(whose: Section | Chart | Beside, what: Hashable, make: Callable[[], Any]) -> Any:
    """What ``make`` gives, made once for as long as the view is kept whose part ``whose`` is."""
    kept = _KEPT.setdefault(whose, {})
    if what not in kept:
        kept[what] = make()
    return kept[what]


def title(view: View) -> None:
    """The finding as the one heading of the page, and a sentence under it."""
    blocks.title(view.title, view.lead)


def warnings(view: View) -> None:
    """What could not be done as it was asked for."""
    for told in view.warnings:
        st.warning(blocks.plain(told))


def contents(view: View, *names: str) -> None:
    """Links to the sections of a long page, those called ``names`` or all, that say so."""
    asked = [view[name] for name in names] or view.sections
    links = tuple(Link(one.about, f"#{one.name}") for one in asked if one.about)
    name = data.look().words("comparison.contents")
    blocks.markup(html.html(Items(links, "contents", name), data.look()))


def sections(view: View, *names: str) -> None:
    """The sections called ``names``, or all of them, in their order."""
    for one in [view[name] for name in names] or view.sections:
        section(one)


def section(one: Section) -> None:
    """A section: what is HTML in one piece, figures and what lies side by side on their own."""
    if not _is_drawn(one):
        _each(one)
    elif one.is_folded:
        with (
            st.container(key=f"fold-{one.name}"),
            st.expander(blocks.plain(one.heading), key=_place(one)),
        ):
            _drawn_section(one)
    else:
        with st.container(key=_place(one)):
            if one.heading:
                st.markdown(f"## {blocks.plain(one.heading)}")
            _drawn_section(one)


def _place(one: Section) -> str:
    """What ways.js finds a section by that Streamlit lays out: no id can be given there."""
    return f"at-{one.name}"


def _drawn_section(one: Section) -> None:
    _each(one)
    if one.note:
        blocks.note(one.note)


def _each(one: Section) -> None:
    for piece in _pieces(one):
        _piece(piece)


def prepare(view: View) -> None:
    """Write the HTML of a view, and draw its figures, before anyone reads it."""
    for one in view.sections:
        _prepare(_pieces(one))


def _prepare(pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        if isinstance(piece, Chart):
            _as_table(piece)
            for theme in THEMES:
                _figure(piece, theme)
        elif isinstance(piece, Beside):
            _prepare(chain.from_iterable(_columns(piece)))
        elif isinstance(piece, Section):
            _prepare(_pieces(piece))


def _is_drawn(block: Block) -> bool:
    """Whether a block is no HTML, or a section with something in it that is none."""
    if isinstance(block, Section):
        return any(_is_drawn(one) for one in block.blocks)
    return isinstance(block, DRAWN)


def _pieces(one: Section) -> list[Piece]:
    """What a section is made of, every run of parts written as HTML."""
    pieces: list[Piece] = _once(one, "pieces", lambda: [*_written_section(one)])
    return pieces


def _written_section(one: Section) -> Iterable[Piece]:
    return _written(one.blocks) if _is_drawn(one) else [html.section(one, data.look())]


def _written(found: Iterable[Block]) -> Iterator[Piece]:
    for is_drawn, group in groupby(found, _is_drawn):
        several: tuple[Any, ...] = tuple(group)
        yield from several if is_drawn else [html.html(several, data.look())]


def _piece(piece: Piece) -> None:
    if isinstance(piece, Chart):
        _chart(piece)
    elif isinstance(piece, Beside):
        _beside(piece)
    elif isinstance(piece, Notice):
        notices.nothing(piece.text)
    elif isinstance(piece, Section):
        section(piece)
    else:
        blocks.markup(piece)


def _beside(block: Beside) -> None:
    widths = block.widths or (1,) * len(block.blocks)
    columns = st.columns(widths, gap=block.gap)
    for pieces, column in zip(_columns(block), columns, strict=True):
        with column:
            for piece in pieces:
                _piece(piece)


def _columns(block: Beside) -> list[list[Piece]]:
    """What stands in each column, written as `_pieces` does."""
    columns: list[list[Piece]] = _once(
        block, "columns", lambda: [[*_written([one])] for one in block.blocks]
    )
    return columns


def _chart(chart: Chart) -> None:
    """A figure under its name, the same numbers as a table folded away, and small print."""
    if chart.heading:
        st.markdown(f"**{blocks.plain(chart.heading)}**")
    figure = _figure(chart, st.context.theme.type or THEMES[0])
    figures.show(figure, chart.name, chart.told)
    blocks.markup(_as_table(chart))
    if chart.note:
        blocks.note(chart.note)


def _figure(chart: Chart, theme: str) -> str:
    """A figure as it is sent to the browser."""
    figure: str = _once(chart, theme, lambda: figures.written(chart.draw(theme)))
    return figure


def _as_table(chart: Chart) -> Markup:
    written: Markup = _once(chart, "table", lambda: _folded_table(chart, data.look()))
    return written


def _folded_table(chart: Chart, look: Look) -> Markup:
    if chart.table is None or not chart.table.rows:
        return Markup("")
    return html.html(Fold(look.words("energy.charts.as_table"), chart.table), look)


def downloads(view: View) -> None:
    """The files of a view, each made when it is asked for."""
    for one in view.downloads:
        st.download_button(one.label, one.content, one.name, one.mime, on_click="ignore")
