"""What left and what shrank, with what took its place."""

from dataclasses import replace

from tracker.counting.known import Known
from tracker.dataset.plain import Row
from tracker.look import links
from tracker.look.elements import Part, Said
from tracker.look.look import Look
from tracker.look.parts import items, small, table
from tracker.look.values import NONE
from tracker.look.view import Section
from tracker.views.shared import ways
from tracker.views.shared.sections import columns, section
from tracker.world.losses import lost, shrunk

COLUMNS = ("country", "what", "status", "why", "successor", "source")


def gone(known: Known, look: Look) -> Section:
    """Lost commitments and sites, the newest first, then amounts that came down."""
    found = lost(known.world)
    found = found[found["country_code"].isin(known.world.dataset.compared)]
    named = zip(found.index, found.to_dict("records"), strict=True)
    rows = [_row(str(name), row, known, look) for name, row in named]
    body = table("lost", rows, columns("delivery.lost", COLUMNS, look), is_stacked=True)
    commitments = int((found["kind"] == "commitment").sum())
    heading = look.words(
        "delivery.lost.heading", commitments=commitments, sites=len(found) - commitments
    )
    note = look.words("delivery.lost.note")
    told = section("delivery", "lost", heading, look, body, *_shrunk(known, look), note=note)
    return replace(told, is_folded=True)


def _row(name: str, row: Row, known: Known, look: Look) -> dict[str, Part]:
    inferred = look.words("leaderboard.inferred") if row["status_basis"] == "inferred" else None
    held = row["replaced_by"] in known.world.commitments.index
    if row["kind"] == "commitment":
        title = ways.commitment(name, known.world)
    else:
        title = ways.site(name, row["title"], known.world)
    return {
        "country": look.formats.country(row["country_code"]),
        "what": (title, *small(look.words(f"delivery.lost.{row['kind']}"), inferred)),
        "status": _status(row, look),
        "why": look.words(f"rules.{row['status_rule']}"),
        "successor": ways.commitment(row["replaced_by"], known.world) if held else NONE,
        "source": links.links([row["status_source_id"]], known.world.dataset.documents),
    }


def _status(row: Row, look: Look) -> str:
    """The rung with its day; a rung that a rule of ours gives says from when the rule holds."""
    rung, day = look.rung(row["status"]), look.formats.day(row["status_date"])
    if row["status_basis"] == "inferred":
        return look.words("delivery.lost.by_rule", rung=rung, day=day)
    return f"{rung}, {day}"


def _shrunk(known: Known, look: Look) -> tuple[Part, ...]:
    """The amounts that came down under their heading; nothing where none did."""
    rows, documents = shrunk(known.world), known.world.dataset.documents
    told = [
        (_came_down(row, look), links.links([row["source_id"]], documents))
        for row in rows.to_dict("records")
    ]
    title = look.words("delivery.lost.shrunk", count=len(rows))
    return (Said("heading", title), items(told)) if told else ()


def _came_down(row: Row, look: Look) -> str:
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
