from datetime import date

import pytest

from tests.building import in_memory
from tracker.counting.known import known_on
from tracker.world.asof import world

POT = {"commitment_id": "pot"}
END = date(2026, 7, 1)


def on(day, **tables):
    return world(in_memory(**tables), day).commitments


def test_nothing_exists_before_its_first_claim():
    assert on(date(2024, 12, 31), commitments=[POT]).empty
    assert list(on(date(2025, 1, 1), commitments=[POT]).index) == ["pot"]


def test_power_that_is_older_than_a_pledge_does_not_make_it_known():
    running = {"subject_id": "pot", "capacity_mw": 17, "claim_date": "2023-11"}
    assert on(date(2024, 12, 31), commitments=[POT], capacities=[running]).empty


def test_a_day_before_everything_is_an_empty_world_that_can_be_ranked():
    known = known_on(in_memory(commitments=[POT]), date(2019, 1, 1), END)
    assert (len(known.shares), len(known.profiles)) == (0, 0)


def test_a_table_without_rows_keeps_its_columns():
    now = world(in_memory(), END)
    assert list(now.known("amounts")) == list(now.dataset["amounts"])
    assert {"category", "status", "amount_sources"} <= {*now.commitments} and now.facts == {}


def test_a_document_counts_for_an_amount_from_the_day_of_its_claim():
    amounts = [
        {"commitment_id": "pot", "amount_high": 20, "claim_date": day, "source_id": source}
        for day, source in (("2025-02-10", "s"), ("2025-03-01", "t"), ("2025-03-02", "t"))
    ]
    told = {"commitments": [POT], "amounts": amounts}
    assert on(date(2025, 2, 28), **told).at["pot", "amount_sources"] == 1
    assert on(END, **told).at["pot", "amount_sources"] == 2


def test_the_latest_adopted_claim_counts_and_a_rival_never():
    amounts = [
        {"commitment_id": "pot", "amount_high": 20, "claim_date": "2025-02-10"},
        {"commitment_id": "pot", "amount_high": 30, "claim_date": "2026-06"},
        {
            "commitment_id": "pot",
            "amount_high": 99,
            "claim_date": "2026-06-30",
            "standing": "rival",
        },
    ]
    told = {"commitments": [POT], "amounts": amounts}
    assert on(date(2026, 6, 29), **told).at["pot", "amount_high"] == 20
    assert on(date(2026, 6, 30), **told).at["pot", "amount_high"] == 30


def test_documents_that_state_the_same_figure_are_counted():
    rows = [
        {"commitment_id": "pot", "amount_high": 20, "source_id": source, "claim_date": day}
        for source, day in (("s", "2025-02-10"), ("t", "2025-02-10"), ("t", "2025-03-01"))
    ]
    rows.append(
        {"commitment_id": "pot", "amount_high": 5, "source_id": "u", "claim_date": "2025-02"}
    )
    assert on(END, commitments=[POT], amounts=rows).at["pot", "amount_sources"] == 2


def test_a_part_without_a_status_has_that_of_what_is_above_it():
    rows = [
        POT,
        {"commitment_id": "part", "part_of": "pot"},
        {"commitment_id": "p", "part_of": "part"},
    ]
    signed = {"subject_id": "pot", "status": "signed"}
    assert on(END, commitments=rows, statuses=[signed])["status"].tolist() == ["signed"] * 3


def test_a_part_older_than_its_pot_stands_alone_until_the_pot_exists():
    rows = [
        {"commitment_id": "pot", "announced_date": "2026-02-01"},
        {"commitment_id": "part", "part_of": "pot", "announced_date": "2024-01-01"},
    ]
    statuses = [{"subject_id": "pot", "status_date": "2026-02-01"}]
    statuses.append({"subject_id": "part", "status_date": "2024-01-01"})
    told = {"commitments": rows, "statuses": statuses}
    assert on(date(2025, 1, 1), **told)["pot_id"].to_dict() == {"part": "part"}
    assert on(END, **told)["pot_id"].to_dict() == {"pot": "pot", "part": "pot"}


