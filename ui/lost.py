"""An address of no page: says so, and offers the page that was meant."""

from collections.abc import Mapping
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from ui import blocks, data

LONGEST_NAME = 60
FORWARD = ":material/arrow_forward:"
NEAR = 0.6  # a page whose name is less alike was hardly meant


def asked_name() -> str:
    """The last part of the path in the browser, decoded as the browser does; empty at the root."""
    return unquote(urlsplit(st.context.url or "").path.rpartition("/")[2])


def readable(name: str) -> str:
    """``name`` without control characters, cut to 60 characters."""
    shown = "".join(letter if letter.isprintable() else "�" for letter in name)
    return shown if len(shown) <= LONGEST_NAME else shown[: LONGEST_NAME - 1] + "…"


def nearest(name: str, titles: Mapping[str, str]) -> str | None:
    """The page that ``name`` may stand for, by its name or its title; None where none is near."""
    known = {title.lower().replace(" ", "-"): page for page, title in titles.items()}
    known |= {page: page for page in titles}
    wanted = readable(name).lower().replace(" ", "-").replace("_", "-")
    found = get_close_matches(wanted, known, n=1, cutoff=NEAR)
    return known[found[0]] if found else None


def lost(name: str, pages: Mapping[str, StreamlitPage]) -> None:
    """The page at an address called ``name``, of which there is none."""
    words = data.look().words
    titles = {one: page.title for one, page in pages.items()}
    near = nearest(name, titles)
    if near and readable(name).lower() == near:
        st.switch_page(pages[near], query_params=_address())
    st.title(blocks.plain(words("site.lost.heading", name=readable(name))), anchor=False)
    offered = [near] if near else list(pages)
    told = words("site.lost.near", title=titles[near]) if near else words("site.lost.all")
    st.markdown(blocks.plain(told))
    for one in offered:
        kept = _address() if near else None
        st.page_link(pages[one], label=titles[one], icon=FORWARD, query_params=kept)


def _address() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}
