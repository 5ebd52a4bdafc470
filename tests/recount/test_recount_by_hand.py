"""The recount against a small folder whose totals were worked out by hand."""

import csv
from datetime import date
from pathlib import Path

import pytest

from tests.recount.recount import known_from, months_later, recount, recount_rows, rung_on

# One table per name: the header, then one line per row.
WORLD = {
    "organisations": """
        organisation_id,hq_country_code
        us-co,US
        fr-co,FR
    """,
    "exchange_rates": """
        period,currency,units_per_eur
        2023,USD,1
        2023,INR,90
        2023-01-10,USD,1.5
        2023-01-10,INR,90
        2025-01-10,USD,2
        2025-01-10,INR,100
        2025-06,USD,1.25
        2025-06,INR,80
        2025-07-01,USD,2.5
        2025-07-01,INR,90
        2026,USD,1
        2026,INR,50
    """,
    "commitments": """
        commitment_id,country_code,lead_organisation_id,category,flow_type,announced_date,origin,part_of,rival_of,replaced_by
        fr-big,FR,us-co,data_centre,programme,2025-01-10,leader,,,
        fr-hall,FR,fr-co,cloud,supply,2025-06,other,fr-big,,
        fr-mid,FR,fr-co,data_centre,site_investment,2026,other,fr-big,,
        fr-grant,FR,fr-co,compute,grant,2025-01-10,other,fr-mid,,
        fr-old,FR,fr-co,cloud,programme,2023,other,,,
        fr-kept,FR,fr-co,cloud,programme,2023-01-10,other,,,
        fr-kept-rival,FR,fr-co,other,programme,2025-06,other,fr-kept,fr-kept,
        fr-kept-rival-part,FR,fr-co,other,programme,2025-06,other,fr-kept-rival,,
        in-plan,IN,us-co,compute,site_investment,2025-01-10,other,,,
        in-other,IN,fr-co,data_centre,programme,2025-01-10,leader,,,
        in-fab,IN,us-co,chips,site_investment,2025-01-10,other,in-other,,
        in-cloud,IN,us-co,cloud,supply,2025-01-10,other,in-other,,
        in-gone,IN,fr-co,cloud,programme,2025-01-10,other,,,in-other
    """,
    "amounts": """
        commitment_id,amount_low,amount_high,currency,qualifier,claim_date,standing
        fr-big,1000,1000,EUR,exact,2025-01-10,adopted
        fr-big,800,1000,EUR,exact,2025-06,adopted
        fr-big,9999,9999,EUR,exact,2026,rival
        fr-hall,250,500,USD,exact,2025-07-01,adopted
        fr-mid,40,50,EUR,up_to,2026,adopted
        fr-grant,40,100,EUR,exact,2025-01-10,adopted
        fr-old,60,60,EUR,up_to,2023,adopted
        fr-kept,30,30,EUR,exact,2023-01-10,adopted
        fr-kept-rival,500,500,EUR,exact,2025-06,adopted
        fr-kept-rival-part,70,70,EUR,exact,2025-06,adopted
        in-plan,4000,4000,INR,exact,2025-06,adopted
        in-plan,6400,8000,INR,at_least,2025-06,adopted
        in-fab,50,50,USD,exact,2025-01-10,adopted
        in-cloud,40,40,EUR,exact,2026,adopted
        in-cloud,30,30,EUR,potential,2025-01-10,adopted
        in-gone,900,900,EUR,exact,2025-01-10,adopted
    """,
    "overlaps": """
        commitment_id,also_in,amount,currency,claim_date
        in-plan,in-other,20,EUR,2025-06
        in-plan,in-gone,5,EUR,2025-06
        in-plan,in-other,7,EUR,2026-12
    """,
    "statuses": """
        subject_id,status,status_date
        fr-big,signed,2025-01-10
        fr-mid,cancelled,2026-06
        fr-grant,under_construction,2025-01-10
        fr-old,permitted,2023
        fr-kept,signed,2023-01-10
        in-plan,mou,2025-06-30
        in-plan,partly_operating,2025-06
    """,
    "capacities": "subject_id,claim_date",
    "outputs": "commitment_id,claim_date",
    "searches": """
        subject_id,sought,is_found
        fr-old,newer,false
        fr-kept,newer,False
        fr-big,newer,true
        fr-big,newer,false
    """,
}
# Documents for worlds that name none of their own: a paper, and two that speak for themselves.
SAID = {
    "searches": "subject_id,sought,is_found",
    "sources": """
        source_id,publisher_id,text_of
        paper,paper,
        carried,paper,firm
        law,state,paper
        order,state,
    """,
    "publishers": """
        publisher_id,kind
        paper,newspaper
        firm,company
        state,government
    """,
}

