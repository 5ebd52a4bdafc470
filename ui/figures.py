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


def written(figure: "Figure") -> str:
    """A figure as text, which `show` sends."""
    text: str = figure.to_json(validate=False)
    return text


def show(figure: str, name: str, told: str) -> None:
    """A figure (`written`) called ``name`` in its own height; ``told`` says what is to be seen."""
    _figure(key=name, data={"figure": figure, "told": told, "library": LIBRARY})
