"""Everything the documents say about one amount: the spread of its readings, and who gives them."""

import pandas as pd

from tracker.dataset import dates
from tracker.dataset.plain import Row
from tracker.dataset.settings.rules import Rules
from tracker.world.asof import World


def readings(world: World) -> pd.DataFrame:
    """How far sources disagree on the newest amount of each commitment, in its own currency.

    One row per commitment with an adopted amount, indexed by ``commitment_id``: ``low`` and
    ``high`` (the least and the most that any reading allows: the amount in force, and rival
    readings not older than it), ``currency``, ``source_ids`` (each document once). Readings in
    another currency are left out, for exchange would add a difference that no source states.
    """
    found: dict[str, list[Row]] = {}
    for row in world.known_rows("amounts"):
        if _is_current(row, world.facts.get(row["commitment_id"], {}), world.rules):
            found.setdefault(row["commitment_id"], []).append(row)
    rows = {name: _spread(found[name]) for name in sorted(found)}
    columns = ["low", "high", "currency", "source_ids"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns)


def _is_current(row: Row, now: Row, rules: Rules) -> bool:
    """Whether a reading is in the currency of the amount in force ``now``, and not older."""
    since, until = now.get("amount_date"), rules.evidence_until
    if not isinstance(since, str) or row["currency"] != now["currency"]:
        return False
    return dates.known_from(row["claim_date"], until) >= dates.known_from(since, until)


def _spread(rows: list[Row]) -> tuple[float, float, str, tuple[str, ...]]:
    lows = (row["amount_high"] if pd.isna(row["amount_low"]) else row["amount_low"] for row in rows)
    high = max(float(row["amount_high"]) for row in rows)
    sources = dict.fromkeys(row["source_id"] for row in rows)
    return min(map(float, lows)), high, rows[0]["currency"], tuple(sources)
