"""The frames that figures are drawn from, and the same numbers as tables."""

import pandas as pd

from tracker.counting.known import Known
from tracker.dataset.settings.energy import EnergySettings
from tracker.energy import formulas
from tracker.energy.assumptions import Assumptions
from tracker.energy.choices import ChosenEnergy
from tracker.energy.subjects import as_load
from tracker.look.marks import Look
from tracker.look.showing import listed
from tracker.world.grid import Grid

KILO = 1000.0
EVERY_YEARS = 5  # in a table beside a figure


def intensities(known: Known) -> pd.DataFrame:
    """Year by country: intensity of generation by the usual method, gCO2e/kWh."""
    settings = known.world.rules.energy
    codes = [*settings.countries, *settings.intensity_beside]
    return _by_year(known, settings.intensity_metric, codes)


def _by_year(known: Known, metric: str, codes: list[str]) -> pd.DataFrame:
    rows = known.world.dataset["grid"]
    rows = rows[(rows["metric"] == metric) & rows["country_code"].isin(codes)]
    rows = rows[rows["year"].str.fullmatch(r"\d{4}")]
    table = rows.pivot_table(index="year", columns="country_code", values="value", aggfunc="last")
    table = table.set_index(table.index.astype(int)).reindex(columns=codes)
    return table.dropna(axis="columns", how="all").astype("float64")


def mixes(known: Known, code: str) -> pd.DataFrame:
    """Year by fuel: parts of 100 of all that was generated in ``code``; whole years alone."""
    settings = known.world.rules.energy
    parts = {
        fuel: _by_year(known, f"generation_{fuel}", [code]).squeeze(axis="columns")
        for fuel in settings.mix
    }
    table = pd.DataFrame(
        {fuel: part for fuel, part in parts.items() if isinstance(part, pd.Series)}
    )
    table = table.dropna()
    return 100 * table.div(table.sum(axis="columns"), axis="index")


def sensitivities(
    code: str, chosen: ChosenEnergy, assumed: Assumptions, known: Known, grid: Grid
) -> pd.DataFrame:
    """Assumption by low, central, high: kt CO2e a year of the reference campus, the widest first.

    One assumption at a time goes to its ends while the others stay central.
    """
    settings = known.world.rules.energy
    ends = _ends(code, assumed, settings, grid)
    if len(ends) < 3:
        return pd.DataFrame(columns=["low", "central", "high"])
    middle = {name: spread.central for name, spread in ends.items()}
    found = {}
    for name, spread in ends.items():
        if spread.low == spread.high:
            continue
        low, high = (
            _kilotonnes({**middle, name: end}, chosen, settings)
            for end in (spread.low, spread.high)
        )
        found[name] = [low, _kilotonnes(middle, chosen, settings), high]
    table = pd.DataFrame.from_dict(found, orient="index", columns=["low", "central", "high"])
    order = (table["high"] - table["low"]).sort_values(ascending=False, kind="stable").index
    return table.loc[order]


def _ends(
    code: str, assumed: Assumptions, settings: EnergySettings, grid: Grid
) -> dict[str, formulas.Spread]:
    """PUE, load factor and the published average factors about the intensity in use.

    What the reader typed has no range; nor has a factor outside those that are published.
    """
    keys = {"pue": ("pue", code), "load_factor": ("load_factor", "")}
    ends = {name: assumed[key].used for name, key in keys.items() if key in assumed}
    if ("intensity", code) not in assumed:
        return ends
    one = assumed["intensity", code]
    references = settings.published_factors.get(code, ())
    factors = [found.value for found in (grid.figure(ref, code) for ref in references) if found]
    grams = one.used.central
    is_among = not one.is_own and len(factors) > 1 and min(factors) <= grams <= max(factors)
    ends["factor"] = (
        formulas.Spread(min(factors), grams, max(factors)) if is_among else formulas.single(grams)
    )
    return ends


def _kilotonnes(values: dict[str, float], chosen: ChosenEnergy, settings: EnergySettings) -> float:
    load = as_load({"unstated": settings.reference_mw}, chosen.basis)
    made = formulas.electricity(load, values["pue"], values["load_factor"], settings.hours_per_year)
    return formulas.emissions(made, values["factor"]) / KILO


def as_table(frame: pd.DataFrame, name: str, labels: dict[str, str], look: Look) -> str:
    """Every fifth year of ``frame`` and the last, as a table beside its figure."""
    if frame.empty:
        return ""
    last = frame.index.max()
    shown = frame[[year == last or int(year) % EVERY_YEARS == 0 for year in frame.index]]
    rows = [
        {"year": str(year)}
        | {
            str(key): "–" if pd.isna(value) else look.formats.rounded(float(value))
            for key, value in row.items()
        }
        for year, row in shown.iterrows()
    ]
    labels = {"year": look.words("energy.charts.year"), **labels}
    return listed(rows, name, look, right=list(labels)[1:], labels=labels)
