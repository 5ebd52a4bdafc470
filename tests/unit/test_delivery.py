"""From announced to running, quoted totals and their lines, promises, what left."""

import math
from datetime import date

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from tests.building import in_memory
from tracker.counting import deflator, lenses, tallies, totals
from tracker.counting.known import known_on
from tracker.look.html import section
from tracker.views.choices import ChosenMoney
from tracker.views.delivery.page import view
from tracker.views.delivery.slips import DAYS, MARGIN, slip_days, span
from tracker.world import losses
from tracker.world import promises as dated

END = date(2026, 7, 1)
BN = 10**9
SUMMIT = "fr-ai-summit-109bn"
IN_EUROS = ChosenMoney(END, "EUR")


def levels(known, *codes):
    scope = lenses.default_scope(known.world.rules, *codes)
    return deflator.deflator(known, scope, "EUR")


def shown(name, known, look):
    return BeautifulSoup(section(view(known, IN_EUROS, look)[name], look), "html.parser")


LOST_SITES = ("gone", "dead", "lone")


def known(**tables):
    return known_on(in_memory(**tables), END, END)


@pytest.mark.parametrize("codes", [("FR",), ("IN",), ("FR", "IN")])
def test_every_level_is_the_total_of_its_lens_and_steps_add_up(known_now, codes):
    found = levels(known_now, *codes)
    scope = lenses.default_scope(known_now.world.rules, *codes)
    for before, level in zip(found, found[1:], strict=False):
        total = totals.total(known_now.shares, scope, lens=level.name, currency="EUR")
        assert level.amount == pytest.approx(total.value)
        assert before.amount - level.amount == pytest.approx(sum(s.amount for s in level.steps))
        for step in level.steps:
            assert step.amount == pytest.approx(math.fsum(step.rows["value"]))
            assert ((step.rows["value"] > 0) | step.rows["is_unassigned"]).all()


@pytest.mark.parametrize("code", ["FR", "IN"])
def test_the_steps_share_all_rows_out_and_no_money_is_in_two(known_now, code):
    found = levels(known_now, code)
    taken = [step.rows["value"] for level in found for step in level.steps]
    per_row = {}
    for rows in taken:
        for name, value in rows.items():
            per_row[name] = per_row.get(name, 0) + value
    scope = lenses.default_scope(known_now.world.rules, code)
    total = totals.total(known_now.shares, scope, lens="operating", currency="EUR")
    assert len(total.in_scope)
    high, running = (
        each.groupby(level=0).sum()
        for each in (total.in_scope["high"], total.through_lens["value"])
    )
    for name in high.index:
        assert per_row.get(name, 0) + running[name] == pytest.approx(high[name])


def test_the_programme_step_takes_exactly_what_programmes_hold():
    rows = [("programme", 160.25), ("site_investment", 30.0), ("site_investment", 16.65)]
    now = known(
        commitments=[
            {"commitment_id": f"c{n}", "flow_type": kind, "country_code": "IN"}
            for n, (kind, _) in enumerate(rows)
        ],
        amounts=[
            {"commitment_id": f"c{n}", "amount_high": round(amount * BN)}
            for n, (_, amount) in enumerate(rows)
        ],
    )
    found = {level.name: level for level in levels(now, "IN")}
    assert found["everything"].amount == pytest.approx(206.9 * BN)
    steps = {step.name: step for step in found["signed"].steps}
    assert steps["programmes"].amount == 160.25 * BN
    assert list(steps["programmes"].rows.index) == ["c0"]
    assert found["signed"].amount == 0


def test_the_headline_of_the_summit_is_told_by_its_lines(known_now, look):
    found = {one.tally["tally_id"]: one for one in tallies.tallies(known_now.world)}
    summit = found[SUMMIT]
    assert (summit.ceiling, summit.floor, summit.strict) == (109.68 * BN, 34.68 * BN, 18.88 * BN)
    page = shown("tallies", known_now, look)
    title = page.find("div", string="AI Action Summit: infrastructure investment in France")
    row = title.find_parent("tr").get_text(" ")
    for told in (
        "€109.68bn",
        "€34.68bn without “up to”",
        "€99.68bn, of it €24.68bn without “up to”",
        "€18.88bn",
    ):
        assert told in row


