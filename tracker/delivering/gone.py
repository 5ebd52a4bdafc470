"""What left and what shrank, with what took its place."""

from html import escape

import pandas as pd

from tracker import addresses, cells
from tracker.comparison.leading import compared
from tracker.comparison.showing import Section, section, stacked, under
from tracker.folds import bullets
from tracker.known import Known
from tracker.losses import lost, shrunk
from tracker.marks import Look


def gone(known: Known, look: Look) -> Section:
    """Lost commitments and sites, the newest first, then amounts that came down."""
    found = lost(known.world)
    found = found[found["country_code"].isin(compared(known))]
    rows = [_row(str(name), row, known, look) for name, row in found.iterrows()]
    body = stacked(rows, "lost", look, "delivery.lost", markup=["what", "successor", "source"])
    commitments = int((found["kind"] == "commitment").sum())
    heading = look.words(
        "delivery.lost.heading", commitments=commitments, sites=len(found) - commitments
    )
    body += _shrunk(known, look)
    return section("lost", heading, look, body, look.words("delivery.lost.note"), "delivery")


def _row(name: str, row: pd.Series, known: Known, look: Look) -> dict[str, str]:
    inferred = look.words("leaderboard.inferred") if row["status_basis"] == "inferred" else None
    held = row["replaced_by"] in known.world.commitments.index
    successor = addresses.commitment(row["replaced_by"], known.world) if held else "–"
    if row["kind"] == "commitment":
        title = addresses.commitment(name, known.world)
    else:
        title = addresses.site(name, row["title"], known.world)
    return {
        "country": look.formats.country(row["country_code"]),
        "what": title + under("", look.words(f"delivery.lost.{row['kind']}"), inferred),
        "status": _status(row, look),
        "why": look.words(f"rules.{row['status_rule']}"),
        "successor": successor,
        "source": cells.links([row["status_source_id"]], known.world.dataset.documents),
    }


def _status(row: pd.Series, look: Look) -> str:
    """The rung with its day; a rung that a rule of ours gives says from when the rule holds."""
    rung, day = look.rung(row["status"]), look.formats.day(row["status_date"])
    if row["status_basis"] == "inferred":
        return look.words("delivery.lost.by_rule", rung=rung, day=day)
    return f"{rung}, {day}"


def _shrunk(known: Known, look: Look) -> str:
    rows = shrunk(known.world)
    items = bullets(
        f"{escape(_came_down(row, look))} "
        f"{cells.links([row['source_id']], known.world.dataset.documents)}"
        for _, row in rows.iterrows()
    )
    title = escape(look.words("delivery.lost.shrunk", count=len(rows)))
    return f"<h3>{title}</h3>{items}" if items else ""


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
