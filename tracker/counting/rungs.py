"""How far the money of each country has got: what stands on each rung."""

import math

import numpy as np
import pandas as pd

from tracker.counting.totals import INFERRED, Total

ALL = "all"


def by_rung(total: Total) -> pd.DataFrame:
    """What is in the scope of ``total`` by the rung it stands on, whatever the lens.

    One row per rung in their order and one called ``ALL`` with their sum; for each compared
    country ``amount_<country>`` (the high end, in the currency of ``total``) and
    ``count_<country>`` (commitments and parts of them), 0 where nothing stands.
    """
    shares, rungs = total.money.shares, total.world.rules.rungs
    stands, columns = shares.named["rung"], {}
    for code in total.world.dataset.compared:
        here = total.inside & shares.named["country_code"].among((code,))
        for name, each in (("amount", total.money.high), ("count", np.ones(len(shares)))):
            sums = dict(zip(stands.names, stands.sums(np.where(here, each, 0.0)), strict=True))
            columns[f"{name}_{code}"] = [sums.get(rung, 0.0) for rung in rungs]
    frame = pd.DataFrame(columns, index=list(rungs))
    return pd.concat([frame, frame.sum().to_frame(ALL).T])


def by_solidity(total: Total) -> pd.DataFrame:
    """What lives in the scope of ``total`` by how solid it is, whatever the lens.

    One row for each country, ``mark`` of the rules and ``is_judged`` (a rule of ours put it on its
    rung) with money, the most solid mark first and what is reported before what is judged:
    ``country_code``, ``mark``, ``is_judged`` and ``amount``, the high end in the currency of
    ``total``. What was lost is left out.
    """
    shares, rules = total.money.shares, total.world.rules
    rung, judged = shares.named["rung"], shares.named["rung_basis"].among((INFERRED,))
    ladder = [name for name in rules.rungs if name not in rules.lost_rungs]
    rows = []
    for code in total.world.dataset.compared:
        here = total.inside & shares.named["country_code"].among((code,))
        for mark in dict.fromkeys(rules.marks[name] for name in reversed(ladder)):
            stands = here & rung.among([name for name in ladder if rules.marks[name] == mark])
            for is_judged, which in ((False, stands & ~judged), (True, stands & judged)):
                amount = math.fsum(total.money.high[which])
                rows.append((code, mark, is_judged, amount))
    found = pd.DataFrame(rows, columns=["country_code", "mark", "is_judged", "amount"])
    return found[found["amount"] > 0].reset_index(drop=True)
