"""Frames as plain values, and their rows by a value."""

import math

import pandas as pd

from tracker.dataset.plain import parted, plain

FRAME = pd.DataFrame({"side": ["b", "a", "b"], "mw": [1, None, 3]}, index=[7, 8, 9])


def test_a_row_is_its_columns_and_what_is_missing_is_nan():
    first, second, _ = plain(FRAME)
    assert first == {"side": "b", "mw": 1.0}
    assert second["side"] == "a" and math.isnan(second["mw"])
    assert plain(FRAME[[]]) == [{}, {}, {}]


def test_rows_are_parted_in_the_order_in_which_their_values_appear():
    found = parted(FRAME, "side")
    assert {side: rows.index.tolist() for side, rows in found.items()} == {"b": [7, 9], "a": [8]}
    assert list(found) == ["b", "a"]
    assert parted(FRAME.iloc[:0], "side") == {}
