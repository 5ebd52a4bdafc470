"""Figures as data: what stands where, what is named, and that words stay words."""

from datetime import date

import pandas as pd
import pytest
from plotly.graph_objects import Figure

from tracker.look.charts import intensity as intensities
from tracker.look.charts import mix as mixes
from tracker.look.charts import slips as slipping
from tracker.look.charts import timeline as timelines
from tracker.look.charts import tornado as tornados

SPAN = (date(2025, 1, 1), date(2027, 1, 1))
TODAY = date(2026, 7, 1)


def checked(draw):
    """What ``draw`` gives, held against the schema of figures, with its parts as attributes."""
    return lambda *given: Figure(draw(*given))


intensity, mix = checked(intensities.intensity), checked(mixes.mix)
slips, timeline = checked(slipping.slips), checked(timelines.timeline)
tornado = checked(tornados.tornado)


def promise(label, **days):
    names = ("first", "current", "actual", "silent", "lost")
    return {"label": label, "told": "so"} | {name: pd.Timestamp(days.get(name)) for name in names}


def drawn(figure, name):
    return next(trace for trace in figure.data if trace.name == name)


def test_every_date_of_a_promise_has_its_mark_in_its_row(look):
    frame = pd.DataFrame(
        [
            promise("late", first="2026-01-31", actual="2026-06-30"),
            promise("silent", first="2025-12-31", silent="2025-12-31"),
        ]
    )
    figure = slips(frame, SPAN, TODAY, "FR", look, "light")
    assert [note.text for note in figure.layout.annotations] == ["late", "silent"]
    happened, past = drawn(figure, "happened"), drawn(figure, "past, no evidence found")
    assert dict(zip(happened.y, happened.x, strict=True))[0] == pd.Timestamp("2026-06-30")
    assert dict(zip(past.y, past.x, strict=True))[1] == pd.Timestamp("2025-12-31")
    assert {trace.name for trace in figure.data} >= {"first date"}
    assert "missed or dropped" not in {trace.name for trace in figure.data}


def frames(values):
    days = [date(2025, 2, 1), date(2025, 3, 1), date(2026, 6, 1)]
    money = pd.DataFrame(
        {
            "lane": "announced",
            "day": days,
            "value": values,
            "told": [("a", "1"), ("b",), ("c",)],
            "label": ["A", "B & B", "C"],
        }
    )
    events = pd.DataFrame({"day": days[:1], "title": ["<e>"], "label": ["E"], "value": [9.0]})
    ties = pd.DataFrame(
        {"event_day": days[:1], "day": days[:1], "lane": ["announced"], "link": ["announced"]}
    )
    return events, money, ties


def circles(values, look):
    figure = timeline(frames(values), SPAN, "FR", look, "light")
    return next(trace for trace in figure.data if trace.customdata is not None and len(trace.x) > 1)


def test_circles_are_as_large_in_area_as_their_money(look):
    circle = circles([100.0, 25.0, 100.0], look)
    assert circle.marker.size[1] == pytest.approx(circle.marker.size[0] / 2)


def test_names_of_close_neighbours_are_left_to_the_larger(look):
    assert list(circles([100.0, 25.0, 50.0], look).text) == ["A", "", "C"]


def test_texts_of_a_timeline_stay_texts_and_lines_stay_lines(look):
    figure = timeline(frames([1.0, 9.0, 1.0]), SPAN, "FR", look, "light")
    assert list(drawn(figure, "meetings and other events").customdata) == ["&lt;e&gt;"]
    circle = circles([1.0, 9.0, 1.0], look)
    assert circle.customdata[0] == "a<br>1" and circle.text[1] == "B &amp; B"
    assert figure.layout.annotations[0].text == "<b>meetings and other events</b>"


def test_a_line_runs_from_its_event_to_its_money(look):
    figure = timeline(frames([1.0, 1.0, 1.0]), SPAN, "FR", look, "light")
    line = drawn(figure, "announced there")
    assert line.line.dash == "dash" and line.line.color == look.palette.countries["FR"]["light"]
    assert list(line.x)[:2] == [date(2025, 2, 1), date(2025, 2, 1)] and list(line.y)[:2] == [1, 0]


def test_figures_of_nothing_are_empty_and_stand(look):
    nothing = tuple(frame.iloc[:0] for frame in frames([1.0, 1.0, 1.0]))
    assert len(timeline(nothing, SPAN, "FR", look, "light").layout.annotations) == 1


def test_a_bar_of_the_tornado_runs_from_its_low_to_its_high_end_the_widest_on_top(look):
    ends = {"low": [100.0, 200.0], "central": [300.0, 300.0], "high": [450.0, 310.0]}
    figure = tornado(pd.DataFrame(ends, index=["wide & far", "narrow"]), "FR", look, "light")
    (bars,) = figure.data
    assert list(bars.y) == ["narrow", "wide &amp; far"]
    assert list(bars.base) == [200, 100] and list(bars.x) == [110, 350]
    assert list(bars.text) == ["200 to 310", "100 to 450"]
    assert figure.layout.shapes[0].x0 == 300
    assert figure.layout.xaxis.range[0] == 0 and figure.layout.xaxis.range[1] >= 450


def test_intensities_start_from_zero_with_gaps_where_a_year_is_missing(look):
    frame = pd.DataFrame({"FR": [50.0, None, 41.0], "IN": [700.0] * 3}, index=[2023, 2024, 2025])
    figure = intensity(frame, look, "light")
    assert figure.layout.yaxis.rangemode == "tozero"
    assert [trace.connectgaps for trace in figure.data] == [False, False]
    assert list(figure.data[0].x) == [2023, 2024, 2025] and figure.data[0].y[2] == 41


def test_fuels_are_stacked_to_a_hundred_each_in_its_colour(look):
    frame = pd.DataFrame({"nuclear": [70.0], "hydro": [30.0]}, index=[2025])
    figure = mix(frame, look, "dark")
    assert figure.layout.barmode == "stack" and list(figure.layout.yaxis.range) == [0, 100]
    assert [trace.y[0] for trace in figure.data] == [70, 30]
    assert figure.data[0].marker.color == look.palette.fuels["nuclear"]["dark"]


def test_the_closest_tie_has_the_lane_next_to_the_events(look):
    events, money, ties = frames([1.0, 1.0, 1.0])
    money = money.assign(lane=["none", "negotiated", "announced"])
    figure = timeline((events, money, ties), SPAN, "FR", look, "light")
    heights = {trace.y[0]: trace.x[0] for trace in figure.data if trace.customdata is not None}
    days = dict(zip(money["lane"], money["day"], strict=True))
    assert [heights[place] for place in (2, 1, 0)] == [
        days["negotiated"],
        days["announced"],
        days["none"],
    ]
