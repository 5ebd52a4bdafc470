"""The leaderboard: commitments, or groups of them, in the order of a lens."""

from dataclasses import dataclass, replace

import pandas as pd

from tracker.counting import lenses, totals
from tracker.counting.known import Known
from tracker.counting.lenses import Scope
from tracker.counting.totals import Total
from tracker.dataset.settings.rules import Rules
from tracker.world.asof import World

LOST, POT = "lost", "pot_id"


@dataclass(frozen=True)
class Ranking:
    """``rows`` in their order, and the ``total`` that they add up to.

    One row per group, indexed by its key: ``rank`` (missing for what has no live amount), the
    columns of `money` (in the currency of the total), ``value`` (the lens it is ranked by),
    ``commitments`` (pots with money in it), ``country_code`` (missing where there are several),
    and one column ``mark_<name>`` per mark: the money that stands there.
    """

    rows: pd.DataFrame
    total: Total
    group: str

    @property
    def rules(self) -> Rules:
        """The rules that it was made by."""
        return self.total.world.rules

    @property
    def column(self) -> str:
        """The column of the shares that holds the key of a group."""
        return self.rules.groups[self.group]

    @property
    def is_by_pot(self) -> bool:
        """Whether each row is a commitment of its own."""
        return self.column == POT

    @property
    def money(self) -> tuple[str, ...]:
        """The columns of money: every lens, those that ask how far a thing has got first."""
        concrete = self.rules.concrete_lenses
        whole = (name for name in reversed(self.rules.lenses) if name not in concrete)
        return (*concrete, *whole, LOST)

    @property
    def longest(self) -> float:
        """The money of the longest bar: what lives and what was lost of the largest row."""
        return float((self.rows[self.rules.widest_lens] + self.rows[LOST]).fillna(0).max())

    @property
    def lost(self) -> float:
        """The money of all rows that is stalled or cancelled."""
        return float(self.rows[LOST].sum())

    def first(self, lens: str) -> str:
        """The group with the most money through ``lens``; empty where nothing counts at all."""
        rows = self.rows[self.rows[self.rules.widest_lens] > 0]
        return str(rows[lens].idxmax()) if len(rows) else ""


def ranking(
    world: World, shares: pd.DataFrame, scope: Scope, *, lens: str, currency: str, group: str
) -> Ranking:
    """What is in ``scope``, grouped by ``group``, most through ``lens`` first.

    Ties go by floor, then ceiling, then key. Pots that state no amount come last, without a rank,
    and only where commitments are ranked. Raises KeyError for an unknown lens or group.
    """
    total = totals.total(world, shares, scope, lens=lens, currency=currency)
    column = world.rules.groups[group]
    rows = _sums(total.in_scope, world, lens, column)
    if column == POT:
        rows = rows.reindex([*rows.index, *total.silent])
    return Ranking(_ordered(rows, world.rules), total, group)


def _sums(money: pd.DataFrame, world: World, lens: str, column: str) -> pd.DataFrame:
    key = money[column].rename("key")
    sums = {}
    for name in world.rules.lenses:
        seen = lenses.through(name, money, world.rules)
        sums[name] = seen["value"].groupby(key).sum()
    lost = money["high"].where(money["rung"].isin(world.rules.lost_rungs), 0.0)
    sums[LOST] = lost.groupby(key).sum()
    mark = money["rung"].map(world.rules.marks)
    for name in dict.fromkeys(world.rules.marks.values()):
        sums[f"mark_{name}"] = money["high"].where(mark == name, 0.0).groupby(key).sum()
    sums["commitments"] = money[POT].groupby(key).nunique()
    countries = money["country_code"].groupby(key)
    sums["country_code"] = countries.first().where(countries.nunique() == 1)
    rows = pd.DataFrame(sums)
    return rows.assign(value=rows[lens])


def _ordered(rows: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Most solid first; what was lost after what lives, what has no amount last."""
    widest = rows[rules.widest_lens]
    rows = rows.assign(is_ranked=widest.fillna(0) > 0, has_amount=widest.notna())
    order = ["is_ranked", "has_amount", "value", rules.firm_lens, rules.widest_lens, LOST]
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
    world, scope, lens = known.world, known.usual(*codes), known.world.rules.widest_lens
    return ranking(world, known.shares, scope, lens=lens, currency=currency, group=group)
