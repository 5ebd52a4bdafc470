"""Which pages exist, and what comes before any of them."""

from functools import partial

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from tracker import DataError
from tracker.look.words import TextMissing
from tracker.views.addresses import VIEWS
from ui import data, lost, trouble

PAGES = tuple(VIEWS)  # the first is the one at "/"


def begin() -> None:
    """Hold the data of this run and name the tab; without data say so, and stop."""
    try:
        data.look_again()
        words = data.look().words
        title = words("site.browser_title", name=words("site.name"), tagline=words("site.tagline"))
    except (DataError, TextMissing) as error:
        trouble.wordless(error)
        st.stop()
    st.set_page_config(page_title=title, layout="wide")


def page() -> StreamlitPage:
    """The page that is asked for, under the navigation; one that says so where there is none."""
    words = data.look().words
    known = {name: _page(name, words(f"site.pages.{name}")) for name in PAGES}
    chosen = st.navigation([*known.values(), *_unknown(known)], position="top")
    st.session_state["page"] = chosen.url_path
    return chosen


def _page(name: str, title: str) -> StreamlitPage:
    is_first = name == PAGES[0]
    # The first page has no path of its own, so that its name is free for one that leads to it.
    path = "" if is_first else name
    return st.Page(f"pages/{name}.py", title=title, url_path=path, default=is_first)


def _unknown(known: dict[str, StreamlitPage]) -> list[StreamlitPage]:
    """A page at the address that is asked for, where there is none: Streamlit would put up a box.

    Under a path of its own, as the root may have one, such a page is there and never asked for.
    """
    name = lost.asked_name()
    if name in PAGES[1:] or "/" in name or name != name.strip() or not name:
        return []  # Streamlit takes no path with a slash or a blank at its ends
    title = data.look().words("site.lost.title")
    told = partial(lost.lost, name, known)
    return [st.Page(told, title=title, url_path=name, visibility="hidden")]
