"""In how few hands the money is: the largest commitments, and the homes of the investors."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.ranking import usual


@dataclass(frozen=True)
class Largest:
    """The largest commitments to a country in the default scope, by their ceiling.

    ``rows``     those of `Ranking` with ``concrete`` (through the usual lens) and ``widest`` (at
                 the ceiling) in the display currency,
    ``share``    their part (0 to 1) of all that is announced in the country; None of nothing,
    ``longest``  the money of the longest bar in the country.
    """

    rows: pd.DataFrame = field(repr=False)
    share: float | None
    longest: float


@dataclass(frozen=True)
class Homes:
    """Where the investors in the compared countries are at home, in the default scope.

    ``rows``     one per home country, the one with the most money at the ceiling first, with
                 ``concrete_<country>`` (through the usual lens) and ``widest_<country>`` (at the
                 ceiling) in the display currency; missing where nobody from there invests,
    ``further``  how many homes are left out as the smallest,
    ``first``    country -> its largest home, and that home's part (0 to 1) of its ceiling; a
                 country without money is absent.
    """

    rows: pd.DataFrame = field(repr=False)
    further: int
    first: Mapping[str, tuple[str, float]]


def largest(known: Known, currency: str, count: int) -> dict[str, Largest]:
    """Country -> its ``count`` largest commitments that state an amount and are not lost."""
    rules, found = known.world.rules, {}
    for code in known.world.dataset.compared:
        ranked = usual(known, currency, "commitment", code)
        rows = ranked.rows
        rows = rows.assign(concrete=rows[rules.default_lens], widest=rows[rules.widest_lens])
        whole, shown = rows["widest"].sum(), rows[rows["rank"].notna()].head(count)
        share = float(shown["widest"].sum() / whole) if whole else None
        found[code] = Largest(shown, share, ranked.longest)
    return found


def homes(known: Known, currency: str, count: int) -> Homes:
    """The ``count`` homes with the most money at the ceiling in all compared countries."""
    rules, codes = known.world.rules, known.world.dataset.compared
    by_host = {code: usual(known, currency, "home", code).rows for code in codes}
    ceilings = {code: rows[rules.widest_lens] for code, rows in by_host.items()}
    columns = {}
    for code, rows in by_host.items():
        columns[f"concrete_{code}"] = rows[rules.default_lens]
        columns[f"widest_{code}"] = ceilings[code]
    sums = pd.DataFrame(ceilings).sum(axis=1).sort_values(ascending=False, kind="stable")
    first = {
        code: (str(money.idxmax()), float(money.max() / money.sum()))
        for code, money in ceilings.items()
        if money.sum()
    }
    shown = sums.index[:count]
    return Homes(pd.DataFrame(columns).reindex(shown), len(sums) - len(shown), first)
