"""Money adds up: rates are at hand, parts fit their pot, and overlaps too."""

from collections.abc import Iterator

import pandas as pd

from tracker.counting import pots
from tracker.dataset.checks import Stage
from tracker.dataset.checks.wrong import fault
from tracker.dataset.dataset import Dataset
from tracker.dataset.faults import Fault
from tracker.world import asof, exchange

MEND = "run python -m tracker rates, or add a row with its source to exchange_rates.csv"


def rates_at_hand(dataset: Dataset) -> Iterator[Fault]:
    """Every sum can be exchanged into every currency on screen."""
    rates = exchange.read_rates(dataset)
    for name in ("amounts", "overlaps"):
        for line, row in dataset[name].iterrows():
            for currency in (row["currency"], *dataset.rules.display_currencies):
                if not rates.has(currency, row["claim_date"]):
                    problem = f"no rate for {currency} in {row['claim_date']}: {MEND}"
                    yield fault(dataset, name, line, "claim_date", problem)


def parts_fit_their_pot(dataset: Dataset) -> Iterator[Fault]:
    """The parts of a commitment come to no more than the commitment, give or take a little."""
    world = asof.world(dataset, dataset.rules.evidence_until)
    for pot, excess in pots.parts_above_their_pot(world).items():
        if 100 * excess > dataset.rules.parts_tolerance_pct:
            rows = world.commitments
            parts = rows.index[(rows["parent_id"] == pot) & rows["amount_id"].notna()]
            amounts = dataset["amounts"]
            for line in amounts.index[amounts["commitment_id"].isin(parts)]:
                problem = f"the parts of {pot!r} come to {100 * excess:.1f}% more than it"
                yield fault(dataset, "amounts", line, "amount_high", problem)


def overlaps_fit(dataset: Dataset) -> Iterator[Fault]:
    """Money that sits in two pots is no more than the pot it is taken off."""
    world = asof.world(dataset, dataset.rules.evidence_until)
    priced = world.commitments[world.commitments["amount_id"].notna()]
    for line, row in dataset["overlaps"].iterrows():
        holder = row["commitment_id"]
        problem = ""
        if holder not in priced.index:
            problem = f"is taken off {holder!r}, which states no amount"
        elif _exchanged(row, priced.loc[holder], world) > float(priced.loc[holder]["amount_high"]):
            problem = f"{row['amount']} {row['currency']} is more than {holder!r} holds"
        if problem:
            yield fault(dataset, "overlaps", line, "amount", problem)


def _exchanged(row: pd.Series, pot: pd.Series, world: asof.World) -> float:
    """The amount of an overlap in the currency of the pot."""
    return float(row["amount"]) * world.rates.rate(
        row["currency"], pot["currency"], row["claim_date"]
    )


# Each check with the tables without which it has nothing to say. Sums are asked for only of rows
# that can be exchanged.
RATES: Stage = ((rates_at_hand, ("exchange_rates",)),)
SUMS: Stage = (
    (parts_fit_their_pot, ("commitments", "amounts", "statuses", "exchange_rates")),
    (overlaps_fit, ("commitments", "amounts", "exchange_rates")),
)
