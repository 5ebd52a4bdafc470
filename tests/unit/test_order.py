"""The order of rows in a file never matters."""

import random

import pytest

from tests.building import DATA, build
from tests.shrinking import shrunk
from tests.viewing import VIEWS, seen
from tracker import load
from tracker.dataset.schema import read_package
from tracker.world.asof import world

TABLES = sorted(read_package(DATA).tables)


def reordered(folder, how):
    for table in read_package(folder).tables.values():
        header, *rows = (folder / table.path).read_text(encoding="utf-8").splitlines()
        how(rows)
        (folder / table.path).write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return folder


@pytest.mark.parametrize("how", [list.reverse, random.Random(7).shuffle, random.Random(8).shuffle])
def test_every_page_is_the_same_whatever_the_order_of_rows(tmp_path, look, how):
    before = load(shrunk(tmp_path / "before" / "data"), strict=True)
    after = load(reordered(shrunk(tmp_path / "after" / "data"), how), strict=True)
    for name in TABLES:
        assert after[name].reset_index(drop=True).equals(before[name].reset_index(drop=True)), name
    assert not after["amounts"].index.equals(before["amounts"].index)
    for page in VIEWS:
        assert seen(after, look, page) == seen(before, look, page), page


LAID = [
    {"subject_id": "pot", "status": "announced", "status_date": "2026-02-21"},
    {"subject_id": "pot", "status": "signed", "rule": "foundation_stone", "basis": "inferred",
     "status_date": "2026-02-21"},
]  # fmt: skip


@pytest.mark.parametrize("rows", [LAID, LAID[::-1]])
def test_of_two_statuses_of_one_day_the_further_rung_holds(folder, rows):
    data = load(build(folder, commitments=[{"commitment_id": "pot"}], statuses=rows), strict=True)
    now = world(data, data.rules.evidence_until)
    assert now.commitments.at["pot", "status"] == "signed"


DATED = [
    {"commitment_id": "pot", "amount_high": 3_000_000, "claim_date": "2026-07"},
    {"commitment_id": "pot", "amount_high": 5_000_000, "claim_date": "2026-07-01"},
]


@pytest.mark.parametrize("rows", [DATED, DATED[::-1]])
def test_of_two_claims_known_from_one_day_the_more_exactly_dated_holds(folder, rows):
    data = load(build(folder, commitments=[{"commitment_id": "pot"}], amounts=rows), strict=True)
    now = world(data, data.rules.evidence_until)
    assert now.commitments.at["pot", "amount_high"] == 5_000_000
