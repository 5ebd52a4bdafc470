"""What a figure is sent as, and what draws it."""

import hashlib
import json
from datetime import date
from pathlib import Path

import pandas as pd
from plotly.offline import get_plotlyjs_version
from streamlit.testing.v1 import AppTest

from ui.figures import LIBRARY, written

ROOT = Path(__file__).parents[2]


def shown():
    from ui import figures

    figure = {"data": [{"type": "bar", "x": [1, 2], "y": [3, 4]}], "layout": {"height": 300}}
    for name in ("one", "two"):
        figures.show(figures.written(figure), name, f"told of {name}")


def test_a_figure_is_sent_whole_with_what_is_told_of_it():
    app = AppTest.from_function(shown).run()
    assert not app.exception
    sent = [json.loads(one.proto.json) for one in app.get("bidi_component")]
    assert [one["told"] for one in sent] == ["told of one", "told of two"]
    figure = {"data": [{"type": "bar", "x": [1, 2], "y": [3, 4]}], "layout": {"height": 300}}
    assert all(json.loads(one["figure"]) == figure for one in sent)
    assert all(one["library"] == LIBRARY for one in sent)


def test_columns_are_sent_as_lists_with_gaps_and_days_as_text():
    days = pd.Series(pd.to_datetime(["2025-02-01", None]))
    sent = {"x": days, "y": pd.Series([1.5, None]), "z": pd.Index([2024]), "d": date(2026, 7, 1)}
    assert json.loads(written({"data": [sent]})) == {
        "data": [
            {"x": ["2025-02-01T00:00:00", None], "y": [1.5, None], "z": [2024], "d": "2026-07-01"}
        ]
    }


def test_what_draws_is_the_file_that_its_name_says_of_the_version_that_makes_figures():
    path = ROOT / LIBRARY.removeprefix("app/")
    version, digits = path.stem.removeprefix("plotly-basic-").rsplit(".", 1)
    assert version == get_plotlyjs_version()
    assert hashlib.sha256(path.read_bytes()).hexdigest().startswith(digits)
    assert f"v{version}" in path.read_text(encoding="utf-8")[:100]
    assert path.with_name("LICENSE").read_text(encoding="utf-8").count("MIT License")
    assert path.name in path.with_name("PROVENANCE.md").read_text(encoding="utf-8")
