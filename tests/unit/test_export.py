import io
import json

import pandas as pd
import pytest

from tests.siting import shown
from tracker.export.csv import csv_bytes
from tracker.export.geojson import geojson_bytes


@pytest.mark.parametrize("cell", ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_text_that_starts_a_formula_is_defused(cell):
    text = csv_bytes(pd.DataFrame({"name": [cell]})).decode()
    assert text.partition("\n")[2].strip('"').startswith("'")


def test_figures_stay_figures_and_missing_stays_empty():
    frame = pd.DataFrame({"value": [-1.5, None], "name": ["a", None]})
    assert csv_bytes(frame) == b"value,name\n-1.5,a\n,\n"


@pytest.mark.parametrize("dtype", ["bool", "boolean", "object"])
def test_yes_and_no_are_written_as_the_tables_have_them(dtype):
    frame = pd.DataFrame({"is_stock": pd.Series([True, False], dtype=dtype)})
    assert csv_bytes(frame) == b"is_stock\ntrue\nfalse\n"


def test_an_unknown_yes_or_no_stays_empty_beside_the_others():
    frame = pd.DataFrame({"is": pd.Series([True, None], dtype="boolean"), "n": [1, 0]})
    assert csv_bytes(frame) == b"is,n\ntrue,1\n,0\n"


def test_downloaded_sites_say_yes_and_no_as_the_table_of_sites_does(known_now, look):
    table, features = (one.content() for one in shown(known_now, look).downloads)
    table = pd.read_csv(io.BytesIO(table), dtype="str")
    features = json.loads(features)["features"]
    assert {*table["is_stock"]} == {"true", "false"}
    assert {one["properties"]["is_stock"] for one in features} == {True, False}


def test_places_are_features_with_what_is_known_of_them():
    frame = pd.DataFrame(
        {
            "name": ["a", "b"],
            "latitude": [47.5, None],
            "longitude": [-1.5, None],
            "power": [None, 20.0],
        }
    )
    told = json.loads(geojson_bytes(frame, {"license": "Free"}))
    assert {key: told[key] for key in ("type", "license")} == {
        "type": "FeatureCollection",
        "license": "Free",
    }
    place = {"type": "Point", "coordinates": [-1.5, 47.5]}
    assert told["features"] == [
        {"type": "Feature", "id": "a", "geometry": place, "properties": {"name": "a"}},
        {"type": "Feature", "id": "b", "geometry": None, "properties": {"name": "b", "power": 20}},
    ]
