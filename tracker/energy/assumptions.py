"""What is assumed of each country: low, central and high with their documents, or one's own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from tracker.dataset.dataset import Dataset
from tracker.dataset.once import once
from tracker.dataset.plain import Row
from tracker.dataset.settings.energy import EnergySettings
from tracker.energy.choices import ChosenEnergy, fields, per_country
from tracker.energy.formulas import Spread, single
from tracker.world.exchange import PER_MWH, eur_per_mwh
from tracker.world.grid import Grid, GridFigure, assumption

ENDS = ("low", "central", "high")


@dataclass(frozen=True)
class Assumed:
    """One assumption: the ``used`` spread, the ``published`` one, its unit and its documents.

    ``source_ids`` are those of low, central and high; an empty one is our own choice. ``figure``
    is the figure of the power system that it is, where it is one.
    """

    name: str
    parameter: str
    country_code: str
    used: Spread
    published: Spread
    unit: str
    source_ids: tuple[str, ...]
    note: str = ""
    figure: GridFigure | None = None

    @property
    def is_own(self) -> bool:
        """Whether the reader typed it."""
        return self.used != self.published


Assumptions = Mapping[tuple[str, str], Assumed]


def assumptions(dataset: Dataset, grid: Grid, chosen: ChosenEnergy) -> Assumptions:
    """(parameter, country code or nothing) -> what is assumed; absent where nothing is known."""
    own, found = dict(chosen.own), {}
    for name, parameter, code in _fields(dataset):
        one = _published(name, parameter, code, dataset, grid, chosen)
        if one is None:
            continue
        typed = own.get(name)
        found[parameter, code] = one if typed is None else replace(one, used=single(typed))
    return found


@once
def _fields(dataset: Dataset) -> list[tuple[str, str, str]]:
    return list(fields(dataset.rules.energy, per_country(dataset["assumptions"])))


def _published(
    name: str, parameter: str, code: str, dataset: Dataset, grid: Grid, chosen: ChosenEnergy
) -> Assumed | None:
    """The assumption as documents have it; None where no row says anything."""
    settings = dataset.rules.energy
    if parameter == "intensity":
        return _intensity(name, code, intensity(settings, grid, chosen, code))
    if parameter == "price":
        return _price(name, code, dataset)
    row = assumption(dataset, parameter, code)
    if row is None:
        return None
    spread = Spread(*(float(row[end]) for end in ENDS))
    sources = tuple(_text(row[f"{end}_source_id"]) for end in ENDS)
    note = _text(row["note"])
    return Assumed(name, parameter, code, spread, spread, row["unit"], sources, note)


def intensity(
    settings: EnergySettings, grid: Grid, chosen: ChosenEnergy, code: str
) -> GridFigure | None:
    """The intensity by the chosen method and year; that of the usual year where there is none."""
    reference = settings.methods[chosen.method].get(code)
    if reference is None:
        return None
    asked = years_asked(settings, grid, chosen)
    return grid.figure(reference, code, asked if asked in grid.years(reference, code) else "")


def years_asked(settings: EnergySettings, grid: Grid, chosen: ChosenEnergy) -> str:
    """The year asked for where every country has it by the method; else nothing: the usual one."""
    of_method = settings.methods[chosen.method].items()
    has_all = all(chosen.year in grid.years(one, code) for code, one in of_method)
    return chosen.year if has_all else ""


def _intensity(name: str, code: str, figure: GridFigure | None) -> Assumed | None:
    if figure is None:
        return None
    spread, sources = single(figure.value), (figure.source_id,) * 3
    return Assumed(
        name, "intensity", code, spread, spread, figure.unit, sources, figure.note, figure
    )


def _price(name: str, code: str, dataset: Dataset) -> Assumed | None:
    """The price in EUR/MWh: each end a sum of rows of prices, at the assumed exchange rate."""
    wanted = dataset.rules.energy.prices.get(code, {})
    told = dataset.by_key("prices")
    if not wanted or any(row not in told for end in ENDS for row in wanted[end]):
        return None
    euros = {
        row: eur_per_mwh(float(told[row]["price"]), told[row]["unit"], dataset)
        for end in ENDS
        for row in wanted[end]
    }
    known = {row: price for row, price in euros.items() if price is not None}
    if len(known) < len(euros):
        return None
    spread = Spread(*(sum(known[row] for row in wanted[end]) for end in ENDS))
    sources = tuple(str(told[wanted[end][0]]["source_id"]) for end in ENDS)
    note = "; ".join(" + ".join(_priced(told[row]) for row in wanted[end]) for end in ENDS)
    return Assumed(name, "price", code, spread, spread, PER_MWH, sources, note)


def _priced(row: Row) -> str:
    """A price as its row has it."""
    return f"{row['price']:g} {row['unit']}, {row['customer_class']}"


@once
def constants(dataset: Dataset) -> pd.DataFrame:
    """The rows of assumptions that cannot be typed over."""
    rows = dataset["assumptions"]
    return rows[~rows["parameter"].isin(dataset.rules.energy.bounds)]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
