"""However the bytes of a file of settings or texts are damaged, the faults are named.

And what is let through draws every page, or the page says that a text is missing.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.building import DATA
from tests.shrinking import shrunk
from tests.viewing import VIEWS, seen
from tracker import DataError, load
from tracker.dataset.settings.palette import read_palette
from tracker.dataset.settings.review import settings_faults
from tracker.dataset.settings.together import read_settings
from tracker.look.look import Look
from tracker.look.words import TextMissing, read_words, words_and_faults
from tracker.views.needs import lacking

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "40"))
NAMES = sorted(str(path.relative_to(DATA)) for path in DATA.rglob("*.yaml"))
PIECES = st.one_of(
    st.binary(min_size=1, max_size=3),
    st.sampled_from([b"\t", b"\n", b": ", b"- ", b"{", b"[", b"}", b"*a", b"&a ", b"'", b"\x00"]),
)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    home = tmp_path_factory.mktemp("damage") / "data"
    shutil.copytree(DATA, home, ignore=shutil.ignore_patterns("*.csv"))
    return home


def flipped(written, place, piece):
    return written[:place] + bytes([written[place] ^ (piece[0] or 1)]) + written[place + 1 :]


def cut(written, place, piece):
    return written[:place]


def inserted(written, place, piece):
    return written[:place] + piece + written[place:]


def of_lines(written, place, times):
    lines = written.splitlines(keepends=True)
    number = written.count(b"\n", 0, place)
    return b"".join([*lines[:number], *lines[number : number + 1] * times, *lines[number + 1 :]])


def deleted(written, place, piece):
    return of_lines(written, place, 0)


def doubled(written, place, piece):
    return of_lines(written, place, 2)


damaged = given(
    name=st.sampled_from(NAMES),
    damage=st.sampled_from([flipped, cut, inserted, deleted, doubled]),
    share=st.floats(0, 1, exclude_max=True),
    piece=PIECES,
)
lasting = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="FUZZ_EXAMPLES" not in os.environ,  # chance is for make fuzz
    phases=(Phase.generate,),  # a damage is small as it is, and shrinking takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@damaged
@lasting
def test_damage_ends_in_named_faults(home, name, damage, share, piece):
    path, written = Path(home) / name, (DATA / name).read_bytes()
    path.write_bytes(damage(written, int(share * len(written)), piece))
    try:
        for fault in settings_faults(home):
            assert fault.problem and str(fault).startswith(("data/", "data:"))
        for read in (read_settings, lambda folder: read_words(folder, "en")):
            try:
                read(home)
            except DataError as error:
                assert error.faults
    finally:
        path.write_bytes(written)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return shrunk(tmp_path_factory.mktemp("small") / "data")


@damaged
@settings(lasting, max_examples=max(EXAMPLES // 2, 1))
def test_what_is_let_through_draws_every_page(small, name, damage, share, piece):
    path, written = small / name, (DATA / name).read_bytes()
    path.write_bytes(damage(written, int(share * len(written)), piece))
    try:
        left = load(small)
        words, _ = words_and_faults(small, left.rules.default_language)
        look = Look(words, read_palette(small), left.rules)
        for page in VIEWS:
            if not lacking(left, page):
                with suppress(TextMissing):
                    assert seen(left, look, page)
    except DataError as error:
        assert error.faults
    finally:
        path.write_bytes(written)
