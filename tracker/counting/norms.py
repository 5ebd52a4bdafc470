"""Amounts divided by people, by output or by power, with the years of what they are divided by."""

from dataclasses import dataclass, field

import pandas as pd

from tracker.counting import capacity
from tracker.counting.known import Known
from tracker.counting.ranking import Ranking
from tracker.dataset.settings.comparison import Per
from tracker.world import national

MW_PER_GW = 1000


@dataclass(frozen=True)
class Norm:
    """Rows whose money was divided, ranked anew.

    ``rows``   with ``is_undivided`` where there was nothing to divide by; their money is missing,
    ``years``  of the national figures that were used; none for power.
    """

    per: Per
    rows: pd.DataFrame = field(repr=False)
    years: tuple[str, ...] = ()

    def unit(self, currency: str) -> str:
        """The unit of the divided money."""
        return self.per.unit_of(currency)


def normalised(rows: pd.DataFrame, ranking: Ranking, per: Per, known: Known) -> Norm:
    """``rows`` (`rows.described` of ``ranking``) with all money divided by ``per``, ranked anew.

    A row with money of several countries, or without power of just one basis, is not divided.
    """
    lens, rules = ranking.total.lens, ranking.rules
    by, years = _by_power(rows, ranking, per, known) if per.phase else _by_country(rows, per, known)
    by = by.where(by > 0)
    scale = 100.0 if per.is_share else 1.0
    bars = [name for name in map(str, rows) if name.startswith("mark_")]
    divided = {name: scale * rows[name] / by for name in (*ranking.money, *bars)}
    rows = rows.assign(**divided, is_undivided=by.isna() & rows[lens].notna())
    order = list(dict.fromkeys((lens, rules.firm_lens, rules.widest_lens)))
    rows = rows.sort_values(order, ascending=False, kind="stable")
    is_ranked = rows[rules.widest_lens].fillna(0) > 0
    rank = is_ranked.cumsum().astype("Int64").where(is_ranked)
    return Norm(per, rows.assign(rank=rank), years)


def _by_country(rows: pd.DataFrame, per: Per, known: Known) -> tuple[pd.Series, tuple[str, ...]]:
    codes = rows["country_code"].dropna().unique()
    figures = {code: national.latest(known.world.dataset, per.indicator, code) for code in codes}
    values = {code: figure.low for code, figure in figures.items() if figure.is_known}
    years = sorted({figures[code].period for code in values})
    return rows["country_code"].map(values).astype("float64"), tuple(years)


def _by_power(
    rows: pd.DataFrame, ranking: Ranking, per: Per, known: Known
) -> tuple[pd.Series, tuple[str, ...]]:
    """Power in GW of the commitments that state just one basis; groups have none."""
    stated = capacity.per_pot(known.power[per.phase]).drop_duplicates("pot_id", keep=False)
    single = stated.set_index("pot_id")["capacity_mw"].astype("float64") / MW_PER_GW
    return (single if ranking.is_by_pot else single[:0]).reindex(rows.index), ()
