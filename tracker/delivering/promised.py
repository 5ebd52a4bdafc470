"""Promises with their dates: how many were kept, what is due next, and all of them."""

from html import escape

import pandas as pd

from tracker import addresses, cells, dates
from tracker.comparison.leading import compared
from tracker.comparison.showing import Section, section, stacked, under
from tracker.folds import folded
from tracker.known import Known
from tracker.marks import Look
from tracker.promises import timelines

NEXT = 12
OPEN = ("unknown", "pending")  # outcomes of what nobody has settled
OUTCOMES = ("kept", "late", "missed", "dropped", "unknown", "pending")


def of_compared(known: Known) -> pd.DataFrame:
    """The promises of the compared countries, as `promises.timelines` has them."""
    found = timelines(known.world)
    return found[found["country_code"].isin(compared(known))]


def promised(found: pd.DataFrame, known: Known, look: Look) -> Section:
    """A count per country with its denominator, then what is due next, then every promise.

    ``found`` is what `of_compared` gives.
    """
    codes = compared(known)
    body = _counts(found, codes, look) + _due_next(found, known, look) + _all(found, known, look)
    told = filter(None, (_rate(found[found["country_code"] == code], code, look) for code in codes))
    heading = look.words("delivery.promises.heading", told="; ".join(told))
    note = look.words("delivery.promises.note")
    return section("promises", heading, look, body, note, "delivery")


def _rate(found: pd.DataFrame, code: str, look: Look) -> str:
    """What is known of those past their date or settled; nothing where there are none."""
    counts = found["outcome"].value_counts()
    due = sum(int(counts.get(name, 0)) for name in OUTCOMES if name != "pending")
    if not due:
        return ""
    return look.words(
        "delivery.promises.rate",
        country=look.formats.country(code),
        kept=int(counts.get("kept", 0)),
        due=due,
        unknown=int(counts.get("unknown", 0)),
    )


def _counts(found: pd.DataFrame, codes: tuple[str, ...], look: Look) -> str:
    rows = []
    for code in codes:
        of_country = found[found["country_code"] == code]
        counts = of_country["outcome"].value_counts()
        slips = of_country["slip_months"].dropna()
        rows.append(
            {"country": look.formats.country(code)}
            | {name: look.formats.count(int(counts.get(name, 0))) for name in OUTCOMES}
            | {
                "all": look.formats.count(len(of_country)),
                "slip": _slips(slips[slips > 0], look),
            }
        )
    right = [*OUTCOMES, "all"]
    return stacked(rows, "outcomes", look, "delivery.promises", right=right)


def _slips(slips: pd.Series, look: Look) -> str:
    """Every slip by its months, the longest first."""
    longest = slips.sort_values(ascending=False)
    told = [look.words("delivery.promises.slip", months=int(months)) for months in longest]
    return ", ".join(told) or "–"


def _due_next(found: pd.DataFrame, known: Known, look: Look) -> str:
    """The promises whose dates come first, and all that share the last of these dates."""
    pending = found[found["outcome"] == "pending"]
    pending = pending.sort_values("current_due", key=_last_days, kind="stable")
    days = _last_days(pending["current_due"])
    pending = pending[days <= days.iloc[:NEXT].max()] if len(pending) else pending
    rows = [_row(row, known, look) for _, row in pending.iterrows()]
    title = escape(look.words("delivery.promises.next", count=len(rows)))
    return f"<h3>{title}</h3>{_table(rows, 'due', look)}" if rows else ""


def _last_days(column: pd.Series) -> pd.Series:
    """A partial date is due on its last day."""
    return column.map(dates.last_day)


def _all(found: pd.DataFrame, known: Known, look: Look) -> str:
    """Every promise, one table per outcome; what was settled is in sight, the rest folded."""
    blocks = []
    for outcome in OUTCOMES:
        of_outcome = found[found["outcome"] == outcome].sort_values("first_due", key=_last_days)
        rows = [_row(row, known, look) for _, row in of_outcome.iterrows()]
        title = f"{look.words.term('outcome', outcome)} ({len(rows)})"
        if rows:
            table = _table(rows, f"promises-{outcome}", look)
            blocks.append(folded(title, table, is_open=outcome not in OPEN))
    heading = escape(look.words("delivery.promises.every"))
    return f"<h3>{heading}</h3>{''.join(blocks)}"


def _table(rows: list[dict[str, str]], name: str, look: Look) -> str:
    return stacked(rows, name, look, "delivery.promises", markup=["promise", "sources"])


def _row(row: pd.Series, known: Known, look: Look) -> dict[str, str]:
    day, slip = look.formats.day, row["slip_months"]
    about = ""
    if row["subject_id"] in known.world.commitments.index:
        rung = escape(look.rung(str(known.world.commitments.at[row["subject_id"], "status"])))
        title = addresses.commitment(row["subject_id"], known.world)
        about = f'<div class="cc-m">{title}: {rung}</div>'
    until = row["current_due"]
    outcome = look.words.term("outcome", row["outcome"])
    if row["outcome"] == "unknown":
        outcome = look.words("delivery.promises.unknown_since", day=day(until))
    return {
        "country": look.formats.country(row["country_code"]),
        "promise": escape(row["promise"]) + about + under("", row["promised_by"], row["note"]),
        "first": day(row["first_due"]),
        "current": day(until) if until != row["first_due"] else "–",
        "actual": "–" if pd.isna(row["actual"]) else day(row["actual"]),
        "outcome": outcome,
        "slip": "–" if pd.isna(slip) else look.words("delivery.promises.slip", months=int(slip)),
        "sources": cells.links(row["source_ids"], known.world.dataset.documents),
    }
