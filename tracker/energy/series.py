"""What figures are drawn from: years of intensities and fuels, and what each assumption moves."""

import re

import pandas as pd

from tracker.counting.known import Known
from tracker.dataset.dataset import Dataset
from tracker.dataset.once import once
from tracker.energy.formulas import Spread, single
from tracker.energy.methods import campus_tonnes
from tracker.energy.question import Question

YEAR = re.compile(r"\d{4}")
T_PER_KT = 1000.0
EVERY_YEARS = 5  # in a table beside a figure
VARIED = ("pue", "load_factor", "factor")


def intensities(known: Known) -> pd.DataFrame:
    """Year by country: intensity of generation by the usual method, gCO2e/kWh."""
    return _intensities(known.world.dataset)


@once
def _intensities(dataset: Dataset) -> pd.DataFrame:
    settings = dataset.rules.energy
    found, metric = _values(dataset), settings.intensity_metric
    codes = [*settings.countries, *settings.intensity_beside]
    held = {code: found[metric, code] for code in codes if (metric, code) in found}
    years = sorted({year for of_country in held.values() for year in of_country})
    index = pd.Index(years, name="year")
    return pd.DataFrame({code: pd.Series(of, index) for code, of in held.items()}, index)


def mixes(known: Known, code: str) -> pd.DataFrame:
    """Year by fuel: parts of 100 of all that was generated in ``code``; whole years alone.

    Raises KeyError for a country that is not among the compared ones.
    """
    return _mixes(known.world.dataset)[code]


@once
def _mixes(dataset: Dataset) -> dict[str, pd.DataFrame]:
    return {code: _mix(code, dataset) for code in dataset.compared}


def _mix(code: str, dataset: Dataset) -> pd.DataFrame:
    found, fuels = _values(dataset), dataset.rules.energy.mix
    metrics = {fuel: f"generation_{fuel}" for fuel in fuels}
    parts = {fuel: found[of, code] for fuel, of in metrics.items() if (of, code) in found}
    years = sorted(set.intersection(*map(set, parts.values()))) if parts else []
    table = pd.DataFrame(
        {fuel: [of[year] for year in years] for fuel, of in parts.items()},
        index=pd.Index(years, name="year"),
        dtype="float64",
    )
    return 100 * table.div(table.sum(axis="columns"), axis="index")


@once
def _values(dataset: Dataset) -> dict[tuple[str, str], dict[int, float]]:
    """Metric and country -> year -> its value; whole years alone."""
    found: dict[tuple[str, str], dict[int, float]] = {}
    for row in dataset.rows("grid"):
        if YEAR.fullmatch(row["year"]) and not pd.isna(row["value"]):
            of_metric = found.setdefault((row["metric"], row["country_code"]), {})
            of_metric[int(row["year"])] = float(row["value"])
    return found


def every_few(frame: pd.DataFrame) -> pd.DataFrame:
    """Every fifth year of a frame by year, and the last."""
    last = frame.index.max()
    return frame[[year == last or int(year) % EVERY_YEARS == 0 for year in frame.index]]


def sensitivities(code: str, asked: Question) -> pd.DataFrame:
    """Assumption by low, central, high: kt CO2e a year of the reference campus, the widest first.

    One assumption at a time goes to its ends while the others stay central; one without a range
    has no row.
    """
    ends = _ends(code, asked)
    if len(ends) < len(VARIED):
        return pd.DataFrame(columns=["low", "central", "high"])
    middle = {name: spread.central for name, spread in ends.items()}
    found = {
        name: [
            _kilotonnes({**middle, name: end}, asked)
            for end in (spread.low, spread.central, spread.high)
        ]
        for name, spread in ends.items()
        if spread.low != spread.high
    }
    rows = dict(sorted(found.items(), key=lambda one: one[1][-1] - one[1][0], reverse=True))
    return pd.DataFrame.from_dict(rows, orient="index", columns=["low", "central", "high"])


def _ends(code: str, asked: Question) -> dict[str, Spread]:
    """PUE, load factor and the published average factors about the intensity in use.

    What the reader typed has no range; nor has a factor outside those that are published.
    """
    keys = {"pue": ("pue", code), "load_factor": ("load_factor", "")}
    ends = {name: asked.used(*key) for name, key in keys.items() if key in asked.assumed}
    if (one := asked.assumed.get(("intensity", code))) is None:
        return ends
    references = asked.settings.published_factors.get(code, ())
    figures = [asked.grid.figure(ref, code) for ref in references]
    factors = [figure.value for figure in figures if figure]
    grams = one.used.central
    is_among = not one.is_own and len(factors) > 1 and min(factors) <= grams <= max(factors)
    factor = Spread(min(factors), grams, max(factors)) if is_among else single(grams)
    return {**ends, "factor": factor}


def _kilotonnes(values: dict[str, float], asked: Question) -> float:
    pue, running, grams = (values[name] for name in VARIED)
    return campus_tonnes(pue, running, grams, asked) / T_PER_KT
