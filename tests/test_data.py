"""The real data: sound, complete against the research, and the known answers."""

import csv
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tracker.counting import lenses, pots, totals
from tracker.world.asof import world

RESEARCH = Path(__file__).parent / "data" / "research_rows.csv"
GUIDE = Path(__file__).parent / "data" / "india_totals_guide.csv"
SUMMIT = "fr-ai-summit-109bn"
BN = 10**9
END = date(2026, 7, 1)


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def now(dataset):
    return world(dataset, END)


def total(now, lens="ceiling", currency="EUR", **scope):
    asked = replace(lenses.default_scope(now.rules), **scope)
    return totals.total(pots.shares(now), asked, lens=lens, currency=currency)


def test_the_data_have_no_fault(dataset):
    assert dataset.faults == ()


def test_every_row_of_the_research_became_something(dataset):
    listed = rows_of(RESEARCH)
    assert Counter(row["country"] for row in listed) == {"FR": 74, "IN": 75}
    assert len({(row["country"], row["dossier_id"]) for row in listed}) == 149
    for row in listed:
        table = dataset[row["row_table"]]
        key = dataset.package[row["row_table"]].key
        assert row["row_id"] in set(table[key]), row


@pytest.mark.parametrize(
    ("became", "table"), [("tally", "tallies"), ("exclusion", "exclusions"), ("claim", "amounts")]
)
def test_the_list_says_what_a_row_became(became, table):
    tables = {row["row_table"] for row in rows_of(RESEARCH) if row["became"] == became}
    assert table in tables and (became == "claim" or tables == {table})


def test_the_summit_tally_is_reconciled(dataset):
    lines = dataset["tally_lines"].query("tally_id == @SUMMIT")
    priced = lines.dropna(subset="ceiling")
    left = lines[~lines["commitment_id"].str.startswith("fluidstack")]
    strict = left[~left["is_conditional"].astype(bool)]
    assert (len(priced), len(lines)) == (12, 14)
    assert (lines["ceiling"].sum(), lines["floor"].sum()) == (109_680_000_000, 29_880_000_000)
    assert (left["ceiling"].sum(), left["floor"].sum()) == (99_680_000_000, 19_880_000_000)
    assert strict["floor"].sum() == 14_080_000_000


def test_the_indian_rows_that_count_are_those_of_the_guide(dataset, now):
    """Differences are told, with their reasons, in data/README.md."""
    became = {row["dossier_id"]: row for row in rows_of(RESEARCH) if row["country"] == "IN"}
    amounts = dataset["amounts"].set_index("amount_id")["commitment_id"]

    def commitment(dossier_id):
        row = became[dossier_id]
        return amounts.get(row["row_id"], row["row_id"])

    def pot(name):
        return now.commitments["pot_id"].get(name, name)

    guided = {
        pot(commitment(row["id"]))
        for row in rows_of(GUIDE)
        if row["count_in_dedup_total"] == "yes" and row["bucket"][0] in "ABCD"
    }
    counted = set(total(now, country_code=("IN",)).rows["pot_id"])
    assert guided - counted == {"brookfield-andhra", "neysa-blackstone", "ntt-india"}
    assert counted - guided == set()


def test_amazon_counts_its_cloud_and_not_its_shops(now):
    shares = pots.shares(now).frame.query("pot_id == 'amazon-india'")
    assert shares["high"].sum() == pytest.approx(48 * BN)
    in_scope = shares[shares["category"] == "cloud"]
    assert in_scope["high"].sum() == pytest.approx(21 * BN)


def test_google_keeps_what_adani_puts_in_and_adani_loses_it(now):
    shares = pots.shares(now).frame
    by_pot = shares.groupby("pot_id")["high"].sum()
    assert by_pot["google-visakhapatnam"] == pytest.approx(15 * BN)
    assert by_pot["adani-india"] == pytest.approx(95 * BN)
    assert shares["high"]["adani-google-visakhapatnam"] == pytest.approx(5 * BN)


@pytest.mark.parametrize(
    ("country", "ceiling", "floor", "signed", "building", "operating"),
    [("FR", 206.46, 137.36, 16.10, 6.88, 3.78), ("IN", 309.42, 302.30, 44.34, 15.04, 0.00)],
)
def test_totals_of_both_countries(now, country, ceiling, floor, signed, building, operating):
    """A snapshot in EUR bn, so that a change of the data shows in review."""
    values = [
        round(total(now, lens, country_code=(country,)).value / BN, 2) for lens in now.rules.lenses
    ]
    assert values == [ceiling, floor, signed, building, operating]


def test_claims_per_table(dataset):
    """A snapshot of the size of each table."""
    assert {name: len(frame) for name, frame in dataset.frames.items()} == {
        "sources": 472,
        "organisations": 162,
        "commitments": 143,
        "participants": 180,
        "amounts": 175,
        "capacities": 194,
        "statuses": 399,
        "outputs": 100,
        "overlaps": 1,
        "exclusions": 62,
        "tallies": 36,
        "tally_lines": 53,
        "exchange_rates": 142,
        "countries": 2,
        "measures": 141,
        "indicators": 202,
        "grid": 3182,
        "grid_zones": 370,
        "assumptions": 9,
        "terms": 2,
        "events": 58,
        "event_people": 199,
        "event_links": 100,
        "adopters": 64,
        "third_way": 29,
        "prices": 32,
        "promises": 132,
        "conflicts": 112,
        "sites": 98,
    }


def test_what_readers_are_told_of_events_and_countries_names_no_identifier(dataset):
    """Identifiers and file names are ours; a reader has no use for them."""
    named = {
        name
        for table, key in (
            ("commitments", "commitment_id"),
            ("sources", "source_id"),
            ("events", "event_id"),
            ("tallies", "tally_id"),
            ("measures", "measure_id"),
        )
        for name in dataset[table][key]
        if "-" in name
    }
    for table in ("events", "event_links", "third_way", "adopters", "tallies", "tally_lines"):
        for note in dataset[table]["note"].dropna():
            words = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+|\w+\.csv", note))
            assert not {word for word in words if word in named or word.endswith(".csv")}, note
