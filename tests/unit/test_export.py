import io
import json
from datetime import date

import pandas as pd
import pytest

from tracker.counting import Scope
from tracker.export.csv import csv_bytes
from tracker.views.sites.choosing import EVERYWHERE, SIZES, SORTS, ChosenSites
from tracker.views.sites.page import site_view


@pytest.mark.parametrize("cell", ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)"])
def test_text_that_starts_a_formula_is_defused(cell):
    text = csv_bytes(pd.DataFrame({"name": [cell]})).decode()
    assert text.splitlines()[1].strip('"').startswith("'")


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
    day, scope = date(2026, 7, 1), Scope(None, (), None)
    chosen = ChosenSites(EVERYWHERE, SIZES[0], day, SORTS[0], scope, "", "")
    view = site_view(known_now, chosen, look)
    table = pd.read_csv(io.BytesIO(view.csv), dtype="str")
    features = json.loads(view.geojson)["features"]
    assert {*table["is_stock"]} == {"true", "false"}
    assert {one["properties"]["is_stock"] for one in features} == {True, False}
