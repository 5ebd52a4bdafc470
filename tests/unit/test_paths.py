"""Pages by other spellings of their names."""

import pytest

from tracker.views.addresses import VIEWS
from ui import paths


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/", None),
        ("/leaderboard", None),
        ("/Leaderboard", "leaderboard"),
        ("/base/SITES", "sites"),
        ("/overview", "./"),
        ("/base/Overview", "./"),
        ("/leaderbord", None),
        ("/_stcore/health", None),
        ("/app/static/overview/x.js", None),
    ],
)
def test_only_another_spelling_of_a_page_is_led_elsewhere(path, address):
    assert paths.meant(path) == address


def test_the_pages_are_those_of_the_navigation():
    assert next(iter(VIEWS)) == paths.FIRST
    assert set(VIEWS) == paths.NAMES
