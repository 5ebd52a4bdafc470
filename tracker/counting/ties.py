"""How much money is how close to an event of a leader."""

from dataclasses import replace

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.lenses import Scope
from tracker.dataset.settings.rules import Rules
from tracker.world.asof import World
from tracker.world.events import closeness


def money_by_closeness(
    known: Known, tie: pd.Series, scope: Scope, lens: str, currency: str
) -> pd.DataFrame:
    """What a total counts, each share with the closest ``tie`` of its commitment.

    ``tie`` is what `closeness` gives. The rows of `totals.total` with ``closeness``; their
    ``value`` sums to the total, so no tie ever holds more than its pot.
    """
    total = known.total(scope, lens=lens, currency=currency)
    return total.rows.assign(closeness=tie.reindex(total.rows.index).to_numpy())


def tied_money(known: Known, currency: str) -> pd.DataFrame:
    """The money of the compared countries with its closest tie, in the default scope.

    The rows of `money_by_closeness` with their ``lens``: those of the widest and of the default.
    """
    rules, tie = known.world.rules, closeness(known.world)
    scope = replace(known.usual(), country_code=known.world.dataset.compared)
    return pd.concat(
        money_by_closeness(known, tie, scope, lens, currency).assign(lens=lens)
        for lens in dict.fromkeys((rules.widest_lens, rules.default_lens))
    )


def by_tie(tied: pd.DataFrame, world: World) -> pd.DataFrame:
    """The sums of ``tied``, which is what `tied_money` gives, the closest tie first.

    One row per ``closeness`` and ``country_code`` with any row, countries in their order, and a
    column per lens in the currency of ``tied``, 0 where that lens counts nothing.
    """
    keys, rules = ["closeness", "country_code"], world.rules
    sums = tied.pivot_table("value", keys, "lens", aggfunc="sum")
    lenses = [*dict.fromkeys((rules.widest_lens, rules.default_lens))]
    sums = sums.reindex(columns=lenses).fillna(0.0)
    order = pd.MultiIndex.from_product((rules.diplomacy.closeness, world.dataset.compared))
    return sums.reindex(order[order.isin(sums.index)].set_names(keys)).reset_index()


def wholes(sums: pd.DataFrame, rules: Rules) -> pd.Series:
    """``country_code`` -> its money through the widest lens; ``sums`` is what `by_tie` gives."""
    return sums.groupby("country_code")[rules.widest_lens].sum()


def shares(sums: pd.DataFrame, world: World) -> pd.DataFrame:
    """How much of the money of each country, at the widest lens, has which of the first ties.

    Indexed by ``country_code``, in the order of countries, without those that have no money; one
    column per first tie, as parts of one. ``sums`` is what `by_tie` gives.
    """
    rules, whole = world.rules, wholes(sums, world.rules)
    money = sums.pivot_table(rules.widest_lens, "country_code", "closeness", aggfunc="sum")
    money = money.reindex(columns=[*rules.diplomacy.first_ties]).fillna(0.0)
    codes = [code for code in world.dataset.compared if whole.get(code, 0.0) > 0]
    return money.div(whole, axis=0).reindex(codes)


def talks(sums: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """The rows of `by_tie` at the closest tie of all, of the countries that have money there."""
    is_closest = sums["closeness"] == rules.diplomacy.closeness[0]
    return sums[is_closest & (sums[rules.widest_lens] > 0)]


def behind(tied: pd.DataFrame, tie: str, code: str, lens: str) -> pd.Series:
    """``commitment_id`` -> its money of one tie, country and lens, the most first."""
    rows = tied[(tied["closeness"] == tie) & (tied["country_code"] == code)]
    rows = rows[rows["lens"] == lens]
    return rows["value"].groupby(level=0).sum().sort_values(ascending=False)


def courted(known: Known, currency: str) -> pd.Series:
    """``country_code`` -> what other pages count as won by diplomacy: all of that origin, at most.

    Of every compared country, in ``currency``.
    """
    rules, found = known.world.rules, {}
    for code in known.world.dataset.compared:
        scope = replace(known.usual(code), origin=(rules.diplomacy.courted_origin,))
        found[code] = known.total(scope, lens=rules.widest_lens, currency=currency).value
    return pd.Series(found, dtype="float64")
