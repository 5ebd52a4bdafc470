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
