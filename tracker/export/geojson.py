"""Frames of places as GeoJSON."""

import json
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd


def geojson_bytes(frame: pd.DataFrame, about: Mapping[str, str]) -> bytes:
    """A feature per row of ``frame``, called by its first column, with all that is not missing.

    ``frame`` has ``latitude`` and ``longitude`` in degrees; a place that is not known has no
    geometry. What is ``about`` them all stands once, above them.
    """
    features = [_feature(record, frame.columns[0]) for record in frame.to_dict("records")]
    collection = {"type": "FeatureCollection", **about, "features": features}
    return json.dumps(collection, ensure_ascii=False, indent=1).encode("utf-8")


def _feature(record: dict[Hashable, Any], key: str) -> dict[str, object]:
    place = [record.pop(name) for name in ("longitude", "latitude")]
    properties = {name: value for name, value in record.items() if pd.notna(value)}
    geometry = None
    if pd.notna(place[0]):
        geometry = {"type": "Point", "coordinates": [*map(float, place)]}
    return {"type": "Feature", "id": record[key], "geometry": geometry, "properties": properties}
