"""What left and what shrank, with what took its place."""

from html import escape

import pandas as pd

from tracker import cells
from tracker.comparison.leading import compared
from tracker.comparison.showing import Section, listed, section, under
from tracker.known import Known
from tracker.losses import lost, shrunk
from tracker.marks import Look


def gone(known: Known, look: Look) -> Section:
    """Lost commitments and sites, the newest first, then amounts that came down."""
    found = lost(known.world)
    found = found[found["country_code"].isin(compared(known))]
    rows = [_row(row, known, look) for _, row in found.iterrows()]
    names = ("country", "what", "status", "why", "successor", "source")
    labels = {name: look.words(f"delivery.lost.columns.{name}") for name in names}
    body = listed(rows, "lost", look, markup=["what", "source"], labels=labels)
    commitments = int((found["kind"] == "commitment").sum())
    heading = look.words(
        "delivery.lost.heading", commitments=commitments, sites=len(found) - commitments
    )
    body += _shrunk(known, look)
    return section("lost", heading, look, body, look.words("delivery.lost.note"), "delivery")


def _row(row: pd.Series, known: Known, look: Look) -> dict[str, str]:
    inferred = look.words("leaderboard.inferred") if row["status_basis"] == "inferred" else None
    successor = known.world.commitments["title"].get(row["replaced_by"])
    return {
        "country": look.formats.country(row["country_code"]),
        "what": under(row["title"], look.words(f"delivery.lost.{row['kind']}"), inferred),
        "status": f"{look.rung(row['status'])}, {look.formats.day(row['status_date'])}",
        "why": look.words(f"rules.{row['status_rule']}"),
        "successor": successor if isinstance(successor, str) else "–",
        "source": cells.links([row["status_source_id"]], known.world.dataset.documents),
    }


def _shrunk(known: Known, look: Look) -> str:
    rows = shrunk(known.world)
    items = "".join(
        f"<li>{escape(_came_down(row, look))} "
        f"{cells.links([row['source_id']], known.world.dataset.documents)}</li>"
        for _, row in rows.iterrows()
    )
    title = escape(look.words("delivery.lost.shrunk", count=len(rows)))
    return f"<h3>{title}</h3><ul>{items}</ul>" if items else ""


def _came_down(row: pd.Series, look: Look) -> str:
    before, after = (
        look.formats.money(float(row[name]), row["currency"]) for name in ("before", "after")
    )
    return look.words(
        "delivery.lost.came_down",
        title=row["title"],
        before=before,
        after=after,
        day=look.formats.day(row["claim_date"]),
    )
