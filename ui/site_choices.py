"""The widgets of the map and of its list, and what was chosen with them."""

from collections.abc import Mapping
from dataclasses import fields
from functools import partial

import streamlit as st

from tracker.look.links import LONGEST_TEXT
from tracker.views.choices import EVERYWHERE, ChosenSites
from tracker.views.sites.ways import FIRST_STEP
from tracker.world.filters import SORTS
from ui import choices, data, widgets
from ui.address import Choice

CHOSEN = tuple(field.name for field in fields(ChosenSites))


def site_choices() -> list[Choice]:
    """Every choice of the map; the filters are those of the leaderboard."""
    usual = {choice.name: choice for choice in choices.leaderboard_choices()}
    settings = data.dataset().rules.places
    every_site = tuple(data.dataset()["sites"]["site_id"])
    return [
        Choice("country", EVERYWHERE, (EVERYWHERE, *settings.outlines)),
        Choice("size", settings.sizes[0], settings.sizes),
        Choice("sort", SORTS[0], SORTS),
        Choice("site", "", ("", *every_site)),
        Choice("around", "", ("", *_groups())),
        Choice("closer", FIRST_STEP, tuple(map(str, range(1, settings.closest["steps"] + 1)))),
        Choice("category", (), usual["category"].options),
        *(usual[name] for name in ("as_of", "origin", "rung", "q")),
    ]


def _groups() -> tuple[str, ...]:
    """Every site and campus that a map can be drawn around."""
    rows = data.dataset().rows("sites")
    names = {row[name] for row in rows for name in ("site_id", "campus_id")}
    return tuple(sorted(name for name in names if isinstance(name, str)))


def chosen() -> ChosenSites:
    """Everything that a reader of the map asks for."""
    return sites_of(choices.asked(site_choices()))


def sites_of(values: Mapping[str, object]) -> ChosenSites:
    """The same of the ``values`` of those choices."""
    known = {choice: values[choice] for choice in CHOSEN}
    return ChosenSites(**known)  # type: ignore[arg-type]


def bar(options: Mapping[str, str]) -> None:
    """The day, which countries, what the circles measure, the order of the list, one site of
    ``options`` to look at closely; behind one button the filters.
    """
    words, names = data.look().words, {choice.name: choice for choice in site_choices()}
    with widgets.line(names):
        widgets.select("size", names["size"], "size", "sites")
        widgets.select("sort", names["sort"], "sort", "sites")
        _picker(options)
        with widgets.more():
            st.text_input(words("leaderboard.choices.q"), key="q", max_chars=LONGEST_TEXT)
            for name in ("category", "origin", "rung"):
                widgets.pills(name, names[name], partial(words.term, name))
            widgets.start_over(names.values())


def _picker(options: Mapping[str, str]) -> None:
    """One site to look at closely."""
    words = data.look().words
    names = data.dataset()["sites"].set_index("site_id")["site_name"]
    now = st.session_state.get("site", "")
    shown = ["", *options] if now in options or not now else ["", now, *options]
    st.selectbox(
        words("sites.choose"),
        shown,
        key="site",
        format_func=lambda site: names[site] if site else words("sites.all_sites"),
        width=230,
    )
