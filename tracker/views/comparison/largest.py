"""The largest commitments of each country, all bars on one scale, with what sources say."""

from collections.abc import Iterator

import pandas as pd

from tracker.counting import largest as counted
from tracker.counting.known import Known
from tracker.look import bars, links
from tracker.look.elements import Part, Said
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.view import Block, Section
from tracker.views.shared.sections import columns, section
from tracker.world.readings import readings

LARGEST = 5
MONEY = ("concrete", "widest")


def largest(known: Known, currency: str, look: Look) -> Section:
    """The largest commitments of each country, all bars on one scale, with what sources say."""
    found = counted.largest(known, currency, LARGEST)
    told = [
        look.words(
            "comparison.largest.part",
            country=look.formats.country(code),
            share=look.formats.share(one.share),
        )
        for code, one in found.items()
    ]
    heading = look.words("comparison.largest.heading", count=LARGEST, told=look.joined(told))
    blocks = _blocks(found, known, currency, look)
    return section("comparison", "largest", heading, look, *blocks)


def _blocks(
    found: dict[str, counted.Largest], known: Known, currency: str, look: Look
) -> Iterator[Block]:
    said, titles = readings(known.world), known.profiles["title"]
    longest = max((one.longest for one in found.values()), default=0.0)
    names, kinds = ("name", "bar", *MONEY, "said"), dict.fromkeys(MONEY, ("money", currency))
    shown = columns("comparison.largest", names, look, right=MONEY, kinds=kinds)
    for code, one in found.items():
        rows = [
            {
                "name": titles[str(pot)],
                "bar": bars.by_mark(row, longest, currency, look),
                **{name: row[name] for name in MONEY},
                "said": _spread(str(pot), said, known, look),
            }
            for pot, row in zip(one.rows.index, one.rows.to_dict("records"), strict=True)
        ]
        yield Said("heading", look.formats.country(code))
        yield table(f"largest-{code}", rows, shown)


def _spread(commitment_id: str, said: pd.DataFrame, known: Known, look: Look) -> Part:
    """What documents say of an amount, as a range where they differ, with a link to each."""
    if commitment_id not in said.index:
        return look.words("comparison.largest.parts_only")
    row = said.loc[[commitment_id]].iloc[0]
    text = look.formats.money_range(row["low"], row["high"], row["currency"])
    return text, Said("beside", links.links(row["source_ids"], known.world.dataset.documents))
