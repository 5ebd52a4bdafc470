"""Money by who states it: in totals, in scopes, in rows, on the leaderboard and the overview."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup

from tests.building import in_memory
from tracker.counting import lenses, totals
from tracker.counting.known import known_on
from tracker.counting.ranking import ranking
from tracker.counting.rows import described
from tracker.look import bars
from tracker.look.elements import Piece
from tracker.look.html import section
from tracker.views.choices import ChosenMoney, ChosenRows
from tracker.views.leaderboard import page
from tracker.views.overview.page import view as overview

BN = 10**9
END = date(2026, 7, 1)
KINDS = {"law": "government", "firm": "company", "daily": "newspaper", "echo": "blog"}
LED = {"law": "sovereign_fund", "firm": "operator", "daily": "operator", "echo": "investor"}
MONEY = {"law": 5, "firm": 3, "daily": 8, "echo": 4}  # EUR bn
TABLES = {
    "publishers": [
        {"publisher_id": name, "publisher_name": name, "kind": kind} for name, kind in KINDS.items()
    ],
    "sources": [{"source_id": name, "publisher_id": name} for name in KINDS],
    "organisations": [
        {"organisation_id": f"of-{name}", "organisation_type": kind, "organisation_name": name,
         "hq_country_code": "FR"}
        for name, kind in LED.items()
    ],
    "commitments": [
        {"commitment_id": name, "title": name, "lead_organisation_id": f"of-{name}"}
        for name in KINDS
    ] + [{"commitment_id": "mute", "title": "mute", "lead_organisation_id": "of-law"}],
    "amounts": [
        {"commitment_id": name, "amount_high": high * BN, "source_id": name}
        for name, high in MONEY.items()
    ],
    "statuses": [
        {"subject_id": "law", "status": "signed"}, {"subject_id": "echo", "status": "signed"},
    ],
}  # fmt: skip


def known(**changes):
    return known_on(in_memory(**{**TABLES, **changes}), END, END)


def counted(known, lens="ceiling", **scope):
    asked = replace(lenses.default_scope(known.world.rules), **scope)
    return totals.total(known.shares, asked, lens=lens, currency="EUR")


def test_a_total_says_which_part_of_it_stands_on_which_documents():
    total = counted(known())
    assert [*total.by_tier.items()] == [
        ("official", 0.25),
        ("own_words", 0.15),
        ("newsroom", 0.4),
        ("repeated", 0.2),
    ]
    assert total.primary == pytest.approx(0.4)


def test_the_parts_are_of_what_the_lens_counts():
    total = counted(known(), "signed")
    assert total.by_tier["official"] == pytest.approx(5 / 9) == total.primary
    assert total.by_tier["newsroom"] == 0 and sum(total.by_tier.values()) == pytest.approx(1)


def test_the_parts_are_of_the_end_that_the_lens_ranks_by():
    """Of what is signed the low end: 1 of an order that may be 5, and 4 of a blog."""
    amounts = [{**row} for row in TABLES["amounts"]]
    amounts[0]["amount_low"] = BN
    total = counted(known(amounts=amounts), "signed")
    assert (total.low, total.high) == (5 * BN, 9 * BN)
    assert (total.by_tier["official"], total.by_tier["repeated"]) == pytest.approx((0.2, 0.8))


def test_nothing_stands_on_no_documents():
    total = counted(known(), "operating")
    assert (total.value, total.by_tier, total.primary) == (0, {}, None)


def test_parts_of_a_pot_stand_on_their_own_documents():
    tables = {
        "commitments": [*TABLES["commitments"], {"commitment_id": "hall", "part_of": "law"}],
        "amounts": [
            *TABLES["amounts"],
            {"commitment_id": "hall", "amount_high": 2 * BN, "source_id": "echo"},
        ],
    }
    assert counted(known(**tables)).by_tier == pytest.approx(
        {"official": 0.15, "own_words": 0.15, "newsroom": 0.4, "repeated": 0.3}
    )


@pytest.mark.parametrize(
    ("tiers", "value"),
    [
        (None, 20),
        (("official", "own_words"), 8),
        (("repeated",), 4),
        (("newsroom", "official"), 13),
    ],
)
def test_a_scope_of_tiers_counts_what_such_documents_state_and_nothing_else(tiers, value):
    total = counted(known(), amount_tier=tiers)
    assert total.value == value * BN
    out = {*KINDS} - {*total.rows.index}
    reasons = total.left_out["reason"].to_dict()
    assert {reasons[name] for name in out} <= {"amount_tier"} and len(out) == 4 - len(total.rows)


@pytest.mark.parametrize(
    ("kinds", "value"), [(None, 20), (("operator",), 11), (("sovereign_fund", "investor"), 9)]
)
def test_a_scope_of_leads_counts_what_such_organisations_lead(kinds, value):
    total = counted(known(), organisation_type=kinds)
    assert total.value == value * BN
    reasons = total.left_out["reason"].to_dict()
    assert {reasons[name] for name in {*KINDS} - {*total.rows.index}} <= {"organisation_type"}


def test_a_part_is_led_by_who_leads_its_pot():
    tables = {
        "commitments": [
            *TABLES["commitments"],
            {"commitment_id": "hall", "part_of": "law", "lead_organisation_id": "of-firm"},
        ],
        "amounts": [*TABLES["amounts"], {"commitment_id": "hall", "amount_high": 2 * BN}],
    }
    assert counted(known(**tables), organisation_type=("sovereign_fund",)).value == 5 * BN


def rows(known):
    scope = lenses.default_scope(known.world.rules)
    made = ranking(known, scope, lens="ceiling", currency="EUR", group="commitment")
    return described(made, known)


@pytest.mark.parametrize(
    ("name", "amount", "is_weak"),
    [
        ("echo", {"amount_high": BN}, True),
        ("echo", {"amount_high": BN - 1}, False),
        ("daily", {"amount_high": 90 * BN}, False),
        ("echo", {"amount_high": 1_250_000_000, "currency": "USD"}, True),
        ("echo", {"amount_high": 1_240_000_000, "currency": "USD"}, False),
    ],
)
def test_a_large_amount_that_others_repeat_is_weak(name, amount, is_weak):
    found = rows(known(amounts=[{"commitment_id": name, "source_id": name, **amount}]))
    assert found["is_weak"].to_dict() == {each: is_weak and each == name for each in found.index}


def searched(name, day="2026-11-28", sought="better", found="false"):
    return {"subject_id": name, "searched_on": day, "sought": sought, "is_found": found,
            "words": "Example"}  # fmt: skip


def test_a_search_in_vain_is_told_where_no_primary_document_states_the_amount():
    searches = [searched(name) for name in ("law", "firm", "daily", "mute")]
    searches += [searched("daily", "2026-07-01"), searched("echo", sought="newer")]
    found = rows(known(searches=searches))["searched_in_vain"]
    assert found.dropna().to_dict() == {"daily": "2026-11-28", "mute": "2026-11-28"}


def test_a_search_that_found_something_was_not_in_vain():
    searches = [searched("daily"), searched("daily", "2026-07-01", found="true")]
    assert rows(known(searches=searches))["searched_in_vain"].isna().all()


def leaderboard(known, look, name="ranking", **changes):
    scope = lenses.default_scope(known.world.rules)
    usual = ChosenRows(END, "EUR", "ceiling", "commitment", "none", scope, "", "all", False)
    return page.view(known, replace(usual, **changes), look)


def evidence(known, look):
    """What the column says, by the title of the commitment."""
    soup = BeautifulSoup(section(leaderboard(known, look)["ranking"], look), "html.parser")
    return {
        row.select_one(".cc-t").text: fact(row, "Amount stated by")
        for row in soup.select("#ranking > table > tbody > tr")
    }


def fact(row, name):
    """What is folded below a row under ``name``; None where there is no such fact."""
    term = row.find("dt", string=name)
    return term and term.find_next_sibling("dd")


def test_a_row_says_who_states_its_amount_and_what_a_search_gave(look):
    now = known(searches=[searched("echo"), searched("law"), searched("daily")])
    told = {name: cell.get_text(" ", strip=True) for name, cell in evidence(now, look).items()}
    assert told == {
        "law": "official documents",
        "firm": "the organisation itself",
        "daily": "news media no primary document found, searched on 28 Nov 2026",
        "echo": "second-hand reports rests on second-hand reports alone no primary document "
        "found, searched on 28 Nov 2026",
        "mute": "–",
    }


def test_the_tier_of_a_row_has_its_meaning_beside_it(look):
    assert "Tier 1: a law, a filing" in str(evidence(known(), look)["law"])


def test_groups_have_no_evidence_of_their_own(look):
    view = leaderboard(known(), look, by="country")
    assert "ranking-evidence" not in str(section(view["ranking"], look))


def test_a_judgement_is_folded_below_the_name_and_stays_text(look):
    rows = [{**row} for row in TABLES["commitments"]]
    rows[0]["judgement"] = "Counted <b>whole</b>."
    view = leaderboard(known(commitments=rows), look)
    soup = BeautifulSoup(section(view["ranking"], look), "html.parser")
    told = {
        row.select_one(".cc-t").text: fact(row, "Why it is counted so") for row in soup("tr")[1:]
    }
    assert [name for name, one in told.items() if one] == ["law"]
    assert told["law"].text == "Counted <b>whole</b>." and not told["law"].select("b")
    assert not told["law"].find_parent("details").has_attr("open")


def test_the_total_tells_its_tiers_and_leaves_out_those_without_money(look):
    tiers = ("official", "repeated")
    scope = lenses.default_scope(known().world.rules)
    view = leaderboard(known(), look, scope=replace(scope, amount_tier=tiers))
    told = BeautifulSoup(section(view["total"], look), "html.parser").get_text()
    assert told.endswith(
        "by who states the amount: 56% official documents, 44% second-hand reports"
    )


def test_what_is_counted_names_the_tiers_and_the_leads_asked_for(look):
    scope = replace(
        lenses.default_scope(known().world.rules),
        amount_tier=("own_words",),
        organisation_type=("sovereign_fund", "operator"),
    )
    usual = ChosenRows(END, "EUR", "ceiling", "commitment", "none", scope, "", "all", False)
    said = page.scope_sentence(usual, known().world, look)
    kinds = [look.words.term("organisation_type", kind) for kind in ("sovereign_fund", "operator")]
    assert said.endswith(f"; the organisation itself; {', '.join(kinds)}.")


def test_the_file_says_who_states_each_amount(look):
    (file,) = leaderboard(known(), look).downloads
    found = csv.DictReader(io.StringIO(file.content().decode("utf-8")))
    assert {row["id"]: row["amount_tier"] for row in found} == {
        "law": "official",
        "firm": "own_words",
        "daily": "newsroom",
        "echo": "repeated",
        "mute": "",
    }


def test_a_bar_of_tiers_is_full_and_has_no_piece_for_nothing(look):
    bar = bars.by_tier({"official": 0.25, "own_words": 0.0, "newsroom": 0.75}, "FR", "told")
    assert bar.pieces == (Piece("official", 25), Piece("newsroom", 75))
    assert (bar.country_code, bar.told) == ("FR", "told")
    assert bars.by_tier({}, "FR", "told") == ""


def card(known, look, code="FR"):
    view = overview(known, ChosenMoney(END, "EUR"), look)
    return BeautifulSoup(section(view[f"card-{code}"], look), "html.parser")


def test_a_card_of_the_overview_says_who_states_what_is_announced(look):
    told = (
        "Who states the amounts of all that is announced: 25% official documents, 15% the "
        "organisation itself, 40% news media, 20% second-hand reports."
    )
    soup = card(known(), look)
    (bar,) = [one for one in soup.select("[role=img]") if one["aria-label"] == told]
    assert [piece["style"] for piece in bar("i")] == [
        "width:25.00%", "width:15.00%", "width:40.00%", "width:20.00%",
    ]  # fmt: skip
    assert soup.get_text().count(told) == 1


def test_a_card_of_a_country_without_money_has_no_bar_of_tiers(look):
    assert "Who states the amounts" not in str(card(known(), look, "IN"))
