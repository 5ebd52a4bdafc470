"""The state that is served while files change, also while they are being written and read."""

import gc
import threading
import weakref

import pytest

from tests.building import build
from tests.unit.test_leaderboard import TABLES
from tracker import DataError, load
from ui import serving
from ui.serving import Keeper


@pytest.fixture
def home(folder, monkeypatch):
    monkeypatch.setattr(serving, "LOOK_AGAIN_AFTER", 0)
    monkeypatch.setattr(serving, "SETTLED_AFTER", 0)
    return build(folder, **TABLES)


def rows(state):
    return len(state.dataset["organisations"])


def add_row(home, name):
    path = home / "organisations.csv"
    line = path.read_text().splitlines()[1].replace("acme", name).replace("Acme", name)
    path.write_text(path.read_text() + line + "\n")


def test_a_state_is_read_once_while_the_files_stand(home, monkeypatch):
    changes = []
    keeper = Keeper(home, lambda: changes.append("taken up"))
    first = keeper.now()
    monkeypatch.setattr(serving, "load", None)
    assert keeper.now() == first and changes == ["taken up"]


def test_files_are_not_asked_for_their_age_at_every_turn(home, monkeypatch):
    keeper = Keeper(home, lambda: None)
    first = keeper.now()
    monkeypatch.setattr(serving, "LOOK_AGAIN_AFTER", 3600)
    add_row(home, "third")
    assert keeper.now() is first


def test_a_file_that_was_just_written_may_be_half_written(home, monkeypatch):
    keeper = Keeper(home, lambda: None)
    first = keeper.now()
    monkeypatch.setattr(serving, "SETTLED_AFTER", 3600)
    add_row(home, "third")
    assert keeper.now() is first
    monkeypatch.setattr(serving, "SETTLED_AFTER", 0)
    assert rows(keeper.now()) == rows(first) + 1


def test_files_that_change_while_they_are_read_are_read_again(home, monkeypatch):
    names = iter(["third"])

    def slow(folder):
        found = load(folder)
        for name in names:
            add_row(home, name)
        return found

    keeper = Keeper(home, lambda: None)
    monkeypatch.setattr(serving, "load", slow)
    assert rows(keeper.now()) == 3


def test_files_that_never_stand_still_are_not_taken_up(home, monkeypatch):
    keeper = Keeper(home, lambda: None)
    first = keeper.now()

    def restless(folder):
        found = load(folder)
        add_row(home, f"more-{len(found['organisations'])}")
        return found

    monkeypatch.setattr(serving, "load", restless)
    add_row(home, "third")
    now = keeper.now()
    assert now.stamp == first.stamp and rows(now) == rows(first)
    assert "went on changing" in str(now.aside.faults[0])
    monkeypatch.setattr(serving, "load", load)
    assert keeper.now().aside is None and rows(keeper.now()) > rows(first)


def test_whatever_goes_wrong_in_reading_the_state_stays(home, monkeypatch):
    keeper = Keeper(home, lambda: None)
    first = keeper.now()

    def broken(folder):
        raise RecursionError("too deep")

    monkeypatch.setattr(serving, "load", broken)
    add_row(home, "third")
    assert keeper.now().dataset is first.dataset
    assert str(keeper.now().aside.faults[0]) == "data: RecursionError: too deep"


def test_without_any_good_state_the_faults_are_raised_and_looked_at_again(home):
    path = home / "rules.yaml"
    sound = path.read_text()
    path.write_text("a: [")
    keeper = Keeper(home, lambda: None)
    with pytest.raises(DataError):
        keeper.now()
    path.write_text(sound)
    assert rows(keeper.now()) == 2


def test_a_fault_that_costs_nothing_keeps_nothing_back(home):
    path = home / "organisations.csv"
    keeper = Keeper(home, lambda: None)
    keeper.now()
    build(home, **{**TABLES, "organisations": [*TABLES["organisations"], {
        "organisation_id": "third", "organisation_name": "Third", "hq_country_code": "US",
        "organisation_type": "operator"}]})  # fmt: skip
    assert path.exists() and rows(keeper.now()) == 3 and keeper.now().aside is None


def test_put_back_as_they_were_the_files_are_served_without_a_word(home):
    keeper = Keeper(home, lambda: None)
    first = keeper.now()
    aside = home / "amounts.csv"
    aside.rename(home.parent / "kept")
    assert keeper.now().aside is not None
    (home.parent / "kept").rename(aside)
    assert keeper.now().aside is None and rows(keeper.now()) == rows(first)


def test_many_readers_load_once_and_see_one_state(home, monkeypatch):
    loads, seen = [], []

    def counted(folder):
        loads.append(folder)
        return load(folder)

    monkeypatch.setattr(serving, "load", counted)
    keeper = Keeper(home, lambda: None)
    readers = [threading.Thread(target=lambda: seen.append(keeper.now())) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(loads) == 1 and len({state.stamp for state in seen}) == 1 and len(seen) == 8


def test_while_one_reads_the_others_go_on_with_what_they_have(home, monkeypatch):
    keeper = Keeper(home, lambda: None)
    first = keeper.now()
    reading, may_end = threading.Event(), threading.Event()

    def slow(folder):
        reading.set()
        assert may_end.wait(30)
        return load(folder)

    monkeypatch.setattr(serving, "load", slow)
    add_row(home, "third")
    reader = threading.Thread(target=keeper.now)
    reader.start()
    assert reading.wait(30)
    assert keeper.now() is first
    may_end.set()
    reader.join()
    assert rows(keeper.now()) == 3


def test_the_state_before_is_let_go(home):
    keeper = Keeper(home, lambda: None)
    before = weakref.ref(keeper.now().dataset)
    add_row(home, "third")
    keeper.now()
    gc.collect()
    assert before() is None
