"""Which documents state an amount, and the tier of the best of them."""

from datetime import date

import pytest

from tests.building import in_memory
from tracker.counting.known import known_on
from tracker.world.amounts import best_tier, documents
from tracker.world.asof import world

END = date(2026, 7, 1)
SPEAKERS = {"law": "government", "firm": "company", "daily": "newspaper", "echo": "blog"}
PUBLISHERS = [
    {"publisher_id": name, "publisher_name": name, "kind": kind} for name, kind in SPEAKERS.items()
]
SOURCES = [{"source_id": f"{name}-1", "publisher_id": name} for name in SPEAKERS]
SOURCES += [{"source_id": "release", "publisher_id": "daily", "text_of": "firm"}]
POT = {"commitment_id": "pot", "announced_date": "2025-01-01"}


def made(*amounts):
    claims = [{"commitment_id": "pot", "amount_high": 10, **amount} for amount in amounts]
    return in_memory(commitments=[POT], amounts=claims, sources=SOURCES, publishers=PUBLISHERS)


def stating(dataset, day=END):
    """The documents behind the first row of amounts."""
    return documents([dataset.rows("amounts")[0]], dataset, day)[0]


def test_every_document_of_the_same_sum_states_it_whatever_its_day():
    dataset = made(
        {"source_id": "law-1", "claim_date": "2025-03-01"},
        {"source_id": "echo-1", "claim_date": "2025-01-01"},
        {"source_id": "daily-1", "claim_date": "2025-02-01"},
    )
    assert stating(dataset) == {"law-1", "echo-1", "daily-1"}
    assert stating(dataset, date(2025, 2, 1)) == {"echo-1", "daily-1"}


@pytest.mark.parametrize(
    "other",
    [
        {"amount_high": 11},
        {"amount_high": 10, "amount_low": 9},
        {"currency": "USD"},
        {"standing": "rival"},
        {"claim_date": "2026-07-02"},
    ],
)
def test_another_sum_a_rival_reading_or_a_later_claim_is_not_the_same(other):
    assert stating(made({"source_id": "echo-1"}, {"source_id": "law-1", **other})) == {"echo-1"}


def test_the_same_sum_of_another_commitment_is_not_the_same():
    dataset = in_memory(
        commitments=[POT, {**POT, "commitment_id": "twin"}],
        amounts=[
            {"commitment_id": name, "amount_high": 10, "source_id": source}
            for name, source in (("pot", "echo-1"), ("twin", "law-1"))
        ],
        sources=SOURCES,
        publishers=PUBLISHERS,
    )
    assert stating(dataset) == {"echo-1"}


def test_an_amount_without_a_low_end_is_stated_by_those_without_one_too():
    ends = {"qualifier": "up_to"}
    dataset = made({"source_id": "echo-1", **ends}, {"source_id": "law-1", **ends})
    assert stating(dataset) == {"echo-1", "law-1"}


def test_no_row_has_no_documents_and_nothing_has_no_tier():
    dataset = made({"source_id": "law-1"})
    assert documents([{}, dataset.rows("amounts")[0]], dataset, END) == [set(), {"law-1"}]
    assert best_tier([], dataset) is None and best_tier(["nobody-knows"], dataset) is None


@pytest.mark.parametrize(
    ("names", "tier"),
    [
        (("echo-1", "daily-1", "law-1"), "official"),
        (("echo-1", "daily-1"), "newsroom"),
        (("echo-1",), "repeated"),
        (("echo-1", "release"), "own_words"),
    ],
)
def test_the_best_document_gives_a_commitment_its_tier(names, tier):
    dataset = made(*({"source_id": name} for name in names))
    assert best_tier(names, dataset) == tier
    assert world(dataset, END).facts["pot"]["amount_tier"] == tier


def test_the_tier_is_that_of_the_day():
    rows = (
        {"source_id": "echo-1", "claim_date": "2025-01-01"},
        {
            "source_id": "law-1",
            "claim_date": "2026-01-01",
        },
    )
    dataset = made(*rows)
    assert world(dataset, date(2025, 12, 31)).facts["pot"]["amount_tier"] == "repeated"
    assert known_on(dataset, END, END).world.facts["pot"]["amount_tier"] == "official"
