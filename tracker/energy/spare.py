"""Electricity of the pipelines beside what the grids export, have reserved and grow by."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.energy import formulas
from tracker.energy.answers import Found
from tracker.energy.formulas import MWH_PER_TWH, Load, Spread, carried, single
from tracker.energy.ladder import MW_PER_GW
from tracker.energy.question import Question
from tracker.world.grid import GridFigure
from tracker.world.national import latest

PIPELINE, RESERVED, EXPORTS, GROWTH = "pipeline", "reserved", "net_exports", "growth"
AS_DRAWN = 1.0  # a connection already holds what cooling and losses take


@dataclass(frozen=True)
class Beside:
    """One thing that can be set beside a pipeline: MWh a year of a country.

    ``figure`` is that of the power system where it is one, of growth the later one, which grew
    ``since`` a year. What is reserved has its ``gigawatts`` and their ``period``.
    """

    country_code: str
    name: str
    mwh: Spread
    figure: GridFigure | None = None
    since: str = ""
    gigawatts: float = 0.0
    period: str = ""


@dataclass(frozen=True)
class Claimed:
    """What is reserved in a country, in MWh a year, and as a part of one of its net exports."""

    country_code: str
    mwh: float
    of_exports: float


def spare(pipelines: Found, asked: Question) -> list[Beside]:
    """Each pipeline that can be worked out, and what is known of its grid, country by country."""
    rows = []
    for code, one in pipelines.items():
        if one is not None:
            rows.append(Beside(code, PIPELINE, one.electricity))
        rows += [*_reserved(code, asked), *_exports(code, asked), *_growth(code, asked)]
    return rows


def claimed(rows: list[Beside]) -> Claimed | None:
    """What is reserved against net exports, of the first country that publishes both."""
    central = {(row.country_code, row.name): row.mwh.central for row in rows}
    for code in dict.fromkeys(row.country_code for row in rows):
        reserved, exports = central.get((code, RESERVED)), central.get((code, EXPORTS))
        if reserved is not None and exports is not None:
            return Claimed(code, reserved, reserved / exports)
    return None


def _reserved(code: str, asked: Question) -> Iterator[Beside]:
    """All power that the grid has reserved for data centres, running as assumed."""
    indicator = asked.settings.ladder[RESERVED].get("indicator", {}).get(code, "")
    figure = latest(asked.dataset, indicator, code)
    if figure.high is None or ("load_factor", "") not in asked.assumed:
        return
    load, hours = Load(grid=figure.high * MW_PER_GW), asked.settings.hours_per_year
    mwh = carried(
        lambda running: formulas.electricity(load, AS_DRAWN, running, hours),
        asked.used("load_factor"),
    )
    yield Beside(code, RESERVED, mwh, gigawatts=figure.high, period=figure.period)


def _exports(code: str, asked: Question) -> Iterator[Beside]:
    """Net exports where they are published."""
    reference = asked.settings.against[EXPORTS].get(code)
    figure = asked.grid.figure(reference, code) if reference else None
    if figure is not None:
        yield Beside(code, EXPORTS, single(figure.value * MWH_PER_TWH), figure)


def _growth(code: str, asked: Question) -> Iterator[Beside]:
    """The growth of generation in a year, where there was any."""
    if (reference := asked.settings.growth.get(code)) is None:
        return
    figure, before = asked.grid.figure(reference, code), asked.grid.before(reference, code)
    if figure is not None and before is not None and figure.value > before.value:
        grown = single((figure.value - before.value) * MWH_PER_TWH)
        yield Beside(code, GROWTH, grown, figure, since=before.year)
