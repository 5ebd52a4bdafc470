"""Power and money by region, and how much of them stands in no one region."""

from collections.abc import Collection

import pandas as pd

from tracker.counting import site_money
from tracker.counting.known import Known
from tracker.dataset.plain import Row
from tracker.world import places


def by_region(
    rows: pd.DataFrame, every: pd.DataFrame, categories: Collection[str], known: Known
) -> pd.DataFrame:
    """One row per country and region (empty: not placed), the most planned power first.

    ``rows`` are the sites in sight, ``every`` all of them (from `places.sites`): a filter never
    makes a commitment stand in one region.

    ``megawatts``  planned, each once, without what is lost,
    ``amount``     what `site_money.placed` finds for ``categories``, in the first currency,
    ``sites``      how many are not lost; all three are 0 where there are none.
    """
    world, (rows, every) = known.world, (_named(rows), _named(every))
    groups: dict[tuple[str, str], dict[str, Row]] = {}
    for site, row in places.by_id(rows).items():
        groups.setdefault((row["country_code"], row["region"]), {})[site] = row
    lost, power, counts = world.rules.lost_rungs, {}, {}
    for key, group in groups.items():
        power[key] = places.power(group, world.phases[0], world).megawatts
        counts[key] = sum(row["status"] not in lost for row in group.values())
    found = {
        "megawatts": pd.Series(power, dtype="float64"),
        "amount": site_money.placed(rows, every, categories, known),
        "sites": pd.Series(counts, dtype="int64"),
    }
    table = pd.DataFrame(found).rename_axis(["country_code", "region"]).fillna(0)
    table = table.astype({"sites": "int"}).reset_index()
    return table.sort_values(["megawatts", "amount"], ascending=False, kind="stable")


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(region=rows["region"].fillna(""))


def unplaced(table: pd.DataFrame) -> pd.DataFrame:
    """What of ``table`` (from `by_region`) has no region, and all of it, by ``country_code``.

    ``megawatts`` and ``amount`` of the empty region, ``all_megawatts`` and ``all_amount`` of every
    one; 0 where there is none.
    """
    columns = ["megawatts", "amount"]
    whole = table.groupby("country_code")[columns].sum().add_prefix("all_")
    loose = table[table["region"] == ""].set_index("country_code")[columns]
    return whole.join(loose).fillna(0.0)
