"""The first look at a table never says sound where frictionless would find a fault."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.building import DATA
from tracker.dataset.limits import surely_kept
from tracker.dataset.rows import Records, read_records
from tracker.dataset.schema import Table, read_package
from tracker.dataset.validation import TOLD_HERE, _judged

PACKAGE = read_package(DATA)
READ = {name: read_records(DATA / one.path, one) for name, one in PACKAGE.tables.items()}
CELLS = ["", "0", "-1", "1e3", "0.05", "1.5", "99999999999", "true", "yes", "2026", "2026-13", "x"]
CELLS += ["acme-lille", "Acme", "FR", "fr", "001", "https://a.fr/b", "ftp://a.fr", "announced"]


def table(**field):
    fields = [{"name": "code", "type": "string"}, {"name": "cell", "type": "string", **field}]
    return Table("things", "data/things.csv", {"schema": {"fields": fields}})


@pytest.mark.parametrize("name", PACKAGE.tables)
def test_every_table_we_ship_is_sound_at_first_look(name):
    assert surely_kept(READ[name].rows, PACKAGE[name])


@pytest.mark.parametrize(
    ("field", "kept", "broken"),
    [
        ({"constraints": {"required": True}}, "a", ""),
        ({"constraints": {"enum": ["a", "b"]}}, "b", "c"),
        ({"constraints": {"pattern": "a|bc"}}, "bc", "ac"),
        ({"constraints": {"maxLength": 2}}, "ab", "abc"),
        ({"type": "integer", "constraints": {"minimum": 2}}, "2", "1"),
        ({"type": "number", "constraints": {"minimum": 0.1}}, "0.1", "0.099999999999"),
        ({"type": "number", "constraints": {"maximum": 0.1}}, "0.1", "0.100000000001"),
        ({"type": "integer"}, "12", "12 MW"),
        ({"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]}, "no", "true"),
        ({"partialDate": True}, "2024-02-29", "2026-02-29"),
    ],
)
def test_a_cell_beyond_its_limit_leaves_a_doubt(field, kept, broken):
    assert surely_kept([["1", kept]], table(**field))
    assert not surely_kept([["1", kept], ["2", broken]], table(**field))


def test_what_it_does_not_know_leaves_a_doubt():
    assert not surely_kept([["1", "a@b.fr"]], table(format="email"))
    assert not surely_kept([["1", "ab"]], table(constraints={"minLength": 2}))
    assert not surely_kept([["1", "a"], ["", ""]], table())


def test_a_table_without_rows_is_sound():
    assert surely_kept([], table(constraints={"required": True}))


@settings(deadline=None)  # frictionless takes its time to be loaded
@given(st.data())
def test_what_it_lets_through_frictionless_lets_through(data):
    name = data.draw(st.sampled_from(sorted(PACKAGE.tables)))
    described, read = PACKAGE[name], READ[name].rows
    row = [*data.draw(st.sampled_from(read))]
    places = st.integers(0, len(row) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=3)):
        others = st.sampled_from([one[place] for one in read])
        row[place] = data.draw(st.sampled_from(CELLS) | others)
    if surely_kept([row], described):
        told = {error.type for error in _judged(Records([row], [2], []), described)}
        assert told <= TOLD_HERE
