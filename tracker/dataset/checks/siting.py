"""Sites lie where they are said to lie, and no two share a point by chance."""

from collections.abc import Iterator

from tracker.dataset.checks.wrong import fault, filled_only_where, wrong_cells
from tracker.dataset.dataset import Dataset
from tracker.dataset.faults import Fault
from tracker.dataset.outlines import kilometres_outside

PLACED = {"site", "commune", "district"}


def places(dataset: Dataset) -> Iterator[Fault]:
    """A known place has a point and a radius; an unknown one has neither."""
    rows = dataset["sites"]
    fields = ("latitude", "longitude", "radius_km")
    is_placed = rows["location_precision"].isin(PLACED)
    why = ("location_precision", "precision")
    yield from filled_only_where(dataset, "sites", fields, is_placed, why)


def within_their_country(dataset: Dataset) -> Iterator[Fault]:
    """A point lies in its country, or near its coast."""
    settings = dataset.rules.places
    rows = dataset["sites"].dropna(subset=["latitude", "longitude"])
    for line, row in rows.iterrows():
        file = settings.outlines.get(row["country_code"])
        if file is None:
            continue
        place = float(row["latitude"]), float(row["longitude"])
        if kilometres_outside(file, *place) <= settings.near_km:
            continue
        is_swapped = kilometres_outside(file, *place[::-1]) <= settings.near_km
        hint = "; latitude and longitude look swapped" if is_swapped else ""
        problem = f"the point ({place[0]}, {place[1]}) is not in {row['country_code']}{hint}"
        yield fault(dataset, "sites", line, "latitude", problem)


def one_point_one_group(dataset: Dataset) -> Iterator[Fault]:
    """Sites on one point are drawn together, under one campus_id."""
    rows = dataset["sites"].dropna(subset=["latitude", "longitude"])
    point = rows["latitude"].round(4).astype("str") + " " + rows["longitude"].round(4).astype("str")
    campus = rows["campus_id"].fillna(rows["site_id"])
    first = campus.groupby(point).transform("first")
    for line in rows.index[campus != first]:
        problem = f"shares its point with {first[line]!r}; give both one campus_id"
        yield fault(dataset, "sites", line, "campus_id", problem)


def names_of_their_own(dataset: Dataset) -> Iterator[Fault]:
    """No site is called as a commitment is, for claims name either."""
    rows = dataset["sites"]
    taken = rows["site_id"].isin(dataset.written["commitments"]["commitment_id"])
    yield from wrong_cells(dataset, "sites", "site_id", taken, "is already a commitment")
