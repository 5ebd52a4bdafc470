"""Dated promises that moved, were settled or are past: first date, current date, what happened."""

from datetime import date

import pandas as pd

from tracker.look.charts.lanes import Lanes, laned
from tracker.look.charts.plain import Figure, Trace, colour, trace
from tracker.look.html import NO_NAME, figure_text
from tracker.look.look import Look

ROW_PX = 42
FRAME_PX = 90
LABEL_PX = 14  # above the line of its promise
MARKS = {
    "first": "circle-open",
    "current": "diamond",
    "actual": "circle",
    "silent": "x",
    "lost": "square-open",
}
BETWEEN = 0.34  # of a row, under its marks: where the next one begins
LEFT_FROM = 0.3  # of the axis: from there on words have room to the left of their marks
GAP = "\u2003"  # between a mark and its words


def slips(
    frame: pd.DataFrame, span: tuple[date, date], day: date, code: str, look: Look, theme: str
) -> Figure:
    """A row per promise of the country ``code``, the earliest first date on top.

    ``frame`` has ``label`` and ``told`` in words, and the days ``first``, ``current`` (where
    it moved), ``actual`` (where it happened), ``silent`` (its date, where that is past without
    evidence) and ``lost`` (when it was missed or dropped), each missing where it does not apply.
    ``span`` is the first and last day of the axis; dots run from ``silent`` to the ``day`` looked
    at.
    """
    frame = frame.sort_values("first", ascending=False, kind="stable").reset_index(drop=True)
    frame = frame.assign(label=frame["label"].map(figure_text), told=frame["told"].map(figure_text))
    soft, hue = look.palette.colours["soft"][theme], colour(code, theme, look)
    traces = [_spans(frame, soft), _waits(frame, day, soft)]
    traces += [_marks(frame, name, hue, look) for name in MARKS if frame[name].notna().any()]
    traces.append(_words(frame, span))
    rows = range(len(frame))
    lanes = Lanes(
        names={place: str(frame.at[place, "label"]) for place in rows},
        above_px=LABEL_PX,
        lines=[place - BETWEEN for place in rows],
        heights=(-BETWEEN, len(frame) - BETWEEN),
        span=span,
    )
    return laned(traces, lanes, FRAME_PX + ROW_PX * len(frame), theme, look)


def _marks(frame: pd.DataFrame, name: str, hue: str, look: Look) -> Trace:
    return trace(
        "scatter",
        x=frame[name],
        y=frame.index,
        mode="markers",
        marker={"symbol": MARKS[name], "size": 10, "color": hue, "line": {"width": 2}},
        name=look.words(f"delivery.slips.{name}"),
        text=frame["label"],
        hovertemplate=f"%{{text}}: %{{x|%Y-%m-%d}}{NO_NAME}",
    )


def _spans(frame: pd.DataFrame, line: str) -> Trace:
    """A thin line from the first date of each promise to the last that is known."""
    x: list[object] = []
    y: list[int | None] = []
    for place, row in enumerate(frame[[*MARKS]].itertuples(index=False)):
        days = [day for day in row if isinstance(day, pd.Timestamp)]
        x += [min(days), max(days), None]
        y += [place, place, None]
    return _line(x, y, {"color": line, "width": 1})


def _waits(frame: pd.DataFrame, today: date, line: str) -> Trace:
    """Dots from the date of a promise of which nothing was heard until today."""
    x: list[object] = []
    y: list[int | None] = []
    for place, day in frame["silent"].dropna().items():
        x += [day, today, None]
        y += [int(str(place)), int(str(place)), None]
    return _line(x, y, {"color": line, "width": 1, "dash": "dot"})


def _line(x: list[object], y: list[int | None], style: dict[str, object]) -> Trace:
    return trace("scatter", x=x, y=y, mode="lines", line=style, hoverinfo="skip", showlegend=False)


def _words(frame: pd.DataFrame, span: tuple[date, date]) -> Trace:
    """What came of each promise, before its first mark or, where there is no room, after all."""
    start, end = map(pd.Timestamp, span)
    first, last = frame[[*MARKS]].min(axis=1), frame[[*MARKS]].max(axis=1)
    is_left = first > start + (end - start) * LEFT_FROM
    return trace(
        "scatter",
        x=last.where(~is_left, first),
        y=frame.index,
        mode="text",
        text=[f"{GAP}{text}{GAP}" for text in frame["told"]],
        textposition=["middle left" if left else "bottom right" for left in is_left],
        textfont={"size": 12},
        hoverinfo="skip",
        showlegend=False,
    )
