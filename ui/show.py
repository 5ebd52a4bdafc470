"""A view on a page: its sections in their order, as HTML, figures and files."""

from collections.abc import Iterable
from itertools import groupby
from weakref import WeakKeyDictionary

import streamlit as st
from markupsafe import Markup
from pydeck import Deck

from tracker.look import html
from tracker.look.view import Beside, Block, Chart, Fold, Items, Link, Notice, Section, View
from ui import blocks, data, figures

DRAWN = Chart | Notice | Beside  # what is not HTML

_HTML: WeakKeyDictionary[Section, Markup] = WeakKeyDictionary()


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
    if not any(isinstance(block, DRAWN) for block in one.blocks):
        blocks.markup(_written(one))
        return
    if one.heading:
        st.markdown(f"## {blocks.plain(one.heading)}")
    _blocks(one.blocks)
    if one.note:
        blocks.note(one.note)


def _written(one: Section) -> Markup:
    """The HTML of a section, made once for as long as its view is kept."""
    if one not in _HTML:
        _HTML[one] = html.section(one, data.look())
    return _HTML[one]


def _blocks(found: Iterable[Block]) -> None:
    for is_drawn, group in groupby(found, lambda block: isinstance(block, DRAWN)):
        if not is_drawn:
            blocks.markup(html.html(tuple(group), data.look()))
            continue
        for block in group:
            if isinstance(block, Chart):
                _chart(block)
            elif isinstance(block, Beside):
                _beside(block)
            elif isinstance(block, Notice):
                st.info(block.text)


def _beside(block: Beside) -> None:
    widths = block.widths or (1,) * len(block.blocks)
    for one, column in zip(block.blocks, st.columns(widths, gap=block.gap), strict=True):
        with column:
            _blocks([one])


def _chart(chart: Chart) -> None:
    """A figure under its name, the same numbers as a table folded away, and small print."""
    if chart.heading:
        st.markdown(f"**{blocks.plain(chart.heading)}**")
    figure = chart.draw(st.context.theme.type or "light")
    if isinstance(figure, Deck):
        st.pydeck_chart(figure, height=data.look().rules.places.height_px, alt=chart.told)
    else:
        figures.show(figure, chart.name, chart.told)
    if chart.table and len(chart.table.frame):
        blocks.parts(Fold(data.look().words("energy.charts.as_table"), chart.table))
    if chart.note:
        blocks.note(chart.note)


def downloads(view: View) -> None:
    """The files of a view, each made when it is asked for."""
    for one in view.downloads:
        st.download_button(one.label, one.content, one.name, one.mime, on_click="ignore")
