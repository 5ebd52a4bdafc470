"""Single figures and assumptions of the power system, looked up by what energy.yaml calls for."""

from dataclasses import dataclass, replace

import pandas as pd

from tracker.dataset.dataset import Dataset
from tracker.dataset.settings.energy import Reference

ZONES = "grid_zones"


@dataclass(frozen=True)
class GridFigure:
    """One figure with all that it needs beside it: metric, year, unit, document.

    ``notice`` is the licence of its document, which has to go wherever the figure goes.
    """

    value: float
    unit: str
    metric: str
    year: str
    source_id: str
    note: str
    notice: str
    zone: str = ""


class Grid:
    """The figures of grid.csv and grid_zones.csv by metric, place and year."""

    def __init__(self, dataset: Dataset) -> None:
        """Index the rows of ``dataset`` that can be trusted."""
        self._rows: dict[tuple[str, str, str, str], GridFigure] = {}
        for table in ("grid", ZONES):
            rows = dataset[table].dropna(subset="value")
            places = rows["zone_id"] if table == ZONES else rows["country_code"]
            licence = dataset["sources"].set_index("source_id")["licence"]
            licences = rows["source_id"].map(licence).fillna("")
            columns = [rows[name] for name in ("metric", "year", "value", "unit", "source_id")]
            notes = rows["note"].fillna("")
            for place, metric, year, value, unit, source, note, notice in zip(
                places, *columns, notes, licences, strict=True
            ):
                key = (table, place, metric, year)
                zone = place if table == ZONES else ""
                found = GridFigure(float(value), unit, metric, year, source, note, notice, zone)
                self._rows[key] = found

    def figure(self, reference: Reference, code: str, year: str = "") -> GridFigure | None:
        """The figure of ``reference`` for country ``code``, of another ``year`` where one is given.

        None where there is no such figure.
        """
        key = (reference.table, reference.zone or code, reference.metric, year or reference.year)
        return self._rows.get(key)

    def years(self, reference: Reference, code: str) -> list[str]:
        """The years that the figure of ``reference`` exists for, the first first."""
        wanted = (reference.table, reference.zone or code, reference.metric)
        return sorted(key[3] for key in self._rows if key[:3] == wanted)

    def before(self, reference: Reference, code: str) -> GridFigure | None:
        """The figure of the year before."""
        year = str(int(reference.year) - 1)
        return self.figure(replace(reference, year=year), code)


def assumption(dataset: Dataset, parameter: str, code: str = "") -> pd.Series | None:
    """The row of assumptions for country ``code``, or the one for all; None where there is none."""
    rows = dataset["assumptions"]
    rows = rows[(rows["parameter"] == parameter) & (rows["country_code"].fillna("") == code)]
    return None if rows.empty else rows.iloc[0]


def assumed(dataset: Dataset, parameter: str) -> float:
    """The central value of an assumption for all countries. Raises KeyError where there is none."""
    row = assumption(dataset, parameter)
    if row is None:
        raise KeyError(parameter)
    return float(row["central"])
