"""Amounts divided by people, by output or by power, with the years of what they are divided by."""

from dataclasses import dataclass

import pandas as pd

from tracker.counting.known import Known
from tracker.dataset.settings.comparison import Per
from tracker.views.leaderboard.described import MONEY
from tracker.world import national

MW_PER_GW = 1000


@dataclass(frozen=True)
class Norm:
    """Rows whose money was divided, ranked anew.

    ``rows``   with ``is_undivided`` where there was nothing to divide by; their money is missing,
    ``years``  of the national figures that were used; none for power.
    """

    name: str
    per: Per
    rows: pd.DataFrame
    years: tuple[str, ...]

    def unit(self, currency: str) -> str:
        """The unit of the divided money."""
        return self.per.unit_of(currency)


def normalised(rows: pd.DataFrame, lens: str, per: Per, known: Known) -> Norm:
    """``rows`` (from `described`) with all money divided by ``per``, most through ``lens`` first.

    A row with money of several countries, or without power of just one basis, is not divided.
    """
    by, years = _by_power(rows) if per.phase else _by_country(rows, per, known)
    by = by.where(by > 0)
    scale = 100.0 if per.is_share else 1.0
    divided = {name: scale * rows[name] / by for name in MONEY}
    rows = rows.assign(**divided, is_undivided=by.isna() & rows[lens].notna())
    order = list(dict.fromkeys((lens, "floor", "ceiling")))
    rows = rows.sort_values(order, ascending=False, kind="stable")
    is_ranked = rows["ceiling"].fillna(0) > 0
    rank = is_ranked.cumsum().astype("Int64").where(is_ranked)
    return Norm(per.name, per, rows.assign(rank=rank), years)


def _by_country(rows: pd.DataFrame, per: Per, known: Known) -> tuple[pd.Series, tuple[str, ...]]:
    codes = rows["country_code"].dropna().unique()
    figures = {code: national.latest(known.world.dataset, per.indicator, code) for code in codes}
    values = {code: figure.low for code, figure in figures.items() if figure.is_known}
    years = sorted({figures[code].period for code in values})
    return rows["country_code"].map(values).astype("float64"), tuple(years)


def _by_power(rows: pd.DataFrame) -> tuple[pd.Series, tuple[str, ...]]:
    """Planned power in GW where just one basis is stated."""
    stated = rows[[name for name in rows if str(name).startswith("planned_mw_")]]
    single = stated.notna().sum(axis=1) == 1
    return stated.astype("float64").sum(axis=1).where(single) / MW_PER_GW, ()
