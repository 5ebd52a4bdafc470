"""What nobody has spoken of for too long is taken for stalled."""

from datetime import date

import pandas as pd

from tracker.dataset import dates
from tracker.dataset.settings.rules import Rules


def with_silence(rows: pd.DataFrame, heard: pd.Series, rules: Rules, day: date) -> pd.DataFrame:
    """``rows`` with the status of the silent ones as stalled, which is inferred.

    ``rows`` have ``status, status_date, status_rule, status_basis``; ``heard`` is the day of the
    last claim about each.
    """
    ends = heard.map(lambda last: dates.months_later(last, rules.silence_months))
    silent = rows["status"].isin(rules.silence_rungs) & (ends < day)
    return rows.assign(
        status=rows["status"].mask(silent, rules.status_of_rule[rules.silence_rule]),
        status_date=rows["status_date"].mask(silent, ends.astype("str")),
        status_rule=rows["status_rule"].mask(silent, rules.silence_rule),
        status_basis=rows["status_basis"].mask(silent, "inferred"),
    )
