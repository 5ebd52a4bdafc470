"""What a view needs more than once is made once, and goes with the view."""

import gc
import json
from unittest.mock import MagicMock

import pytest

from tracker.look.elements import Column, Table
from tracker.look.view import Beside, Chart, Notice, Section, View
from ui import data, show

TABLE = Table("t", ({"a": 1},), (Column("a", "A", kind="count"),))


@pytest.fixture
def shown(monkeypatch, look):
    """What Streamlit is asked to show, and the figures that are drawn."""
    st = MagicMock()
    st.columns = lambda widths, gap: [MagicMock() for _ in widths]
    monkeypatch.setattr(show, "st", st)
    monkeypatch.setattr(data, "look", lambda: look)
    monkeypatch.setattr(show.blocks, "markup", st.markup)
    monkeypatch.setattr(show.notices, "nothing", st.nothing)
    monkeypatch.setattr(show.figures, "show", st.figure)
    return st


def chart(drawn):
    def draw(theme):
        drawn.append(theme)
        return {"data": [], "layout": {"title": {"text": str(theme)}}}

    return Chart("c", draw, table=TABLE)


def test_a_figure_is_drawn_once_for_each_theme(shown):
    drawn = []
    one = Section("s", blocks=(chart(drawn),))
    for theme in ("light", "light", "dark", "light"):
        shown.context.theme.type = theme
        show.section(one)
    assert drawn == ["light", "dark"]
    sent = [json.loads(call.args[0]) for call in shown.figure.call_args_list]
    titles = [one["layout"]["title"]["text"] for one in sent]
    assert titles == ["light", "light", "dark", "light"]


def test_html_between_figures_is_written_once(shown, monkeypatch):
    written = []
    through = show.html.html
    monkeypatch.setattr(
        show.html, "html", lambda part, look: (written.append(part), through(part, look))[1]
    )
    one = Section("s", blocks=("before", Beside(("left", Notice("none"))), "a", "b"))
    for _ in range(3):
        show.section(one)
    assert [written.count(parts) for parts in (("before",), ("a", "b"), ("left",))] == [1, 1, 1]
    assert [str(call.args[0]) for call in shown.markup.call_args_list[:3]] == [
        "before",
        "left",
        "a b",
    ]
    shown.nothing.assert_called_with("none")


def test_what_was_made_goes_with_the_view(shown):
    one = Section("s", blocks=(chart([]),))
    before = len(show._KEPT)
    show.section(one)
    assert len(show._KEPT) == before + 2  # the section and its figure
    shown.reset_mock()
    del one
    gc.collect()
    assert len(show._KEPT) == before


def test_a_prepared_view_needs_no_writing(shown, monkeypatch, look):
    drawn = []
    one = Section("s", "Finding", ("text",))
    two = Section("t", blocks=("left", Beside((chart(drawn), "right"))))
    show.prepare(show.View("T", "L", (one, two)))
    assert drawn == ["light", "dark"]
    monkeypatch.setattr(show, "html", None)
    for theme in show.THEMES:
        shown.context.theme.type = theme
        show.section(one)
        show.section(two)
    assert drawn == ["light", "dark"]
    told = [str(call.args[0]) for call in shown.markup.call_args_list[:4]]
    assert "Finding" in told[0] and told[1::2] == ["left", "right"] and "<table" in told[2]


def test_a_section_with_a_figure_is_shown_inside_another(shown):
    drawn = []
    inside = Section("in", "Inside", ("text", chart(drawn)))
    show.section(Section("out", "Outside", (Section("plain", "Plain", ("a",)), inside)))
    assert drawn and shown.figure.call_count == 1
    told = [str(call.args[0]) for call in shown.markup.call_args_list]
    assert any('id="plain"' in one for one in told) and "text" in told


def test_a_section_inside_another_is_found_by_its_name():
    inside = Section("in", "Inside")
    found = View("", "", (Section("out", "Outside", (inside,)), Section("last")))
    assert found["in"] is inside and found["last"].name == "last"
    with pytest.raises(KeyError):
        found["none"]
