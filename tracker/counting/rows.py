"""The rows of a ranking with all that is told of them, as values for a table and for a file."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from tracker.counting import capacity
from tracker.counting.known import Known
from tracker.counting.ranking import Ranking
from tracker.dataset.dataset import Dataset
from tracker.world import searches
from tracker.world.asof import World

CLAIM = ("amount_low", "amount_high", "currency", "qualifier", "amount_date")  # a pot's own words
FACTS: tuple[str, ...] = ("lead_name", "home_country_code", "announced_date", "category")
FACTS += ("status", "status_date", "status_basis", "status_rule", "amount_missing", "sources")
FACTS += ("unchecked_days", "amount_tier", "judgement")
FILED: tuple[str, ...] = ("name", "lead_name", "country_code", "home_country_code", "category")
FILED += ("announced_date", "status", "status_date", "status_basis", "amount_missing", "sources")
FILED += ("source_urls", "amount_tier", "commitments")


def described(ranking: Ranking, known: Known) -> pd.DataFrame:
    """The rows of ``ranking`` with all that is told of them.

    Commitments carry their title as ``name``, the columns of ``FACTS`` and ``CLAIM``,
    ``country_code``, ``source_urls`` (a blank between them), ``is_weak`` (a large amount rests on
    documents of the last tiers alone), ``searched_in_vain`` (the last day on which a document of
    the first tiers was searched for in vain; missing where there is one, or nobody searched) and
    ``<phase>_mw_<basis>``, their power of the first phase by basis in MW, as far as they have one.
    Groups carry as ``name`` what an organisation is called, of all others the code.
    """
    rows, profiles = ranking.rows, known.profiles
    if not ranking.is_by_pot:
        return rows.assign(name=_names(ranking))
    rows = rows.join(profiles[[*FACTS, *CLAIM]])
    rows = rows.assign(
        name=profiles["title"].reindex(rows.index),
        country_code=profiles["country_code"].reindex(rows.index),
        source_urls=_urls(known.citations).reindex(rows.index),
    )
    rows = rows.assign(
        is_weak=_is_weak(rows, known.world), searched_in_vain=_in_vain(rows, known.world.dataset)
    )
    power = capacity.per_pot(known.power[known.first_phase]).set_index("pot_id")
    for basis in known.world.bases:
        of_basis = power[power["power_basis"] == basis]["capacity_mw"]
        of_rows = of_basis.reindex(rows.index).astype("Float64")
        rows[f"{known.first_phase}_mw_{basis}"] = of_rows
    return rows


def _is_weak(rows: pd.DataFrame, world: World) -> list[bool]:
    """Which rows are large and rest on weak documents alone (evidence.yaml)."""
    evidence, rate = world.rules.evidence, world.rates.rate
    large, kept = evidence.large, ("amount_tier", "amount_high", "currency", "amount_date")
    return [
        tier in evidence.weak_tiers and high * rate(own, large.currency, on) >= large.amount
        for tier, high, own, on in rows[[*kept]].itertuples(index=False)
    ]


def _in_vain(rows: pd.DataFrame, dataset: Dataset) -> Any:
    searched = searches.in_vain(searches.BETTER, dataset)
    primary = dataset.rules.evidence.primary_tiers
    days = [
        None if tier in primary else searched.get(name)
        for name, tier in zip(rows.index, rows["amount_tier"], strict=True)
    ]
    return pd.array(days, dtype="str")


def _urls(citations: pd.DataFrame) -> pd.Series:
    """The addresses of the documents behind each pot, a blank between them."""
    urls = citations["url"].dropna()
    return urls.groupby(level=0).agg(" ".join)


def _names(ranking: Ranking) -> pd.Series:
    keys = ranking.rows.index.to_series()
    if ranking.column != "organisation_id":
        return keys
    organisations = ranking.total.world.dataset["organisations"]
    return keys.map(organisations.set_index("organisation_id")["organisation_name"])


def as_download(rows: pd.DataFrame, money: Iterable[str], ending: str) -> pd.DataFrame:
    """``rows`` (of `described`) as figures for a file: plain numbers, codes and dates.

    ``money`` are the columns with money, whose names get an ``ending``: its currency and, where it
    was divided, by what.
    """
    power = rows.filter(like="_mw_").columns
    kept = rows[[name for name in (*FILED, *power) if name in rows]]
    claims = rows[[name for name in CLAIM if name in rows]].add_prefix("claim_")
    amounts = rows[[*money]].round(2).add_suffix(ending)
    ids = pd.DataFrame({"rank": rows["rank"], "id": rows.index}, index=rows.index)
    return pd.concat([ids, kept, amounts, claims], axis=1)
