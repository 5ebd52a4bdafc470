"""Figures on a page: drawn in the browser, once the reader comes near them."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from tracker.look.charts.plain import Figure

# Bars, lines and marks alone: 0.4 MB packed, where st.plotly_chart brings 1.4 MB with any page.
LIBRARY = "app/static/plotly/plotly-basic-4.1.1.99784e3a.js"
SCRIPT = Path(__file__).with_name("figure.js").read_text(encoding="utf-8")

_figure = st.components.v2.component("figure", js=SCRIPT, isolate_styles=False)


def written(figure: Figure) -> str:
    """A figure as text, which `show` sends; what is missing in a column is a gap."""
    return json.dumps(figure, default=_listed, allow_nan=False)


def _listed(value: Any) -> Any:
    """What JSON has no word for: columns become lists, days text."""
    if isinstance(value, pd.Series | pd.Index):
        return [None if pd.isna(one) else one for one in value.tolist()]
    return value.isoformat()


def show(figure: str, name: str, told: str) -> None:
    """A figure (`written`) called ``name`` in its own height; ``told`` says what is to be seen."""
    _figure(key=name, data={"figure": figure, "told": told, "library": LIBRARY})
