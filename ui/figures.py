"""Figures of the power page, each with the same numbers as a table."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from tracker.look.charts.intensity import intensity
from tracker.look.charts.mix import mix
from tracker.look.charts.tornado import tornado
from tracker.views.energy.page import EnergyView
from tracker.views.energy.pictures import as_table
from ui import blocks, data

BARE = {"displayModeBar": False}


def _theme() -> str:
    return st.context.theme.type or "light"


def _heading(text: str) -> None:
    st.markdown(f"## {blocks.plain(text)}")


def _drawn(
    figure: go.Figure, told: str, name: str, frame: pd.DataFrame, labels: dict[str, str]
) -> None:
    st.plotly_chart(figure, config=BARE, theme=None, key=name, alt=told)
    look = data.look()
    table = as_table(frame, name, labels, look)
    if table:
        title = blocks.escaped(look.words("energy.charts.as_table"))
        blocks.markup(f"<details><summary>{title}</summary>{table}</details>")


def sensitivities(view: EnergyView) -> None:
    """Which assumption matters most, a figure per country; nothing where none has a range."""
    look = data.look()
    frames = {code: frame for code, frame in view.sensitivities.items() if len(frame)}
    if not frames:
        return
    told = "; ".join(
        look.words(
            "energy.charts.matters",
            name=look.words(f"energy.tornado.{frame.index[0]}"),
            country=look.formats.country(code),
        )
        for code, frame in frames.items()
    )
    _heading(look.words("energy.charts.tornado", told=told))
    for (code, frame), column in zip(
        frames.items(), st.columns(len(frames), gap="large"), strict=True
    ):
        with column:
            _tornado(code, frame)
    blocks.note(look.words("energy.tornado.note"))


def _tornado(code: str, frame: pd.DataFrame) -> None:
    """The figure of one country, and what it shows in words."""
    look = data.look()
    named = frame.rename(index={name: look.words(f"energy.tornado.{name}") for name in frame.index})
    st.markdown(f"**{blocks.plain(look.formats.country(code))}**")
    told = "; ".join(
        look.words(
            "energy.charts.tornado_row",
            name=row.Index,
            low=look.formats.rounded(float(str(row.low))),
            high=look.formats.rounded(float(str(row.high))),
        )
        for row in named.itertuples()
    )
    figure = tornado(named, code, _theme(), look)
    st.plotly_chart(figure, config=BARE, theme=None, key=f"tornado-{code}", alt=told)
    blocks.note(told)


def over_the_years(view: EnergyView) -> None:
    """Intensity of the grids, and what electricity is made of, year by year."""
    look = data.look()
    _heading(look.words("energy.charts.intensity"))
    names = {str(code): look.formats.country(str(code)) for code in view.intensities}
    told = look.words("energy.charts.intensity_alt", countries=", ".join(names.values()))
    figure = intensity(view.intensities, _theme(), look)
    _drawn(figure, told, "intensities", view.intensities, names)
    blocks.note(look.words("energy.charts.intensity_note"))
    _heading(look.words("energy.charts.mix"))
    for (code, frame), column in zip(view.mixes.items(), st.columns(len(view.mixes)), strict=True):
        with column:
            country = look.formats.country(code)
            st.markdown(f"**{blocks.plain(country)}**")
            fuels = {str(fuel): look.words.term("fuel", str(fuel)) for fuel in frame}
            told = look.words("energy.charts.mix_alt", country=country)
            _drawn(mix(frame, _theme(), look), told, f"mix-{code.lower()}", frame, fuels)
