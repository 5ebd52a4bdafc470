"""Texts read like a quality newspaper, and what stands on top of a page is short."""

import re
from collections.abc import Iterator

import pytest
import textstat
import yaml

from tests.building import DATA

FILES = sorted((DATA / "text" / "en").glob("*.yaml"))
WITHOUT_SENTENCES = {"formats", "indicators", "terms"}
GRADE = 10.0  # years of school
MOST_WORDS = 25
ON_TOP = re.compile(r"\.(title|lead|heading|question|about|columns|choices)(\.|$)")
SLOT = re.compile(r"\{[^}]*\}")


def texts(found: object, way: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(found, dict):
        for key, value in found.items():
            yield from texts(value, f"{way}.{key}")
    elif isinstance(found, str):
        yield way, SLOT.sub("five", found)


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?:;])\s", text)


def read(path):
    return [*texts(yaml.safe_load(path.read_text(encoding="utf-8")))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_stands_on_top_is_said_in_a_breath(path):
    long = {
        way: one
        for way, text in read(path)
        if ON_TOP.search(way)
        for one in sentences(text)
        if len(one.split()) > MOST_WORDS
    }
    assert not long


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_texts_read_like_a_quality_newspaper(path):
    if path.stem in WITHOUT_SENTENCES:
        return
    whole = [one for _, text in read(path) for one in sentences(text) if len(one.split()) > 3]
    text = " ".join(f"{one.rstrip('.:;')}." for one in whole)
    assert textstat.coleman_liau_index(text) <= GRADE
