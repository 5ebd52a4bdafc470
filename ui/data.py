"""The data and what follows from them, kept between runs for as long as they are in use."""

import gc
import threading
from datetime import date
from functools import lru_cache
from pathlib import Path

import streamlit as st

from tracker import Dataset
from tracker.counting.known import Known, known_on
from tracker.dataset.folder import data_folder
from tracker.look.look import Look
from ui.serving import Aside, Keeper, State

WORLDS_KEPT = 9  # days of knowledge held at once, about as many as `views` keeps on every page

_run = threading.local()  # a run of the script stays on one thread
_one_keeper = threading.Lock()


@lru_cache(maxsize=1)
def _keeper(home: Path) -> Keeper:
    return Keeper(home, _forget)


def _forget() -> None:
    """Let go of all that was worked out from the state before: it would hold that in memory."""
    st.cache_data.clear()
    st.cache_resource.clear()
    # Streamlit collects garbage after every run. What stays anyway need not be looked at each
    # time: that was a third of the processor time of a choice.
    gc.unfreeze()
    settle()


def settle() -> None:
    """Keep the collector of garbage from looking again and again at what is kept for long."""
    gc.collect()
    gc.freeze()


def look_again() -> None:
    """Take up newer files when they are sound, and hold what is in use to the end of this run.

    Raises DataError when the files never could be used.
    """
    _run.state = _now()


def _state() -> State:
    held: State | None = getattr(_run, "state", None)
    return held or _now()


def _now() -> State:
    with _one_keeper:
        keeper = _keeper(data_folder())
    return keeper.now()


def version() -> str:
    """A short name of the state in use; it changes with everything that is served."""
    return _state().stamp


def aside() -> Aside | None:
    """Newer files that are not used for their faults; None when the files are those in use."""
    return _state().aside


def dataset() -> Dataset:
    """The data in use."""
    return _state().dataset


def look() -> Look:
    """Words, palette and rules for the reader."""
    return _state().look


def sheet() -> str:
    """The style sheet of our own HTML."""
    return _state().sheet


@st.cache_resource(max_entries=WORLDS_KEPT, show_spinner=False)
def _known(stamp: str, day: date, today: date) -> Known:
    return known_on(dataset(), day, today)


def known(day: date) -> Known:
    """The world on ``day``."""
    return _known(version(), day, date.today())
