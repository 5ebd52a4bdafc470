"""Finished pages, kept per set of choices for as long as the data stand."""

from datetime import date

import streamlit as st

from tracker.energy.choices import ChosenEnergy
from tracker.look.view import View
from tracker.views.addresses import VIEWS
from tracker.views.choices import ChosenDay
from ui import data

VIEWS_KEPT = 60  # a day takes 8 MB on all pages together, with its HTML and figures
Chosen = ChosenDay | ChosenEnergy


def view(name: str, chosen: Chosen) -> View:
    """The page called ``name`` under ``chosen``."""
    return _view(data.version(), data.look().words.language, name, chosen, date.today())


@st.cache_resource(max_entries=VIEWS_KEPT, show_spinner=False)
def _view(stamp: str, language: str, name: str, chosen: Chosen, today: date) -> View:
    """The ages in what is `data.known` hang on ``today``, and so does the view."""
    return VIEWS[name](data.known(chosen.as_of), chosen, data.look())
