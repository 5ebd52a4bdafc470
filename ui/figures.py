"""Figures on a page: drawn in the browser, once the reader comes near them."""

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

# Bars, lines and marks alone: 0.4 MB packed, where st.plotly_chart brings 1.4 MB with any page.
LIBRARY = "app/static/plotly/plotly-basic-4.1.1.99784e3a.js"
SCRIPT = Path(__file__).with_name("figure.js").read_text(encoding="utf-8")

_figure = st.components.v2.component("figure", js=SCRIPT, isolate_styles=False)


def show(figure: "Figure", name: str, told: str) -> None:
    """A figure called ``name`` in the room of its height; ``told`` says what is to be seen."""
    said = {"figure": figure.to_json(validate=False), "told": told, "library": LIBRARY}
    _figure(key=name, data=said)
