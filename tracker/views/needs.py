"""Which tables each page is made of: those it cannot do without, and those it goes on without.

A page without one of the first stops with a notice. Of the second it says which it goes without.
"""

from dataclasses import dataclass

from tracker.dataset.dataset import Dataset

MONEY = ("commitments", "amounts", "statuses", "sources", "exchange_rates", "countries")
SPEAKERS = ("publishers",)  # without them documents are named by their keys, and have no tier
FIGURES = ("indicators", "grid", "grid_zones", "prices")
TIES = ("events", "event_links")  # between a leader and the money


@dataclass(frozen=True)
class Needs:
    """The tables of one page."""

    tables: tuple[str, ...]
    beside: tuple[str, ...] = ()


PAGES = {
    "overview": Needs(
        (*MONEY, *FIGURES, "capacities", "outputs", "sites", "assumptions", *TIES),
        ("organisations", "overlaps", *SPEAKERS),
    ),
    "leaderboard": Needs(
        MONEY,
        (
            *("organisations", "participants", "capacities", "outputs", "overlaps", "indicators"),
            *("searches", *SPEAKERS),
        ),
    ),
    "comparison": Needs(
        (*MONEY, *FIGURES, "capacities", "measures", "promises"),
        ("organisations", "overlaps", "conflicts", "assumptions", *SPEAKERS),
    ),
    "sites": Needs(
        (*MONEY, "sites", "capacities", "organisations"),
        ("overlaps", *SPEAKERS),
    ),
    "energy": Needs(
        (*MONEY, *FIGURES, "capacities", "sites", "assumptions", "measures"),
        SPEAKERS,
    ),
    "delivery": Needs(
        (*MONEY, "capacities", "sites", "tallies", "tally_lines", "promises"),
        ("overlaps", *SPEAKERS),
    ),
    "diplomacy": Needs(
        (
            *MONEY,
            *("organisations", "participants", "events", "event_people", "event_links", "terms"),
            *("promises", "measures", "adopters", "third_way", "grid"),
        ),
        ("overlaps", "prices", *SPEAKERS),
    ),
}


def lacking(dataset: Dataset, page: str) -> tuple[str, ...]:
    """The tables that ``page`` cannot do without and that cannot be read."""
    return tuple(name for name in PAGES[page].tables if name in dataset.unreadable)


def goes_without(dataset: Dataset, page: str) -> tuple[str, ...]:
    """The tables that ``page`` goes on without because they cannot be read."""
    return tuple(name for name in PAGES[page].beside if name in dataset.unreadable)
