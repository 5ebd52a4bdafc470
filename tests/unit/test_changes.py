from datetime import date

from tests.building import in_memory
from tracker.views.overview.changes import newest
from tracker.world.asof import world

END = date(2026, 7, 1)


def said(look, day=END, **tables):
    rows = newest(world(in_memory(**tables), day), look, 3)
    return [tuple(row) for row in rows[["dated", "said", "source_ids"]].itertuples(index=False)]


def test_the_newest_claims_come_first_whatever_they_are_about(look):
    rows = {
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
    assert said(look, **rows) == [
        ("2026-06-01", "power planned: 700 MW", ["s", "t"]),
        ("2026-06", "status: ◔ MoU", ["s"]),
        ("2026-05-02", "amount: up to €5.0bn", ["s"]),
    ]
    assert [row[0] for row in said(look, date(2026, 5, 15), **rows)] == ["2026-05-02"]


def test_nothing_known_is_no_news(look):
    assert said(look) == []