# fr-big on the last day: the hall is 500 USD / 2.5 = 200 (low 100); the grant of 100 (low 40) sits
# in fr-mid, which has only 50, so it is squeezed to 50 (low 20); 1000 - 250 = 750 are left,
# low 800 - 120 = 680.
# fr-big on 2025-02-11: fr-mid is not known, the grant hangs on fr-big: 900 are left, low 1000 - 40;
# without the grant no more than 900 of that count.
# fr-old: silent since 2023-12-31. fr-kept: its rival of June 2025 keeps it from being stalled;
# on 2025-02-11 it is, last heard of on 2023-01-10.
# in-plan: 8000 INR less 20 EUR * 80 = 6400 (80 EUR), low 6400 - 1600 = 4800 (60 EUR).
# in-cloud: 40 of 2026 on the last day, before that potentially 30.
EXPECTED = {
    "fr-ceiling": 750 + 200 + 30,
    "fr-floor": 680 + 100 + 30,
    "fr-signed": 680 + 100 + 30,
    "fr-building": 0,
    "fr-operating": 0,
    "in-ceiling": 80 + 40,
    "in-floor": 60 + 40,
    "in-signed": 60,
    "in-building": 60,
    "in-operating": 60,
    # The hall has the period of fr-big from then on: 200 * 1.25.
    "all-ceiling-usd": 750 * 1.25 + 200 * 1.25 + 30 * 1.5 + 6400 / 80 * 1.25 + 40 * 1,
    "all-floor-inr": 680 * 80 + 100 * 80 + 30 * 90 + 4800 + 40 * 50,
    "all-signed-usd": 680 * 1.25 + 100 * 1.25 + 30 * 1.5 + 4800 / 80 * 1.25,
    "fr-ceiling-2025-02-11": 900 + 60,
    "in-floor-2025-12-31": 60 + 0,
    "all-ceiling-leader": 750 + 200 + 40,
    "in-chips-ceiling": 25,
    "fr-cloud-signed": 100 + 30,
    "home-us-ceiling": 750 + 200 + 80,
    "fr-public-ceiling": 50,
}


# A firm pot of 15 with a part of up to 5: the part has (0, 5), the pot keeps (15, 10).
POT = WORLD | {
    "commitments": """
        commitment_id,country_code,lead_organisation_id,category,flow_type,announced_date,origin,part_of,rival_of,replaced_by
        pot,FR,fr-co,cloud,programme,2025-06,other,,,
        part,FR,fr-co,cloud,programme,2025-06,other,pot,,
    """,
    "amounts": """
        commitment_id,amount_low,amount_high,currency,qualifier,claim_date,standing
        pot,15,15,EUR,exact,2025-06,adopted
        part,5,5,EUR,up_to,2025-06,adopted
    """,
    "overlaps": "commitment_id,also_in,amount,currency,claim_date",
    "statuses": """
        subject_id,status,status_date
        pot,signed,2025-06
    """,
}


def written(folder: Path, tables: dict[str, str]) -> Path:
    """The tables as files; an amount that names no document stands in a paper."""
    for name, text in (SAID | tables).items():
        lines = [line.strip().split(",") for line in text.strip().splitlines()]
        if name == "amounts" and "source_id" not in lines[0]:
            lines = [[*line, "paper" if at else "source_id"] for at, line in enumerate(lines)]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines)
    return folder


def pot_with(**more: str) -> dict[str, str]:
    """The firm pot with further lines in some of its tables."""
    return POT | {name: POT[name].rstrip() + "\n" + lines for name, lines in more.items()}


def fr(folder: Path, *lenses: str) -> tuple[float, ...]:
    counted = recount(folder)
    return tuple(counted[f"fr-{lens}"] for lens in lenses)


@pytest.fixture
def world(tmp_path: Path) -> Path:
    return written(tmp_path, WORLD)


def test_totals_are_those_worked_out_by_hand(world: Path):
    assert recount(world) == pytest.approx(EXPECTED)


def test_rows_of_an_earlier_day(world: Path):
    rows = recount_rows(world, date(2025, 2, 11))
    assert {row["commitment_id"]: (row["low"], row["high"], row["rung"]) for row in rows} == {
        "fr-big": (960, 900, "signed"),
        "fr-grant": (40, 100, "under_construction"),
        "fr-old": (0, 60, "permitted"),
        "fr-kept": (30, 30, "stalled"),
        "in-fab": (50, 50, "announced"),
        "in-cloud": (0, 30, "announced"),
    }


