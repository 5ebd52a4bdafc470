"""Single figures and assumptions of the power system, looked up by what energy.yaml calls for."""

from dataclasses import dataclass, replace

import pandas as pd

from tracker.dataset.dataset import Dataset
from tracker.dataset.once import once
from tracker.dataset.plain import Row
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
        documents = dataset.documents
        for table, place in (("grid", "country_code"), (ZONES, "zone_id")):
            for row in dataset.rows(table):
                if not pd.isna(row["value"]):
                    zone = row[place] if table == ZONES else ""
                    licence = documents.get(row["source_id"], {}).get("licence")
                    key = (table, row[place], row["metric"], row["year"])
                    self._rows[key] = GridFigure(
                        value=float(row["value"]),
                        unit=row["unit"],
                        metric=row["metric"],
                        year=row["year"],
                        source_id=row["source_id"],
                        note=_text(row["note"]),
                        notice=_text(licence),
                        zone=zone,
                    )
        self._years: dict[tuple[str, str, str], list[str]] = {}
        for *wanted, year in sorted(self._rows):
            self._years.setdefault((wanted[0], wanted[1], wanted[2]), []).append(year)

    def figure(self, reference: Reference, code: str, year: str = "") -> GridFigure | None:
        """The figure of ``reference`` for country ``code``, of another ``year`` where one is given.

        None where there is no such figure.
        """
        key = (reference.table, reference.zone or code, reference.metric, year or reference.year)
        return self._rows.get(key)

    def years(self, reference: Reference, code: str) -> list[str]:
        """The years that the figure of ``reference`` exists for, the first first."""
        return self._years.get((reference.table, reference.zone or code, reference.metric), [])

    def before(self, reference: Reference, code: str) -> GridFigure | None:
        """The figure of the year before."""
        year = str(int(reference.year) - 1)
        return self.figure(replace(reference, year=year), code)


def assumption(dataset: Dataset, parameter: str, code: str = "") -> Row | None:
    """The row of assumptions for country ``code``, or the one for all; None where there is none."""
    return _assumptions(dataset).get((parameter, code))


@once
def _assumptions(dataset: Dataset) -> dict[tuple[str, str], Row]:
    """Parameter and country, or nothing for all -> its row: of several the first."""
    found: dict[tuple[str, str], Row] = {}
    for row in dataset.rows("assumptions"):
        code = row["country_code"] if isinstance(row["country_code"], str) else ""
        found.setdefault((row["parameter"], code), row)
    return found


def parameters(dataset: Dataset) -> frozenset[str]:
    """All that anything is assumed of, in any country."""
    return frozenset(parameter for parameter, _ in _assumptions(dataset))


def assumed(dataset: Dataset, parameter: str) -> float:
    """The central value of an assumption for all countries. Raises KeyError where there is none."""
    return float(_assumptions(dataset)[parameter, ""]["central"])


@once
def grid(dataset: Dataset) -> Grid:
    """The figures of ``dataset``, indexed once."""
    return Grid(dataset)


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""
