"""The answer as a file: plain numbers with everything that they rest on."""

import pandas as pd

from tracker.energy import Spread
from tracker.known import Known
from tracker.powering.answers import Answer
from tracker.powering.assumptions import Assumptions
from tracker.powering.choosing import ChosenEnergy

UNITS = {
    "electricity": "MWh/year",
    "emissions": "tCO2e/year",
    "cost": "EUR/year",
    "gpus": "GPUs",
    "embodied": "tCO2e/year",
    "water": "m3/year",
}


def as_download(
    found: dict[str, Answer | None], assumed: Assumptions, chosen: ChosenEnergy, known: Known
) -> pd.DataFrame:
    """One row per country and quantity, low, central and high, with method, licence and day."""
    rows = [
        {"country_code": code, "quantity": name, "unit": unit}
        | {"low": spread.low, "central": spread.central, "high": spread.high}
        | _rests_on(code, assumed, chosen, known)
        for code, one in found.items()
        if one is not None
        for name, unit, spread in _quantities(one)
    ]
    return pd.DataFrame(rows)


def _quantities(one: Answer) -> list[tuple[str, str, Spread]]:
    made = [(name, unit, getattr(one, name)) for name, unit in UNITS.items()]
    shares = [
        (f"share_of_{name}_{figure.metric}_{figure.year}", "1", spread)
        for name, (spread, figure) in one.shares.items()
    ]
    return [row for row in made if row[2] is not None] + shares


def _rests_on(
    code: str, assumed: Assumptions, chosen: ChosenEnergy, known: Known
) -> dict[str, object]:
    """What every number of a country rests on; a figure under its own licence has its notice."""
    one = assumed.get(("intensity", code))
    figure = one.figure if one is not None and not one.is_own else None
    spreads = {
        f"{parameter}_{end}": getattr(assumed[key].used, end)
        for key in assumed
        for parameter in [key[0]]
        if key[1] in {"", code}
        for end in ("low", "central", "high")
    }
    return {
        "subject": chosen.what,
        "subject_id": {"commitment": chosen.commitment, "site": chosen.site}.get(chosen.what, ""),
        "phase": chosen.phase,
        "unstated_basis_taken_as": chosen.basis,
        "method": chosen.method,
        "intensity_metric": figure.metric if figure else "own",
        "intensity_year": figure.year if figure else "",
        "intensity_source_id": figure.source_id if figure else "",
        "intensity_publisher": known.world.dataset.documents[figure.source_id]["publisher"]
        if figure
        else "",
        "notice": figure.notice if figure else "",
        **spreads,
        "as_of": chosen.as_of.isoformat(),
        "data_version": known.world.dataset.package.descriptor["version"],
    }
