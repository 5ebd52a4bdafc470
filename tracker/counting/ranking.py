"""The leaderboard: commitments, or groups of them, in the order of a lens."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from tracker.counting.known import Known
from tracker.counting.lenses import Scope, through
from tracker.counting.totals import INFERRED, Total
from tracker.dataset.settings.rules import Rules

LOST, POT = "lost", "pot_id"


@dataclass(frozen=True)
class Ranking:
    """``rows`` in their order, and the ``total`` that they add up to.

    One row per group, indexed by its key: ``rank`` (missing for what has no live amount), the
    columns of `money` (in the currency of the total), ``value`` (the lens it is ranked by),
    ``commitments`` (pots with money in it), ``country_code`` (missing where there are several),
    one column ``mark_<name>`` per mark, the money that stands there, and ``mark_<name>_judged``:
    how much of it a rule of ours put there.
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

    @cached_property
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


def ranking(known: Known, scope: Scope, *, lens: str, currency: str, group: str) -> Ranking:
    """What is in ``scope``, grouped by ``group``, most through ``lens`` first.

    Ties go by floor, then ceiling, then key. Pots that state no amount come last, without a rank,
    and only where commitments are ranked. Raises KeyError for an unknown lens or group.
    """
    total = known.total(scope, lens=lens, currency=currency)
    rows = _sums(total, known.world.rules.groups[group])
    if known.world.rules.groups[group] == POT:
        rows = rows.reindex([*rows.index, *total.silent])
    return Ranking(_ordered(rows, known.world.rules), total, group)


def _sums(total: Total, column: str) -> pd.DataFrame:
    """The money of each group that has any share in scope, whatever the lens."""
    money, rules, inside = total.money, total.world.rules, total.inside
    key, rung, pot, country = (
        money.shares.named[name] for name in (column, "rung", POT, "country_code")
    )
    judged = money.shares.named["rung_basis"].among((INFERRED,))
    held = {lens: through(lens, money, inside, rules).value for lens in rules.lenses}
    held[LOST] = np.where(inside & rung.among(rules.lost_rungs), money.high, 0.0)
    for mark in dict.fromkeys(rules.marks.values()):
        rungs = [one for one in rules.rungs if rules.marks[one] == mark]
        stands = np.where(inside & rung.among(rungs), money.high, 0.0)
        held |= {f"mark_{mark}": stands, f"mark_{mark}_judged": np.where(judged, stands, 0.0)}
    sums: dict[str, Any] = {name: key.sums(each) for name, each in held.items()}
    sums["commitments"] = [len(names) for names in key.met(pot, inside)]
    countries = key.met(country, inside)
    sums["country_code"] = pd.array(
        [names[0] if len(names) == 1 else None for names in countries], dtype="str"
    )
    rows = pd.DataFrame(sums, index=pd.Index(key.names, dtype="str"))
    return rows[rows["commitments"] > 0].assign(value=lambda found: found[total.lens])


def _ordered(rows: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Most solid first; what was lost after what lives, what has no amount last."""
    widest = rows[rules.widest_lens]
    rows = rows.assign(is_ranked=widest.fillna(0) > 0, has_amount=widest.notna())
    by = ["is_ranked", "has_amount", "value", rules.firm_lens, rules.widest_lens, LOST]
    most = zip(*((-rows[name].fillna(0).astype(float)).tolist() for name in by), strict=True)
    keys = list(zip(most, rows.index, strict=True))
    rows = rows.iloc[sorted(range(len(rows)), key=keys.__getitem__)].rename_axis("key")
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
    lens = known.world.rules.widest_lens
    return ranking(known, known.usual(*codes), lens=lens, currency=currency, group=group)
