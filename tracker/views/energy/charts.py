"""Figures of the page, each with the same numbers as a table."""

from functools import partial

import pandas as pd

from tracker.energy import series
from tracker.energy.question import Question
from tracker.look.charts.intensity import intensity
from tracker.look.charts.mix import mix
from tracker.look.charts.tornado import tornado
from tracker.look.elements import Column, Table
from tracker.look.look import Look
from tracker.look.view import Beside, Chart, Section


def sensitivities(asked: Question, look: Look) -> Section:
    """Which assumption matters most, a figure per country; nothing where none has a range."""
    every = {code: series.sensitivities(code, asked) for code in asked.dataset.compared}
    found = {code: frame for code, frame in every.items() if len(frame)}
    if not found:
        return Section("sensitivities")
    told = [
        look.words(
            "energy.charts.matters",
            name=look.words(f"energy.tornado.{frame.index[0]}"),
            country=look.formats.country(code),
        )
        for code, frame in found.items()
    ]
    heading = look.words("energy.charts.tornado", told="; ".join(told))
    drawn = Beside(tuple(_tornado(code, frame, look) for code, frame in found.items()))
    return Section("sensitivities", heading, (drawn,), note=look.words("energy.tornado.note"))


def _tornado(code: str, frame: pd.DataFrame, look: Look) -> Chart:
    """The figure of one country, and what it shows in words."""
    named = frame.rename(index={name: look.words(f"energy.tornado.{name}") for name in frame.index})
    ends = named[["low", "high"]].map(look.formats.rounded)
    rows = [
        look.words("energy.charts.tornado_row", name=name, low=low, high=high)
        for name, low, high in ends.itertuples()
    ]
    told = "; ".join(rows)
    draw = partial(tornado, named, code, look)
    return Chart(f"tornado-{code}", draw, told, look.formats.country(code), note=told)


def intensities(asked: Question, look: Look) -> Section:
    """Intensity of the grids, year by year."""
    frame = series.intensities(asked.known)
    names = {str(code): look.formats.country(str(code)) for code in frame}
    told = look.words("energy.charts.intensity_alt", countries=", ".join(names.values()))
    drawn = Chart(
        "intensities",
        partial(intensity, frame, look),
        told,
        table=_table("intensities", frame, names, look),
    )
    heading, note = (look.words(f"energy.charts.{key}") for key in ("intensity", "intensity_note"))
    return Section("intensities", heading, (drawn,), note=note)


def mixes(asked: Question, look: Look) -> Section:
    """What electricity is made of, year by year, a figure per country."""
    drawn = Beside(tuple(_mix(code, asked, look) for code in asked.dataset.compared))
    return Section("mixes", look.words("energy.charts.mix"), (drawn,))


def _mix(code: str, asked: Question, look: Look) -> Chart:
    frame, country = series.mixes(asked.known, code), look.formats.country(code)
    name, told = f"mix-{code.lower()}", look.words("energy.charts.mix_alt", country=country)
    fuels = {str(fuel): look.words.term("fuel", str(fuel)) for fuel in frame}
    return Chart(
        name, partial(mix, frame, look), told, country, table=_table(name, frame, fuels, look)
    )


def _table(name: str, frame: pd.DataFrame, labels: dict[str, str], look: Look) -> Table:
    """Every few years of ``frame``, with the ``labels`` of its columns."""
    shown = [Column(key, label, "rounded", is_right=True) for key, label in labels.items()]
    year = Column("year", look.words("energy.charts.year"), "text")
    rows = series.every_few(frame).rename_axis("year").reset_index().to_dict("records")
    return Table(name, tuple(rows), (year, *shown))
