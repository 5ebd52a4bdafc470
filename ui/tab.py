"""The name of the tab: the page, and what is chosen on it that is not the usual."""

from collections.abc import Callable, Iterable, Mapping

import streamlit as st

from tracker.views.addresses import VIEWS
from tracker.views.choices import EVERYWHERE
from ui import data
from ui.address import Choice

TERMS = {"lens": "lens", "by": "group", "what": "energy_what", "method": "energy_method"}
TITLES = {"site": ("sites", "site_name"), "commitment": ("commitments", "title")}


def name(choices: Iterable[Choice], values: Mapping[str, object]) -> None:
    """Name the tab, and so the step in the browser's history, after page and view."""
    words = data.look().words
    page = words(f"site.pages.{st.session_state['page'] or next(iter(VIEWS))}")
    told = [_told(one.name, values[one.name]) for one in choices if one.write(values[one.name])]
    view = words("site.tab.between").join(one for one in told if one)
    key = "view" if view else "page"
    said = {"page": page, "view": view, "name": words("site.name")}
    st.set_page_config(page_title=words(f"site.tab.{key}", **said))


def _told(choice: str, value: object) -> str:
    """A value as readers know it; nothing for a choice that no view is known by."""
    words, formats = data.look().words, data.look().formats
    plain: dict[str, Callable[[str], str]] = {
        "currency": formats.symbol,
        "as_of": formats.day,
        "country": lambda code: "" if code == EVERYWHERE else formats.country(code),
        "country_code": formats.country,
        "q": str,
    }
    if choice in plain:
        several = value if isinstance(value, tuple) else (value,)
        return words("overview.and").join(plain[choice](str(one)) for one in several)
    if choice in TERMS:
        return words.term(TERMS[choice], str(value))
    return _title(*TITLES[choice], str(value)) if choice in TITLES else ""


def _title(table: str, column: str, key: str) -> str:
    rows = data.dataset().by_key(table)
    return str(rows[key][column]) if key in rows else ""
