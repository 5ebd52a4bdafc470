from datetime import date

from tests.building import in_memory
from tracker.look.html import html
from tracker.views.overview.changes import SAYINGS, changes
from tracker.world.asof import world
from tracker.world.changes import newest

END = date(2026, 7, 1)
ROWS = {
    "commitments": [{"commitment_id": "a"}],
    "amounts": [
        {"commitment_id": "a", "amount_high": 5 * 10**9, "qualifier": "up_to",
         "claim_date": "2026-05-02"},
        {"commitment_id": "a", "amount_high": 9 * 10**9, "standing": "rival",
         "claim_date": "2026-06-30"},
    ],
    "capacities": [
        {"subject_id": "a", "capacity_mw": 700, "claim_date": "2026-06-01"},
        {"subject_id": "a", "capacity_mw": 700, "claim_date": "2026-06-01", "source_id": "t"},
    ],
    "statuses": [{"subject_id": "a", "status": "mou", "status_date": "2026-06"}],
}  # fmt: skip


def found(day=END, count=3, **tables):
    return newest(world(in_memory(**tables), day), count)


def test_the_newest_claims_come_first_whatever_they_are_about():
    rows = found(**ROWS)
    assert rows["dated"].tolist() == ["2026-06-01", "2026-06", "2026-05-02"]
    assert rows["table"].tolist() == ["capacities", "statuses", "amounts"]
    assert rows["source_ids"].tolist() == [["s", "t"], ["s"], ["s"]]
    assert (rows["capacity_mw"].iloc[0], rows["status"].iloc[1]) == (700, "mou")
    assert rows["amount_high"].iloc[2] == 5 * 10**9
    assert found(count=1, **ROWS)["dated"].tolist() == ["2026-06-01"]


def test_an_earlier_day_has_its_own_news():
    assert found(date(2026, 5, 15), **ROWS)["dated"].tolist() == ["2026-05-02"]


def test_two_figures_of_one_day_are_two_claims():
    rows = [{"subject_id": "a", "capacity_mw": mw, "claim_date": "2026-06-01"} for mw in (7, 8)]
    both = found(**{**ROWS, "capacities": rows})
    assert both["capacity_mw"].iloc[:2].tolist() == [7, 8]


def test_claims_are_told_in_words(look):
    said = [SAYINGS[row["table"]](row, look) for _, row in found(**ROWS).iterrows()]
    assert said == ["power planned: 700 MW", "status: ◔ on paper", "amount: up to €5.0bn"]
    section = changes(world(in_memory(**ROWS), END), look)
    assert section.heading == "What changed lately"
    assert "power planned: 700 MW" in html(section.blocks[0], look)


def test_nothing_known_is_no_news(look):
    assert found().empty
    assert not changes(world(in_memory(), END), look).blocks
