"""What is known of each pot beside its money: names, status, power, sources."""

from datetime import date

import pandas as pd

from tracker.dataset import dates
from tracker.world import claims
from tracker.world.asof import World

# Tables whose rows cite a source for a commitment, and the column that names it.
CITING = {**claims.CLAIMS, "participants": "commitment_id"}


def profiles(world: World, cited: pd.DataFrame, today: date) -> pd.DataFrame:
    """One row per commitment of ``world``, indexed by ``commitment_id``.

    The columns of `World.commitments` and ``lead_name, home_country_code``,
    ``search_text`` (everything a search looks through, in lower case), ``sources`` (documents
    that speak of its pot or anything in it), ``unchecked_days`` (days since one was last read).
    ``cited`` is what `citations` gives for ``world``.
    """
    rows = world.commitments
    organisations = world.dataset["organisations"].set_index("organisation_id")
    lead = rows["lead_organisation_id"]
    rows = rows.assign(
        lead_name=lead.map(organisations["organisation_name"]),
        home_country_code=lead.map(organisations["hq_country_code"]),
    )
    newest = cited.groupby("pot_id")["seen_date"].max()
    return rows.assign(
        search_text=_search_text(rows),
        sources=rows["pot_id"].map(cited.groupby("pot_id").size()),
        unchecked_days=rows["pot_id"]
        .map(newest)
        .map(lambda day: (today - dates.last_day(day)).days),
    )


def citations(world: World) -> pd.DataFrame:
    """The documents behind each pot, once each: the columns of sources, indexed by ``pot_id``.

    A document counts when a row known by the day of ``world`` cites it for the pot or a part.
    """
    rows = world.commitments
    found = [pd.DataFrame({"subject_id": rows.index, "source_id": rows["source_id"]})]
    for table, subject in CITING.items():
        said = world.known(table) if table in claims.CLAIMS else world.dataset[table]
        found.append(said.rename(columns={subject: "subject_id"})[["subject_id", "source_id"]])
    every = pd.concat(found, ignore_index=True)
    pots = every["subject_id"].map(rows["pot_id"])
    pairs = every.assign(pot_id=pots)[["pot_id", "source_id"]].dropna().drop_duplicates()
    documents = pairs.merge(world.dataset["sources"], on="source_id")
    return documents.sort_values(["pot_id", "publisher"]).set_index("pot_id")


def _search_text(rows: pd.DataFrame) -> pd.Series:
    """Own words of each row, joined over its whole pot, so that a part is found with its pot."""
    own = rows["title"] + " " + rows["summary"] + " " + rows["lead_name"].astype("str").fillna("")
    words = own.str.lower().groupby(rows["pot_id"]).agg(" ".join)
    return rows["pot_id"].map(words).astype("str")
