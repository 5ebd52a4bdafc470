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
        licence = dataset["sources"].set_index("source_id")["licence"]
        told = ["unit", "metric", "year", "source_id", "note", "notice"]
        for table, place in (("grid", "country_code"), (ZONES, "zone_id")):
            rows = dataset[table].dropna(subset="value")
            notices = rows["source_id"].map(licence).fillna("")
            rows = rows.assign(note=rows["note"].fillna(""), notice=notices)
            columns = (rows[name] for name in (place, "value", *told))
            for where, value, *rest in zip(*columns, strict=True):
                zone = {"zone": where} if table == ZONES else {}
                found = GridFigure(float(value), **dict(zip(told, rest, strict=True)), **zone)
                self._rows[table, where, found.metric, found.year] = found

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
