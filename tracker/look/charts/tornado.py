"""Which assumption matters most: the answer with each of them at its ends."""

import pandas as pd
import plotly.graph_objects as go

from tracker.look.charts.plain import colour, plain
from tracker.look.html import figure_text
from tracker.look.look import Look

ROW_PX = 46


def tornado(frame: pd.DataFrame, code: str, look: Look, theme: str) -> go.Figure:
    """A bar per assumption, the widest on top, about the central answer.

    ``frame`` is indexed by the assumption's label, with ``low``, ``central`` and ``high`` in kt
    CO2e a year.
    """
    frame = frame.iloc[::-1]
    bars = go.Bar(
        y=frame.index.map(figure_text),
        base=frame["low"],
        x=frame["high"] - frame["low"],
        orientation="h",
        marker={"color": colour(code, theme, look)},
        text=[
            look.words("energy.ends", low=_number(row.low, look), high=_number(row.high, look))
            for row in frame.itertuples()
        ],
        textposition="outside",
        cliponaxis=False,
        hoverinfo="skip",
    )
    longest = float(frame["high"].max()) if len(frame) else 1.0
    axis = {
        "title": look.words("energy.charts.tornado_axis"),
        "range": [0, longest * 1.35],
        "rangemode": "tozero",
    }
    height = 90 + ROW_PX * len(frame)
    figure = plain([bars], theme, look, height=height, hovermode=False, xaxis=axis)
    if len(frame):
        ink = look.palette.colours["ink"][theme]
        figure.add_vline(x=float(frame["central"].iloc[0]), line_width=1, line_color=ink)
    return figure


def _number(value: object, look: Look) -> str:
    return look.formats.rounded(float(str(value)))
