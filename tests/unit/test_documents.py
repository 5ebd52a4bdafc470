"""Documents with who speaks in them: the publisher, or the one whose text it carries."""

from tests.building import in_memory
from tracker.dataset.documents import documents
from tracker.dataset.faults import Fault
from tracker.world.profiles import citations

SPEAKERS = [
    {"publisher_id": "paper", "publisher_name": "Paper", "kind": "newspaper"},
    {"publisher_id": "firm", "publisher_name": "Firm", "kind": "company"},
    {"publisher_id": "diary", "publisher_name": "Diary", "kind": "blog"},
]
SOURCES = [
    {"source_id": "own", "publisher_id": "paper"},
    {"source_id": "release", "publisher_id": "paper", "text_of": "firm"},
    {"source_id": "itself", "publisher_id": "firm", "text_of": "firm"},
    {"source_id": "copy", "publisher_id": "firm", "text_of": "diary"},
]
SAID = ("publisher", "carrier", "kind", "tier")


def told(dataset, name):
    return tuple(documents(dataset)[name][column] for column in SAID)


def test_who_speaks_in_a_document_decides_its_tier_and_not_who_carries_it():
    dataset = in_memory(sources=SOURCES, publishers=SPEAKERS)
    assert told(dataset, "own") == ("Paper", None, "newspaper", "newsroom")
    assert told(dataset, "release") == ("Firm", "Paper", "company", "own_words")
    assert told(dataset, "itself") == ("Firm", None, "company", "own_words")
    assert told(dataset, "copy") == ("Diary", "Firm", "blog", "repeated")


def test_a_document_keeps_the_columns_of_its_row_and_every_row_is_one():
    dataset = in_memory(sources=SOURCES, publishers=SPEAKERS)
    found = dataset.documents
    assert {*found} == {"own", "release", "itself", "copy", "s"}
    assert found["release"]["text_of"] == "firm" and found["release"]["seen_date"] == "2026-06-30"


def test_without_publishers_a_document_has_its_key_for_a_name_and_no_tier():
    whole = in_memory(sources=SOURCES, publishers=SPEAKERS)
    lines = whole["publishers"].index
    lacking = whole.without(
        [
            Fault("publishers", int(line), "kind", "is wrong", "data/publishers.csv")
            for line in lines
        ]
    )
    assert told(lacking, "own") == ("paper", None, None, None)
    assert told(lacking, "release") == ("paper", None, None, None)


def test_a_carrier_that_nobody_describes_is_named_by_its_key():
    whole = in_memory(sources=SOURCES, publishers=SPEAKERS)
    line = int(whole["publishers"].query("publisher_id == 'paper'").index[0])
    lacking = whole.without([Fault("publishers", line, "kind", "is wrong", "data/publishers.csv")])
    assert told(lacking, "release") == ("Firm", "paper", "company", "own_words")


def test_what_is_cited_for_a_pot_says_who_speaks(known_now):
    cited = citations(known_now.world)
    every = known_now.world.dataset.documents
    assert len(cited) > 100
    for row in cited[["source_id", *SAID]].fillna("").itertuples(index=False):
        assert tuple(every[row.source_id][name] or "" for name in SAID) == tuple(row)[1:]
