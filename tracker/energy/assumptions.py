"""What is assumed of each country: low, central and high with their documents, or one's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from tracker.dataset.dataset import Dataset
from tracker.dataset.settings.energy import EnergySettings
from tracker.energy import formulas
from tracker.energy.choices import ChosenEnergy, fields, per_country
from tracker.energy.formulas import Spread, single
from tracker.world.grid import Grid, GridFigure

ENDS = ("low", "central", "high")
PRICED = ["price", "unit", "source_id", "place", "customer_class"]


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
    settings, table = dataset.rules.energy, dataset["assumptions"]
    own = dict(chosen.own)
    found = {}
    for name, parameter, code in fields(settings, per_country(table)):
        one = _published(name, parameter, code, dataset, grid, chosen)
        if one is None:
            continue
        typed = own.get(name)
        found[parameter, code] = one if typed is None else _typed(one, typed)
    return found


def _typed(one: Assumed, value: float) -> Assumed:
    return Assumed(**{**vars(one), "used": single(value)})


def _published(
    name: str, parameter: str, code: str, dataset: Dataset, grid: Grid, chosen: ChosenEnergy
) -> Assumed | None:
    """The assumption as documents have it; None where no row says anything."""
    settings = dataset.rules.energy
    if parameter == "intensity":
        return _intensity(name, code, intensity(settings, grid, chosen, code))
    if parameter == "price":
        return _price(name, code, dataset)
    row = _row(dataset, parameter, code)
    if row is None:
        return None
    spread = Spread(*(float(row[end]) for end in ENDS))
    sources = tuple(_text(row[f"{end}_source_id"]) for end in ENDS)
    return Assumed(
        name,
        parameter,
        code,
        spread,
        spread,
        row["unit"],
        sources,
        _text(row["note"]),
    )


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
    settings = dataset.rules.energy
    wanted = settings.prices.get(code, {})
    rows = dataset["prices"].set_index("price_id")[PRICED]
    if not wanted or any(row not in rows.index for end in ENDS for row in wanted[end]):
        return None
    told: dict[str, dict[str, Any]] = rows.to_dict("index")  # type: ignore[assignment]
    rates = {name: _row(dataset, name, "") for name in settings.price_rates.values()}
    if any(rate is None for rate in rates.values()):
        return None
    values = [
        sum(in_euros(float(told[row]["price"]), told[row]["unit"], dataset) for row in wanted[end])
        for end in ENDS
    ]
    sources = tuple(str(told[wanted[end][0]]["source_id"]) for end in ENDS)
    spread = Spread(*values)
    note = "; ".join(" + ".join(_priced(told[row]) for row in wanted[end]) for end in ENDS)
    return Assumed(name, "price", code, spread, spread, "EUR/MWh", sources, note)


def _priced(row: Mapping[str, Any]) -> str:
    """A price as its row has it."""
    return f"{row['price']:g} {row['unit']}, {row['customer_class']}"


def in_euros(price: float, unit: str, dataset: Dataset) -> float:
    """A price in EUR/MWh, at the assumed exchange rate. Raises KeyError where that is missing."""
    currency = unit.partition("/")[0]
    parameter = dataset.rules.energy.price_rates.get(currency)
    if parameter is None:
        return price
    return formulas.price_per_mwh(price, constant(dataset, parameter))


def _row(dataset: Dataset, parameter: str, code: str) -> pd.Series | None:
    rows = dataset["assumptions"]
    rows = rows[(rows["parameter"] == parameter) & (rows["country_code"].fillna("") == code)]
    return None if rows.empty else rows.iloc[0]


def constant(dataset: Dataset, parameter: str) -> float:
    """The central value of an assumption for all countries. Raises KeyError where there is none."""
    row = _row(dataset, parameter, "")
    if row is None:
        raise KeyError(parameter)
    return float(row["central"])


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
