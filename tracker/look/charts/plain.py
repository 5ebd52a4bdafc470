"""What all figures share: no decoration, axes from the frame, colours of the palette."""

from typing import Any

import plotly.graph_objects as go

from tracker.look.look import Look

FONT = '"Source Sans", "Source Sans Pro", sans-serif'  # that of the pages
HEIGHT_PX = 360
THIN = 0.5


def colour(name: str, theme: str, look: Look) -> str:
    """The hue of a country, or that of a mixture for what has none."""
    countries, colours = look.palette.countries, look.palette.colours
    return countries.get(name, colours["mixed"])[theme]


def plain(traces: list[Any], theme: str, look: Look, **layout: Any) -> go.Figure:
    """A figure of ``traces`` on paper of the theme, in our type size, without a legend box."""
    ink, line = (look.palette.colours[name][theme] for name in ("ink", "line"))
    paper = look.palette.colours["paper"][theme]
    axis = {
        "gridcolor": line,
        "zerolinecolor": line,
        "linecolor": line,
        "gridwidth": THIN,
        "automargin": True,
    }
    usual = {
        "height": HEIGHT_PX,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "paper_bgcolor": paper,
        "plot_bgcolor": paper,
        "font": {"color": ink, "size": 13, "family": FONT},
        "legend": {"orientation": "h", "y": -0.2, "x": 0, "yanchor": "top"},
        "hovermode": "x unified",
    }
    axes = {name: axis | layout.get(name, {}) for name in ("xaxis", "yaxis")}
    # At once: each later change of a figure is checked anew, which was two thirds of drawing one.
    return go.Figure(traces, {**usual, **layout, **axes})
