"""What figures are drawn from: years of intensities and fuels, and what each assumption moves."""

import pandas as pd

from tracker.counting.known import Known
from tracker.energy.formulas import Spread, single
from tracker.energy.methods import campus_tonnes
from tracker.energy.question import Question

T_PER_KT = 1000.0
EVERY_YEARS = 5  # in a table beside a figure
VARIED = ("pue", "load_factor", "factor")


def intensities(known: Known) -> pd.DataFrame:
    """Year by country: intensity of generation by the usual method, gCO2e/kWh."""
    settings = known.world.rules.energy
    codes = [*settings.countries, *settings.intensity_beside]
    return _by_year(known, settings.intensity_metric, codes)


def mixes(known: Known, code: str) -> pd.DataFrame:
    """Year by fuel: parts of 100 of all that was generated in ``code``; whole years alone."""
    parts = {
        fuel: _by_year(known, f"generation_{fuel}", [code]).squeeze(axis="columns")
        for fuel in known.world.rules.energy.mix
    }
    known_parts = {fuel: part for fuel, part in parts.items() if isinstance(part, pd.Series)}
    table = pd.DataFrame(known_parts).dropna()
    return 100 * table.div(table.sum(axis="columns"), axis="index")


def _by_year(known: Known, metric: str, codes: list[str]) -> pd.DataFrame:
    rows = known.world.dataset["grid"]
    rows = rows[(rows["metric"] == metric) & rows["country_code"].isin(codes)]
    rows = rows[rows["year"].str.fullmatch(r"\d{4}")]
    table = rows.pivot_table(index="year", columns="country_code", values="value", aggfunc="last")
    table = table.set_index(table.index.astype(int)).reindex(columns=codes)
    return table.dropna(axis="columns", how="all").astype("float64")


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
    table = pd.DataFrame.from_dict(found, orient="index", columns=["low", "central", "high"])
    order = (table["high"] - table["low"]).sort_values(ascending=False, kind="stable").index
    return table.loc[order]


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
