"""Countries side by side, on worlds small enough to check by hand."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from tests.building import COUNTRIES, in_memory
from tracker.counting.known import known_on
from tracker.counting.standings import concrete_shares, leads, standings
from tracker.look.html import section as drawn
from tracker.views.choices import ChosenMoney
from tracker.views.comparison.page import view
from tracker.world.figures import Figure, not_comparable
from tracker.world.national import latest, lines

BN = 10**9
END = date(2026, 7, 1)
PEOPLE = [
    {"indicator_id": "population", "country_code": "FR", "value": 100, "unit": "people"},
    {"indicator_id": "population", "country_code": "IN", "value": 1000, "unit": "people"},
    {"indicator_id": "gdp_usd", "country_code": "FR", "value": 500 * BN, "unit": "USD"},
    {"indicator_id": "gdp_usd", "country_code": "IN", "value": 500 * BN, "unit": "USD"},
]


def built(**tables):
    return known_on(in_memory(**{"indicators": PEOPLE, **tables}), END, END)


def money(**amounts):
    """A world with a commitment per name; ``fr_a=(low, high)`` in bn, the start is the country."""
    commitments = [
        {"commitment_id": name.replace("_", "-"), "country_code": name[:2].upper()}
        for name in amounts
    ]
    rows = [
        {
            "commitment_id": name.replace("_", "-"),
            "amount_low": low * BN if low else None,
            "amount_high": high * BN,
            "qualifier": "exact" if low else "up_to",
        }
        for name, (low, high) in amounts.items()
    ]
    return {"commitments": commitments, "amounts": rows}


def by_rule(known):
    return {one.rule.rule_id: one for one in standings(known, "EUR")}


def shown(known, name, look):
    """A section of the page as HTML."""
    page = view(known, ChosenMoney(END, "EUR"), look)
    return BeautifulSoup(drawn(page[name], look), "html.parser")


def text(known, name, look):
    return shown(known, name, look).get_text(" ", strip=True)


def frame(known, name, look):
    """The rows of the last table of a section, as data."""
    return view(known, ChosenMoney(END, "EUR"), look)[name].blocks[-1].frame


def test_the_floor_turns_round_what_the_ceiling_says():
    found = by_rule(built(**money(fr_a=(0, 60), fr_b=(10, 10), in_a=(40, 40))))
    assert (found["ceiling"].leader, found["floor"].leader) == ("FR", "IN")
    assert (found["ceiling"].margin, found["floor"].margin) == (30 * BN, 30 * BN)
    flips = {name for name, one in found.items() if one.is_flip}
    assert flips == {"floor"}


def test_overlapping_ranges_have_no_leader():
    world = money(fr_a=(10, 30), in_a=(20, 25))
    signed = [
        {"subject_id": row["commitment_id"], "status": "signed"} for row in world["commitments"]
    ]
    one = by_rule(built(**world, statuses=signed))["signed"]
    assert (one.verdict, one.reason, one.leader) == ("too_close", "overlap", "")


def test_equal_values_have_no_leader():
    one = by_rule(built(**money(fr_a=(10, 10), in_a=(10, 10))))["ceiling"]
    assert (one.verdict, one.leader, one.margin) == ("too_close", "", None)


def test_a_new_row_moves_only_the_rules_it_qualifies_for():
    before = money(fr_a=(10, 10), in_a=(20, 20))
    after = {name: [*rows] for name, rows in before.items()}
    after["commitments"].append(
        {"commitment_id": "in-fab", "country_code": "IN", "category": "chips", "origin": "other"}
    )
    after["amounts"].append({"commitment_id": "in-fab", "amount_high": 5 * BN})

    def values(tables):
        found = by_rule(built(**tables))
        return {name: one.by_country["IN"].figure.high for name, one in found.items()}

    first, second = values(before), values(after)
    assert {name for name in first if first[name] != second[name]} == {"with_chips"}
    assert second["with_chips"] == 25 * BN


def test_a_conglomerates_programme_is_left_out_and_its_site_is_not():
    tables = money(fr_a=(10, 10), in_site=(7, 7), in_plan=(100, 100))
    for row in tables["commitments"][1:]:
        row["lead_organisation_id"] = "group"
    tables["commitments"][2]["flow_type"] = "programme"
    group = [{"organisation_id": "group", "organisation_name": "Group", "hq_country_code": "IN",
              "organisation_type": "conglomerate"}]  # fmt: skip
    found = by_rule(built(**tables, organisations=group))
    assert found["ceiling"].by_country["IN"].figure.high == 107 * BN
    assert found["without_programmes"].by_country["IN"].figure.high == 7 * BN
    assert found["without_programmes"].leader == "FR"


def test_leads_are_counted_per_country():
    found = standings(built(**money(fr_a=(0, 60), fr_b=(10, 10), in_a=(40, 40))), "EUR")
    plain = [one for one in found if one.rule.rule_id in ("ceiling", "floor", "signed")]
    assert leads(plain, ("FR", "IN")) == {"FR": 1, "IN": 1}


def test_what_is_concrete_is_a_part_of_the_ceiling_from_low_to_high():
    tables = money(fr_a=(5, 10), fr_b=(30, 30))
    found = standings(built(**tables, statuses=[{"subject_id": "fr-a", "status": "signed"}]), "EUR")
    assert concrete_shares(found, "signed") == {"FR": (5 / 40, 10 / 40)}


def test_a_margin_is_exact_only_where_every_value_is_one_number():
    exact = by_rule(built(**money(fr_a=(10, 10), in_a=(20, 20))))["ceiling"]
    assert exact.is_exact
    tables = money(fr_a=(10, 12), in_a=(20, 20))
    signed = [{"subject_id": f"{code}-a", "status": "signed"} for code in ("fr", "in")]
    assert not by_rule(built(**tables, statuses=signed))["signed"].is_exact


def test_money_is_divided_by_people_and_by_output():
    found = by_rule(built(**money(fr_a=(10, 10), in_a=(20, 20))))
    head, output = found["per_head"], found["per_gdp"]
    assert head.by_country["FR"].figure.high == 10 * BN / 100
    assert head.by_country["IN"].divided_by.period == "2024"
    assert output.by_country["IN"].figure.high == pytest.approx(100 * 20 * 1.25 / 500)
    assert (head.leader, output.leader) == ("FR", "IN")


def test_without_a_denominator_nobody_leads():
    known = built(**money(fr_a=(10, 10), in_a=(20, 20)), indicators=PEOPLE[:1])
    one = by_rule(known)["per_head"]
    assert (one.verdict, one.reason) == ("incomplete", "not_found")


def test_mostly_unpriced_commitments_name_no_leader():
    tables = money(fr_a=(10, 10), in_a=(20, 20))
    tables["commitments"] += [
        {"commitment_id": f"in-silent-{number}", "country_code": "IN"} for number in range(2)
    ]
    one = by_rule(built(**tables))["ceiling"]
    assert (one.verdict, one.reason) == ("incomplete", "unpriced")
    assert (one.by_country["IN"].priced, one.by_country["IN"].unpriced) == (1, 2)


def power(**megawatts):
    """A commitment per name with planned power: (MW, qualifier)."""
    commitments = [{"commitment_id": name, "country_code": name[:2].upper()} for name in megawatts]
    capacities = [
        {"subject_id": name, "capacity_mw": value, "qualifier": qualifier}
        for name, (value, qualifier) in megawatts.items()
    ]
    return built(commitments=commitments, capacities=capacities)


def test_power_of_unstated_basis_needs_more_than_the_basis_could_explain():
    close = by_rule(power(fr=(1000, "exact"), **{"in": (1500, "exact")}))["planned_unstated"]
    clear = by_rule(power(fr=(1000, "exact"), **{"in": (1700, "exact")}))["planned_unstated"]
    assert (close.verdict, close.reason) == ("too_close", "unstated_basis")
    assert (clear.verdict, clear.leader) == ("leads", "IN")


def test_power_up_to_has_no_firm_end_and_unknown_power_is_not_nought():
    found = by_rule(power(fr=(1000, "up_to")))
    one = found["planned_unstated"]
    assert (one.by_country["FR"].figure.low, one.by_country["FR"].figure.high) == (0, 1000)
    assert not one.by_country["IN"].figure.is_known
    assert (one.verdict, one.reason) == ("incomplete", "not_found")


SITE = Figure(1, 2, "EUR", "money", covers="site_investment", stage="ceiling", prices="nominal")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"covers": "programme"}, "covers"),
        ({"stage": "signed"}, "stage"),
        ({"prices": "constant 2020"}, "prices"),
        ({"unit": "USD"}, "unit"),
        ({"definition": "capacity"}, "definition"),
        ({"low": None, "high": None}, "not_found"),
        ({}, ""),
    ],
)
def test_amounts_that_say_different_things_are_not_compared(other, reason):
    changed = Figure(**{**vars(SITE), **other})
    assert not_comparable(SITE, changed) == not_comparable(changed, SITE) == reason


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ({"basis": "it"}, {"basis": "grid"}, "basis"),
        ({"method": "lifecycle"}, {"method": "direct"}, "method"),
        ({"period": "2024"}, {"period": "2021"}, "period"),
        ({"period": "2024"}, {"period": "2022"}, ""),
        ({"period": "2024"}, {}, "period"),
        ({"period": "2026-2040"}, {"period": "2039"}, ""),
        ({"period": "FY2025-26"}, {"period": "2028"}, ""),
        ({"period": "2025-H1"}, {"period": "2022-06"}, "period"),
    ],
)
def test_bases_methods_and_years_must_agree(first, second, reason):
    assert not_comparable(Figure(1, 1, **first), Figure(2, 2, **second), 2) == reason


def national(**tables):
    return lines(built(**tables).world.dataset, ("FR", "IN"))


def of(found, name):
    return next(line for rows in found.values() for line in rows if line.name == name)


def test_the_newest_common_year_is_set_side_by_side():
    rows = [
        {"metric": "share_coal", "country_code": code, "year": year, "value": value, "unit": "%"}
        for code, year, value in [("FR", "2025", 1), ("FR", "2024", 2), ("IN", "2024", 70)]
    ]
    line = of(national(grid=rows), "coal_share")
    assert {code: r.figure.period for code, r in line.shown.items()} == {"FR": "2024", "IN": "2024"}
    assert [other.figure.period for other in line.others["FR"]] == ["2025"]
    assert (line.reason, line.leader) == ("", "FR")


@pytest.mark.parametrize(
    ("name", "ahead", "table", "kind"),
    [
        ("low_carbon_share", "IN", "indicators", {"indicator_id": "low_carbon_share"}),
        ("coal_share", "FR", "grid", {"metric": "share_coal"}),
    ],
)
def test_the_better_figure_is_ahead_and_of_equal_ones_none(name, ahead, table, kind):
    rows = [{**kind, "country_code": code, "value": 7, "unit": "%"} for code in ("FR", "IN")]
    level = of(national(**{table: rows}), name)
    assert (level.reason, level.leader) == ("", "")
    rows[1]["value"] = 8
    assert of(national(**{table: rows}), name).leader == ahead


def test_a_rival_reading_is_told_and_not_used(look):
    rows = [
        {"indicator_id": "dc_grid_reserved", "year": "2026", "value": 15, "unit": "GW"},
        {"indicator_id": "dc_grid_reserved", "year": "2025", "value": 5, "unit": "GW",
         "standing": "rival", "note": "Superseded."},
    ]  # fmt: skip
    known = built(indicators=[*PEOPLE, *rows])
    told = text(known, "power_offer", look)
    assert "15 GW" in told and "Not used: 5 GW" in told and "Superseded." in told


def test_a_country_without_a_value_has_words_and_no_bar(look):
    rows = [{"indicator_id": "ai_startups", "value": 1000, "unit": "companies"}]
    known = built(indicators=[*PEOPLE, *rows])
    table = shown(known, "demand_talent", look)
    row = next(row for row in table.select("tbody tr") if "AI start-ups" in row.text)
    cells = row("td")
    assert "1,000 companies" in cells[1].text and cells[2].get_text(strip=True) == "not found"
    assert row.select(".cc-bar") == []
    assert "missing" in cells[3].text


def test_two_years_of_a_figure_are_both_shown(look):
    rows = [
        {"indicator_id": "net_exports", "year": "2025", "value": 92, "unit": "TWh"},
        {"indicator_id": "net_exports", "year": "2024", "value": 89, "unit": "TWh"},
    ]
    known = built(indicators=[*PEOPLE, *rows])
    told = text(known, "power_offer", look)
    assert "92 TWh 2025" in told and "89 TWh 2024" in told


def test_both_countries_are_drawn_on_one_axis_from_zero(look):
    known = built(**money(fr_a=(10, 10), in_a=(40, 40)))
    bars = frame(known, "money", look)["bar"][:4]
    assert [bar.country_code for bar in bars] == ["FR", "IN", "FR", "IN"]
    assert [sum(piece.width_pct for piece in bar.pieces) for bar in bars] == [25, 100, 25, 100]


def test_each_rule_that_divides_has_an_axis_of_its_own(look):
    known = built(**money(fr_a=(10, 10), in_a=(20, 20)))
    rows = frame(known, "per", look).iloc[[0, 1, 4, 5]]
    widths = [sum(piece.width_pct for piece in bar.pieces) for bar in rows["bar"]]
    assert widths == pytest.approx([100, 20, 50, 100])
    assert [*rows["rule"]] == [
        "per head, at the headline maximum",
        "",
        "share of GDP, at the headline maximum",
        "",
    ]
    assert rows["by"].iloc[1] == "1,000 people (2024)"


def test_the_profile_is_written_in_the_words_of_rungs_and_as_raw_money(look):
    known = built(**money(fr_a=(10, 10), in_a=(40, 40)))
    rows = frame(known, "profile", look).set_index("rung")
    assert rows.at["all rungs", "amount_IN"] == 40 * BN and rows.at["all rungs", "count_FR"] == 1


def test_an_amount_on_which_sources_differ_is_a_range_with_both_sources(look):
    tables = money(fr_a=(3, 3), in_a=(40, 40))
    tables["amounts"].append(
        {"commitment_id": "fr-a", "amount_high": 5 * BN, "standing": "rival", "source_id": "other"}
    )
    documents = [
        {"source_id": "s", "publisher_id": "first"},
        {"source_id": "other", "publisher_id": "second"},
    ]
    speakers = [
        {"publisher_id": name, "publisher_name": name.title()} for name in ("first", "second")
    ]
    known = built(**tables, sources=documents, publishers=speakers)
    assert "€3.0–5.0bn First newspaper, tier 3 , Second newspaper, tier 3" in text(
        known, "largest", look
    )


def test_a_third_country_in_the_data_breaks_nothing(look):
    tables = money(fr_a=(10, 10), in_a=(20, 20), de_a=(90, 90))
    countries = [*COUNTRIES, {"country_code": "DE"}]
    known = built(**tables, countries=countries)
    found = by_rule(known)
    assert list(found["ceiling"].by_country) == ["FR", "IN"]
    assert found["ceiling"].leader == "IN"
    assert "DE" not in " ".join(frame(known, "profile", look))


def test_a_world_without_rows_says_so_and_leads_nowhere(look):
    page = view(built(indicators=[]), ChosenMoney(END, "EUR"), look)
    assert page.title == "No country leads on what is announced"
    assert page["homes"].heading == "No amount has been counted yet"


def test_hostile_cells_stay_text(look):
    hostile = '<img src=x onerror=alert(1)> [a](http://b.c) =HYPERLINK("d")'
    tables = money(fr_a=(10, 10), in_a=(20, 20))
    tables["commitments"][0]["title"] = hostile
    measures = [{"title": hostile, "note": hostile, "figure_text": hostile}]
    promises = [
        {"promise": hostile, "promised_by": hostile, "due_date": "2026-01", "note": hostile}
    ]
    conflicts = [{"field": hostile, "reading_a": hostile, "judgement": hostile}]
    known = built(**tables, measures=measures, promises=promises, conflicts=conflicts)
    page = view(known, ChosenMoney(END, "EUR"), look)
    text = "".join(drawn(one, look) for one in page.sections)
    assert not BeautifulSoup(text, "html.parser").select("img")
    assert text.count("&lt;img src=x") >= 7


def test_the_newest_reading_is_the_one_whose_period_ends_last():
    rows = [
        {"indicator_id": "population", "year": year, "value": value, "unit": "people"}
        for year, value in (("2024-2026", 7), ("2025", 5))
    ]
    data = built(indicators=rows).world.dataset
    assert latest(data, "population", "FR").low == 7


def test_just_as_much_power_as_the_basis_could_explain_names_no_leader(look):
    factor = look.rules.comparison.unstated_basis_factor
    level = power(fr=(1000, "exact"), **{"in": (1000 * factor, "exact")})
    assert by_rule(level)["planned_unstated"].reason == "unstated_basis"


def test_a_country_of_which_just_the_least_share_is_priced_can_lead(look):
    assert look.rules.comparison.least_priced_share == 0.5
    tables = money(fr_a=(10, 10), in_a=(20, 20))
    tables["commitments"].append({"commitment_id": "in-silent", "country_code": "IN"})
    one = by_rule(built(**tables))["ceiling"]
    assert (one.verdict, one.leader) == ("leads", "IN")


def test_a_commitment_whose_money_is_all_in_another_has_no_price_of_its_own():
    tables = money(fr_a=(10, 10), in_a=(20, 20), in_b=(5, 5))
    overlap = {"commitment_id": "in-b", "also_in": "in-a", "amount": 5 * BN}
    value = by_rule(built(**tables, overlaps=[overlap]))["ceiling"].by_country["IN"]
    assert (value.figure.high, value.priced, value.unpriced) == (20 * BN, 1, 0)


def test_measures_in_force_are_counted_of_all_and_conditions_are_apart(look):
    rows = [
        {"title": "a"},
        {"title": "b"},
        {"title": "c", "state": "proposed"},
        {"title": "condition", "nature": "context"},
        {"title": "d", "state": "proposed", "country_code": "IN"},
    ]
    page = view(built(measures=rows), ChosenMoney(END, "EUR"), look)
    assert page["levers"].heading.endswith("2 of 3 in France and 0 of 1 in India")
