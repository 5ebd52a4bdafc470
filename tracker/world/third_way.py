"""The third way: who is said to be in it, with what, and what presses for it."""

import pandas as pd

from tracker.world.asof import World


def by_role(world: World) -> dict[str, pd.DataFrame]:
    """Role -> what was known of it on the day, as the table has it; the longest list first.

    With ``held``, the commitment that holds its money where that was known, and the ``state`` of
    the measure that it names; each is missing where there is none.
    """
    rows = world.known("third_way")
    states = world.dataset["measures"].set_index("measure_id")["state"]
    held = rows["commitment_id"].where(rows["commitment_id"].isin(world.commitments.index))
    rows = rows.assign(held=held, state=rows["measure_id"].map(states))
    return {str(role): rows[rows["role"] == role] for role in rows["role"].value_counts().index}
