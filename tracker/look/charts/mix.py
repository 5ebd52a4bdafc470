"""What electricity is made of, year by year."""

import pandas as pd

from tracker.look.charts.plain import Figure, axis_title, plain, trace
from tracker.look.look import Look

MIX_PX = 460


def mix(frame: pd.DataFrame, look: Look, theme: str) -> Figure:
    """Stacked bars, one per year, to 100%.

    ``frame`` has a row per year and a column per fuel, as parts of 100 of all generation.
    """
    traces = [
        trace(
            "bar",
            x=frame.index,
            y=frame[fuel],
            name=look.words.term("fuel", str(fuel)),
            marker={"color": look.palette.fuels[str(fuel)][theme], "line": {"width": 0}},
        )
        for fuel in frame
    ]
    axis = {"title": axis_title(look.words("energy.charts.mix_axis")), "range": [0, 100]}
    return plain(traces, theme, look, barmode="stack", bargap=0.1, yaxis=axis, height=MIX_PX)
