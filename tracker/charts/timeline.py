"""Events above, commitments below, and a line where a source ties the one to the other."""

import pandas as pd
import plotly.graph_objects as go

from tracker.charts.plain import plain
from tracker.marks import Look

ABOVE, BELOW = 1.0, 0.0
DASHES = {"negotiated": "solid", "announced": "dash", "reaffirmed": "dot"}
OTHER = "dashdot"
LARGEST_PX = 44
SMALLEST_PX = 6
HEIGHT = 420


def timeline(
    events: pd.DataFrame, money: pd.DataFrame, ties: pd.DataFrame, hue: str, theme: str, look: Look
) -> go.Figure:
    """One country.

    ``events`` have a ``day`` and a ``title``; ``money`` a ``day``, a ``title``, a ``value`` and
    whether it ``is_tied``; ``ties`` the ``event_day``, the ``day`` of the commitment and the
    ``link``.
    """
    traces = [*_lines(ties, hue, look), _dots(events, hue, look)]
    traces += [_circles(money[money["is_tied"]], hue, "tied", look)]
    traces += [_circles(money[~money["is_tied"]], hue, "loose", look)]
    rows = [look.words("diplomacy.timeline.commitments"), look.words("diplomacy.timeline.events")]
    axis = {"tickvals": [BELOW, ABOVE], "ticktext": rows, "range": [-0.35, 1.25]}
    return plain(traces, theme, look, yaxis=axis, height=HEIGHT, hovermode="closest")


def _lines(ties: pd.DataFrame, hue: str, look: Look) -> list[go.Scatter]:
    """A trace per kind of link, all its lines in one."""
    traces = []
    for kind, rows in ties.groupby("link", sort=False):
        x = [day for row in rows.itertuples() for day in (row.event_day, row.day, None)]
        y = [height for _ in range(len(rows)) for height in (ABOVE, BELOW, None)]
        line = {"color": hue, "width": 1.2, "dash": DASHES.get(str(kind), OTHER)}
        name = look.words.term("link", str(kind))
        traces.append(go.Scatter(x=x, y=y, mode="lines", line=line, name=name, hoverinfo="skip"))
    return traces


def _dots(events: pd.DataFrame, hue: str, look: Look) -> go.Scatter:
    return go.Scatter(
        x=events["day"],
        y=[ABOVE] * len(events),
        mode="markers",
        marker={"symbol": "diamond", "size": 10, "color": hue},
        text=events["title"],
        hovertemplate="%{text}<extra></extra>",
        name=look.words("diplomacy.timeline.events"),
    )


def _circles(money: pd.DataFrame, hue: str, kind: str, look: Look) -> go.Scatter:
    """Commitments, the area in proportion to their money; hollow where nothing ties them."""
    largest = float(money["value"].max()) if len(money) else 1.0
    sizes = [
        max(SMALLEST_PX, LARGEST_PX * (value / largest) ** 0.5) if largest else SMALLEST_PX
        for value in money["value"]
    ]
    fill = hue if kind == "tied" else "rgba(0,0,0,0)"
    return go.Scatter(
        x=money["day"],
        y=[BELOW] * len(money),
        mode="markers",
        marker={"size": sizes, "color": fill, "opacity": 0.6, "line": {"color": hue, "width": 1.5}},
        text=money["title"],
        hovertemplate="%{text}<extra></extra>",
        name=look.words(f"diplomacy.timeline.{kind}"),
    )
