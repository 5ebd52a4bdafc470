"""The sites in sight as files: a table, and features with precision and licence."""

import json
from collections.abc import Hashable
from typing import Any

import pandas as pd

from tracker.counting.known import Known
from tracker.look.marks import Look
from tracker.views.sites.choosing import operators
from tracker.world import places

FACTS = ["site_name", "commitment_id", "country_code", "region", "district", "place"]
FACTS += ["location_precision", "radius_km", "location_basis", "campus_id", "part_of", "is_stock"]
FACTS += ["status", "status_date", "status_basis", "last_seen", "source_id"]
LICENCE = "CC-BY-4.0"


def as_download(rows: pd.DataFrame, known: Known, look: Look) -> pd.DataFrame:
    """``rows`` (with amounts) as figures for a file, with day, precision, licence and note.

    The amount is the ceiling of the commitment that stands on a site alone, in the first display
    currency.
    """
    powers = [f"{phase}_{part}" for phase in places.PHASES for part in ("mw", "basis", "qualifier")]
    documents = known.world.dataset["sources"].set_index("source_id")
    currency = look.rules.display_currencies[0].lower()
    kept = rows[[*FACTS, "latitude", "longitude", *powers]].assign(
        **{f"ceiling_{currency}": rows["amount"].round(2)},
        operator=operators(rows, known),
        source_publisher=documents["publisher"].reindex(rows["source_id"]).to_numpy(),
        source_url=documents["url"].reindex(rows["source_id"]).to_numpy(),
        as_of=known.world.day.isoformat(),
        data_version=known.world.dataset.package.descriptor["version"],
        license=LICENCE,
        boundary_note=look.words("sites.boundary"),
    )
    return kept.rename_axis("site_id").reset_index()


def file_name(rows: pd.DataFrame, every: pd.DataFrame, known: Known) -> str:
    """The name of a file without its ending: the day, and whether sites were left out."""
    part = "" if len(rows) == len(every) else f"-{len(rows)}-of-{len(every)}"
    return f"sites-{known.world.day.isoformat()}{part}"


def as_geojson(table: pd.DataFrame, rows: pd.DataFrame, look: Look) -> bytes:
    """``table`` (from `as_download`) as GeoJSON; a place that is not known has no geometry."""
    told = zip(table.to_dict("records"), rows["is_mapped"], strict=True)
    collection = {
        "type": "FeatureCollection",
        "license": LICENCE,
        "boundary_note": look.words("sites.boundary"),
        "features": [_feature(record, is_mapped) for record, is_mapped in told],
    }
    return json.dumps(collection, ensure_ascii=False, indent=1).encode("utf-8")


def _feature(record: dict[Hashable, Any], is_mapped: bool) -> dict[str, object]:
    """One site: all that its row of the table says but the note, which stands once for all."""
    geometry = None
    if is_mapped:
        place = [float(record["longitude"]), float(record["latitude"])]
        geometry = {"type": "Point", "coordinates": place}
    apart = {"latitude", "longitude", "boundary_note"}
    properties = {
        name: value for name, value in record.items() if name not in apart and pd.notna(value)
    }
    return {
        "type": "Feature",
        "id": record["site_id"],
        "geometry": geometry,
        "properties": properties,
    }