def test_what_is_part_of_a_rival_reading_does_not_count_either():
    rows = [POT, {"commitment_id": "r", "rival_of": "pot"}, {"commitment_id": "p", "part_of": "r"}]
    assert on(END, commitments=rows)["not_counted"].dropna().to_dict() == {
        "r": "rival",
        "p": "rival",
    }


SEARCH = {
    "subject_id": "pot",
    "searched_on": "2027-01-01",
    "sought": "newer",
    "is_found": "false",
    "words": "pot",
}
SILENT = {
    "commitments": [POT],
    "statuses": [{"subject_id": "pot", "status_date": "2025-01-01"}],
}


@pytest.mark.parametrize(
    ("day", "status", "basis"),
    [(date(2027, 1, 1), "announced", "reported"), (date(2027, 1, 2), "stalled", "inferred")],
)
def test_silence_of_24_months_moves_a_chip_over_the_line(day, status, basis):
    told = on(day, searches=[SEARCH], **SILENT).loc["pot"]
    assert (told["status"], told["status_basis"]) == (status, basis)
    assert told["status_rule"] == ("stalled_silent" if status == "stalled" else "announced")


@pytest.mark.parametrize(
    "searches", [[], [{**SEARCH, "is_found": "true"}], [{**SEARCH, "sought": "better"}]]
)
def test_who_did_not_look_or_found_something_cannot_speak_of_silence(searches):
    assert on(date(2028, 1, 1), searches=searches, **SILENT).at["pot", "status"] == "announced"


def test_a_search_for_a_pot_is_one_for_its_parts():
    rows = [POT, {"commitment_id": "part", "part_of": "pot"}]
    statuses = [{"subject_id": name, "status_date": "2025-01-01"} for name in ("pot", "part")]
    told = on(date(2028, 1, 1), commitments=rows, statuses=statuses, searches=[SEARCH])
    assert told["status"].tolist() == ["stalled", "stalled"]


def test_news_of_a_part_breaks_the_silence_of_its_pot():
    rows = [POT, {"commitment_id": "part", "part_of": "pot"}]
    statuses = [{"subject_id": "pot", "status_date": "2025-01-01"}]
    capacity = {"subject_id": "part", "capacity_mw": 5, "claim_date": "2026-06-01"}
    told = on(date(2027, 6, 1), commitments=rows, statuses=statuses, capacities=[capacity])
    assert told["status"].tolist() == ["announced", "announced"]


def test_what_operates_does_not_stall_by_silence():
    building = {"subject_id": "pot", "status": "partly_operating", "status_date": "2025-01-01"}
    assert on(date(2029, 1, 1), commitments=[POT], statuses=[building]).at["pot", "status"] == (
        "partly_operating"
    )


def test_of_two_statuses_of_one_day_the_one_further_along_holds():
    statuses = [
        {"subject_id": "pot", "status": "under_construction"},
        {"subject_id": "pot", "status": "announced"},
    ]
    found = on(END, commitments=[POT], statuses=statuses)
    assert found.at["pot", "status"] == "under_construction"


def test_of_two_claims_known_from_one_day_the_more_exactly_dated_holds():
    amounts = [
        {"commitment_id": "pot", "amount_high": 5, "claim_date": "2026-04-30"},
        {"commitment_id": "pot", "amount_high": 9, "claim_date": "2026-04"},
    ]
    assert on(END, commitments=[POT], amounts=amounts).at["pot", "amount_high"] == 5


@pytest.mark.parametrize(("day", "count"), [(date(2026, 4, 30), 1), (date(2026, 5, 1), 2)])
def test_a_document_counts_from_the_day_on_which_it_states_the_figure(day, count):
    amounts = [
        {"commitment_id": "pot", "amount_high": 20, "claim_date": "2025-02-10"},
        {"commitment_id": "pot", "amount_high": 20, "claim_date": "2026-05-01", "source_id": "t"},
    ]
    found = on(day, commitments=[POT], amounts=amounts)
    assert found.at["pot", "amount_sources"] == count
