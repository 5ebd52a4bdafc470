"""The sites in sight as files: a table, and features with precision and licence."""

import json

import pandas as pd

from tracker import places
from tracker.known import Known
from tracker.marks import Look
from tracker.siting.choosing import operators

FACTS = ["site_name", "commitment_id", "country_code", "region", "district", "place"]
FACTS += ["location_precision", "radius_km", "location_basis", "campus_id", "part_of"]
FACTS += ["status", "status_date", "status_basis", "last_seen", "source_id"]
LICENCE = "CC-BY-4.0"


def as_download(rows: pd.DataFrame, known: Known, look: Look) -> pd.DataFrame:
    """``rows`` (from `places.sites`) as figures for a file, with precision, licence and note."""
    powers = [f"{phase}_{part}" for phase in places.PHASES for part in ("mw", "basis", "qualifier")]
    kept = rows[[*FACTS, "latitude", "longitude", *powers]]
    told = {"license": LICENCE, "boundary_note": look.words("sites.boundary")}
    kept = kept.assign(operator=operators(rows, known), **told)
    return kept.rename_axis("site_id").reset_index()


def as_geojson(rows: pd.DataFrame, look: Look) -> bytes:
    """``rows`` as GeoJSON; a place that is not known has no geometry. States licence and note."""
    features = [_feature(str(site), row) for site, row in rows.iterrows()]
    collection = {
        "type": "FeatureCollection",
        "license": LICENCE,
        "boundary_note": look.words("sites.boundary"),
        "features": features,
    }
    return json.dumps(collection, ensure_ascii=False, indent=1).encode("utf-8")


def _feature(site: str, row: pd.Series) -> dict[str, object]:
    geometry = None
    if row["is_mapped"]:
        place = [float(row["longitude"]), float(row["latitude"])]
        geometry = {"type": "Point", "coordinates": place}
    numbers = [f"{phase}_mw" for phase in places.PHASES] + ["radius_km"]
    told: dict[str, object] = {name: row[name] for name in FACTS if isinstance(row[name], str)}
    told |= {name: float(row[name]) for name in numbers if pd.notna(row[name])}
    properties = {"site_id": site, **told, "license": LICENCE}
    return {"type": "Feature", "id": site, "geometry": geometry, "properties": properties}
