"""What a figure is sent as, and what draws it."""

import hashlib
import json
from pathlib import Path

from plotly.graph_objects import Bar, Figure
from plotly.offline import get_plotlyjs_version
from streamlit.testing.v1 import AppTest

from ui.figures import LIBRARY

ROOT = Path(__file__).parents[2]


def shown():
    from plotly.graph_objects import Bar, Figure

    from ui import figures

    for name in ("one", "two"):
        figure = Figure(Bar(x=[1, 2], y=[3, 4]), {"height": 300})
        figures.show(figures.written(figure), name, f"told of {name}")


def test_a_figure_is_sent_whole_with_what_is_told_of_it():
    app = AppTest.from_function(shown).run()
    assert not app.exception
    sent = [json.loads(one.proto.json) for one in app.get("bidi_component")]
    assert [one["told"] for one in sent] == ["told of one", "told of two"]
    figure = Figure(Bar(x=[1, 2], y=[3, 4]), {"height": 300})
    assert all(json.loads(one["figure"]) == json.loads(figure.to_json()) for one in sent)
    assert all(one["library"] == LIBRARY for one in sent)


def test_what_draws_is_the_file_that_its_name_says_of_the_version_that_makes_figures():
    path = ROOT / LIBRARY.removeprefix("app/")
    version, digits = path.stem.removeprefix("plotly-basic-").rsplit(".", 1)
    assert version == get_plotlyjs_version()
    assert hashlib.sha256(path.read_bytes()).hexdigest().startswith(digits)
    assert f"v{version}" in path.read_text(encoding="utf-8")[:100]
    assert path.with_name("LICENSE").read_text(encoding="utf-8").count("MIT License")
    assert path.name in path.with_name("PROVENANCE.md").read_text(encoding="utf-8")
