"""The data and what follows from them, kept between runs for as long as the files stand."""

import gc
import hashlib
import os
from datetime import date
from pathlib import Path

import streamlit as st
import yaml

from tracker import Dataset, load
from tracker.known import Known, known_on
from tracker.marks import Look
from tracker.theme import read_palette, style_sheet
from tracker.words import read_words

SHIPPED = Path(__file__).parent.parent / "data"
LOOK_AGAIN_AFTER = 2.0  # seconds; the files are not asked for their age more often than this
WORLDS_KEPT = 40  # days of knowledge held at once


def folder() -> Path:
    """Where the data are: the folder that COURTING_DATA names, or the one shipped with the app."""
    return Path(os.environ.get("COURTING_DATA") or SHIPPED)


@st.cache_resource(ttl=LOOK_AGAIN_AFTER, max_entries=2, show_spinner=False)
def _version(home: Path) -> str:
    files = sorted(path for path in home.rglob("*") if path.is_file())
    stamps = [f"{path}:{path.stat().st_mtime_ns}:{path.stat().st_size}" for path in files]
    return hashlib.sha256("\n".join(stamps).encode()).hexdigest()[:12]


def version() -> str:
    """A short name of the files as they are; it changes soon after any of them does."""
    return _version(folder())


@st.cache_resource(max_entries=2, show_spinner=False)
def _dataset(stamp: str) -> Dataset:
    loaded = load(folder())
    # Streamlit collects garbage after every run. What stays anyway need not be looked at each
    # time: that was a third of the processor time of a choice.
    gc.collect()
    gc.freeze()
    return loaded


def dataset() -> Dataset:
    """The data as the files have them now."""
    return _dataset(version())


@st.cache_resource(max_entries=2, show_spinner=False)
def _look(stamp: str, language: str) -> Look:
    return Look(read_words(folder(), language), read_palette(folder()), dataset().rules)


def look() -> Look:
    """Words, palette and rules for the reader."""
    return _look(version(), dataset().rules.default_language)


def settings_problem() -> str:
    """What keeps the settings or the texts from being read; empty when nothing does."""
    try:
        look()
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as error:
        return f"The settings of the data cannot be read, so nothing can be counted: {error}"
    return ""


@st.cache_resource(max_entries=2, show_spinner=False)
def _sheet(stamp: str) -> str:
    return style_sheet(look().palette)


def sheet() -> str:
    """The style sheet of our own HTML."""
    return _sheet(version())


@st.cache_resource(max_entries=WORLDS_KEPT, show_spinner=False)
def _known(stamp: str, day: date, today: date) -> Known:
    return known_on(dataset(), day, today)


def known(day: date) -> Known:
    """The world on ``day``."""
    return _known(version(), day, date.today())
