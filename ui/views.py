"""Finished pages, kept per set of choices for as long as the data stand."""

from datetime import date

import streamlit as st

from tracker.energy.choices import ChosenEnergy
from tracker.look.showing import Section
from tracker.look.view import View
from tracker.views.choices import ChosenDay
from tracker.views.comparison import page
from tracker.views.comparison.page import Comparison
from tracker.views.diplomacy import page as courting
from tracker.views.diplomacy.page import DiplomacyView
from tracker.views.energy import page as powering
from tracker.views.energy.page import EnergyView
from tracker.views.leaderboard import page as ranked
from tracker.views.leaderboard.page import Chosen, Leaderboard
from tracker.views.overview import page as front
from tracker.views.overview.page import Overview
from tracker.views.pages import VIEWS
from ui import data

VIEWS_KEPT = 500
LARGE_VIEWS_KEPT = 40  # these are some 400 kB each


def view(name: str, chosen: ChosenDay) -> View:
    """The page called ``name`` under ``chosen``."""
    return _view(data.version(), data.look().words.language, name, chosen)


@st.cache_resource(max_entries=VIEWS_KEPT, show_spinner=False)
def _view(stamp: str, language: str, name: str, chosen: ChosenDay) -> View:
    return VIEWS[name](data.known(chosen.as_of), chosen, data.look())


def leaderboard_view(chosen: Chosen) -> Leaderboard:
    """The leaderboard under ``chosen``."""
    return _leaderboard(data.version(), chosen)


@st.cache_data(max_entries=VIEWS_KEPT, show_spinner=False)
def _leaderboard(stamp: str, chosen: Chosen) -> Leaderboard:
    return ranked.leaderboard(data.known(chosen.as_of), chosen, data.look())


def overview_view() -> Overview:
    """The overview on the last day of the evidence."""
    return _overview(data.version())


@st.cache_data(max_entries=2, show_spinner=False)
def _overview(stamp: str) -> Overview:
    return front.overview(data.known(data.dataset().rules.evidence_until), data.look())


def promises_compared(currency: str, as_of: date) -> Comparison:
    """What the compared countries were promised, in ``currency``, as known on ``as_of``."""
    return _promises(data.version(), currency, as_of)


@st.cache_data(max_entries=VIEWS_KEPT, show_spinner=False)
def _promises(stamp: str, currency: str, as_of: date) -> Comparison:
    return page.of_promises(data.known(as_of), currency, data.look())


def countries_compared(as_of: date) -> tuple[Section, ...]:
    """What the compared countries have and do, as known on ``as_of``."""
    return _countries(data.version(), as_of)


@st.cache_data(max_entries=LARGE_VIEWS_KEPT, show_spinner=False)
def _countries(stamp: str, as_of: date) -> tuple[Section, ...]:
    return page.of_countries(data.known(as_of), data.look())


def energy_view(chosen: ChosenEnergy) -> EnergyView:
    """Power and carbon under ``chosen``."""
    return _energy(data.version(), chosen)


@st.cache_resource(max_entries=LARGE_VIEWS_KEPT, show_spinner=False)
def _energy(stamp: str, chosen: ChosenEnergy) -> EnergyView:
    return powering.energy_view(data.known(chosen.as_of), chosen, data.look())


def diplomacy_view(currency: str, as_of: date) -> DiplomacyView:
    """What a source ties to the leaders, in ``currency``, as known on ``as_of``."""
    return _diplomacy(data.version(), currency, as_of)


@st.cache_resource(max_entries=LARGE_VIEWS_KEPT, show_spinner=False)
def _diplomacy(stamp: str, currency: str, as_of: date) -> DiplomacyView:
    return courting.diplomacy_view(data.known(as_of), currency, data.look())
