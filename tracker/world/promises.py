"""Promises with a date: first said, moved, met or not, and by how many months they slipped."""

from collections.abc import Mapping

import pandas as pd

from tracker.dataset import dates
from tracker.dataset.once import once
from tracker.dataset.plain import Row
from tracker.world.asof import World

COLUMNS = ["promise", "promised_by", "subject_id", "country_code", "promised_on", "note"]


@once
def timelines(world: World) -> pd.DataFrame:
    """One row per promise as first made, known on the day of ``world``, indexed by ``promise_id``.

    The columns of ``COLUMNS`` (of the promise as last restated) and
    ``first_due, current_due, actual``  partial dates; actual is missing until it happened,
    ``outcome``       of the promise as last restated; unknown or pending while nothing is known,
    ``settled``       partial date of the evidence that settled it, missing until there is any,
    ``slip_months``   from the first date to the current one, or to the actual day where it came
                      late; missing unless two documents date it, and where one of them names a
                      year alone and the other a month,
    ``source_ids``    the documents, in the order of the dates.
    """
    rows = {row["promise_id"]: row for row in world.known_rows("promises")}
    newer = {row["restates"]: name for name, row in rows.items()}
    first = [name for name, row in rows.items() if row["restates"] not in rows]
    found = [_timeline(name, rows, newer, world) for name in first]
    columns = [*COLUMNS, "first_due", "current_due", "actual", "outcome", "settled", "slip_months"]
    frame = pd.DataFrame(found, columns=["promise_id", *columns, "source_ids"])
    return frame.set_index("promise_id").astype({"slip_months": "Int64"})


def _timeline(
    name: str, rows: Mapping[str, Row], newer: Mapping[str, str], world: World
) -> dict[str, object]:
    steps = [name]
    while (later := newer.get(steps[-1])) is not None:
        steps.append(later)
    first, last = rows[steps[0]], rows[steps[-1]]
    settled = isinstance(last["outcome_date"], str) and (
        dates.known_from(last["outcome_date"], world.rules.evidence_until) <= world.day
    )
    happened = settled and last["outcome"] in {"kept", "late"}
    sources = [str(rows[step]["source_id"]) for step in steps]
    sources += [str(last["outcome_source_id"])] if settled else []
    actual = last["outcome_date"] if happened else None
    until = actual if happened and last["outcome"] == "late" else last["due_date"]
    moved = until != first["due_date"] and len(set(sources)) > 1
    is_told = moved and _as_precise(first["due_date"], str(until))
    return {
        "promise_id": name,
        **{column: last[column] for column in COLUMNS},
        "first_due": first["due_date"],
        "current_due": last["due_date"],
        "actual": actual,
        "outcome": last["outcome"] if settled else _open(last["due_date"], world),
        "settled": last["outcome_date"] if settled else None,
        "slip_months": months_between(first["due_date"], str(until)) if is_told else None,
        "source_ids": tuple(dict.fromkeys(sources)),
    }


def _as_precise(first: str, last: str) -> bool:
    """Whether both dates name a month, or both a year alone, so that months lie between them."""
    return len(first) == len(last) or min(len(first), len(last)) >= len("2026-01")


def _open(due: str, world: World) -> str:
    """Without evidence a promise is pending until its date has passed, and unknown from then on."""
    return "unknown" if dates.last_day(due) <= world.day else "pending"


def months_between(first: str, last: str) -> int:
    """Whole months from one partial date to another; each counts from its last day."""
    start, end = dates.last_day(first), dates.last_day(last)
    return (end.year - start.year) * 12 + end.month - start.month


@once
def of_compared(world: World) -> pd.DataFrame:
    """The promises of the compared countries, as `timelines` has them."""
    found = timelines(world)
    return found[found["country_code"].isin(world.dataset.compared)]


def moved(found: pd.DataFrame) -> "pd.Series[bool]":
    """Whether the date of each promise is another one now than at first."""
    return found["current_due"] != found["first_due"]


def waits(found: pd.DataFrame) -> "pd.Series[bool]":
    """Whether each promise only waits: it was neither moved nor settled, nor is it past."""
    return (found["outcome"] == "pending") & ~moved(found)