def test_a_reading_or_a_slice_of_a_total_is_told_with_it(known_now):
    found = {one.tally["tally_id"]: one for one in tallies.tallies(known_now.world)}
    india = found["india-200bn-2026-02-17"]
    assert len(india.readings) == 6 and len(india.slices) == 2
    by_name = {one.tally["tally_id"]: one for one in india.readings}
    assert by_name["india-seed-200bn"].ceiling == 63 * BN
    assert "india-250bn-2026-02-20" not in found and "choose-france-2025-eve" not in found
    earlier = known_on(known_now.world.dataset, date(2025, 5, 18), END)
    names = [one.tally["tally_id"] for one in tallies.tallies(earlier.world)]
    assert "choose-france-2025-eve" in names and "choose-france-2025" not in names


def test_what_left_is_told_with_what_took_its_place(known_now):
    found = losses.lost(known_now.world)
    assert found.at["bosquel-fluidstack", "replaced_by"] == "softbank-bosquel"
    assert found.at["fluidstack-bosquel", "replaced_by"] == "softbank-bosquel"
    assert set(found["status"]) <= {"stalled", "cancelled"}
    assert found["status_source_id"].notna().all()


def test_the_heir_of_a_lost_site_lives_on_the_same_campus():
    names = {"gone": "old", "heir": "new", "dead": "late", "far": "other", "loose": None}
    sites = [
        {"site_id": site, "commitment_id": commitment, "campus_id": "park"}
        for site, commitment in names.items()
    ]
    sites[3] |= {"campus_id": "elsewhere"}
    sites += [{"site_id": "lone"}, {"site_id": "free", "commitment_id": "other"}]
    statuses = [
        {"subject_id": site, "status": "cancelled" if site in LOST_SITES else "signed"}
        for site in (*names, "lone", "free")
    ]
    now = known(
        sites=sites[::-1],
        commitments=[{"commitment_id": name} for name in names.values() if name],
        statuses=[*statuses, {"subject_id": "old", "status": "cancelled"}],
    )
    heirs = losses.lost(now.world)["replaced_by"]
    assert heirs.dropna().to_dict() == {"gone": "new", "dead": "new", "old": "new"}
    assert set(heirs.index) == {*LOST_SITES, "old"}


def test_an_amount_that_came_down_is_told_and_one_that_grew_is_not():
    amounts = [
        {"commitment_id": "c", "amount_high": 70, "claim_date": "2021-01-01"},
        {"commitment_id": "c", "amount_high": 20, "claim_date": "2023-01-01"},
        {"commitment_id": "d", "amount_high": 5, "claim_date": "2021-01-01"},
        {"commitment_id": "d", "amount_high": 9, "claim_date": "2023-01-01"},
    ]
    old = {"announced_date": "2020-01-01"}
    now = known(
        commitments=[{"commitment_id": "c", **old}, {"commitment_id": "d", **old}], amounts=amounts
    )
    rows = losses.shrunk(now.world)
    assert list(rows.index) == ["c"]
    assert (rows.at["c", "before"], rows.at["c", "after"]) == (70, 20)


def test_a_promise_past_its_date_without_evidence_is_unknown_and_never_missed(look):
    promises = [
        {"promise_id": "p", "due_date": "2026-01", "promise": "A hall <b>bold</b>"},
        {"promise_id": "q", "due_date": "2026-09"},
        {"promise_id": "r", "due_date": "2026"},
    ]
    page = shown("promises", known(promises=promises), look)
    assert "unknown since Jan 2026" in page.get_text(" ") and page.find("b", string="bold") is None
    assert "in France 1, 0 known to be kept, 1 without evidence" in page.figcaption.p.text
    assert page.h2.text == "Overdue: 1 promise in France" and "5 months" in page.tbody.tr.text
    due = [row.td.find_next("td").get_text(" ") for row in page.select("#due tbody tr")]
    assert [row.select("td")[2].text for row in page.select("#due tbody tr")] == [
        "Sept 2026",
        "2026",
    ]
    assert len(due) == 2


