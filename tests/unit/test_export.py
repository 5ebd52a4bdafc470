import pandas as pd
import pytest

from tracker.export.csv import csv_bytes


@pytest.mark.parametrize("cell", ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)"])
def test_text_that_starts_a_formula_is_defused(cell):
    text = csv_bytes(pd.DataFrame({"name": [cell]})).decode()
    assert text.splitlines()[1].strip('"').startswith("'")


def test_figures_stay_figures_and_missing_stays_empty():
    frame = pd.DataFrame({"value": [-1.5, None], "name": ["a", None]})
    assert csv_bytes(frame) == b"value,name\n-1.5,a\n,\n"
