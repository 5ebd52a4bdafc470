"""Documents with who speaks in them, and how far that may be relied on."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tracker.dataset.once import once
from tracker.dataset.plain import Row

if TYPE_CHECKING:
    from tracker.dataset.dataset import Dataset

Documents = Mapping[str, Row]


@once
def documents(dataset: "Dataset") -> Documents:
    """Every document by its identifier: the columns of sources and

    ``publisher``  the name of who speaks in it,
    ``carrier``    the name of who published it, where that is another (else None),
    ``kind``       what the one who speaks is,
    ``tier``       how far such documents may be relied on (evidence.yaml).
    """
    return {row["source_id"]: row for row in _described(dataset)}


def _described(dataset: "Dataset") -> Iterator[Row]:
    publishers, evidence = dataset.by_key("publishers"), dataset.rules.evidence
    for row in dataset.rows("sources"):
        own = publishers.get(row["publisher_id"], {})
        speaker = publishers.get(row["text_of"], own)
        name, kind = speaker.get("publisher_name", row["publisher_id"]), speaker.get("kind")
        yield {
            **row,
            "publisher": name,
            "carrier": None if speaker is own else own.get("publisher_name", row["publisher_id"]),
            "kind": kind,
            "tier": None if kind is None else evidence.tier_of(kind),
        }
