"""What all figures share: no decoration, axes from the frame, colours of the palette."""

from typing import Any

from tracker.look.look import Look

FONT = '"Source Sans", "Source Sans Pro", sans-serif'  # that of the pages
HEIGHT_PX = 360
THIN = 0.5
TITLE_PX = 15  # between the numbers of an axis and what they are

Figure = dict[str, Any]
"""``data`` (a list of traces) and ``layout``, by the schema of plotly.js."""
Trace = dict[str, Any]


def colour(name: str, theme: str, look: Look) -> str:
    """The hue of a country, or that of a mixture for what has none."""
    countries, colours = look.palette.countries, look.palette.colours
    return countries.get(name, colours["mixed"])[theme]


def trace(kind: str, **parts: Any) -> Trace:
    """Marks of a kind (scatter, bar); frames' columns may stand for lists."""
    return {"type": kind, **parts}


def axis_title(text: str) -> dict[str, Any]:
    """What an axis counts."""
    return {"text": text, "standoff": TITLE_PX}


def plain(traces: list[Trace], theme: str, look: Look, **layout: Any) -> Figure:
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
    # Plain data: plotly's own classes check every value anew and took most of a page's drawing.
    return {"data": traces, "layout": {**usual, **layout, **axes}}
