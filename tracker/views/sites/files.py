"""The sites in sight as files: a table, and features with precision and licence."""

from functools import partial

import pandas as pd

from tracker.counting.known import Known
from tracker.export.csv import csv_bytes
from tracker.export.geojson import geojson_bytes
from tracker.look.look import Look
from tracker.look.view import Download

FACTS = ["site_name", "commitment_id", "country_code", "region", "district", "place"]
FACTS += ["location_precision", "radius_km", "location_basis", "campus_id", "part_of", "is_stock"]
FACTS += ["status", "status_date", "status_basis", "last_seen", "source_id"]
LICENCE = "CC-BY-4.0"
BOUNDARY = "boundary_note"  # stands once in a file of features, and in each row of a table


def downloads(
    rows: pd.DataFrame, every: pd.DataFrame, known: Known, look: Look
) -> tuple[Download, ...]:
    """``rows`` of ``every`` site as two files; none where there are no rows."""
    if rows.empty:
        return ()
    part = "" if len(rows) == len(every) else f"-{len(rows)}-of-{len(every)}"
    name, count = f"sites-{known.world.day.isoformat()}{part}", len(rows)
    table, features = partial(as_csv, rows, known, look), partial(as_geojson, rows, known, look)
    words, kind = look.words, "application/geo+json"
    return (
        Download(words("sites.download_csv", count=count), f"{name}.csv", "text/csv", table),
        Download(words("sites.download_geojson", count=count), f"{name}.geojson", kind, features),
    )


def as_csv(rows: pd.DataFrame, known: Known, look: Look) -> bytes:
    """``rows`` as a table, each with the note on borders."""
    return csv_bytes(_figures(rows, known).assign(**{BOUNDARY: look.words("sites.boundary")}))


def as_geojson(rows: pd.DataFrame, known: Known, look: Look) -> bytes:
    """``rows`` as features under the note on borders."""
    about = {"license": LICENCE, BOUNDARY: look.words("sites.boundary")}
    return geojson_bytes(_figures(rows, known), about)


def _figures(rows: pd.DataFrame, known: Known) -> pd.DataFrame:
    """What is known of each site, with the document, the day, the version and the licence.

    The amount is the ceiling of the commitment that stands on a site alone, in the first display
    currency.
    """
    world = known.world
    powers = [f"{phase}_{part}" for phase in world.phases for part in ("mw", "basis", "qualifier")]
    documents = [world.dataset.documents.get(name, {}) for name in rows["source_id"]]
    cited = {name: [one.get(name) for one in documents] for name in ("publisher", "tier", "url")}
    currency = world.rules.display_currencies[0].lower()
    kept = rows[[*FACTS, "latitude", "longitude", *powers]].assign(
        **{f"{world.rules.widest_lens}_{currency}": rows["amount"].round(2)},
        operator=rows["operator"],
        **{f"source_{name}": pd.array(values, dtype="str") for name, values in cited.items()},
        as_of=world.day.isoformat(),
        data_version=world.dataset.package.descriptor["version"],
        license=LICENCE,
    )
    return kept.rename_axis("site_id").reset_index()
