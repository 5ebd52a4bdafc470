"""Promised dates that moved or were settled: first date, current date, and what happened."""

import pandas as pd
import plotly.graph_objects as go

from tracker.charts.plain import colour, plain
from tracker.marks import Look

ROW_PX = 24
MARKS = {"first": "circle-open", "current": "diamond", "actual": "circle"}


def slips(frame: pd.DataFrame, theme: str, look: Look) -> go.Figure:
    """A row per promise, the earliest first date on top.

    ``frame`` has ``label``, ``country_code`` and the days ``first``, ``current`` and ``actual``
    (missing where it did not happen).
    """
    frame = frame.sort_values("first", ascending=False, kind="stable")
    hues = [colour(code, theme, look) for code in frame["country_code"]]
    traces = [_spans(frame, look.palette.colours["soft"][theme])]
    traces += [
        go.Scatter(
            x=frame[name],
            y=frame["label"],
            mode="markers",
            marker={"symbol": symbol, "size": 10, "color": hues, "line": {"width": 1.5}},
            name=look.words(f"delivery.slips.{name}"),
            hovertemplate="%{y}: %{x|%Y-%m-%d}<extra></extra>",
        )
        for name, symbol in MARKS.items()
    ]
    height = 110 + ROW_PX * len(frame)
    return plain(traces, theme, look, height=height, hovermode="closest")


def _spans(frame: pd.DataFrame, line: str) -> go.Scatter:
    """A thin line from the first date of each promise to the last that is known."""
    x, y = [], []
    for row in frame.itertuples():
        days = [
            day for day in (row.first, row.current, row.actual) if isinstance(day, pd.Timestamp)
        ]
        x += [min(days), max(days), None]
        y += [row.label, row.label, None]
    style = {"color": line, "width": 1}
    return go.Scatter(x=x, y=y, mode="lines", line=style, hoverinfo="skip", showlegend=False)
