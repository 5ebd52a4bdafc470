"""How much money is how close to an event of a leader."""

from dataclasses import replace
from itertools import product

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

    ``tie`` is what `closeness` gives. Of the rows of `totals.total` ``pot_id``, ``country_code``
    and ``value``, with ``closeness``; they sum to the total, so no tie ever holds more than its
    pot.
    """
    total, held = known.total(scope, lens=lens, currency=currency), tie.to_dict()
    rows = [(name, *rest, held.get(name)) for name, *rest in total.added("pot_id", "country_code")]
    columns = ["commitment_id", "pot_id", "country_code", "value", "closeness"]
    return pd.DataFrame(rows, columns=columns).set_index("commitment_id")


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
    rules, sums = world.rules, dict[tuple[str, ...], float]()
    columns = (tied[name] for name in ("closeness", "country_code", "lens", "value"))
    for *key, value in zip(*columns, strict=True):
        sums[*key] = sums.get((*key,), 0.0) + value
    held = {key[:2] for key in sums}
    order = product(rules.diplomacy.closeness, world.dataset.compared)
    lenses = [*dict.fromkeys((rules.widest_lens, rules.default_lens))]
    rows = [
        (*key, *(sums.get((*key, lens), 0.0) for lens in lenses)) for key in order if key in held
    ]
    return pd.DataFrame(rows, columns=["closeness", "country_code", *lenses])


def wholes(sums: pd.DataFrame, rules: Rules) -> pd.Series:
    """``country_code`` -> its money through the widest lens; ``sums`` is what `by_tie` gives."""
    return sums.groupby("country_code")[rules.widest_lens].sum()


def behind(tied: pd.DataFrame, lens: str) -> dict[tuple[str, str], dict[str, float]]:
    """Tie and country -> commitment -> its money through ``lens``, the most first.

    ``tied`` is what `tied_money` gives; a tie without money in a country is absent.
    """
    found: dict[tuple[str, str], dict[str, float]] = {}
    rows = tied[tied["lens"] == lens]
    columns = (rows[name] for name in ("closeness", "country_code", "value"))
    for name, tie, code, value in zip(rows.index, *columns, strict=True):
        money = found.setdefault((tie, code), {})
        money[name] = money.get(name, 0.0) + value
    return {key: dict(sorted(of.items(), key=_most)) for key, of in found.items()}


def _most(money: tuple[str, float]) -> tuple[float, str]:
    """The most first, of the same amount by name."""
    return -money[1], money[0]


def courted(known: Known, currency: str) -> pd.Series:
    """``country_code`` -> what other pages count as won by diplomacy: all of that origin, at most.

    Of every compared country, in ``currency``.
    """
    rules, found = known.world.rules, {}
    for code in known.world.dataset.compared:
        scope = replace(known.usual(code), origin=(rules.diplomacy.courted_origin,))
        found[code] = known.total(scope, lens=rules.widest_lens, currency=currency).value
    return pd.Series(found, dtype="float64")
