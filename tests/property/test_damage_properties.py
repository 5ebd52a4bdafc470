"""However the bytes of a file of settings or texts are damaged, the faults are named."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.building import DATA
from tracker import DataError
from tracker.checked import settings_faults
from tracker.configured import read_settings
from tracker.words import read_words

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


@given(
    name=st.sampled_from(NAMES),
    damage=st.sampled_from([flipped, cut, inserted, deleted, doubled]),
    share=st.floats(0, 1, exclude_max=True),
    piece=PIECES,
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
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
