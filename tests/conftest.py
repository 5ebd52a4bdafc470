"""Data that many tests look at."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.building import DATA, SETTINGS
from tracker import Dataset, load
from tracker.counting.known import known_on
from tracker.dataset.settings.palette import read_palette
from tracker.dataset.settings.together import read_settings
from tracker.look.look import Look
from tracker.look.words import read_words

TODAY = date(2026, 7, 1)


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The real data, which must be without a fault."""
    return load(DATA, strict=True)


@pytest.fixture(scope="session")
def look() -> Look:
    return Look(read_words(DATA, "en"), read_palette(DATA), read_settings(DATA).rules)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a test may write a data folder; it is called data, as faults print it."""
    return tmp_path / "data"


@pytest.fixture(scope="session")
def known_now(dataset):
    """The real data on the last day of the evidence."""
    return known_on(dataset, dataset.rules.evidence_until, dataset.rules.evidence_until)


@pytest.fixture
def home(folder):
    """A data folder with the settings and texts that are shipped, and no table."""
    folder.mkdir()
    for name in SETTINGS:
        shutil.copy(DATA / name, folder / name)
    shutil.copytree(DATA / "text", folder / "text")
    return folder
