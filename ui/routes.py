"""Which pages exist, and the way in through app.py."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from tracker.overview import Overview
from ui import blocks, data

PAGES = (
    "overview",
    "leaderboard",
    "comparison",
    "sites",
    "energy",
    "delivery",
    "diplomacy",
)  # the first is the one at "/"


def pages() -> list[StreamlitPage]:
    """Every page, named in the reader's words."""
    words = data.look().words
    return [
        st.Page(f"pages/{name}.py", title=words(f"site.pages.{name}"), default=not place)
        for place, name in enumerate(PAGES)
    ]


def name_the_tab() -> None:
    """Say to the browser what this is, and to pages that the router ran."""
    words = data.look().words
    title = words("site.browser_title", name=words("site.name"), tagline=words("site.tagline"))
    st.set_page_config(page_title=title, layout="wide")
    st.session_state["routed"] = True


def through_router() -> None:
    """Start over through app.py when Streamlit ran this page without it.

    A fresh server that is first asked for a page's own address runs the file in pages/ bare: no
    frame, and raw file names as navigation. Declaring the pages and running again heals it.
    """
    if not st.session_state.get("routed"):
        st.navigation(pages())
        st.rerun()


def country_cards(view: Overview) -> None:
    """A card for each country, with its way into the leaderboard."""
    look = data.look()
    for card, column in zip(view.cards, st.columns(len(view.cards), gap="large"), strict=True):
        with column:
            blocks.markup(card.html)
            label = look.words("overview.open", country=look.formats.country(card.country_code))
            address = {"country_code": card.country_code}
            st.page_link("pages/leaderboard.py", label=label, query_params=address)
