"""Which assumption matters most: the answer with each of them at its ends."""

from typing import Any

import pandas as pd

from tracker.look.charts.plain import Figure, axis_title, colour, plain, trace
from tracker.look.html import figure_text
from tracker.look.look import Look

ROW_PX = 46


def tornado(frame: pd.DataFrame, code: str, look: Look, theme: str) -> Figure:
    """A bar per assumption, the widest on top, about the central answer.

    ``frame`` is indexed by the assumption's label, with ``low``, ``central`` and ``high`` in kt
    CO2e a year.
    """
    frame = frame.iloc[::-1]
    bars = trace(
        "bar",
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
        "title": axis_title(look.words("energy.charts.tornado_axis")),
        "range": [0, longest * 1.35],
        "rangemode": "tozero",
    }
    height = 90 + ROW_PX * len(frame)
    lines = [_upright(float(frame["central"].iloc[0]), theme, look)] if len(frame) else []
    return plain([bars], theme, look, height=height, hovermode=False, xaxis=axis, shapes=lines)


def _upright(x: float, theme: str, look: Look) -> dict[str, Any]:
    """A line over the whole height of the figure."""
    line = {"width": 1, "color": look.palette.colours["ink"][theme]}
    return {"type": "line", "x0": x, "x1": x, "y0": 0, "y1": 1, "yref": "y domain", "line": line}


def _number(value: object, look: Look) -> str:
    return look.formats.rounded(float(str(value)))
