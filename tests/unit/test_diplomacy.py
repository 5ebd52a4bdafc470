"""Events, their ties to commitments, and what a tie never does."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from tests.building import in_memory
from tracker.counting import circles, clock, investors, lenses, reached, ties, totals
from tracker.counting.known import known_on
from tracker.look.html import section
from tracker.views.choices import ChosenMoney
from tracker.views.diplomacy.page import view
from tracker.views.diplomacy.timeline import timeline
from tracker.world import adopters, measures, third_way
from tracker.world import events as diplomacy

END = date(2026, 7, 1)
BN = 10**9
TERM = {"leader_id": "leader", "end_date": "2027-05", "next_election": "2027-04"}
IN_EUROS = ChosenMoney(END, "EUR")
MEETING = {"event_id": "e", "leader_id": "leader", "event_date": "2025-02-10"}


def known(commitments, links=(), events=(MEETING,), day=END, **tables):
    amounts = [
        {"commitment_id": row["commitment_id"], "amount_high": row.pop("amount", BN)}
        for row in commitments
    ]
    data = in_memory(
        commitments=[{"announced_date": "2025-06-01", **row} for row in commitments],
        amounts=[{**row, "claim_date": "2025-06-01"} for row in amounts],
        terms=[TERM],
        events=list(events),
        event_links=[{"event_id": "e", **link} for link in links],
        **tables,
    )
    return known_on(data, day, day)


def page(known, look):
    shown = view(known, IN_EUROS, look)
    return BeautifulSoup("".join(section(one, look) for one in whole(shown)), "html.parser")


def whole(shown):
    """The sections but the figures."""
    over_time = shown["timeline"]
    without = replace(over_time, blocks=over_time.blocks[2:])
    return [without if one is over_time else one for one in shown.sections]


def test_the_closest_tie_counts_and_holds_for_what_lies_below():
    commitments = [
        {"commitment_id": "pot", "amount": 10 * BN},
        {"commitment_id": "part", "part_of": "pot", "amount": 4 * BN},
        {"commitment_id": "other"},
    ]
    links = [
        {"commitment_id": "pot", "link": "announced"},
        {"commitment_id": "part", "link": "negotiated"},
        {"commitment_id": "part", "link": "foundation_stone"},
    ]
    found = diplomacy.closeness(known(commitments, links).world)
    assert found.to_dict() == {"pot": "announced", "part": "negotiated", "other": "none"}


def test_a_tie_of_its_own_goes_before_one_of_the_whole():
    commitments = [
        {"commitment_id": "pot", "amount": 10 * BN},
        {"commitment_id": "part", "part_of": "pot", "amount": 4 * BN},
        {"commitment_id": "rest", "part_of": "pot", "amount": 1 * BN},
    ]
    links = [
        {"commitment_id": "pot", "link": "negotiated"},
        {"commitment_id": "part", "link": "announced"},
    ]
    found = diplomacy.closeness(known(commitments, links).world)
    assert found.to_dict() == {"pot": "negotiated", "part": "announced", "rest": "negotiated"}


@pytest.mark.parametrize(
    ("link", "announced", "tie"),
    [
        ("negotiated", "2025-02-09", "near"),
        ("negotiated", "2024-06", "none"),
        ("announced", "2024-06", "none"),
        ("reaffirmed", "2024-06", "reaffirmed"),
        ("negotiated", "2025-02-10", "negotiated"),
        ("negotiated", "2025-02", "negotiated"),
    ],
)
def test_a_part_announced_before_was_not_won_with_the_whole(link, announced, tie):
    commitments = [
        {"commitment_id": "pot", "amount": 10 * BN},
        {"commitment_id": "part", "part_of": "pot", "announced_date": announced, "amount": BN},
    ]
    found = diplomacy.closeness(known(commitments, [{"commitment_id": "pot", "link": link}]).world)
    assert (found["pot"], found["part"]) == (link, tie)


def test_a_tie_to_an_event_without_the_leader_is_elsewhere():
    events = [{**MEETING, "leader_id": None}]
    now = known([{"commitment_id": "c"}], [{"commitment_id": "c", "link": "announced"}], events)
    assert diplomacy.closeness(now.world)["c"] == "elsewhere"


def test_the_title_says_what_became_of_what_was_negotiated(look):
    now, _ = tied()
    shown = view(now, IN_EUROS, look)
    assert shown.title == "Of €10.0bn negotiated with leaders, €2.0bn is signed or further"
    assert shown.lead.startswith("Of another €11.0bn announced at their events, €0 is signed")


def test_the_title_says_when_nothing_was_signed_or_negotiated(look):
    commitments, link = [{"commitment_id": "a"}], {"commitment_id": "a"}
    talked = known([dict(one) for one in commitments], [{**link, "link": "negotiated"}])
    title = view(talked, IN_EUROS, look).title
    assert title == "Of €1.0bn negotiated with leaders, nothing is signed yet"
    silent = view(known(commitments), IN_EUROS, look)
    assert silent.title == "No source tells of money negotiated with a leader"


def test_what_a_rule_judged_is_told_beside_what_sources_report(look):
    judged = {"basis": "inferred", "rule": "land_allotted"}
    statuses = [{"subject_id": "a", "status": "signed"}]
    statuses.append({"subject_id": "b", "status": "signed", **judged})
    names = ("a", "b", "c")
    links = [{"commitment_id": name, "link": "negotiated"} for name in names]
    now = known([{"commitment_id": name} for name in names], links, statuses=statuses)
    title = view(now, IN_EUROS, look).title
    assert "€2.0bn (€1.0bn as sources report it) is signed or further" in title
    steps = reached.by_step(now, "EUR")
    assert steps[["track", "mark", "is_judged", "amount"]].to_numpy().tolist() == [
        ["negotiated", "signed", False, BN],
        ["negotiated", "signed", True, BN],
        ["negotiated", "announced", False, BN],
    ]
    marks = drawn_tracks(now, look)[0].marks
    assert [(one.start, one.end, one.is_judged) for one in marks] == [
        (0, BN, False),
        (BN, 2 * BN, True),
        (2 * BN, 3 * BN, False),
    ]


def drawn_tracks(now, look):
    return view(now, IN_EUROS, look)["seen"].blocks[0].tracks


def test_every_tie_is_in_a_track_and_the_steps_add_up_to_the_ties(known_now):
    rules = known_now.world.rules
    tracks = reached.track_of(rules)
    assert list(tracks) == [*rules.diplomacy.closeness]
    assert (tracks["elsewhere"], tracks["near"]) == ("reaffirmed", "near")
    steps = reached.by_step(known_now, "EUR").groupby("country_code")["amount"].sum()
    sums = ties.by_tie(ties.tied_money(known_now, "EUR"), known_now.world)
    for code, whole in ties.wholes(sums, rules).items():
        assert steps[code] == pytest.approx(whole)


def test_a_line_for_each_tie_and_country_with_its_sum(look):
    now, _ = tied()
    tracks = drawn_tracks(now, look)
    assert [(one.country_code, one.value.text) for one in tracks] == [
        ("FR", "€10.0bn"), ("IN", "€0"), ("FR", "€6.0bn"), ("IN", "€5.0bn"),
        ("FR", "€4.0bn"), ("IN", "€0"),
    ]  # fmt: skip
    assert all(one.value.address == "#ties" for one in tracks)


def test_what_became_of_a_tie_is_told_by_country_and_together():
    now, _ = tied()
    found = reached.became(now, "EUR", "negotiated")
    assert found["FR"] == reached.Became(10 * BN, 2 * BN, 2 * BN, 2 * BN)
    assert found["IN"] == reached.Became(0, 0, 0, 0)
    both = reached.together(reached.became(now, "EUR", "negotiated", "announced"))
    assert both.whole == 21 * BN


SIGNED = [{"subject_id": "b", "status": "signed"}]


def tied():
    """EUR 10bn negotiated, 2bn of it signed, 6bn announced and 4bn with a tie of neither."""
    commitments = [
        {"commitment_id": "a", "amount": 8 * BN},
        {"commitment_id": "b", "amount": 2 * BN},
        {"commitment_id": "c", "amount": 6 * BN},
        {"commitment_id": "d", "amount": 4 * BN},
        {"commitment_id": "e", "amount": 5 * BN, "country_code": "IN"},
        {"commitment_id": "f", "amount": 7 * BN, "country_code": "DE"},
    ]
    names = {"a": "negotiated", "b": "negotiated", "c": "announced", "e": "announced"}
    links = [{"commitment_id": name, "link": link} for name, link in names.items()]
    now = known(commitments, links, statuses=SIGNED)
    return now, ties.tied_money(now, "EUR")


def test_money_is_summed_by_tie_and_country_the_closest_first():
    now, found = tied()
    sums = ties.by_tie(found, now.world)
    assert set(found["country_code"]) == {"FR", "IN"}
    assert sums.to_dict("split")["data"] == [
        ["negotiated", "FR", 10.0 * BN, 2.0 * BN],
        ["announced", "FR", 6.0 * BN, 0.0],
        ["announced", "IN", 5.0 * BN, 0.0],
        ["none", "FR", 4.0 * BN, 0.0],
    ]
    assert list(sums) == ["closeness", "country_code", "ceiling", "signed"]
    assert ties.wholes(sums, now.world.rules).to_dict() == {"FR": 20 * BN, "IN": 5 * BN}


def test_behind_a_tie_is_its_money_of_one_country_and_lens_the_most_first():
    _, found = tied()
    assert list(ties.behind(found, "ceiling")["negotiated", "FR"].items()) == [
        ("a", 8 * BN),
        ("b", 2 * BN),
    ]
    assert ties.behind(found, "signed")["negotiated", "FR"] == {"b": 2 * BN}
    assert ties.behind(found, "ceiling")["announced", "IN"] == {"e": 5 * BN}


def test_other_pages_count_all_of_the_origin_that_is_courted():
    commitments = [
        {"commitment_id": "a", "amount": 8 * BN},
        {"commitment_id": "b", "amount": 2 * BN, "origin": "other"},
    ]
    assert ties.courted(known(commitments), "EUR").to_dict() == {"FR": 8 * BN, "IN": 0}


def test_a_tie_of_a_part_says_nothing_of_the_rest():
    commitments = [
        {"commitment_id": "pot", "amount": 10 * BN},
        {"commitment_id": "part", "part_of": "pot", "amount": 4 * BN},
    ]
    now = known(commitments, [{"commitment_id": "part", "link": "negotiated"}])
    scope = lenses.default_scope(now.world.rules, "FR")
    tie = diplomacy.closeness(now.world)
    rows = ties.money_by_closeness(now, tie, scope, "ceiling", "EUR")
    assert rows.groupby("closeness")["value"].sum().to_dict() == {
        "negotiated": 4 * BN,
        "none": 6 * BN,
    }


@pytest.mark.parametrize(
    ("announced", "tie"),
    [("2025-02-24", "near"), ("2025-02-25", "none"), ("2025-02", "none"), ("2025-01-27", "near")],
)
def test_near_in_time_needs_full_dates_and_proves_nothing(announced, tie):
    found = diplomacy.closeness(known([{"commitment_id": "c", "announced_date": announced}]).world)
    assert found["c"] == tie


def test_an_event_without_a_leader_is_near_to_nothing():
    events = [{**MEETING, "leader_id": None}]
    found = diplomacy.closeness(
        known([{"commitment_id": "c", "announced_date": "2025-02-11"}], events=events).world
    )
    assert found["c"] == "none"


def test_a_later_event_ties_nothing_yet():
    links = [{"commitment_id": "c", "link": "announced"}]
    events = [{**MEETING, "event_date": "2026-06-20"}]
    before = known([{"commitment_id": "c"}], links, events, day=date(2026, 6, 1))
    assert diplomacy.closeness(before.world)["c"] == "none"


@pytest.mark.parametrize("code", ["FR", "IN"])
@pytest.mark.parametrize("lens", ["ceiling", "signed"])
def test_ties_share_the_total_out(known_now, code, lens):
    scope = lenses.default_scope(known_now.world.rules, code)
    total = totals.total(known_now.shares, scope, lens=lens, currency="EUR")
    tie = diplomacy.closeness(known_now.world)
    rows = ties.money_by_closeness(known_now, tie, scope, lens, "EUR")
    assert rows["value"].sum() == pytest.approx(total.value)
    assert rows["closeness"].notna().all()
    by_pot = rows.groupby("pot_id")["value"].sum()
    whole = total.rows.groupby("pot_id")["value"].sum()
    pd.testing.assert_series_equal(by_pot, whole)


def test_the_start_of_a_period_is_no_due_date():
    period = {"period_start": "2026", "period_end": "2031"}
    now = known([{"commitment_id": "c", "country_code": "FR", **period}])
    assert clock.political_clock(now, "FR", "EUR").at["c", "when"] == "after"


@pytest.mark.parametrize(
    ("due", "when"), [("2027-05-31", "within"), ("2027", "after"), (None, "undated")]
)
def test_a_pot_is_due_at_its_last_date(due, when):
    now = known([{"commitment_id": "c", "period_end": due, "country_code": "FR"}])
    assert clock.political_clock(now, "FR", "EUR").at["c", "when"] == when


def test_a_promise_on_a_part_is_due_with_its_pot():
    commitments = [
        {"commitment_id": "pot", "period_end": "2026", "amount": 10 * BN},
        {"commitment_id": "part", "part_of": "pot", "amount": 4 * BN},
    ]
    promises = [{"subject_id": "part", "due_date": "2031"}]
    now = known(commitments, promises=promises)
    assert diplomacy.due_dates(now.world).loc["pot"].to_dict() == {"first": "2026", "last": "2031"}
    assert clock.political_clock(now, "FR", "EUR").at["pot", "when"] == "across"


def test_the_clock_sums_by_side_and_shares_the_whole_out():
    ends = {"a": "2026", "b": "2030", "c": "2031", "d": None}
    commitments = [
        {"commitment_id": name, "period_end": end, "amount": (place + 1) * BN}
        for place, (name, end) in enumerate(ends.items())
    ]
    found = clock.clocks(known(commitments), "EUR")
    assert list(found) == ["FR"] and found["FR"].whole == 10 * BN
    assert found["FR"].sides["value"].to_dict() == {
        "within": BN,
        "across": 0,
        "after": 5 * BN,
        "undated": 4 * BN,
    }
    assert list(found["FR"].sides["share"]) == pytest.approx([0.1, 0, 0.5, 0.4])


def test_without_money_there_is_no_clock():
    assert clock.clocks(known([]), "EUR") == {}


def drawn(now, code):
    """The frames of the figure of one country: events, money and lines."""
    found = ties.tied_money(now, "EUR")
    rows = found[(found["lens"] == "ceiling") & (found["country_code"] == code)]
    rows, tied = circles.circled(rows, now.world), diplomacy.ties(now.world)
    tied = tied[tied["commitment_id"].isin(rows.index)]
    events = circles.money_at_events(code, rows, tied, now.world)
    return events, circles.circles(rows), circles.lines(rows, tied, now.world)


def figures(now, look):
    return timeline(ties.tied_money(now, "EUR"), "EUR", now, look)


@pytest.mark.parametrize("code", ["FR", "IN"])
def test_every_item_of_the_timeline_has_a_source_and_every_tie_both_ends(known_now, look, code):
    world = known_now.world
    assert diplomacy.events(world)["source_id"].notna().all()
    assert diplomacy.links(world)["source_id"].notna().all()
    events, money, lines = drawn(known_now, code)
    assert lines.notna().all(axis=None) and len(lines)
    assert (events["day"] <= world.day).all() and (money["day"] <= world.day).all()
    places = set(zip(money["lane"], money["day"], strict=True))
    assert set(zip(lines["lane"], lines["day"], strict=True)) <= places
    assert len(events) == (diplomacy.events(world)["country_code"] == code).sum()


def test_events_before_the_axis_are_counted_and_not_drawn(look):
    events = [MEETING, {**MEETING, "event_id": "old", "event_date": "2020-01-01"}]
    commitments = [{"commitment_id": "c", "announced_date": "2025-02-20"}]
    shown = figures(known(commitments, events=events), look)
    assert "without a tie: 1;" in shown.note
    told = [one.told for one in shown.blocks]
    assert told[0].startswith("France: 1 events, 1 circles of money, 0 ties.")
    assert shown.blocks[0].heading == "France, Example" and shown.blocks[1].heading == "India"


@pytest.mark.parametrize("code", ["FR", "IN"])
def test_the_circles_of_a_lane_hold_the_money_of_its_tie(known_now, code):
    scope = lenses.default_scope(known_now.world.rules, code)
    tie = diplomacy.closeness(known_now.world)
    rows = ties.money_by_closeness(known_now, tie, scope, "ceiling", "EUR")
    _, money, _ = drawn(known_now, code)
    for name, value in rows.groupby("closeness")["value"].sum().items():
        assert money.loc[money["lane"] == name, "value"].sum() == pytest.approx(value)


def test_what_is_announced_within_a_month_is_one_circle(look):
    commitments = [
        {"commitment_id": "a", "announced_date": "2025-01-30", "title": "Small", "amount": BN},
        {"commitment_id": "b", "announced_date": "2025-02-03", "title": "Large", "amount": 3 * BN},
        {"commitment_id": "c", "announced_date": "2025-06-01", "title": "Late", "amount": BN},
    ]
    now = known(commitments)
    _, money, _ = drawn(now, "FR")
    assert list(money["day"]) == [date(2025, 2, 3), date(2025, 6, 1)]
    assert list(money["value"]) == [4 * BN, BN]
    assert list(money["names"]) == [("b", "a"), ("c",)]
    shown = figures(now, look).blocks[0].draw("light")
    assert [text for trace in shown["data"] for text in trace.get("text", ())][-2:] == [
        "Large + 1, €4.0bn",
        "Late, €1.0bn",
    ]


@pytest.mark.parametrize(("last", "count"), [("2025-03-31", 1), ("2025-04-01", 2)])
def test_a_circle_is_of_thirty_days_from_its_first(last, count):
    days = ("2025-03-01", "2025-03-20", last)
    commitments = [{"commitment_id": day, "announced_date": day} for day in days]
    assert len(drawn(known(commitments, events=[]), "FR")[1]) == count


def test_parts_of_one_pot_in_a_circle_go_by_the_name_of_the_pot():
    commitments = [
        {"commitment_id": "pot", "announced_date": "2025-06-01", "amount": 9 * BN},
        {"commitment_id": "p", "part_of": "pot", "amount": 3 * BN},
        {"commitment_id": "q", "part_of": "pot", "amount": 6 * BN},
        {"commitment_id": "r", "amount": 5 * BN},
    ]
    _, money, _ = drawn(known(commitments), "FR")
    assert list(money["names"]) == [("pot", "r")]


def test_money_tied_to_an_event_twice_counts_once_there():
    commitments = [
        {"commitment_id": "a", "amount": 3 * BN, "announced_date": "2025-02-10"},
        {"commitment_id": "b", "amount": 4 * BN, "announced_date": "2025-02-10"},
        {"commitment_id": "c", "amount": 1 * BN, "announced_date": "2025-02-10"},
    ]
    links = [
        {"commitment_id": "a", "link": "negotiated"},
        {"commitment_id": "a", "link": "announced"},
        {"commitment_id": "b", "link": "announced"},
        {"commitment_id": "c", "link": "announced"},
    ]
    events = [MEETING, {**MEETING, "event_id": "f"}]
    held, _, lines = drawn(known(commitments, links, events), "FR")
    assert held["value"].to_dict() == {"e": 8 * BN, "f": 0}
    assert sorted(zip(lines["lane"], lines["link"], strict=True)) == [
        ("announced", "announced"),
        ("negotiated", "announced"),
        ("negotiated", "negotiated"),
    ]


def test_events_are_told_the_last_first_with_whether_anything_is_tied():
    events = [
        {**MEETING, "event_id": "old", "event_date": "2024-05-01"},
        MEETING,
        {**MEETING, "event_id": "abroad", "country_code": "DE"},
    ]
    now = known([{"commitment_id": "c"}], [{"commitment_id": "c"}], events)
    found = diplomacy.of_compared(now.world)
    assert found["is_tied"].to_dict() == {"e": True, "old": False}
    assert list(found.index) == ["e", "old"]


def test_who_was_there_is_told_with_the_organisation_where_it_is_known():
    people = [{"event_id": "e", "organisation_id": "acme"}, {"event_id": "e", "person_name": "P"}]
    now = known([{"commitment_id": "c"}], event_people=people)
    found = diplomacy.attendance(now.world)
    assert list(found["organisation_name"].fillna("")) == ["Example acme", ""]


def test_concessions_are_measures_for_one_private_commitment_known_on_the_day():
    commitments = [
        {"commitment_id": "private"},
        {"commitment_id": "public", "flow_type": "public_budget"},
    ]
    rows = [
        {"measure_id": "private", "commitment_id": "private"},
        {"measure_id": "public", "commitment_id": "public"},
        {"measure_id": "unseen", "commitment_id": "unseen"},
        {"measure_id": "context", "commitment_id": "private", "nature": "context"},
        {"measure_id": "all", "commitment_id": None},
        {"measure_id": "future", "commitment_id": "private", "state_date": "2026-08-01"},
    ]
    now = known(commitments, measures=rows, day=date(2026, 6, 1))
    assert list(measures.concessions(now.world)["measure_id"]) == ["private"]


def of_homes():
    organisations = [
        {"organisation_id": "home", "hq_country_code": "FR"},
        {"organisation_id": "far", "hq_country_code": "JP", "organisation_type": "investor"},
        {"organisation_id": "unknown", "hq_country_code": None},
    ]
    amounts = {"home": 2, "far": 5, "unknown": 1}
    commitments = [
        {"commitment_id": name, "lead_organisation_id": name, "amount": amount * BN}
        for name, amount in amounts.items()
    ]
    commitments += [
        {"commitment_id": "more", "lead_organisation_id": "far", "amount": BN},
        {"commitment_id": "in", "lead_organisation_id": "home", "amount": 9 * BN,
         "country_code": "IN"},
    ]  # fmt: skip
    statuses = [{"subject_id": "far", "status": "signed"}]
    return known(commitments, organisations=organisations, statuses=statuses)


def test_money_is_summed_by_home_and_kind_of_the_lead_the_most_first():
    found = investors.by_investor(of_homes(), "EUR")
    keys = ["country_code", "home_country_code", "organisation_type", "ceiling", "signed"]
    assert found[keys].fillna("").to_numpy().tolist() == [
        ["FR", "JP", "investor", 6 * BN, 5 * BN],
        ["FR", "FR", "operator", 2 * BN, 0],
        ["FR", "", "operator", BN, 0],
        ["IN", "FR", "operator", 9 * BN, 0],
    ]


def test_investors_go_by_the_order_of_countries():
    countries = [
        {"country_code": "FR", "comparison_order": 2},
        {"country_code": "IN", "comparison_order": 1},
    ]
    commitments = [
        {"commitment_id": "a", "amount": 9 * BN},
        {"commitment_id": "b", "country_code": "IN"},
    ]
    found = investors.by_investor(known(commitments, countries=countries), "EUR")
    assert list(found["country_code"]) == ["IN", "FR"]


def test_from_abroad_is_what_is_not_known_to_be_of_home():
    now = of_homes()
    found = investors.from_abroad(investors.by_investor(now, "EUR"), now.world.rules)
    assert found.to_dict() == {"FR": 7 / 9, "IN": 1}


def test_those_named_in_a_role_are_counted_once_and_by_their_home():
    organisations = [
        {"organisation_id": "b", "organisation_name": "B", "hq_country_code": "FR"},
        {"organisation_id": "a", "organisation_name": "A"},
    ]
    named = [("b", "c", "operator"), ("a", "c", "operator"), ("b", "d", "operator"),
             ("a", "i", "operator"), ("b", "c", "customer")]  # fmt: skip
    rows = [
        {"participant_id": str(place), "organisation_id": who, "commitment_id": what, "role": role,
         "source_id": "s"}
        for place, (who, what, role) in enumerate(named)
    ]  # fmt: skip
    commitments = [{"commitment_id": "c"}, {"commitment_id": "d"},
                   {"commitment_id": "i", "country_code": "IN"}]  # fmt: skip
    now = known(commitments, organisations=organisations, participants=rows)
    found = investors.named_in_role("operator", "FR", now.world)
    told = [(one["organisation_id"], one["is_domestic"]) for one in found]
    assert told == [("a", False), ("b", True)]
    assert [one["organisation_name"] for one in found] == ["A", "B"]
    assert investors.named_in_role("customer", "IN", now.world) == []


def test_the_third_way_goes_by_role_with_its_commitment_and_its_measure():
    rows = [
        {"role": "idea", "commitment_id": "c"},
        {"role": "partner", "commitment_id": "unseen"},
        {"role": "partner", "measure_id": "m"},
    ]
    states = [{"measure_id": "m", "state": "proposed"}]
    now = known([{"commitment_id": "c"}], third_way=rows, measures=states)
    found = third_way.by_role(now.world)
    assert {role: len(rows) for role, rows in found.items()} == {"partner": 2, "idea": 1}
    assert list(found) == ["partner", "idea"]
    assert list(found["idea"]["held"]) == ["c"]
    assert found["partner"][["held", "state"]].fillna("").to_numpy().tolist() == [
        ["", ""],
        ["", "proposed"],
    ]


def test_the_country_with_the_most_claims_comes_first_with_its_sides():
    rows = [{"country_code": "JP"}, {"side": "offers"}, {"side": "lacks"}, {"side": "lacks"}]
    found = adopters.claims(known([{"commitment_id": "c"}], adopters=rows).world)
    assert {code: len(rows) for code, rows in found.items()} == {"DE": 3, "JP": 1}
    assert list(found) == ["DE", "JP"]
    sides = adopters.by_side(found["DE"])
    assert {side: len(rows) for side, rows in sides.items()} == {"offers": 1, "lacks": 2, "does": 0}


def test_figures_of_adopters_are_the_newest_that_are_known():
    metric = "generation_total"
    grid = [
        {"metric": metric, "year": year, "value": value, "unit": "TWh", **more}
        for year, value, more in (
            ("2023", 2.0, {}), ("2022", 1.0, {}), ("2024", None, {}),
            ("2025", 9.0, {"country_code": "JP"}), ("2025", 8.0, {"metric": "no such"}),
        )
    ]  # fmt: skip
    now = known([{"commitment_id": "c"}], grid=grid)
    found = adopters.newest_figures(["FR", "IN"], now.world)
    assert found[["country_code", "metric", "value", "year"]].to_numpy().tolist() == [
        ["FR", metric, 2.0, "2023"]
    ]


def test_prices_of_adopters_are_those_that_the_settings_name():
    named, _ = known([]).world.rules.diplomacy.adopter_prices
    prices = [{"price_id": "another", "price": 1}, {"price_id": named, "price": 67}]
    now = known([{"commitment_id": "c"}], prices=prices)
    assert list(adopters.named_prices(["FR", "IN"], now.world)["price"]) == [67]
    assert adopters.named_prices(["IN"], now.world).empty


def test_the_page_says_what_a_tie_does_not_prove(known_now, look):
    lead = view(known_now, IN_EUROS, look).lead
    assert "does not say that the money came because of the call" in lead
    shown = page(known_now, look)
    assert len(shown.select("#meetings tbody tr")) == len(diplomacy.of_compared(known_now.world))
    rows = third_way.by_role(known_now.world).values()
    assert len(shown.select("[id^=third-way-] tbody tr")) == sum(map(len, rows))
    claims = adopters.claims(known_now.world).values()
    assert len(shown.select("#adopters .cc-three li")) == sum(map(len, claims))
    told = {row.td.text: row.get_text(" ") for row in shown.select("#adopters tbody tr")}
    assert "329.6 g CO₂e/kWh" in told["Germany"] and told["Germany"].count("not found") == 2
    assert "€67/MWh" in told["France"] and "−93.3 TWh" in told["France"]


def test_investors_add_up_to_the_total_of_each_lens(known_now):
    found = investors.by_investor(known_now, "EUR")
    row = found.iloc[0]
    assert (row["country_code"], row["home_country_code"]) == ("FR", "JP")
    assert (row["ceiling"], row["floor"], row["signed"]) == (75 * BN, 45 * BN, 0)
    for code in ("FR", "IN"):
        scope = lenses.default_scope(known_now.world.rules, code)
        for lens in known_now.world.rules.lenses:
            total = totals.total(known_now.shares, scope, lens=lens, currency="EUR")
            of_country = found[found["country_code"] == code]
            assert of_country[lens].sum() == pytest.approx(total.value)


def test_the_picture_comes_first_and_detail_is_folded(known_now, look):
    shown = view(known_now, IN_EUROS, look).sections
    folded = [one.name for one in shown if one.is_folded]
    assert [one.name for one in shown][:2] == ["seen", "clock"]
    assert folded == ["behind", "timeline", "granted", "next"]


def test_hostile_words_stay_words(look):
    events = [{**MEETING, "title": "<img src=x onerror=alert(1)>", "summary": "<b>x</b>"}]
    now = known([{"commitment_id": "c"}], events=events)
    shown = page(now, look)
    assert not shown.select("img") and "<img src=x" in shown.get_text()
    assert "<img" not in str(figures(now, look).blocks[0].draw("dark"))


def test_a_dataset_without_rows_gives_a_page_without_numbers(look):
    nothing = known_on(in_memory(), END, END)
    shown = view(nothing, IN_EUROS, look)
    assert shown.title == "Money by its closest tie to a leader’s event"
    assert not page(nothing, look).select("#ties table, #investors table, #clock table")
    charts = shown["timeline"].blocks[:2]
    axes = [one.draw("light")["layout"]["yaxis"] for one in charts]
    assert [axis["tickvals"] for axis in axes] == [[0], [0]]


def test_the_first_and_the_last_date_of_a_pot_go_by_the_calendar():
    promises = [{"subject_id": "c", "due_date": due} for due in ("2031", "2028-06")]
    now = known([{"commitment_id": "c", "period_end": "2030"}], promises=promises)
    found = diplomacy.due_dates(now.world).loc["c"]
    assert (found["first"], found["last"]) == ("2028-06", "2031")


def test_the_pots_of_the_clock_stand_with_the_largest_first():
    amounts = {"small": 1, "large": 9, "middle": 4}
    rows = [{"commitment_id": name, "amount": n * BN} for name, n in amounts.items()]
    found = clock.political_clock(known(rows), "FR", "EUR")
    assert list(found.index) == ["large", "middle", "small"]


def test_the_clock_is_told_by_its_sides(look):
    ends = {"a": "2026", "b": "2031", "c": "2031", "d": None}
    commitments = [
        {"commitment_id": name, "period_end": end, "amount": amount * BN}
        for (name, end), amount in zip(ends.items(), (1, 3, 2, 4), strict=True)
    ]
    now = known(commitments, promises=[{"subject_id": "b", "due_date": "2026"}])
    told = "20% of the money in France (term to May 2027)"
    assert told in view(now, IN_EUROS, look)["clock"].heading
