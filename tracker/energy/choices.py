"""What a reader of the power page chose."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from tracker.dataset.dataset import Dataset
from tracker.dataset.settings.energy import EnergySettings

PIPELINE, COMMITMENT, SITE, TYPED = SUBJECTS = ("pipeline", "commitment", "site", "capacity")
USUAL_YEAR = "usual"


@dataclass(frozen=True)
class ChosenEnergy:
    """All that a reader chose; ``own`` holds the values typed over assumptions, by field."""

    what: str
    commitment: str
    site: str
    mw: float
    phase: str
    rung: tuple[str, ...]
    basis: str
    method: str
    year: str
    as_of: date
    own: tuple[tuple[str, float], ...] = ()


def usual(dataset: Dataset, as_of: date) -> ChosenEnergy:
    """What is shown where nobody asks for anything: all that is announced, the usual method."""
    settings = dataset.rules.energy
    return ChosenEnergy(
        what=PIPELINE,
        commitment="",
        site="",
        mw=settings.reference_mw,
        phase=dataset.package["capacities"].options("phase")[0],
        rung=(),
        basis=settings.bases[0],
        method=settings.default_method,
        year=USUAL_YEAR,
        as_of=as_of,
    )


def fields(settings: EnergySettings, per_country: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """Every assumption that can be typed over: name in the address, parameter, country code."""
    for parameter in settings.bounds:
        if parameter == "mw":
            continue
        if parameter in per_country:
            for code in settings.countries:
                yield f"{parameter}_{code.lower()}", parameter, code
        else:
            yield parameter, parameter, ""


def per_country(assumptions: pd.DataFrame) -> frozenset[str]:
    """The parameters that differ by country: intensity, price and what the table says."""
    own = assumptions.loc[assumptions["country_code"].notna(), "parameter"]
    return frozenset({"intensity", "price", *own})
