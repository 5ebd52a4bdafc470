"""The timelines of diplomacy."""

import streamlit as st

from tracker.look.charts.plain import colour
from tracker.look.charts.timeline import timeline
from tracker.views.diplomacy.page import DiplomacyView
from ui import blocks, data

BARE = {"displayModeBar": False}


def _theme() -> str:
    return st.context.theme.type or "light"


def _heading(text: str) -> None:
    st.markdown(f"## {blocks.plain(text)}")


def timelines(view: DiplomacyView) -> None:
    """Events above, commitments below, a figure per country."""
    look = data.look()
    _heading(look.words("diplomacy.timeline.heading"))
    for code, one in view.timelines.by_country.items():
        country = look.formats.country(code)
        counts = {"events": len(one.events), "money": len(one.money), "ties": len(one.ties)}
        told = look.words("diplomacy.timeline.alt", country=country, **counts)
        st.markdown(f"**{blocks.plain(one.heading)}**")
        hue, span = colour(code, _theme(), look), view.timelines.span
        figure = timeline((one.events, one.money, one.ties), span, hue, _theme(), look)
        st.plotly_chart(figure, config=BARE, theme=None, key=f"timeline-{code}", alt=told)
    earlier = sum(one.earlier for one in view.timelines.by_country.values())
    blocks.note(look.words("diplomacy.timeline.note", count=earlier))
