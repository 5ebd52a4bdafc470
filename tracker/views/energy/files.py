"""The answer as a file: plain numbers with everything that they rest on."""

from functools import partial

import pandas as pd

from tracker.energy.answers import Answer, Found
from tracker.energy.assumptions import ENDS
from tracker.energy.choices import COMMITMENT, SITE
from tracker.energy.formulas import Spread
from tracker.energy.question import Question
from tracker.export.csv import csv_bytes
from tracker.look.look import Look
from tracker.look.view import Download

OWN = "own"  # of a value that the reader typed
UNITS = {
    "electricity": "MWh/year",
    "emissions": "tCO2e/year",
    "cost": "EUR/year",
    "gpus": "GPUs",
    "embodied": "tCO2e/year",
    "water": "m3/year",
}


def downloads(found: Found, asked: Question, look: Look) -> tuple[Download, ...]:
    """The answer as a CSV; nothing where nothing was worked out."""
    if not any(found.values()):
        return ()
    label, name = look.words("energy.download"), f"{file_name(asked)}.csv"
    return (Download(label, name, "text/csv", partial(_as_csv, found, asked)),)


def _as_csv(found: Found, asked: Question) -> bytes:
    return csv_bytes(as_download(found, asked))


def file_name(asked: Question) -> str:
    """The name of the file without its ending: subject, method, basis and day."""
    chosen = asked.chosen
    method = OWN if asked.is_own else chosen.method
    return "-".join(["power", chosen.what, method, chosen.basis, chosen.as_of.isoformat()])


def as_download(found: Found, asked: Question) -> pd.DataFrame:
    """One row per country and quantity, low, central and high, with method, licence and day."""
    rows = [
        {"country_code": code, "quantity": name, "unit": unit}
        | {"low": spread.low, "central": spread.central, "high": spread.high}
        | _rests_on(code, asked)
        for code, one in found.items()
        if one is not None
        for name, unit, spread in _quantities(one)
    ]
    return pd.DataFrame(rows).round(6)


def _quantities(one: Answer) -> list[tuple[str, str, Spread]]:
    made = [
        (f"power_{basis}", "MW", Spread(min(firm, power), power, power))
        for basis, firm, power in (
            ("it", one.firm.it, one.load.it),
            ("grid", one.firm.grid, one.load.grid),
        )
    ]
    made += [(name, unit, getattr(one, name)) for name, unit in UNITS.items()]
    shares = [
        (f"share_of_{name}_{figure.metric}_{figure.year}", "1", spread)
        for name, (spread, figure) in one.shares.items()
    ]
    return [row for row in made if row[2] is not None] + shares


def _rests_on(code: str, asked: Question) -> dict[str, object]:
    """What every number of a country rests on; a figure under its own licence has its notice."""
    chosen = asked.chosen
    return {
        "subject": chosen.what,
        "subject_id": {COMMITMENT: chosen.commitment, SITE: chosen.site}.get(chosen.what, ""),
        "phase": chosen.phase,
        "unstated_basis_taken_as": chosen.basis,
        **_intensity(code, asked),
        **_assumed(code, asked),
        "as_of": chosen.as_of.isoformat(),
        "data_version": asked.dataset.package.descriptor["version"],
    }


def _intensity(code: str, asked: Question) -> dict[str, object]:
    """The figure of the grid in use with document and notice; of one's own there is none."""
    one = asked.assumed.get(("intensity", code))
    figure = one.figure if one is not None and not one.is_own else None
    if figure is None:
        names = ("metric", "year", "source_id", "publisher")
        return {"method": OWN, **{f"intensity_{name}": "" for name in names}, "notice": ""}
    return {
        "method": asked.chosen.method,
        "intensity_metric": figure.metric,
        "intensity_year": figure.year,
        "intensity_source_id": figure.source_id,
        "intensity_publisher": asked.dataset.documents[figure.source_id]["publisher"],
        "notice": figure.notice,
    }


def _assumed(code: str, asked: Question) -> dict[str, object]:
    """Low, central and high of every assumption for a country, and their documents."""
    found: dict[str, object] = {}
    for (parameter, country), one in asked.assumed.items():
        if country not in {"", code}:
            continue
        found |= {f"{parameter}_{end}": getattr(one.used, end) for end in ENDS}
        sources = ";".join(dict.fromkeys(filter(None, one.source_ids)))
        found[f"{parameter}_source_ids"] = "" if one.is_own else sources
    return found
