"""Rules across columns, rows and tables; what one table can know of itself is in its schema."""

from collections.abc import Callable, Iterator

from tracker.dataset.checks import (
    alike,
    claims,
    diplomacy,
    expected,
    national,
    plausible,
    power,
    references,
    siting,
    wholes,
)
from tracker.dataset.dataset import Dataset
from tracker.dataset.faults import Cost, DataError, Fault
from tracker.dataset.package_shape import PACKAGE

Check = Callable[[Dataset], Iterator[Fault]]
Stage = tuple[tuple[Check, tuple[str, ...]], ...]

EVERY = "every"  # for a check that needs all tables

# Each check, and the tables without which it has nothing to say; of another table that cannot be
# read it sees no row.
STRUCTURE: Stage = (
    (references.references, ()),
    (references.cycles, ()),
    (references.live_rivals, ()),
    (references.codes, ()),
    (references.hosts, ("countries",)),
    (references.status_rules, ()),
    (claims.order_of_ends, ()),
    (claims.after_announcement, ()),
    (claims.pots_have_a_status, ("statuses",)),
    (claims.missing_amounts, ("amounts",)),
    (claims.low_ends, ()),
    (claims.one_claim_a_day, ()),
    (diplomacy.leaders_in_office, ()),
    (diplomacy.events_end_after_they_began, ()),
    (expected.rows_named_by_settings, ("countries",)),
    (expected.assumptions, ("assumptions", "countries")),
    (national.described, ()),
    (national.one_adopted_reading, ()),
    (national.outcomes, ()),
    (national.readings_differ, ()),
    (plausible.days_to_come, ()),
    (plausible.figures_like_their_words, ()),
    (plausible.usual_sizes, ()),
    (plausible.usual_figures, ()),
    (power.assumption_ends, ()),
    (power.one_assumption_each, ()),
    (power.price_ends, ()),
    (siting.places, ()),
    (siting.within_their_country, ()),
    (siting.one_point_one_group, ()),
    (siting.names_of_their_own, ()),
    (wholes.parts_not_older, ()),
    (wholes.power_of_parts_fits, ()),
    (wholes.ranges_have_a_floor, ()),
)
WORDS: Stage = (
    (references.cited_sources, (EVERY,)),
    (expected.no_fewer_rows, ()),
    (alike.near_duplicates, ()),
)


def withhold(dataset: Dataset, stage: Stage) -> Dataset:
    """The data without the rows that break a rule of ``stage``, nor those that hang on one.

    Raises DataError, which names the check, where one finds no column or type that it asks for.
    """
    while found := {*_found(stage, dataset)} - {*dataset.faults}:
        dataset = dataset.without(found)
    return dataset


def _found(stage: Stage, dataset: Dataset) -> Iterator[Fault]:
    lost = dataset.unreadable
    for check, tables in stage:
        if not lost.intersection(tables) and not (EVERY in tables and lost):
            try:
                yield from check(dataset)
            except (KeyError, TypeError) as error:
                problem = f"describes other columns than the check {check.__name__} knows"
                told = f"{problem} ({type(error).__name__}: {error})"
                fault = Fault(PACKAGE, 0, "", told, PACKAGE, Cost.FILE)
                raise DataError([*dataset.faults, fault]) from error
