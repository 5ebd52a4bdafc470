"""Finished pages, kept per set of choices for as long as the data stand."""

import streamlit as st

from tracker.look.view import View
from tracker.views.addresses import VIEWS
from tracker.views.choices import ChosenDay
from ui import data

VIEWS_KEPT = 200


def view(name: str, chosen: ChosenDay) -> View:
    """The page called ``name`` under ``chosen``."""
    return _view(data.version(), data.look().words.language, name, chosen)


@st.cache_resource(max_entries=VIEWS_KEPT, show_spinner=False)
def _view(stamp: str, language: str, name: str, chosen: ChosenDay) -> View:
    return VIEWS[name](data.known(chosen.as_of), chosen, data.look())
