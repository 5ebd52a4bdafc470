"""The leaderboard: commitments, or groups of them, in the order of a lens."""

from dataclasses import dataclass, replace

import pandas as pd

from tracker import counting
from tracker.counting import Scope, Total
from tracker.counting.known import Known
from tracker.world.asof import World


@dataclass(frozen=True)
class Ranking:
    """``rows`` in their order, and the ``total`` that they add up to.

    One row per group, indexed by its key: ``rank`` (missing for what has no live amount),
    ``ceiling, floor, signed, building, operating, lost`` (in the currency of the total), ``value``
    (the lens it is ranked by), ``commitments`` (pots with money in it), and one column
    ``mark_<name>`` per mark: the money that stands there.
    """

    rows: pd.DataFrame
    total: Total
    group: str

    @property
    def longest(self) -> float:
        """The money of the longest bar: what lives and what was lost of the largest row."""
        return float((self.rows["ceiling"] + self.rows["lost"]).fillna(0).max())


def ranking(
    world: World, shares: pd.DataFrame, scope: Scope, *, lens: str, currency: str, group: str
) -> Ranking:
    """What is in ``scope``, grouped by ``group``, most through ``lens`` first.

    Ties go by floor, then ceiling, then key. Pots that state no amount come last, without a rank,
    and only where commitments are ranked. Raises KeyError for an unknown lens or group.
    """
    total = counting.total(world, shares, scope, lens=lens, currency=currency)
    rows = _sums(total.in_scope, world, lens, world.rules.groups[group])
    if group == "commitment":
        rows = rows.reindex([*rows.index, *total.silent])
    return Ranking(_ordered(rows), total, group)


def _sums(money: pd.DataFrame, world: World, lens: str, column: str) -> pd.DataFrame:
    key = money[column].rename("key")
    sums = {}
    for name in world.rules.lenses:
        seen = counting.through(name, money, world.rules)
        sums[name] = seen["value"].groupby(key).sum()
    lost = money["high"].where(money["rung"].isin(world.rules.lost_rungs), 0.0)
    sums["lost"] = lost.groupby(key).sum()
    mark = money["rung"].map(world.rules.marks)
    for name in dict.fromkeys(world.rules.marks.values()):
        sums[f"mark_{name}"] = money["high"].where(mark == name, 0.0).groupby(key).sum()
    sums["commitments"] = money["pot_id"].groupby(key).nunique()
    countries = money["country_code"].groupby(key)
    sums["country_code"] = countries.first().where(countries.nunique() == 1)
    rows = pd.DataFrame(sums)
    return rows.assign(value=rows[lens])


def _ordered(rows: pd.DataFrame) -> pd.DataFrame:
    """Most solid first; what was lost after what lives, what has no amount last."""
    rows = rows.assign(is_ranked=rows["ceiling"].fillna(0) > 0, has_amount=rows["ceiling"].notna())
    order = ["is_ranked", "has_amount", "value", "floor", "ceiling", "lost"]
    rows = rows.rename_axis("key").sort_index()
    rows = rows.sort_values(order, ascending=False, kind="stable")
    rank = pd.Series(range(1, len(rows) + 1), index=rows.index, dtype="Int64")
    return rows.assign(rank=rank.where(rows["is_ranked"]))


def within_text(scope: Scope, profiles: pd.DataFrame, text: str) -> Scope:
    """``scope`` cut down to the pots in whose words every word of ``text`` is found."""
    found = profiles
    for word in text.lower().split():
        found = found[found["search_text"].str.contains(word, regex=False)]
    return replace(scope, pot_id=tuple(found["pot_id"].unique())) if text.strip() else scope


def usual(known: Known, currency: str, group: str, *codes: str) -> Ranking:
    """The default scope in the countries ``codes``, grouped by ``group``, by its ceiling."""
    world, lens = known.world, known.world.rules.widest_lens
    scope = counting.default_scope(world.rules, *codes)
    return ranking(world, known.shares, scope, lens=lens, currency=currency, group=group)
