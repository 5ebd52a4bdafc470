"""Figures of the power page, each with the same numbers as a table."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from tracker.charts.intensity import intensity
from tracker.charts.mix import mix
from tracker.charts.tornado import tornado
from tracker.powering.page import EnergyView
from tracker.powering.pictures import as_table
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
    """Which assumption matters most, a figure per country."""
    look = data.look()
    first = {code: frame.index[0] for code, frame in view.sensitivities.items() if len(frame)}
    told = "; ".join(
        look.words(
            "energy.charts.matters",
            name=look.words(f"energy.tornado.{name}"),
            country=look.formats.country(code),
        )
        for code, name in first.items()
    )
    _heading(look.words("energy.charts.tornado", told=told))
    columns = st.columns(len(view.sensitivities), gap="large")
    for (code, frame), column in zip(view.sensitivities.items(), columns, strict=True):
        labels = {name: look.words(f"energy.tornado.{name}") for name in frame.index}
        named = frame.rename(index=labels)
        country = look.formats.country(code)
        with column:
            st.markdown(f"**{blocks.plain(country)}**")
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
