"""Parts and their wholes, places and what stands on them: what is said of one fits the other.

What does not fit may be right all the same: then the row says why in its column `answer`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from tracker.dataset import dates
from tracker.dataset.checks.wrong import fault
from tracker.dataset.dataset import Dataset
from tracker.dataset.faults import Cost, Fault

ANSWER = "say why in the column answer"
Line = int
Power = dict[str, tuple[Line, float]]  # subject -> the line and the megawatts of its claim


def parts_not_older(dataset: Dataset) -> Iterator[Fault]:
    """No part was announced before the whole it is part of."""
    rows = dataset["commitments"]
    announced = dict(zip(rows["commitment_id"], rows["announced_date"], strict=True))
    for line, row in rows[rows["part_of"].notna() & rows["answer"].isna()].iterrows():
        whole = announced.get(row["part_of"])
        if whole and dates.last_day(row["announced_date"]) < dates.first_day(whole):
            problem = f"is before {row['part_of']!r} ({whole}), which it is part of; {ANSWER}"
            yield fault(dataset, "commitments", line, "announced_date", problem, Cost.NOTHING)


def power_of_parts_fits(dataset: Dataset) -> Iterator[Fault]:
    """The parts of a commitment, and the sites of it, have no more power than itself.

    Held against each other is what is said of one phase and one basis.
    """
    commitments, sites = dataset["commitments"], dataset["sites"]
    parts = commitments.dropna(subset="part_of")
    tops = sites[sites["part_of"].isna()].dropna(subset="commitment_id")
    inside = {
        "parts": dict(zip(parts["commitment_id"], parts["part_of"], strict=True)),
        "sites": dict(zip(tops["site_id"], tops["commitment_id"], strict=True)),
    }
    for (phase, basis), power in _powers(dataset).items():
        for what, whole_of in inside.items():
            yield from _above(dataset, power, whole_of, f"{what}, {phase}, {basis}")


def _above(
    dataset: Dataset, power: Power, whole_of: Mapping[str, str], what: str
) -> Iterator[Fault]:
    sums: dict[str, float] = {}
    for subject, whole in whole_of.items():
        if subject in power:
            sums[whole] = sums.get(whole, 0.0) + power[subject][1]
    limit = 1 + dataset.rules.parts_tolerance_pct / 100
    answered = {*dataset["capacities"]["answer"].dropna().index}
    for whole, megawatts in sums.items():
        line, own = power.get(whole, (0, megawatts))
        if megawatts > own * limit and line not in answered:
            problem = f"{own:g} MW, yet its {what} have {megawatts:g} MW; {ANSWER}"
            yield fault(dataset, "capacities", line, "capacity_mw", problem, Cost.NOTHING)


def _powers(dataset: Dataset) -> dict[tuple[str, str], Power]:
    """Phase and basis -> the newest adopted claim of each subject."""
    rows = dataset["capacities"]
    rows = rows[rows["standing"] == "adopted"]
    order = rows["claim_date"].map(dates.last_day).sort_values(kind="stable").index
    newest: dict[tuple[str, str], tuple[str, Line, float]] = {}
    for line, row in rows.loc[order].iterrows():
        found = row["power_basis"], int(str(line)), float(row["capacity_mw"])
        newest[row["subject_id"], row["phase"]] = found
    powers: dict[tuple[str, str], Power] = defaultdict(dict)
    for (subject, phase), (basis, line, megawatts) in newest.items():
        powers[phase, basis][subject] = line, megawatts
    return powers


def ranges_have_a_floor(dataset: Dataset) -> Iterator[Fault]:
    """A stated range has a firm low end, unless its words say that even that is open."""
    rows = dataset["amounts"]
    is_open = rows["qualifier"].isin(dataset.rules.no_floor_qualifiers)
    is_range = (rows["amount_low"] < rows["amount_high"]).fillna(False)
    for line in rows.index[is_open & is_range & rows["answer"].isna()]:
        qualifier = rows.at[line, "qualifier"]
        low = rows.at[line, "amount_low"]
        problem = f"{qualifier!r} takes the low end {low!s} for nothing; {ANSWER}"
        yield fault(dataset, "amounts", line, "qualifier", problem, Cost.NOTHING)
