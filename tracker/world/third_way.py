"""The third way: who is said to be in it, with what, and what presses for it."""

import pandas as pd

from tracker.dataset.plain import parted
from tracker.world.asof import World


def by_role(world: World) -> dict[str, pd.DataFrame]:
    """Role -> what was known of it on the day, as the table has it; the longest list first.

    With ``held``, the commitment that holds its money where that was known, and the ``state`` of
    the measure that it names; each is missing where there is none.
    """
    rows, measures = world.known("third_way"), world.dataset.by_key("measures")
    held = [name if name in world.facts else None for name in rows["commitment_id"].tolist()]
    states = [measures.get(name, {}).get("state") for name in rows["measure_id"].tolist()]
    columns = {"held": held, "state": states}
    rows = rows.assign(**{name: pd.array(of, dtype="str") for name, of in columns.items()})
    return dict(sorted(parted(rows, "role").items(), key=lambda one: len(one[1]), reverse=True))
