"""The rows of a ranking with all that is told of them, as values for a table and for a file."""

import pandas as pd

from tracker.counting import capacity
from tracker.counting.known import Known
from tracker.counting.ranking import Ranking
from tracker.look.marks import Look
from tracker.world.asof import World

CLAIM = ("amount_low", "amount_high", "currency", "qualifier", "amount_date")  # a pot's own words
MONEY = ("signed", "building", "operating", "floor", "ceiling", "lost")


def described(ranking: Ranking, known: Known, look: Look) -> pd.DataFrame:
    """The rows of ``ranking`` with all that is told of them, as values: what a download holds.

    Commitments carry title, lead organisation, countries, status with its day and basis, planned
    power by basis in MW, announced date, number of sources and their addresses, as far as they
    have one; groups carry their name.
    """
    rows, profiles, world = ranking.rows, known.profiles, known.world
    if ranking.group != "commitment":
        return rows.assign(
            name=[_group_name(key, ranking.group, world, look) for key in rows.index]
        )
    facts = ["title", "lead_name", "home_country_code", "announced_date", "category", "status"]
    facts += ["status_date", "status_basis", "status_rule", "sources", "unchecked_days"]
    rows = rows.join(profiles[[*facts, *CLAIM, "amount_missing"]])
    rows = rows.assign(
        country_code=profiles["country_code"].reindex(rows.index),
        name=rows["title"],
        source_urls=_urls(known.citations).reindex(rows.index),
    )
    planned = capacity.per_pot(known.power["planned"]).set_index("pot_id")
    for basis in world.dataset.package["capacities"].options("power_basis"):
        of_basis = planned[planned["power_basis"] == basis]["capacity_mw"]
        rows[f"planned_mw_{basis}"] = of_basis.reindex(rows.index).astype("Float64")
    return rows


def _urls(citations: pd.DataFrame) -> pd.Series:
    """The addresses of the documents behind each pot, a space between them."""
    urls = citations["url"].dropna()
    return urls.groupby(level=0).agg(" ".join)


def _group_name(key: str, group: str, world: World, look: Look) -> str:
    if group in {"country", "home"}:
        return look.formats.country(key)
    if group == "organisation":
        names = world.dataset["organisations"].set_index("organisation_id")["organisation_name"]
        return str(names[key])
    return look.words.term(group, key)


def as_download(ranking: Ranking, rows: pd.DataFrame, suffix: str = "") -> pd.DataFrame:
    """``rows`` (from `described`) as figures for a file: plain numbers, codes and dates.

    ``suffix`` ends the names of the money columns, to say what they were divided by.
    """
    facts = ["name", "lead_name", "country_code", "home_country_code", "category", "announced_date"]
    facts += [
        "status",
        "status_date",
        "status_basis",
        "amount_missing",
        "sources",
        "source_urls",
        "commitments",
    ]
    planned = [name for name in rows if str(name).startswith("planned_mw_")]
    kept = rows[[name for name in (*facts, *planned) if name in rows]]
    claims = rows[[name for name in CLAIM if name in rows]].add_prefix("claim_")
    amounts = rows[[*MONEY]].round(2).add_suffix(f"_{ranking.total.currency.lower()}{suffix}")
    ids = pd.DataFrame({"rank": rows["rank"], "id": rows.index}, index=rows.index)
    return pd.concat([ids, kept, amounts, claims], axis=1)
