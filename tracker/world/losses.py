"""What left and what shrank: commitments and sites that were lost, amounts that came down."""

import pandas as pd

from tracker.dataset import dates
from tracker.dataset.plain import Row
from tracker.world import places
from tracker.world.asof import World


def lost(world: World) -> pd.DataFrame:
    """Commitments and sites on a rung off the ladder, the newest first.

    Indexed by their id: ``title, country_code, status, status_date, status_rule, status_basis,
    status_source_id``, ``kind`` (commitment or site) and ``replaced_by`` (the commitment that has
    its place now, of a commitment that of its site; missing where none is known).
    """
    columns = ["title", "country_code", "status", "status_date", "status_rule", "status_basis"]
    columns += ["status_source_id"]
    commitments = world.commitments
    commitments = commitments[commitments["status"].isin(world.rules.lost_rungs)]
    sites = places.sites(world).rename(columns={"site_name": "title"})
    gone = sites[sites["status"].isin(world.rules.lost_rungs)]
    successors = _successors(gone, sites, world)
    of_sites = successors.groupby(gone["commitment_id"]).first()
    replaced = commitments["replaced_by"].where(
        commitments["replaced_by"].notna(), of_sites.reindex(commitments.index)
    )
    found = pd.concat(
        [
            commitments[columns].assign(kind="commitment", replaced_by=replaced),
            gone[columns].assign(kind="site", replaced_by=successors),
        ]
    )
    return found.sort_values("status_date", ascending=False, kind="stable")


def _successors(gone: pd.DataFrame, sites: pd.DataFrame, world: World) -> pd.Series:
    """The commitment of a living site in the same place, by the campus that both belong to."""
    live = sites[~sites["status"].isin(world.rules.lost_rungs) & sites["campus_id"].notna()]
    by_place = live.dropna(subset="commitment_id").groupby("campus_id")["commitment_id"].first()
    return gone["campus_id"].map(by_place)


def shrunk(world: World) -> pd.DataFrame:
    """Adopted amounts that came down, claim by claim: from, to, when and by whose word.

    Indexed by ``commitment_id``: ``title, country_code, currency, before, after`` (high ends in
    whole units), ``claim_date, source_id``. Claims in another currency are not compared.
    """
    newest: dict[tuple[str, str], Row] = {}
    found = []
    until = world.rules.evidence_until
    rows = [row for row in world.known_rows("amounts") if row["standing"] == "adopted"]
    for row in sorted(rows, key=lambda one: dates.known_from(one["claim_date"], until)):
        name = row["commitment_id"]
        before = newest.get((name, row["currency"]))
        newest[name, row["currency"]] = row
        if before and name in world.facts and row["amount_high"] < before["amount_high"]:
            about = {one: world.facts[name][one] for one in ("title", "country_code")}
            ends = {"before": before["amount_high"], "after": row["amount_high"]}
            found.append({"commitment_id": name, **row, **about, **ends})
    names = ["title", "country_code", "currency", "before", "after", "claim_date", "source_id"]
    return pd.DataFrame(found, columns=["commitment_id", *names]).set_index("commitment_id")
