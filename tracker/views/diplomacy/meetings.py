"""The events: what they were, who was there, and what a source ties to them."""

from tracker.counting.known import Known
from tracker.dataset.plain import Row, grouped, plain
from tracker.look import links
from tracker.look.elements import Part, Said
from tracker.look.look import Look
from tracker.look.parts import folded, items, small, table
from tracker.look.values import NONE
from tracker.look.view import Section
from tracker.views.shared import ways
from tracker.views.shared.sections import columns, section
from tracker.world import events

COLUMNS = ("dated", "event", "people", "ties", "source")
REPORTED = "reported"  # the basis of what a document says itself


def meetings(known: Known, look: Look) -> Section:
    """Every event with who was there, what a source ties to it, and its document."""
    found = events.of_compared(known.world)
    people = grouped(plain(events.attendance(known.world)), "event_id")
    tied = grouped(plain(events.links(known.world)), "event_id")
    named = zip(found.index, found.to_dict("records"), strict=True)
    rows = [_row(row, people[name], tied[name], known, look) for name, row in named]
    shown = columns("diplomacy.meetings", COLUMNS, look, kinds={"dated": ("day", "")})
    title = look.words("diplomacy.meetings.title", count=len(found))
    body = folded(title, table("meetings", rows, shown, is_stacked=True))
    without = int((~found["is_tied"]).sum())
    heading = look.words("diplomacy.meetings.heading", count=len(found), without=without)
    note = look.words("diplomacy.meetings.note")
    return section("diplomacy", "meetings", heading, look, body, note=note)


def _row(
    row: Row, people: list[Row], tied: list[Row], known: Known, look: Look
) -> dict[str, object]:
    kind, country = look.words.term("event_kind", row["kind"]), row["country_code"]
    place = [row["place"]] if isinstance(row["place"], str) else []
    told = ", ".join([kind, look.formats.country(country), *place])
    who = ", ".join(_person(one["person_name"], one["organisation_name"])
                    for one in people)  # fmt: skip
    return {
        "dated": row["event_date"],
        "event": (row["title"], *small(told, row["summary"], row["note"])),
        "people": Said("small", who),
        "ties": items(_tie(one, known, look) for one in tied) or NONE,
        "source": links.links([row["source_id"]], known.world.dataset.documents),
    }


def _person(name: object, organisation: object) -> str:
    """A person with the organisation, or the one of the two that is known."""
    known = [one for one in (name, organisation) if isinstance(one, str)]
    return f"{known[0]} ({known[1]})" if known[1:] else "".join(known)


def _tie(row: Row, known: Known, look: Look) -> Part:
    kind = look.words.term("link", row["link"])
    basis = "" if row["basis"] == REPORTED else look.words("diplomacy.meetings.by_research")
    source = links.links([row["source_id"]], known.world.dataset.documents)
    title = ways.commitment(row["commitment_id"], known.world)
    return f"{kind}:", title, Said("beside", (basis, source))