def test_the_figure_of_slips_holds_what_moved_or_was_settled_or_is_past(known_now, look):
    frame = slip_days(dated.of_compared(known_now.world), known_now, look)
    france = frame[frame["country_code"] == "FR"].set_index("label")
    mougins = france.loc["First service at Mougins in 2026"]
    assert mougins["told"] == "pending, +12 months"
    assert (mougins["first"].year, mougins["current"].year) == (2025, 2026)
    silent = france.loc["16 of the 35 data-centre sites usable in 2025"]
    assert silent["told"] == "unknown since 2025" and silent["silent"] == silent["first"]
    waits = frame[["current", "actual", "silent"]].isna().all(axis=1)
    assert set(frame["told"][waits]) <= {"dropped", "missed"}
    assert frame["lost"][waits].notna().all()


def test_a_promise_that_only_waits_is_not_in_the_figure(look):
    promises = [{"promise_id": "p", "due_date": "2027-01"}]
    assert not view(known(promises=promises), IN_EUROS, look)["slips"].blocks


def test_lost_lines_leave_a_total_one_by_one(known_now):
    found = {one.tally["tally_id"]: one for one in tallies.tallies(known_now.world)}
    steps = [(high / BN, low / BN) for _, high, low in found[SUMMIT].without_lost()]
    assert steps == [(99.68, 24.68)]
    assert steps[-1] == (found[SUMMIT].live_ceiling / BN, found[SUMMIT].live_floor / BN)


def test_the_largest_lost_line_leaves_first_and_what_lives_is_the_last():
    highs = {"small": 2, "large": 5, "alive": 9}
    lines = [
        {"tally_id": "t", "commitment_id": name, "ceiling": high * BN, "floor": BN}
        for name, high in highs.items()
    ]
    now = known(
        commitments=[{"commitment_id": name, "title": name} for name in highs],
        statuses=[{"subject_id": name, "status": "cancelled"} for name in ("small", "large")],
        tallies=[{"tally_id": "t", "amount": 16 * BN, "said_on": "2025-02-01"}],
        tally_lines=[{**line, "is_conditional": "false", "source_id": "s"} for line in lines],
    )
    (found,) = tallies.tallies(now.world)
    steps = [(title, high / BN, low / BN) for title, high, low in found.without_lost()]
    assert steps == [("large", 11, 2), ("small", 9, 1)]
    assert (found.live_ceiling, found.live_floor) == (9 * BN, BN)


def test_notes_of_the_last_day_are_left_out_of_an_earlier_one(known_now, look):
    before = known_on(known_now.world.dataset, date(2025, 6, 1), END)
    now, then = (shown("tallies", day, look).get_text() for day in (known_now, before))
    told = "Holds money announced before, as"
    assert told in now and told not in then


def test_a_dataset_without_rows_gives_a_page_without_numbers(look):
    assert view(known(), IN_EUROS, look).sections


def spread_over_rungs():
    """EUR 100bn: 50 and 20 in words, 10 signed, 15 being built, 5 running."""
    amounts = {"some": 20, "words": 50, "signed": 10, "built": 15, "runs": 5}
    rungs = {"signed": "signed", "built": "under_construction", "runs": "operating"}
    return known(
        commitments=[{"commitment_id": name} for name in amounts],
        amounts=[{"commitment_id": n, "amount_high": high * BN} for n, high in amounts.items()],
        statuses=[{"subject_id": n, "status": status} for n, status in rungs.items()],
    )


def test_the_title_tells_what_is_being_built_or_runs_of_everything(look):
    page = view(spread_over_rungs(), IN_EUROS, look)
    assert page.title == "Of all money announced, 20% in France is being built or runs"
    assert page.lead.startswith("Signed or further: 30% in France, all as sources report it.")


def test_shares_of_levels_are_of_everything_and_not_of_what_lives():
    rows = [{"commitment_id": "a"}, {"commitment_id": "gone"}]
    amounts = [{"commitment_id": row["commitment_id"], "amount_high": 50} for row in rows]
    lost = [{"subject_id": "gone", "status": "cancelled"}]
    found = levels(known(commitments=rows, amounts=amounts, statuses=lost), "FR")
    shares = deflator.shares(found)
    assert (shares["everything"], shares["ceiling"], shares["signed"]) == (1, 0.5, 0)


