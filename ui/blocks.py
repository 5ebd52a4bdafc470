"""What pages are made of: the frame, headings, our own HTML, downloads and notices."""

import re
from collections.abc import Iterable
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st
from markupsafe import Markup

from tracker.dataset.faults import Fault, told
from tracker.look import html
from tracker.look.elements import Said
from tracker.look.view import Block
from tracker.views.needs import goes_without, lacking
from ui import data
from ui.serving import costly

MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!~$:|<>])")


def frame() -> None:
    """The style sheet, and word of rows that are withheld."""
    st.html(html.style(data.sheet()))
    withheld = data.dataset().withheld
    if withheld:
        words = data.look().words
        st.warning(words("site.withheld.some", count=len(withheld)))
        folded(words("site.withheld.which"), costly(data.dataset().faults))


def folded(heading: str, faults: Iterable[Fault]) -> None:
    """What is wrong with the files, for those who mend them, behind ``heading``."""
    with st.expander(heading):
        st.code("\n".join(told(faults)), language=None, wrap_lines=True)


def footer() -> None:
    """Until when the evidence reaches, and which data these are."""
    look, dataset = data.look(), data.dataset()
    until = look.formats.date(dataset.rules.evidence_until)
    package = dataset.package.descriptor["version"]
    text = look.words("site.footer", evidence_until=until, version=package)
    _aside()
    st.html(html.html(Said("footer", text), look))


def _aside() -> None:
    """Word of newer files that are not shown, because the state before them was better."""
    if newer := data.aside():
        look, seen = data.look(), newer.seen.astimezone(_zone())
        day, time = look.formats.date(seen.date()), f"{seen:%H:%M}"
        st.warning(plain(look.words("site.aside.told", day=day, time=time)))
        folded(look.words("site.aside.which"), newer.faults)


def _zone() -> ZoneInfo:
    """The reader's time zone where the browser names one that is known."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def title(text: str, lead: str) -> None:
    """The finding as the one heading of the page, and a sentence under it."""
    st.title(plain(text), anchor=False)
    st.markdown(plain(lead))


def markup(text: Markup) -> None:
    """HTML that `look.html` made; nothing for an empty text."""
    if text:
        st.html(html.dressed(text))


def parts(*found: Block) -> None:
    """Parts of a view, as HTML."""
    markup(html.html(found, data.look()))


def note(*sentences: str) -> None:
    """Small print under what it is about."""
    parts(Said("note", " ".join(sentences)))


def plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return MARKDOWN.sub(r"\\\1", text)


def needs(page: str) -> None:
    """Stop a page one of whose tables cannot be read; say which others it goes on without."""
    dataset, words = data.dataset(), data.look().words
    if lost := lacking(dataset, page):
        st.error(words("site.unreadable"))
        faults = [fault for fault in dataset.faults if fault.table in lost]
        st.code("\n".join(told(faults)), language=None, wrap_lines=True)
        st.stop()
    if gone := goes_without(dataset, page):
        st.warning(plain(words("site.without", tables="; ".join(map(_lost_table, gone)))))


def _lost_table(name: str) -> str:
    """What a table holds, and why it cannot be read."""
    dataset = data.dataset()
    title = dataset.package[name].descriptor["title"]
    fault = next(fault for fault in dataset.faults if fault.table == name)
    return str(data.look().words("site.lost_table", title=title, fault=fault))
