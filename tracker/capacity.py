"""Electrical power in force on a day. Bases are never added together."""

from collections.abc import Hashable

import pandas as pd

from tracker import asof
from tracker.asof import World


def in_force(world: World, phase: str) -> pd.DataFrame:
    """The adopted capacity of each commitment in ``phase`` (planned, secured, operating).

    One row per commitment, indexed by ``commitment_id``: ``capacity_mw`` (MW), ``power_basis``.
    """
    rows = world.dataset["capacities"]
    adopted = rows[(rows["standing"] == "adopted") & (rows["phase"] == phase)]
    latest = asof.in_force(adopted, "subject_id", "claim_date", world.rules, world.day)
    return latest.set_index("subject_id")[["capacity_mw", "power_basis"]].rename_axis(
        "commitment_id"
    )


def per_pot(world: World, phase: str) -> pd.DataFrame:
    """The power of each pot, once: its own figure, or else the sum of its parts' by basis.

    One row per ``pot_id`` and ``power_basis``: ``capacity_mw`` (MW). Pots without any are absent.
    """
    known = in_force(world, phase)
    counted = world.commitments[world.commitments["not_counted"].isna()]
    above: dict[Hashable, str] = counted["parent_id"].dropna().to_dict()
    topmost = [
        name for name in known.index.intersection(counted.index) if not _inside(name, above, known)
    ]
    rows = known.loc[topmost].assign(pot_id=counted["pot_id"].reindex(topmost))
    return rows.groupby(["pot_id", "power_basis"])["capacity_mw"].sum().reset_index()


def _inside(commitment_id: str, above: dict[Hashable, str], known: pd.DataFrame) -> bool:
    """Whether something above already states the power that holds this one."""
    return any(name in known.index for name in list(asof.lineage(commitment_id, above))[1:])
