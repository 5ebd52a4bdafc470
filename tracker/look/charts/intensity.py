"""Carbon intensity of grids over the years, by one method."""

import pandas as pd

from tracker.look.charts.plain import Figure, axis_title, colour, plain, trace
from tracker.look.look import Look


def intensity(frame: pd.DataFrame, look: Look, theme: str) -> Figure:
    """A line per country from zero.

    ``frame`` has a row per year (its index, as numbers) and a column per country code, in
    gCO2e/kWh; missing years are gaps.
    """
    method = look.words("energy.charts.method")
    traces = [
        trace(
            "scatter",
            x=frame.index,
            y=frame[code],
            name=look.words(
                "energy.charts.line", country=look.formats.country(str(code)), method=method
            ),
            mode="lines",
            line={"color": colour(str(code), theme, look), "width": 2.5},
            connectgaps=False,
        )
        for code in frame
    ]
    unit = look.words("energy.charts.intensity_axis")
    return plain(traces, theme, look, yaxis={"title": axis_title(unit), "rangemode": "tozero"})
