"""What left and what shrank: commitments and sites that were lost, amounts that came down."""

from collections.abc import Mapping
from operator import itemgetter

import pandas as pd

from tracker.dataset import dates
from tracker.dataset.plain import Row
from tracker.world import places
from tracker.world.asof import World

LOST = ["title", "country_code", "status", "status_date", "status_rule", "status_basis"]
LOST += ["status_source_id", "kind", "replaced_by"]


def lost(world: World) -> pd.DataFrame:
    """Commitments and sites on a rung off the ladder, the newest first.

    Indexed by their id: ``title, country_code, status, status_date, status_rule, status_basis,
    status_source_id``, ``kind`` (commitment or site) and ``replaced_by`` (the commitment that has
    its place now, of a commitment that of its site; missing where none is known).
    """
    commitments, sites = _gone(world.facts, world), _gone(places.facts(world), world)
    heirs = _heirs(sites, world)
    of_sites: dict[str, str] = {}
    for name, heir in heirs.items():
        of_sites.setdefault(sites[name]["commitment_id"], heir)
    found: list[Row] = []
    for name, row in commitments.items():
        own = row["replaced_by"]
        heir = of_sites.get(name) if pd.isna(own) else own
        found.append({**row, "name": name, "kind": "commitment", "replaced_by": heir})
    for name, row in sites.items():
        told = {"name": name, "title": row["site_name"], "kind": "site"}
        found.append({**row, **told, "replaced_by": heirs.get(name)})
    found.sort(key=itemgetter("status_date"), reverse=True)
    return pd.DataFrame(found, columns=["name", *LOST]).set_index("name")


def _gone(rows: Mapping[str, Row], world: World) -> dict[str, Row]:
    rungs = world.rules.lost_rungs
    return {name: row for name, row in rows.items() if row["status"] in rungs}


def _heirs(gone: Mapping[str, Row], world: World) -> dict[str, str]:
    """Lost site -> the commitment of a living one in the same place, by the campus of both."""
    here: dict[str, str] = {}
    for row in places.facts(world).values():
        is_placed = isinstance(row["campus_id"], str) and isinstance(row["commitment_id"], str)
        if is_placed and row["status"] not in world.rules.lost_rungs:
            here.setdefault(row["campus_id"], row["commitment_id"])
    campuses = ((name, row["campus_id"]) for name, row in gone.items())
    return {name: here[campus] for name, campus in campuses if campus in here}


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
