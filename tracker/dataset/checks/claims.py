"""Claims about one thing fit together: ends, days, amounts and what is missing."""

from collections.abc import Iterator

from tracker.dataset import dates
from tracker.dataset.checks.wrong import as_told, fault
from tracker.dataset.dataset import Dataset
from tracker.dataset.faults import Cost, Fault

PERIODS = {
    "commitments": ("period_start", "period_end"),
    "sources": ("published_date", "seen_date"),
    "promises": ("promised_on", "outcome_date"),
}
ENDS = {
    "amounts": ("amount_low", "amount_high"),
    "outputs": ("value_low", "value_high"),
    "tally_lines": ("floor", "ceiling"),
    "indicators": ("value", "value_high"),
    "prices": ("price", "price_high"),
    "measures": ("figure", "figure_high"),
}

# What is claimed once a day: by which columns it is one claim, and which then agree.
ONE_A_DAY = {
    "amounts": (
        ("commitment_id", "claim_date"),
        ("amount_low", "amount_high", "currency", "qualifier"),
    ),
    "capacities": (("subject_id", "phase", "claim_date"), ("capacity_mw", "power_basis")),
    "outputs": (("commitment_id", "measure", "claim_date"), ("value_low", "value_high")),
}


def order_of_ends(dataset: Dataset) -> Iterator[Fault]:
    """Nothing ends before it starts, and no low end lies above its high end."""
    for name, (low, high) in ENDS.items():
        rows = dataset[name]
        for line in rows.index[(rows[low] > rows[high]).fillna(False)]:
            yield fault(dataset, name, line, low, f"{rows.at[line, low]!s} is above {high}")
    for name, (start, end) in PERIODS.items():
        rows = dataset[name].dropna(subset=[start, end])
        late = rows[start].map(dates.first_day) > rows[end].map(dates.last_day)
        for line in rows.index[late]:
            yield fault(dataset, name, line, start, f"{rows.at[line, start]!r} is after {end}")


def after_announcement(dataset: Dataset) -> Iterator[Fault]:
    """Nothing has a status before it was announced."""
    announced = dataset["commitments"].set_index("commitment_id")["announced_date"]
    rows = dataset["statuses"]
    start = rows["subject_id"].map(announced)
    for line in rows.index[start.notna()]:
        if dates.last_day(rows.at[line, "status_date"]) < dates.first_day(start[line]):
            problem = f"{rows.at[line, 'status_date']!r} is before its announcement, {start[line]}"
            yield fault(dataset, "statuses", line, "status_date", problem)


def pots_have_a_status(dataset: Dataset) -> Iterator[Fault]:
    """Every pot stands on some rung."""
    rows = dataset["commitments"]
    bare = rows["part_of"].isna() & ~rows["commitment_id"].isin(dataset["statuses"]["subject_id"])
    written = set(dataset.written["statuses"]["subject_id"])
    for line in rows.index[bare]:
        cost = Cost.FOLLOWS if rows.at[line, "commitment_id"] in written else Cost.ROW
        problem = "has no row in statuses that can be used"
        yield fault(dataset, "commitments", line, "commitment_id", problem, cost)


def missing_amounts(dataset: Dataset) -> Iterator[Fault]:
    """A commitment has an adopted amount or a reason why not, and never both."""
    written = dataset.written["amounts"]
    priced = set(written["commitment_id"][written["standing"] == "adopted"])
    rows = dataset["commitments"]
    has_amount, has_reason = rows["commitment_id"].isin(priced), rows["amount_missing"].notna()
    for line in rows.index[has_amount == has_reason]:
        problem = (
            "is set, yet there is an amount" if has_amount[line] else "no amount and no reason"
        )
        yield fault(dataset, "commitments", line, "amount_missing", problem)


def low_ends(dataset: Dataset) -> Iterator[Fault]:
    """Only words such as "up to" leave an amount without a low end."""
    rows = dataset["amounts"]
    open_ended = rows["qualifier"].isin(dataset.rules.no_floor_qualifiers)
    for line in rows.index[rows["amount_low"].isna() & ~open_ended]:
        problem = f"is empty, yet the qualifier is {rows.at[line, 'qualifier']!r}"
        yield fault(dataset, "amounts", line, "amount_low", problem)


def one_claim_a_day(dataset: Dataset) -> Iterator[Fault]:
    """Adopted claims made on one day about one thing agree. Which of them holds nobody can say."""
    for name, (same, figures) in ONE_A_DAY.items():
        adopted = dataset[name]
        if "standing" in adopted:
            adopted = adopted[adopted["standing"] == "adopted"]
        told = as_told(adopted, figures)
        differ = told.groupby([adopted[column] for column in same]).transform("nunique") > 1
        for line in adopted.index[differ]:
            alike = (adopted[[*same]] == adopted.loc[line, [*same]]).all(axis=1)
            other = next(one for one in adopted.index[alike] if one != line)
            problem = f"differs from line {other}, another adopted claim of that day"
            yield fault(dataset, name, line, same[-1], problem)