def test_a_firm_pot_keeps_its_floor_over_a_part_without_one(tmp_path: Path):
    folder = written(tmp_path, POT)
    assert fr(folder, "ceiling", "floor", "signed", "building") == (15, 15, 15, 0)
    assert [(row["low"], row["high"]) for row in recount_rows(folder)] == [(0, 5), (15, 10)]


def test_a_part_on_a_lower_rung_takes_its_ceiling_from_what_is_signed(tmp_path: Path):
    folder = written(tmp_path, pot_with(statuses="part,mou,2025-06"))
    assert fr(folder, "ceiling", "floor", "signed") == (15, 15, 10)


def test_a_cancelled_part_takes_its_ceiling_from_the_floor(tmp_path: Path):
    folder = written(tmp_path, pot_with(statuses="part,cancelled,2025-06"))
    assert fr(folder, "ceiling", "floor", "signed") == (10, 10, 10)


def test_a_part_out_of_scope_takes_its_ceiling_from_the_floor(tmp_path: Path):
    in_scope = "part,FR,fr-co,cloud"
    tables = POT | {"commitments": POT["commitments"].replace(in_scope, "part,FR,fr-co,chips")}
    assert fr(written(tmp_path, tables), "ceiling", "floor", "signed") == (10, 10, 10)


def test_squeezed_parts_leave_the_pot_its_low_end(tmp_path: Path):
    # Parts of (0, 5) and (8, 20) in 15: times 3/5 they are (0, 3) and (4.8, 12), 10.2 are left low.
    folder = written(
        tmp_path,
        pot_with(
            commitments="wide,FR,fr-co,cloud,programme,2025-06,other,pot,,",
            amounts="wide,8,20,EUR,exact,2025-06,adopted",
        ),
    )
    ends = {row["commitment_id"]: (row["low"], row["high"]) for row in recount_rows(folder)}
    assert ends["wide"] == pytest.approx((4.8, 12))
    assert ends["pot"] == pytest.approx((10.2, 0))
    assert fr(folder, "ceiling", "floor") == pytest.approx((15, 15))


def test_a_pot_without_an_amount_is_cut_in_the_display_currency(tmp_path: Path):
    # In euro: pot (15, 10); other 30 USD / 1.25 = 24 less a part of 10 USD = 8: (24, 16);
    # loose (0, 4). Low 39, high 30: 9 too much,
    # shared 5 to 8 between pot and other.
    line = "FR,fr-co,cloud,programme,2025-06,other"
    tables = pot_with(
        commitments=f"top,{line},,,\nother,{line},top,,\nother-part,{line},other,,\n"
        f"loose,{line},top,,",
        amounts="other,30,30,USD,exact,2025-06,adopted\n"
        "other-part,10,10,USD,up_to,2025-06,adopted\nloose,4,4,EUR,up_to,2025-06,adopted",
        statuses="part,cancelled,2025-06\nother-part,cancelled,2025-06",
    )
    tables["commitments"] = tables["commitments"].replace(f"pot,{line},,,", f"pot,{line},top,,")
    folder = written(tmp_path, tables)
    floors = {row["commitment_id"]: row["floor"] for row in recount_rows(folder)}
    assert floors["pot"] == pytest.approx(15 - 9 * 5 / 13)
    assert floors["other"] == pytest.approx(24 - 9 * 8 / 13)
    assert fr(folder, "ceiling", "floor") == pytest.approx((30, 30))


@pytest.mark.parametrize(
    ("partial", "day"),
    [
        ("2024", "2024-12-31"),
        ("2024-02", "2024-02-29"),
        ("2025-03-04", "2025-03-04"),
        ("2026", "2026-07-01"),
        ("2026-06", "2026-06-30"),
        ("2026-07", "2026-07-01"),
        ("2026-08", "2026-08-31"),
        ("2027", "2027-12-31"),
    ],
)
def test_a_partial_date_counts_from_its_last_day(partial: str, day: str):
    assert known_from(partial) == day


def test_months_end_where_the_month_does():
    assert months_later(date(2024, 2, 29), 24) == date(2026, 2, 28)
    assert months_later(date(2023, 12, 31), 24) == date(2025, 12, 31)


def test_silence_begins_the_day_after_24_months():
    assert rung_on("mou", "2023-12-31", date(2025, 12, 31)) == "mou"
    assert rung_on("mou", "2023-12-31", date(2026, 1, 1)) == "stalled"
    assert rung_on("operating", "2023-12-31", date(2026, 1, 1)) == "operating"
