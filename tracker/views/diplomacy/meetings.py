"""The events: what they were, who was there, and what a source ties to them."""

from html import escape

import pandas as pd

from tracker.counting.known import Known
from tracker.look import addresses, cells
from tracker.look.folds import bullets, folded
from tracker.look.marks import Look
from tracker.look.showing import Section, section, stacked, under
from tracker.world.events import events, links


def meetings(known: Known, look: Look) -> Section:
    """Every event with who was there, what a source ties to it, and its document."""
    found, tied = events(known.world), links(known.world)
    found = found[found["country_code"].isin(known.world.dataset.compared)]
    people = known.world.dataset["event_people"]
    rows = [_event(str(name), row, people, tied, known, look) for name, row in found.iterrows()]
    markup = ["event", "people", "ties", "source"]
    body = stacked(rows[::-1], "meetings", look, "diplomacy.meetings", markup=markup)
    without = len(found) - found.index.isin(tied["event_id"]).sum()
    heading = look.words("diplomacy.meetings.heading", count=len(found), without=int(without))
    body = folded(look.words("diplomacy.meetings.title", count=len(found)), body)
    note = look.words("diplomacy.meetings.note")
    return section("meetings", heading, look, body, note, "diplomacy")


def _event(
    name: str,
    row: pd.Series,
    people: pd.DataFrame,
    tied: pd.DataFrame,
    known: Known,
    look: Look,
) -> dict[str, str]:
    documents = known.world.dataset.documents
    kind = look.words.term("event_kind", row["kind"])
    place = row["place"] if isinstance(row["place"], str) else None
    told = ", ".join(part for part in (look.formats.country(row["country_code"]), place) if part)
    return {
        "dated": look.formats.day(row["event_date"]),
        "event": under(row["title"], f"{kind}, {told}", row["summary"], row["note"]),
        "people": _people(people[people["event_id"] == name], known),
        "ties": _links(tied[tied["event_id"] == name], known, look),
        "source": cells.links([row["source_id"]], documents),
    }


def _people(rows: pd.DataFrame, known: Known) -> str:
    organisations = known.world.dataset["organisations"].set_index("organisation_id")
    names = []
    for _, row in rows.iterrows():
        of = organisations["organisation_name"].get(row["organisation_id"])
        person = row["person_name"] if isinstance(row["person_name"], str) else ""
        of_whom = of if isinstance(of, str) else ""
        names.append(f"{person} ({of_whom})" if person and of_whom else person or of_whom)
    return f'<div class="cc-m">{escape(", ".join(names))}</div>'


def _links(rows: pd.DataFrame, known: Known, look: Look) -> str:
    documents, items = known.world.dataset.documents, []
    for _, row in rows.iterrows():
        kind = look.words.term("link", row["link"])
        basis = "" if row["basis"] == "reported" else look.words("diplomacy.meetings.by_research")
        source = cells.links([row["source_id"]], documents)
        title = addresses.commitment(row["commitment_id"], known.world)
        aside = f'<span class="cc-m">{escape(basis)} {source}</span>'
        items.append(f"{escape(kind)}: {title} {aside}")
    return bullets(items) or "–"
