"""What is made before anyone comes is what readers are then given."""

import threading

import pytest
import streamlit as st

from tests.building import build
from tests.unit.test_leaderboard import TABLES
from tracker.views import addresses
from ui import ahead, choices, data, serving, show, start, views
from ui.address import Choice


@pytest.fixture
def served(folder, monkeypatch):
    """A small dataset that is served, and nothing kept of another."""
    monkeypatch.setenv("COURTING_DATA", str(build(folder, **TABLES)))
    monkeypatch.setattr(serving, "LOOK_AGAIN_AFTER", 3600)
    _forget()
    yield folder
    _forget()


def _forget():
    st.cache_resource.clear()
    data._keeper.cache_clear()
    data._run.__dict__.clear()


def made_ready(is_stopped=lambda: False):
    waits = []
    ahead.make_ready(lambda: waits.append(1), is_stopped)
    return len(waits)


def test_what_was_made_ready_is_not_made_again(served, monkeypatch):
    made_ready()
    usual = [*ahead.usual_views()]
    monkeypatch.setattr(views, "VIEWS", dict.fromkeys(addresses.VIEWS))  # none can be made now
    monkeypatch.setattr(show, "html", None)  # nor written
    for name, chosen in usual:
        found = views.view(name, chosen)
        assert found.title and found is views.view(name, chosen)
        show.prepare(found)


def test_each_page_is_made_in_the_usual_currency_before_any_other(served):
    data.look_again()
    usual = [*ahead.usual_views()]
    first, *others = data.dataset().rules.display_currencies
    names = [name for name, _ in usual]
    assert names[: len(addresses.VIEWS)] == [*addresses.VIEWS] and others
    with_currency = ["overview", "leaderboard", "comparison", "delivery", "diplomacy"]
    assert names[len(addresses.VIEWS) :] == with_currency * len(others)
    told = [getattr(chosen, "currency", first) for _, chosen in usual]
    assert told == [first] * len(addresses.VIEWS) + [one for one in others for _ in with_currency]


def test_usual_values_are_those_a_widget_would_give():
    several = Choice("category", ("cloud", "chips"), ("chips", "cloud", "power"))
    mw = Choice("mw", 100.0, least=1, most=500)
    assert choices.usual([several, mw]) == {"category": ("chips", "cloud"), "mw": 100.0}


def test_a_page_that_fails_stops_none_of_the_others(served, monkeypatch, caplog):
    made = []
    pages = {name: lambda *given, name=name: made.append(name) for name in addresses.VIEWS}
    pages["overview"] = None
    monkeypatch.setattr(views, "VIEWS", pages)
    monkeypatch.setattr(show, "prepare", lambda view: None)
    made_ready()
    assert set(made) == set(addresses.VIEWS) - {"overview"}
    assert "overview cannot be made ready" in caplog.text


def test_without_data_nothing_is_raised_and_the_fault_is_logged(served, caplog):
    (served / "rules.yaml").unlink()
    assert made_ready() == 0
    assert "data/rules.yaml: the file is missing" in caplog.text


def test_it_ends_before_the_next_view_when_the_server_does(served, monkeypatch):
    made = []
    monkeypatch.setattr(ahead, "_make", lambda name, chosen: made.append(name))
    made_ready(lambda: len(made) == 2)
    assert made == ["overview", "leaderboard"]


def test_a_reader_who_comes_meanwhile_waits_for_the_same_view(served, monkeypatch):
    data.look_again()
    name, chosen = next(iter(ahead.usual_views()))
    begun, go_on, made = threading.Event(), threading.Event(), []
    monkeypatch.setattr(
        views, "VIEWS", {name: lambda *given: (begun.set(), go_on.wait(30), made.append(1))}
    )
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(views.view(name, chosen))) for _ in range(2)
    ]
    threads[0].start()
    assert begun.wait(30)
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join(30)
    assert made == [1] and len(found) == 2


def test_nothing_is_made_ahead_while_someone_reads():
    assert start._nobody_reads.is_set()
    with start.reading():
        with pytest.raises(ZeroDivisionError), start.reading():
            raise ZeroDivisionError
        assert not start._nobody_reads.is_set()
    assert start._nobody_reads.is_set()
