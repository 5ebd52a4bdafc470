"""Events above, money below by its closest tie, and a line where a source ties them."""

from datetime import date

import pandas as pd

from tracker.look.charts.lanes import Lanes, laned
from tracker.look.charts.plain import Figure, Trace, colour, trace
from tracker.look.elements import Said
from tracker.look.html import BREAK, NO_NAME, figure_text, html
from tracker.look.look import Look

DASHES = ("solid", "dash", "dot", "dashdot")  # of the closest tie, the next; the last for others
LARGEST_PX = 40
SMALLEST_PX = 6
LANE_PX = 78
FRAME_PX = 130
LABEL_PX = 30  # the name of a lane above its middle
LEFT_FROM = 0.45  # of the axis: from there on words stand to the left of their mark
WORDS = 0.24  # of the axis, that the words of a mark take
NAMES = 0.22  # of the axis, left of the first mark: where the names of lanes stand free
LABELLED = 2  # marks with words in a lane
LABELLED_EVENTS = 3


def timeline(
    frames: tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame],
    span: tuple[date, date],
    code: str,
    look: Look,
    theme: str,
) -> Figure:
    """The country ``code``; ``frames`` are its events, its money and its ties.

    Events have a ``day``, a ``title``, a short ``label`` and the ``value`` of what is tied to
    them; money a ``lane`` (its closest tie), a ``day``, a ``value``, a ``label`` and the lines
    that are ``told`` of it; ties the ``event_day``, the ``day`` and ``lane`` of the money, and
    the ``link``. ``span`` is the first and last day of the axis.
    """
    events, money, ties = frames
    hue = colour(code, theme, look)
    used = [name for name in look.rules.diplomacy.closeness if name in set(money["lane"])]
    places = {name: len(used) - place - 1 for place, name in enumerate(used)}
    traces = [*_lines(ties, places, hue, look), _dots(events, len(used), span, hue, look)]
    largest = float(money["value"].max()) if len(money) else 1.0
    traces += [
        _circles(rows, places[str(name)], largest, span, hue)
        for name, rows in money.groupby("lane", sort=False)
    ]
    told = {len(used): look.words("diplomacy.timeline.events")}
    told |= {place: look.words.term("closeness", name) for name, place in places.items()}
    names = {place: str(html(Said("strong", text), look)) for place, text in told.items()}
    wide = (span[0] - (span[1] - span[0]) * NAMES, span[1])
    lanes = Lanes(names, LABEL_PX, [*told], (-0.5, len(used) + 0.6), wide)
    return laned(traces, lanes, FRAME_PX + LANE_PX * (len(used) + 1), theme, look)


def _lines(ties: pd.DataFrame, places: dict[str, int], hue: str, look: Look) -> list[Trace]:
    """A trace per kind of link, all its lines in one."""
    traces = []
    for order, kind in enumerate(look.rules.diplomacy.closeness):
        rows = ties[ties["link"] == kind]
        if rows.empty:
            continue
        x, y = [], []
        for row in rows.itertuples():
            x += [row.event_day, row.day, None]
            y += [len(places), places[str(row.lane)], None]
        line = {"color": hue, "width": 1, "dash": DASHES[min(order, len(DASHES) - 1)]}
        name = look.words.term("link", kind)
        traces.append(
            trace(
                "scatter",
                x=x,
                y=y,
                mode="lines",
                line=line,
                opacity=0.6,
                name=name,
                hoverinfo="skip",
            )
        )
    return traces


def _dots(events: pd.DataFrame, place: int, span: tuple[date, date], hue: str, look: Look) -> Trace:
    """Events; those with the most money tied to them are named."""
    words = _labels(events, LABELLED_EVENTS, span)
    return trace(
        "scatter",
        x=events["day"],
        y=[place] * len(events),
        mode="markers+text",
        marker={"symbol": "diamond", "size": 9, "color": hue},
        text=words,
        textposition=_sides(events["day"], span, "top"),
        textfont={"size": 12},
        customdata=events["title"].map(figure_text),
        hovertemplate=f"%{{customdata}}, %{{x|%Y-%m-%d}}{NO_NAME}",
        name=look.words("diplomacy.timeline.events"),
    )


def _circles(
    money: pd.DataFrame, place: int, largest: float, span: tuple[date, date], hue: str
) -> Trace:
    """Money of a lane, a circle per day, the area in proportion; the largest are named."""
    return trace(
        "scatter",
        x=money["day"],
        y=[place] * len(money),
        mode="markers+text",
        marker={
            "size": [_diameter(value, largest) for value in money["value"]],
            "color": hue,
            "opacity": 0.6,
            "line": {"color": hue, "width": 1.5},
        },
        text=_labels(money, LABELLED, span),
        textposition=_sides(money["day"], span, "top"),
        textfont={"size": 12},
        customdata=[figure_text(*lines) for lines in money["told"]],
        hovertemplate=f"%{{customdata}}{BREAK}%{{x|%Y-%m-%d}}{NO_NAME}",
        showlegend=False,
    )


def _diameter(value: float, largest: float) -> float:
    return max(SMALLEST_PX, LARGEST_PX * (value / largest) ** 0.5) if largest else SMALLEST_PX


def _sides(days: pd.Series, span: tuple[date, date], height: str) -> list[str]:
    """Words stand where the axis has room: before marks on its right, after those on its left."""
    turn = span[0] + (span[1] - span[0]) * LEFT_FROM
    return [f"{height} {'left' if day > turn else 'right'}" for day in days]


def _labels(marks: pd.DataFrame, most: int, span: tuple[date, date]) -> list[str]:
    """The words of the marks with the most money, as far as they do not crowd each other."""
    words, named = [""] * len(marks), list[tuple[date, date]]()
    order = marks["value"].reset_index(drop=True).sort_values(ascending=False, kind="stable")
    for place in order[order > 0].index:
        room = _room(marks["day"].iloc[place], span)
        if len(named) < most and all(room[1] < one[0] or one[1] < room[0] for one in named):
            named.append(room)
            words[place] = figure_text(marks["label"].iloc[place])
    return words


def _room(day: date, span: tuple[date, date]) -> tuple[date, date]:
    """From when to when the words of a mark reach, on the side where they stand."""
    width = (span[1] - span[0]) * WORDS
    is_late = day > span[0] + (span[1] - span[0]) * LEFT_FROM
    return (day - width, day) if is_late else (day, day + width)
