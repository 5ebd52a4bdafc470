"""Who invests, from where and of what kind; who of those named in a role is at home."""

from dataclasses import replace
from typing import TypeAlias

import pandas as pd

from tracker.counting.known import Known
from tracker.dataset.plain import Row
from tracker.dataset.settings.rules import Rules
from tracker.world.asof import World

INVESTOR = ["country_code", "home_country_code", "organisation_type"]
OF_LEAD = ("country_code", "home_country_code", "organisation_id")

Investor: TypeAlias = tuple[str, str | None, str | None]  # as INVESTOR names them


def by_investor(known: Known, currency: str) -> pd.DataFrame:
    """The money of each compared country by home and kind of the lead of its pots.

    One row per ``country_code`` (in their order), ``home_country_code`` (missing where it is not
    known) and ``organisation_type``, the most through the widest lens first; a column per lens of
    the rules, in ``currency``, 0 where a lens counts nothing. In the default scope.
    """
    rules, codes = known.world.rules, known.world.dataset.compared
    scope, sums = replace(known.usual(), country_code=codes), dict[Investor, dict[str, float]]()
    leads = known.world.dataset.by_key("organisations")
    for lens in rules.lenses:
        total = known.total(scope, lens=lens, currency=currency)
        for _, code, home, lead, value in total.added(*OF_LEAD):
            kind = leads[lead]["organisation_type"] if lead in leads else None
            money = sums.setdefault((code, home, kind), dict.fromkeys(rules.lenses, 0.0))
            money[lens] += value
    order = sorted(sums, key=lambda one: (codes.index(one[0]), -sums[one][rules.widest_lens]))
    found = [dict(zip(INVESTOR, one, strict=True)) | sums[one] for one in order]
    return pd.DataFrame(found, columns=[*INVESTOR, *rules.lenses])


def from_abroad(found: pd.DataFrame, rules: Rules) -> pd.Series:
    """``country_code`` -> the part of its money at the widest lens whose lead is not at home.

    A lead without a known home counts as one from abroad. Countries without money are absent.
    ``found`` is what `by_investor` gives.
    """
    money, codes = found[rules.widest_lens], found["country_code"]
    whole = money.groupby(codes, sort=False).sum()
    abroad = money.where(found["home_country_code"] != codes, 0.0)
    return (abroad.groupby(codes, sort=False).sum() / whole)[whole > 0]


def named_in_role(role: str, code: str, world: World) -> list[Row]:
    """The organisations that have ``role`` in a commitment of the country ``code``, by name.

    The columns of the table, and whether each ``is_domestic``.
    """
    every = world.dataset.by_key("organisations")
    named = {
        row["organisation_id"]
        for row in world.dataset.rows("participants")
        if row["role"] == role
        and world.facts.get(row["commitment_id"], {}).get("country_code") == code
    }
    about = [
        {**every[name], "is_domestic": every[name]["hq_country_code"] == code} for name in named
    ]
    return sorted(about, key=lambda one: (one["organisation_name"], one["organisation_id"]))
