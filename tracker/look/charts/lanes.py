"""A figure of lanes over time: each with its name at the left edge, where any screen has room."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tracker.look.charts.plain import Figure, Trace, plain
from tracker.look.look import Look

LEGEND_PX = 32  # below the axis


@dataclass(frozen=True)
class Lanes:
    """What the lanes are called by their height, where lines are drawn across, and the axes.

    ``names`` are escaped; they stand ``above_px`` over the middle of their lane. ``lines`` and
    ``heights`` (lowest and highest) are in units of a lane, ``span`` is the first and last day.
    """

    names: Mapping[int, str]
    above_px: int
    lines: Iterable[float]
    heights: tuple[float, float]
    span: tuple[date, date]


def laned(traces: list[Trace], lanes: Lanes, height: int, theme: str, look: Look) -> Figure:
    """A figure of ``traces`` over ``lanes``, ``height`` pixels high."""
    return plain(
        traces,
        theme,
        look,
        height=height,
        hovermode="closest",
        annotations=[
            _name(text, place, lanes.above_px, look.palette.colours["paper"][theme])
            for place, text in lanes.names.items()
        ],
        xaxis={"range": list(lanes.span)},
        yaxis={
            "showticklabels": False,
            "tickvals": list(lanes.lines),
            "range": list(lanes.heights),
            "zeroline": False,
        },
        legend={"orientation": "h", "y": -LEGEND_PX / height, "x": 0, "yanchor": "top"},
    )


def _name(text: str, place: int, above_px: int, paper: str) -> dict[str, Any]:
    """The name of a lane on ``paper`` of its own, so that nothing crosses it."""
    where = {"x": 0, "xref": "paper", "xanchor": "left", "y": place, "yshift": above_px}
    return {"text": text, "showarrow": False, "font": {"size": 12}, "bgcolor": paper, **where}
