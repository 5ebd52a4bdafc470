"""Every dated claim about one site, adopted or not."""

import pandas as pd

from tracker.world.asof import World

FURTHER = {"statuses": "status", "capacities": "phase"}  # what says how far along a claim sees it


def claims(site: str, world: World) -> pd.DataFrame:
    """What was said of ``site`` by the day of ``world``, the newest first.

    ``table, dated`` (a partial date) and the columns of each table; missing where a table has no
    such column. Of one date statuses come before power, the furthest along and the adopted first.
    """
    found = []
    for table, column in FURTHER.items():
        described, rows = world.dataset.package[table], world.known(table)
        rows = rows[rows["subject_id"] == site]
        further = rows[column].map(described.options(column).index)
        found.append(rows.assign(table=table, dated=rows[described.known_from], further=further))
    rows = pd.concat(found, ignore_index=True)
    by = ["dated", "table", "further", "standing", "source_id"]
    return rows.sort_values(by, ascending=[False, False, False, True, True])
