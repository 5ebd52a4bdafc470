"""Rules across columns, rows and tables; what one table can know of itself is in its schema."""

from collections.abc import Callable, Iterator

from tracker.checks import claims, diplomacy, national, power, references, siting, sums
from tracker.dataset import Dataset
from tracker.faults import Fault

Check = Callable[[Dataset], Iterator[Fault]]

STRUCTURE: tuple[Check, ...] = (
    references.references,
    references.cycles,
    references.live_rivals,
    references.cited_sources,
    references.codes,
    references.status_rules,
    claims.order_of_ends,
    claims.after_announcement,
    claims.pots_have_a_status,
    claims.missing_amounts,
    claims.low_ends,
    claims.one_amount_a_day,
    diplomacy.leaders_in_office,
    diplomacy.events_end_after_they_began,
    national.described,
    national.one_adopted_reading,
    national.outcomes,
    national.readings_differ,
    power.assumption_ends,
    power.one_assumption_each,
    power.price_ends,
    siting.places,
    siting.within_their_country,
    siting.one_point_one_group,
    siting.names_of_their_own,
    sums.rates_at_hand,
)
MONEY: tuple[Check, ...] = (sums.parts_fit_their_pot, sums.overlaps_fit)


def withhold(dataset: Dataset) -> Dataset:
    """The data without the rows that break a rule, nor those that hang on such a row.

    Rules that need counting run on what is left by the others.
    """
    for stage in (STRUCTURE, MONEY):
        while found := {fault for check in stage for fault in check(dataset)} - {*dataset.faults}:
            dataset = dataset.without(found)
    return dataset
