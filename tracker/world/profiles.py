"""What is known of each pot beside its money: names, status, power, sources."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from tracker.dataset import dates
from tracker.dataset.dataset import Dataset
from tracker.dataset.once import once
from tracker.world import claims
from tracker.world.asof import World

# Tables whose rows cite a source for a commitment, and the column that names it.
SPOKEN = ("publisher", "carrier", "kind", "tier")  # what `documents` adds to a row of sources
CITING = {**claims.CLAIMS, "participants": "commitment_id"}


def profiles(world: World, cited: pd.DataFrame, today: date) -> pd.DataFrame:
    """One row per commitment of ``world``, indexed by ``commitment_id``.

    The columns of `World.commitments` and ``lead_name, home_country_code``,
    ``search_text`` (everything a search looks through, in lower case), ``sources`` (documents
    that speak of its pot or anything in it), ``unchecked_days`` (days since one was last read).
    ``cited`` is what `citations` gives for ``world``.
    """
    organisations = world.dataset.by_key("organisations")
    leads = [organisations.get(row["lead_organisation_id"], {}) for row in world.facts.values()]
    names = [lead.get("organisation_name") for lead in leads]
    seen: dict[str, list[str]] = {}
    for pot, day in zip(cited.index, cited["seen_date"], strict=True):
        seen.setdefault(pot, []).append(day)
    read = [seen[row["pot_id"]] for row in world.facts.values()]
    homes = [lead.get("hq_country_code") for lead in leads]
    return world.commitments.assign(
        lead_name=pd.array(names, dtype="str"),
        home_country_code=pd.array(homes, dtype="str"),
        search_text=pd.array(_search_texts(names, world), dtype="str"),
        sources=[len(days) for days in read],
        unchecked_days=[(today - dates.last_day(max(days))).days for days in read],
    )


def citations(world: World) -> pd.DataFrame:
    """The documents behind each pot, once each: as `documents` tells them, indexed by ``pot_id``.

    A document counts when a row known by the day of ``world`` cites it for the pot or a part.
    """
    pots = {name: row["pot_id"] for name, row in world.facts.items()}
    pairs = {(row["pot_id"], row["source_id"]): None for row in world.facts.values()}
    for table, subject in CITING.items():
        is_dated = table in claims.CLAIMS
        rows = world.dataset.rows(table)
        for row in claims.known(table, world.dataset, world.day) if is_dated else rows:
            if row[subject] in pots:
                pairs[pots[row[subject]], row["source_id"]] = None
    return _documents(pairs, world.dataset)


def _documents(pairs: Iterable[tuple[str, str]], dataset: Dataset) -> pd.DataFrame:
    """The rows of sources of each pot, by their publishers."""
    documents = dataset.documents
    known = [pair for pair in pairs if pair[1] in documents]
    known.sort(key=lambda pair: (pair[0], documents[pair[1]]["publisher"]))
    rows = _frame(dataset).iloc[[_places(dataset)[source] for _, source in known]]
    return rows.set_index(pd.Index([pot for pot, _ in known], name="pot_id", dtype="str"))


@once
def _frame(dataset: Dataset) -> pd.DataFrame:
    """The rows of sources with who speaks in each, and its tier."""
    told = {name: [row[name] for row in dataset.documents.values()] for name in SPOKEN}
    texts = {name: pd.array(values, dtype="str") for name, values in told.items()}
    return dataset["sources"].assign(**texts)


@once
def _places(dataset: Dataset) -> dict[str, int]:
    """Document -> its place in sources."""
    return {name: place for place, name in enumerate(dataset.documents)}


def _search_texts(leads: Sequence[str | None], world: World) -> list[str]:
    """Own words of each row, joined over its whole pot, so that a part is found with its pot."""
    words: dict[str, list[str]] = {}
    for row, lead in zip(world.facts.values(), leads, strict=True):
        own = f"{row['title']} {row['summary']} {lead or ''}"
        words.setdefault(row["pot_id"], []).append(own.lower())
    of_pot = {pot: " ".join(texts) for pot, texts in words.items()}
    return [of_pot[row["pot_id"]] for row in world.facts.values()]
