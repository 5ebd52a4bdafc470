from datetime import date

import pytest

from ui.address import Choice

LENS = Choice("lens", "signed", ("ceiling", "signed"))
CATEGORY = Choice("category", ("cloud",), ("cloud", "chips"))
DAY = Choice("as_of", date(2026, 7, 1), first=date(2019, 1, 1), last=date(2026, 7, 1))
TEXT = Choice("q", "")
SUM = Choice("sum", default=False)
LOAD = Choice("load_factor", None, least=0.01, most=1)


@pytest.mark.parametrize(
    ("choice", "written", "value"),
    [
        (LENS, ["ceiling"], "ceiling"),
        (LENS, ["ceiling", "signed"], "signed"),
        (LENS, ["gold"], None),
        (LENS, [""], None),
        (CATEGORY, ["chips", "cloud", "chips"], ("chips", "cloud")),
        (CATEGORY, [""], ()),
        (CATEGORY, ["chips", "castle"], None),
        (DAY, ["2025-02-11"], date(2025, 2, 11)),
        (DAY, ["2025-02-31"], None),
        (DAY, ["20250211"], None),
        (DAY, ["2030-01-01"], None),
        (DAY, ["2001-01-01"], None),
        (SUM, ["yes"], True),
        (SUM, ["no"], False),
        (SUM, ["1"], None),
        (LOAD, ["0.6"], 0.6),
        (LOAD, ["1"], 1.0),
        (LOAD, ["1.01"], None),
        (LOAD, ["0"], None),
        (LOAD, ["-0.5"], None),
        (LOAD, ["NaN"], None),
        (LOAD, ["inf"], None),
        (LOAD, ["1e-1"], None),
        (LOAD, ["0,6"], None),
        (LOAD, [""], None),
        (TEXT, ["<script>"], "<script>"),
        (TEXT, ["x" * 101], None),
    ],
)
def test_an_address_is_read_or_refused(choice, written, value):
    assert choice.read(written) == value


@pytest.mark.parametrize(
    ("choice", "value", "written"),
    [
        (LENS, "signed", []),
        (LENS, "ceiling", ["ceiling"]),
        (CATEGORY, ("cloud",), []),
        (CATEGORY, (), [""]),
        (CATEGORY, ("cloud", "chips"), ["cloud", "chips"]),
        (DAY, date(2025, 2, 11), ["2025-02-11"]),
        (SUM, False, []),
        (SUM, True, ["yes"]),
        (LOAD, None, []),
        (LOAD, 0.6, ["0.6"]),
        (LOAD, 0.1 + 0.2, ["0.3"]),
    ],
)
def test_only_what_is_unusual_goes_into_the_address(choice, value, written):
    assert choice.write(value) == written
    if written and choice is not LOAD:
        assert choice.read(written) == value
