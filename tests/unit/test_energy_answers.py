"""What the energy room works out: the research's own tables to the printed digit, and by hand."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from tests.building import in_memory
from tracker.counting.known import known_on
from tracker.dataset.faults import Fault
from tracker.dataset.settings.energy import Reference
from tracker.energy import (
    accounting,
    ladder,
    methods,
    series,
    spare,
    subjects,
    tariffs,
    units,
    weights,
)
from tracker.energy.answers import Answer, added, answers
from tracker.energy.assumptions import constants
from tracker.energy.choices import usual
from tracker.energy.examples import examples
from tracker.energy.formulas import Load, Spread, single
from tracker.energy.question import question
from tracker.world.grid import Grid, assumed, assumption

END = date(2026, 7, 1)
METHODS = {  # g/kWh in both, ratio of grids, kt a year in both, ratio of sites, gap in Mt
    "lifecycle_generation": (41.44, 670.13, 16.2, 290, 5835, 20.1, 5.55),
    "lifecycle_consumption": (31, 593, 19.1, 217, 5164, 23.8, 4.95),
    "lifecycle_consumption_south": (31, 489, 15.8, 217, 4258, 19.6, 4.04),
    "direct_official": (19.9, 711.7, 35.8, 139, 6197, 44.5, 6.06),
    "combined_margin": (68, 608, 8.9, 475, 5294, 11.1, 4.82),
    "operating_margin": (158, 951, 6.0, 1104, 8281, 7.5, 7.18),
    "marginal_watttime": (394.64, 832.74, 2.1, 2759, 7251, 2.6, 4.49),
}
EXAMPLES = {  # TWh, kt, EUR m
    ("softbank", "FR", "it"): (21.67, 898, 1777),
    ("softbank", "FR", "grid"): (19.01, 788, 1559),
    ("google", "IN", "it"): (8.71, 5835, 627),
    ("google", "IN", "grid"): (6.13, 4109, 442),
    ("same", "FR", "it"): (6.99, 290, 573),
    ("same", "FR", "grid"): (6.13, 254, 503),
    ("same", "IN", "it"): (8.71, 5835, 627),
    ("same", "IN", "grid"): (6.13, 4109, 442),
}


@pytest.fixture(scope="module")
def asked(known_now):
    return question(known_now, usual(known_now.world.dataset, END))


def asking(asked, **changes):
    return question(asked.known, replace(asked.chosen, **changes))


def known(**tables):
    return known_on(in_memory(**tables), END, END)


def pipelines(asked):
    return answers(subjects.subject(asked.known, asked.chosen), asked)


def test_the_table_of_methods_is_that_of_the_research_to_the_printed_digit(asked):
    found = {
        row.method: (
            *(figure.value for figure in row.figures.values()),
            round(row.grid_ratio, 1),
            *(round(tonnes / 1000) for tonnes in row.tonnes.values()),
            round(row.ratio, 1),
            round(row.gap / 1e6, 2),
        )
        for row in methods.method_rows(asked)
    }
    assert found == METHODS


def test_a_method_that_lacks_the_figure_of_one_country_has_no_row(asked):
    data = asked.dataset
    reference = asked.settings.methods["direct_official"]["FR"]
    rows = data[reference.table]
    is_it = (rows["metric"] == reference.metric) & (rows["year"] == reference.year)
    fault = Fault(reference.table, int(rows.index[is_it][0]), "value", "is wrong", "data/grid.csv")
    known = known_on(data.without([fault]), END, END)
    found = methods.method_rows(question(known, asked.chosen))
    assert [row.method for row in found] == [name for name in METHODS if name != "direct_official"]


def test_the_range_of_methods_goes_from_the_least_to_the_most(asked):
    found = methods.span(methods.method_rows(asked))
    assert [round(end / 1e6, 2) for end in found.gap] == [4.04, 7.18]
    assert [round(end, 1) for end in found.ratio] == [2.6, 44.5]
    assert methods.span([]) is None


def test_the_gap_is_that_of_the_intensities_in_use_where_they_are_a_pair(asked):
    found = methods.gap(asked)
    assert (found.higher, found.lower, round(found.tonnes / 1e6, 2)) == ("IN", "FR", 5.55)
    assert methods.gap(asking(asked, own=(("intensity_fr", 20.0),))) is None
    both = (("intensity_fr", 900.0), ("intensity_in", 600.0))
    assert methods.gap(asking(asked, own=both)).higher == "FR"


def test_the_worked_examples_are_those_of_the_research(asked):
    made = list(examples(asked))
    found = {
        (one.name, one.country_code, one.basis): (
            round(one.found.electricity.central / 1e6, 2),
            round(one.found.emissions.central / 1e3),
            round(one.found.cost.central / 1e6),
        )
        for one in made
    }
    assert found == EXAMPLES
    shares = made[0].found.shares
    assert [round(100 * shares[name][0].central, 1) for name in shares] == [4.0, 4.8, 23.5]
    assert all(one.found.electricity.low == one.found.electricity.high for one in made)


def test_examples_stand_at_the_usual_choices_whatever_is_chosen(asked):
    changed = asking(asked, method="direct_official", own=(("pue_fr", 2.0),), what="capacity")
    assert list(examples(changed.untouched())) == list(examples(asked))


def test_one_assumption_at_a_time_gives_the_research_s_ranges(asked):
    france, india = (series.sensitivities(code, asked).round(0) for code in ("FR", "IN"))
    assert list(france.index) == ["factor", "load_factor", "pue"]
    assert france[["low", "high"]].to_numpy().tolist() == [[139, 309], [207, 372], [277, 381]]
    assert list(india.index) == ["load_factor", "pue", "factor"]
    assert india[["low", "high"]].to_numpy().tolist() == [[4168, 7502], [5219, 6657], [5164, 6348]]
    assert india["central"].tolist() == [5835] * 3


def test_what_was_typed_has_no_range(asked):
    own = asking(asked, own=(("pue_fr", 1.35), ("load_factor", 0.6)))
    assert list(series.sensitivities("FR", own).index) == ["factor"]
    for grams in (42.0, 500.0):  # among the published factors, and outside them
        typed = asking(asked, own=(("intensity_fr", grams), ("intensity_in", 600.0)))
        assert list(series.sensitivities("FR", typed).index) == ["load_factor", "pue"]


def test_all_together_is_added_end_by_end_and_has_no_emissions_where_one_has_none(asked):
    france, india = pipelines(asked).values()
    electricity, emissions = added([france, india])
    assert electricity.low == france.electricity.low + india.electricity.low
    assert emissions.high == france.emissions.high + india.emissions.high
    assert added([france, replace(india, emissions=None)])[1] is None
    assert added([replace(france, emissions=None), india])[1] is None


def test_power_of_a_stated_basis_is_not_read_as_another(asked):
    power = subjects.subject(asked.known, asked.chosen).power["FR"]
    it, grid = (asking(asked, basis=basis).load(power) for basis in ("it", "grid"))
    assert (it.it, it.grid) == (power["it"] + power["unstated"], power["grid"])
    assert (grid.it, grid.grid) == (power["it"], power["grid"] + power["unstated"])


def test_the_firm_part_of_a_pipeline_leaves_out_what_is_said_with_up_to(asked):
    of = subjects.subject(asked.known, asked.chosen)
    assert sum(of.firm["FR"].values()) == 9594.8 and sum(of.power["FR"].values()) == 16484.8
    found = answers(of, asked)["FR"]
    alone = answers(replace(of, power=of.firm, firm={}), asked)["FR"]
    assert (found.cost.low, found.cost.high > alone.cost.high) == (alone.cost.low, True)


def test_what_runs_is_told_by_sites_as_on_the_ladder(asked):
    of = subjects.subject(asked.known, replace(asked.chosen, phase="operating"))
    assert {code: sum(power.values()) for code, power in of.power.items()} == {"FR": 192, "IN": 65}
    assert sum(of.firm["FR"].values()) == 107


def steps(found):
    frame = ladder.steps(found).set_index(["step", "country_code"])
    return {key: (row["low"], row["high"]) for key, row in frame.dropna(subset="high").iterrows()}


def test_a_step_from_a_rung_on_takes_what_has_reached_it_and_no_more():
    found = steps(
        known(
            commitments=[{"commitment_id": name} for name in ("words", "site", "runs", "gone")],
            capacities=[
                {"subject_id": "words", "capacity_mw": 1000},
                {"subject_id": "site", "capacity_mw": 300, "qualifier": "up_to"},
                {"subject_id": "runs", "capacity_mw": 20, "power_basis": "it"},
                {"subject_id": "gone", "capacity_mw": 7},
            ],
            statuses=[
                {"subject_id": "site", "status": "under_construction"},
                {"subject_id": "runs", "status": "operating"},
                {"subject_id": "gone", "status": "cancelled"},
            ],
        )
    )
    assert found["announced", "FR"] == (1020, 1320)
    assert found["building", "FR"] == (20, 320)


def test_what_a_rule_alone_judges_to_be_built_is_told_of_the_step():
    data = known(
        commitments=[{"commitment_id": name} for name in ("told", "judged")],
        capacities=[
            {"subject_id": "told", "capacity_mw": 300},
            {"subject_id": "judged", "capacity_mw": 1500},
        ],
        statuses=[
            {"subject_id": "told", "status": "under_construction"},
            {"subject_id": "judged", "status": "under_construction", "basis": "inferred"},
        ],
    )
    judged = ladder.steps(data).set_index(["step", "country_code"])["judged"]
    assert judged["building", "FR"] == 1500 and judged["announced", "FR"] == 0


def test_known_sites_are_a_step_of_their_own_and_no_part_of_what_runs():
    data = known(
        sites=[{"site_id": "one"}, {"site_id": "two"}],
        capacities=[
            {"subject_id": "one", "capacity_mw": 40, "qualifier": "up_to"},
            {"subject_id": "two", "capacity_mw": 5},
        ],
        statuses=[{"subject_id": "one"}, {"subject_id": "two"}],
    )
    assert steps(data)["mapped", "FR"] == (5, 45)
    assert data.world.rules.energy.phases_of_sites == ("operating",)


GRID = [
    {"metric": metric, "country_code": code, "year": "2025", "value": value}
    for metric, code, value in (
        ("generation_total_rte", "FR", 500), ("net_exports_rte", "FR", 100),
        ("generation_total", "IN", 2000),
    )
]  # fmt: skip


def made(code, mwh, tonnes, load, asked):
    """An answer of so many MWh and tonnes, as a part of what its country generates."""
    figure = asked.grid.figure(asked.settings.against["generation"][code], code)
    nothing = single(0)
    share = single(mwh / 1e6 / figure.value)
    return Answer(
        code, load, load, single(mwh), single(tonnes), nothing, nothing, nothing, nothing,
        {"generation": (share, figure)},
    )  # fmt: skip


def test_a_load_is_weighed_against_what_is_generated_beside_net_exports():
    now = known(grid=GRID)
    asked = question(now, usual(now.world.dataset, END))
    found = {"FR": made("FR", 50e6, 1.0, Load(), asked), "IN": None}
    france, india = weights.weights(found, asked)
    assert (france.share.central, france.exported) == (0.1, 0.2)
    assert (india.share, india.electricity, india.exported) == (None, None, None)
    assert india.generation.value == 2000 and india.exports is None
    assert weights.widest([france, india]) == 0.2
    more = weights.weights({"FR": made("FR", 150e6, 1.0, Load(), asked)}, asked)
    assert weights.widest([france], more) == pytest.approx(0.3) and weights.widest([]) == 0


def test_the_gap_of_the_same_power_is_that_of_its_answers():
    now = known(grid=GRID)
    asked = question(now, usual(now.world.dataset, END))
    load = Load(it=300.0, grid=20.0)
    same = {code: made(code, 1e6, tonnes, load, asked) for code, tonnes in (("FR", 10), ("IN", 50))}
    assert methods.gap_of(same, asked) == methods.Gap("IN", "FR", 40, 320)
    other = {**same, "IN": made("IN", 1e6, 50, Load(it=1.0), asked)}
    assert methods.gap_of(other, asked) is None is methods.gap_of({}, asked)
    assert methods.gap_of({**same, "IN": replace(same["IN"], emissions=None)}, asked) is None


def test_every_step_has_what_it_is_counted_from_or_its_document(known_now):
    found = ladder.steps(known_now).set_index(["step", "country_code"])
    assert found.loc["requested"]["high"].isna().all()
    assert pd.isna(found.at[("reserved", "IN"), "high"])
    reserved, runs = found.loc[("reserved", "FR")], found.loc[("energised", "FR")]
    assert (reserved["low"], reserved["high"], reserved["period"]) == (15000, 15000, "2026-01")
    assert (runs["low"], runs["high"], runs["counted"], runs["count"]) == (107, 192, "sites", 3)
    building = found.loc[("building", "FR")]
    assert (building["low"], building["high"]) == (118.8, 218.8)
    assert (building["counted"], building["count"]) == ("commitments", 3)


def test_what_runs_of_what_is_announced_is_the_last_step_of_the_first(known_now):
    found = ladder.in_service(ladder.steps(known_now))
    assert found.loc["FR"].to_dict() == {"whole": 16484.8, "running": 192}
    assert found.loc["IN"].to_dict() == {"whole": 28618, "running": 65}
    lacking = ladder.steps(known_now)
    lacking.loc[(lacking["step"] == "energised") & (lacking["country_code"] == "FR"), "high"] = None
    assert list(ladder.in_service(lacking).index) == ["IN"]


def test_pipelines_stand_beside_what_is_reserved_exported_and_grown(asked):
    found = spare.spare(pipelines(asked), asked)
    twh = {
        (one.country_code, one.name): tuple(
            round(end / 1e6, 1) for end in (one.mwh.low, one.mwh.central, one.mwh.high)
        )
        for one in found
    }
    assert twh == {
        ("FR", "pipeline"): (45.5, 113.9, 188.6),
        ("FR", "reserved"): (65.7, 92.0, 118.3),
        ("FR", "net_exports"): (92.3, 92.3, 92.3),
        ("FR", "growth"): (8.2, 8.2, 8.2),
        ("IN", "pipeline"): (134.3, 249.2, 365.5),
        ("IN", "growth"): (45.1, 45.1, 45.1),
    }
    claimed = spare.claimed(found)
    assert (claimed.country_code, round(claimed.of_exports, 3)) == ("FR", 0.997)
    assert spare.claimed([one for one in found if one.name != "net_exports"]) is None


def test_market_based_is_an_answer_of_its_own_or_not_known(asked):
    found = [
        (one.country_code, one.method, one.emissions and round(one.emissions.central / 1e6, 2))
        for one in accounting.accounts(pipelines(asked), asked)
    ]
    assert found == [
        ("FR", "location", 4.72),
        ("FR", "market", 2.68),
        ("FR", "market", 14.23),
        ("IN", "location", 166.99),
        ("IN", "market", None),
    ]


def test_an_intensity_of_one_s_own_stands_without_a_figure(asked):
    own = asking(asked, own=(("intensity_fr", 20.0),))
    first, *_ = accounting.accounts(pipelines(own), own)
    assert (first.figure, first.own) == (None, 20.0)
    assert pipelines(own)["FR"].emissions is not None and pipelines(own)["IN"].emissions is None


def test_fuels_add_up_to_all_that_was_generated(known_now):
    for code in ("FR", "IN"):
        shares = series.mixes(known_now, code)
        assert len(shares) == 26
        assert shares.sum(axis="columns").round(6).eq(100).all()


def test_a_year_that_lacks_a_fuel_has_no_mix():
    rows = [
        {"metric": f"generation_{fuel}", "year": year, "value": value}
        for fuel, year, value in (
            ("nuclear", 2023, 60), ("nuclear", 2024, 60), ("hydro", 2024, 20), ("coal", 2024, 0),
            ("coal", 2023, 0), ("nuclear", "FY2024-25", 1),
        )
    ]  # fmt: skip
    found = series.mixes(known(grid=rows), "FR")
    assert found.round(1).to_dict("index") == {2024: {"coal": 0, "nuclear": 75, "hydro": 25}}


def test_a_country_that_is_not_compared_has_no_mix(known_now):
    with pytest.raises(KeyError):
        series.mixes(known_now, "DE")


def test_years_of_a_figure_are_those_of_its_place_the_first_first():
    rows = [
        {"metric": "a", "year": "2024", "value": 1},
        {"metric": "a", "year": "2019", "value": 1},
        {"metric": "a", "year": "2020"},
        {"metric": "b", "year": "2021", "value": 1},
        {"metric": "a", "year": "2022", "value": 1, "country_code": "IN"},
    ]
    found, of_metric = Grid(in_memory(grid=rows)), Reference("grid", "a", "2024")
    assert found.years(of_metric, "FR") == ["2019", "2024"]
    assert found.years(of_metric, "IN") == ["2022"] and found.years(of_metric, "DE") == []


def test_intensities_stand_by_year_and_country_with_gaps(known_now):
    found = series.intensities(known_now)
    assert list(found) == ["FR", "IN", "EU"]
    assert found.loc[2025, ["FR", "IN"]].tolist() == [41.44, 670.13]


def test_a_table_beside_a_figure_has_every_fifth_year_and_the_last():
    frame = pd.DataFrame({"FR": range(14)}, index=range(2009, 2023))
    assert list(series.every_few(frame).index) == [2010, 2015, 2020, 2022]


def test_prices_are_told_in_one_unit_with_both_ends(known_now):
    found = tariffs.prices(known_now.world.dataset).set_index("price_id").round(2)
    ends = ["price_high", "low", "high"]
    assert found.loc["in-odisha-open-access-2026", ends].tolist() == [4.5, 34.15, 43.91]
    assert found.loc["in-maharashtra-ht-2026", ends].tolist() == [7.38, 72.01, 72.01]
    assert found.loc["fr-network-discount-2025", ends].tolist() == [-5.7, -5.7, -5.7]
    assert "eu-non-household-2025-h1" not in found.index
    gaps = tariffs.unpriced(known_now.world.dataset)["price_id"]
    assert sorted(gaps) == ["in-andhra-incentive-2025", "in-telangana-ht-2025"]


def test_taxes_are_measures_of_compared_countries_and_no_conditions():
    rows = [
        {"title": "tax"},
        {"title": "land", "lever": "land"},
        {"title": "condition", "nature": "context"},
        {"title": "elsewhere", "country_code": "US"},
    ]
    assert list(tariffs.taxes(in_memory(measures=rows))["title"]) == ["tax"]


def test_an_assumption_for_all_is_not_taken_for_that_of_a_country():
    rows = [
        {"parameter": "pue", "country_code": "FR", "central": 1.2},
        {"parameter": "load_factor", "low": 0.5, "central": 0.7, "high": 0.9},
    ]
    data = in_memory(assumptions=rows)
    assert assumption(data, "pue", "FR")["central"] == 1.2
    assert assumption(data, "pue") is None and assumption(data, "pue", "IN") is None
    assert assumption(data, "load_factor", "FR") is None
    assert assumed(data, "load_factor") == 0.7
    with pytest.raises(KeyError):
        assumed(data, "pue")


def test_what_cannot_be_typed_over_is_what_has_no_bounds(known_now):
    found = set(constants(known_now.world.dataset)["parameter"])
    assert found == {"embodied_gpu", "embodied_server", "water_onsite", "inr_per_eur"}


@pytest.mark.parametrize(
    ("name", "central", "told"),
    [
        ("electricity", 2e6, ("TWh", 2.0)),
        ("cost", 9.99e8, ("EUR m", 999.0)),
        ("cost", 1e9, ("EUR bn", 1.0)),
        ("embodied", 9.99e5, ("kt CO₂e", 999.0)),
        ("embodied", 1e6, ("Mt CO₂e", 1.0)),
        ("gpus", 5e9, ("GPUs", 5e9)),
    ],
)
def test_large_quantities_have_a_larger_unit(name, central, told):
    unit, scale = units.of_quantity(name, single(central))
    assert (unit, pytest.approx(central * scale)) == told


def test_gases_are_named_as_every_figure_counts_them():
    assert units.of_emissions(single(1e6), ["gCO2e/kWh"])[0] == "Mt CO₂e"
    assert units.of_emissions(single(1e6), ["gCO2e/kWh", "gCO2/kWh"])[0] == "Mt CO₂"
    assert units.of_emissions(Spread(0, 999_999, 2e6), ["gCO2e/kWh"])[0] == "kt CO₂e"


def test_a_question_knows_whether_less_than_everything_is_looked_at(asked):
    assert not asked.is_narrowed and not asked.is_own
    assert asking(asked, phase="secured").is_narrowed
    assert asking(asked, rung=("signed",)).is_narrowed
    assert asking(asked, own=(("intensity_in", 1.0),)).is_own
    assert not asking(asked, own=(("pue_in", 1.1),)).is_own


def test_every_low_end_is_that_of_the_firm_power_alone(asked):
    of = subjects.Subject({"FR": {"it": 300.0}}, firm={"FR": {"it": 100.0}})
    found = answers(of, asked)["FR"]
    alone = answers(subjects.Subject({"FR": {"it": 100.0}}), asked)["FR"]
    names = ("electricity", "emissions", "cost", "gpus", "embodied", "water")
    assert {name: getattr(found, name).low for name in names} == {
        name: getattr(alone, name).low for name in names
    }
    shares = {name: spread.low for name, (spread, _) in found.shares.items()}
    assert shares == {name: spread.low for name, (spread, _) in alone.shares.items()}
    assert found.gpus.high == 3 * alone.gpus.high


def test_making_the_computers_is_shared_out_over_their_life(asked):
    own = (("gpus_per_mw", 600.0), ("hardware_lifetime", 3.0))
    changed = asking(asked, own=own)
    found = answers(subjects.Subject({"FR": {"it": 1000.0}}), changed)["FR"]
    assert round(found.gpus.central) == 600_000 and round(found.embodied.central) == 175_300


def test_a_year_holds_where_every_country_has_it_by_the_method(asked):
    rows = [
        ("FR", "2020", 50.0), ("FR", "2025", 40.0), ("IN", "2025", 670.0), ("FR", "2019", 55.0),
        ("IN", "2019", 700.0),
    ]  # fmt: skip
    metric = asked.settings.methods["lifecycle_generation"]["FR"].metric
    grid = [
        {"metric": metric, "country_code": code, "year": year, "value": value, "unit": "gCO2e/kWh"}
        for code, year, value in rows
    ]
    now = known(grid=grid)
    used = {
        year: question(now, replace(asked.chosen, year=year)).used("intensity", "FR").central
        for year in ("2019", "2020")
    }
    assert used == {"2019": 55.0, "2020": 40.0}


def test_commitments_with_power_stand_with_the_largest_first():
    megawatts = {"small": 5, "large": 900, "middle": 70}
    now = known(
        commitments=[{"commitment_id": name} for name in megawatts],
        capacities=[{"subject_id": name, "capacity_mw": mw} for name, mw in megawatts.items()],
    )
    assert list(subjects.commitments(now, "planned").index) == ["large", "middle", "small"]


def test_of_what_runs_only_sites_on_the_rungs_asked_for_are_looked_at(asked):
    sites = [{"site_id": "runs"}, {"site_id": "partly"}]
    now = known(
        sites=sites,
        capacities=[
            {"subject_id": "runs", "capacity_mw": 30, "phase": "operating"},
            {"subject_id": "partly", "capacity_mw": 8, "phase": "operating"},
        ],
        statuses=[
            {"subject_id": "runs", "status": "operating"},
            {"subject_id": "partly", "status": "partly_operating"},
        ],
    )
    chosen = replace(asked.chosen, phase="operating")
    every, one = (
        subjects.subject(now, replace(chosen, rung=rung)) for rung in ((), ("partly_operating",))
    )
    assert sum(every.power["FR"].values()) == 38 and sum(one.power["FR"].values()) == 8


def test_a_method_names_the_country_where_the_campus_emits_more(asked):
    assert {row.higher for row in methods.method_rows(asked)} == {"IN"}
