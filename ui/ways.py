"""Ways inside the app: they keep what was chosen and the session, and open what they lead to."""

from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from ui import ahead, kept, routes
from ui.address import SHARED, to_replace

SCRIPT = Path(__file__).with_name("ways.js").read_text(encoding="utf-8")

_ways = st.components.v2.component("ways", js=SCRIPT, isolate_styles=False)


def ways() -> None:
    """Hand the browser what travels with a reader to each page, once the page is made.

    Countries travel only by a way that names a page alone: where it asks for anything, it leads
    to what it asks for.
    """
    came_by, instead = to_replace()
    _ways(
        key="ways",
        data={
            "pages": {name: _to(name) for name in routes.PAGES},
            "first": routes.PAGES[0],
            "alone": kept.COUNTRIES,
            "shared": sorted(SHARED),
            "cameBy": came_by,
            "instead": instead,
        },
    )


def _to(page: str) -> str:
    """What goes with a reader to ``page``, as its address has it."""
    return urlencode(kept.carried(ahead.page(page).choices()), doseq=True)
