"""What changed lately: the newest dated claims about commitments, whatever they are about."""

import pandas as pd

from tracker.world.asof import World
from tracker.world.claims import CLAIMS

# What a claim of each table says: two documents that say the same make one claim.
SAID = {
    "amounts": ("qualifier", "amount_high", "currency"),
    "capacities": ("qualifier", "capacity_mw", "power_basis", "phase"),
    "statuses": ("status",),
    "outputs": ("qualifier", "value_low", "value_high", "measure"),
}


def newest(world: World, count: int) -> pd.DataFrame:
    """The ``count`` newest adopted claims known on the day of ``world``, the newest first.

    One row per claim, whoever makes it: ``dated`` (partial; a month counts as older than any day
    in it), ``commitment_id``, the ``table`` it stands in, the columns of ``SAID``, missing where
    they are another table's, and ``source_ids``.
    """
    rows = pd.concat([_claims(world, table) for table in CLAIMS], ignore_index=True)
    same = [name for name in rows if name != "source_id"]
    sources = rows.groupby(same, sort=False, dropna=False)["source_id"].unique()
    claims = sources.map(list).rename("source_ids").reset_index()
    return claims.sort_values("dated", ascending=False, kind="stable").head(count)


def _claims(world: World, table: str) -> pd.DataFrame:
    subject, dated = CLAIMS[table], world.dataset.package[table].known_from
    rows = world.known(table)
    if "standing" in rows:
        rows = rows[rows["standing"] == "adopted"]
    rows = rows[rows[subject].isin(world.commitments.index)]
    names = {dated: "dated", subject: "commitment_id"}
    said = rows.rename(columns=names)[[*names.values(), *SAID[table], "source_id"]]
    return said.assign(table=table)
