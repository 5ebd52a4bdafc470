"""The status of a commitment or a site: what a source says, or a rule after long silence."""

from dataclasses import dataclass, fields
from datetime import date

from tracker.dataset import dates
from tracker.dataset.plain import Row
from tracker.dataset.settings.rules import Rules


@dataclass(frozen=True)
class Status:
    """The status in force of something, under the names of `asof.World`."""

    status: str
    status_date: str
    status_rule: str
    status_basis: str
    status_source_id: str


COLUMNS = tuple(one.name for one in fields(Status))


def stated(row: Row) -> Status:
    """What a row of the table says."""
    return Status(row["status"], row["status_date"], row["rule"], row["basis"], row["source_id"])


def stalled(one: Status, heard: date, rules: Rules, day: date, *, is_searched: bool) -> Status:
    """``one``, or stalled, which is inferred, where nobody has spoken since ``heard`` for long.

    Only a search that found nothing newer (``is_searched``) makes silence of it.
    """
    ends = dates.months_later(heard, rules.silence_months)
    if not is_searched or one.status not in rules.silence_rungs or ends >= day:
        return one
    status, rule = rules.status_of_rule[rules.silence_rule], rules.silence_rule
    return Status(status, ends.isoformat(), rule, "inferred", one.status_source_id)