def test_a_level_has_the_rows_that_are_left_the_largest_first():
    found = {level.name: level for level in levels(spread_over_rungs(), "FR")}
    assert list(found["signed"].rows.index) == ["built", "signed", "runs"]
    assert list(found["operating"].rows["value"].items()) == [("runs", 5 * BN)]


def test_a_step_has_the_rows_that_it_takes_the_largest_first():
    found = {level.name: level for level in levels(spread_over_rungs(), "FR")}
    steps = {step.name: step for step in found["signed"].steps}
    assert list(steps["signed"].rows.index) == ["words", "some"]


OLD = {"commitment_id": "c", "announced_date": "2020-01-01"}


@pytest.mark.parametrize(("first", "second", "down"), [(70, 20, [(70, 20)]), (20, 70, [])])
def test_claims_follow_each_other_by_their_day_wherever_they_stand(first, second, down):
    amounts = [
        {"commitment_id": "c", "amount_high": second, "claim_date": "2023-01-01"},
        {"commitment_id": "c", "amount_high": first, "claim_date": "2021-01-01"},
    ]
    rows = losses.shrunk(known(commitments=[OLD], amounts=amounts).world)
    assert list(zip(rows["before"], rows["after"], strict=True)) == down


def test_an_amount_in_another_currency_did_not_come_down():
    amounts = [
        {"commitment_id": "c", "amount_high": 70, "currency": "INR", "claim_date": "2021-01-01"},
        {"commitment_id": "c", "amount_high": 20, "currency": "EUR", "claim_date": "2023-01-01"},
    ]
    assert losses.shrunk(known(commitments=[OLD], amounts=amounts).world).empty


def test_what_was_lost_last_comes_first():
    days = {"a": "2026-02-01", "b": "2026-05-01", "c": "2026-03-01"}
    now = known(
        commitments=[{"commitment_id": name} for name in days],
        statuses=[
            {"subject_id": name, "status": "cancelled", "status_date": day}
            for name, day in days.items()
        ],
    )
    assert list(losses.lost(now.world).index) == ["b", "c", "a"]


def test_lost_commitments_and_lost_sites_are_counted_apart(look):
    gone = [{"subject_id": name, "status": "cancelled"} for name in ("c", "x", "y")]
    now = known(
        commitments=[{"commitment_id": "c"}],
        sites=[{"site_id": "x"}, {"site_id": "y"}],
        statuses=gone,
    )
    assert view(now, IN_EUROS, look)["lost"].heading.endswith("commitments 1, sites 2")


def quoted(amount, day):
    """A total of so much, said on a day, with lines of EUR 40bn and 20bn."""
    return {"tally_id": day, "title": day, "amount": amount * BN, "said_on": day}, [
        {"tally_id": day, "ceiling": part * BN, "is_conditional": "false", "source_id": "s"}
        for part in (40, 20)
    ]


def test_totals_stand_with_the_newest_first_and_how_far_their_lines_are_from_them(look):
    told = [quoted(100, "2025-02-01"), quoted(50, "2025-09-01"), quoted(60, "2025-05-01")]
    tallied, lines = [one for one, _ in told], [line for _, rows in told for line in rows]
    page = shown("tallies", known(tallies=tallied, tally_lines=lines), look)
    rows = [row.get_text(" ") for row in page.select("div#tallies tbody tr")]
    assert [row.split()[0] for row in rows] == ["2025-09-01", "2025-05-01", "2025-02-01"]
    assert "€10bn more than the total" in rows[0] and "€40bn of the total has no line" in rows[2]
    assert "the total" not in rows[1]


def test_the_axis_of_slips_goes_from_the_first_date_to_the_last_with_room_beside():
    frame = pd.DataFrame({"first": ["2024-03-01", "2027-03-01"], "current": ["2028-03-01", None]})
    frame = frame.reindex(columns=DAYS).apply(pd.to_datetime)
    assert span(frame, END) == (date(2024, 3, 1) - MARGIN, date(2028, 3, 1) + MARGIN)
    assert span(frame.iloc[:0], END) == (END - MARGIN, END + MARGIN)
