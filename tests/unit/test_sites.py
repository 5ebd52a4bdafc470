"""The page of sites: what it tells, what it leads to, what it gives away."""

import json

from bs4 import BeautifulSoup

from tests.siting import NANTES, POWER, known, maps_of, shown, written
from tracker.look.html import html
from tracker.look.view import Notice

CODES = ("FR", "DE", "IN")
HOSTILE = "<img src=x onerror=alert(1)>"


def parsed(view, name, look):
    return BeautifulSoup(written(view, name, look), "html.parser")


def test_list_tray_and_files_hold_the_same_sites(look):
    sites = [
        {"site_id": "a", **NANTES, "site_name": HOSTILE},
        {"site_id": "b", "location_precision": "region", "region": "Bretagne"},
    ]
    view = shown(known(sites), look, site="a")
    rows = parsed(view, "list", look).select("tbody tr")
    table, features = (one.content() for one in view.downloads)
    features = json.loads(features)
    assert len(rows) == len(features["features"]) == table.decode().count("\n") - 1 == 2
    told = written(view, "tray", look)
    assert "1 of 2 sites cannot be mapped" in told and "Bretagne" in told
    assert {row["id"]: row["geometry"] is None for row in features["features"]} == {
        "a": False,
        "b": True,
    }
    assert features["boundary_note"] and features["license"]
    for name in ("site", "list", "tray", "regions"):
        assert not parsed(view, name, look).select("img")
    assert [spot.is_chosen for spot in maps_of(view)[1].spots] == [True]


def test_files_are_called_after_the_day_and_what_was_left_out(look):
    now = known([{"site_id": "a", **NANTES}, {"site_id": "b"}])
    assert [one.name for one in shown(now, look).downloads] == [
        "sites-2026-07-01.csv",
        "sites-2026-07-01.geojson",
    ]
    none = shown(now, look, q="nothing of the kind")
    assert none.downloads == () and none.options == {"site": {}}


def test_features_say_how_a_figure_was_qualified_and_where_it_is_from(look):
    now = known([{"site_id": "a", **NANTES}], [{**POWER, "subject_id": "a", "qualifier": "up_to"}])
    feature = json.loads(shown(now, look).downloads[1].content())["features"][0]["properties"]
    assert feature["planned_qualifier"] == "up_to" and feature["source_publisher"] == "Example"
    assert feature["as_of"] == "2026-07-01" and "boundary_note" not in feature


def test_where_nothing_matches_the_page_says_so(look):
    view = shown(known([{"site_id": "a", **NANTES}]), look, q="elsewhere")
    assert view["list"].blocks == (Notice("Nothing matches these choices."),)
    assert not view["tray"].blocks and not view["regions"].blocks


def test_unplaced_money_is_told_of_all_of_it(look):
    sites = [
        {"site_id": "a", **NANTES, "commitment_id": "c", "region": "West", "site_name": "Harbour"},
        {"site_id": "b", **NANTES, "latitude": 48, "commitment_id": "c", "region": "North"},
    ]
    now = known(
        sites,
        commitments=[{"commitment_id": "c"}],
        amounts=[{"commitment_id": "c", "amount_high": 9 * 10**9}],
    )
    for view in (shown(now, look), shown(now, look, q="harbour")):
        assert "€9.0bn of €9.0bn in France" in written(view, "regions", look)
    assert "no amount of its own" in written(shown(now, look, size="amount"), "list", look)


def test_the_chosen_site_is_marked_in_the_list_and_told_with_its_commitment(look):
    sites = [{"site_id": "a", **NANTES, "commitment_id": "c"}, {"site_id": "b"}]
    view = shown(known(sites, commitments=[{"commitment_id": "c"}]), look, site="a")
    marked = parsed(view, "list", look).select("[aria-current]")
    assert len(marked) == 1 and "site=a" in marked[0]["href"]
    assert parsed(view, "site", look).dt.text == "Belongs to"


def test_a_chosen_site_that_is_not_in_sight_is_said_to_be_so(look):
    now = known([{"site_id": "a", **NANTES}])
    assert "not known on 1 Jul 2026" in written(shown(now, look, site="later"), "site", look)
    left_out = written(shown(now, look, site="a", country="IN"), "site", look)
    assert "leave this site out" in left_out
    assert "leave this site out" not in written(shown(now, look, site="a"), "site", look)


def test_the_title_and_the_lead_tell_power_per_country(look):
    sites = [{"site_id": "a"}, {"site_id": "b"}]
    capacities = [
        {"subject_id": "a", "capacity_mw": 105, "phase": "operating"},
        {"subject_id": "b", "capacity_mw": 85, "phase": "operating", "qualifier": "up_to"},
        {**POWER, "subject_id": "b", "capacity_mw": 300},
    ]
    view = shown(known(sites, capacities), look)
    assert view.title == "France plans 300 MW at 2 sites"
    assert view.lead == "In service with evidence: 190 MW in France. 2 have no place on the map."
    assert "190 MW at 2 sites in France (105 of it" in written(view, "print", look)


def test_power_of_every_phase_stands_in_a_line_of_its_own_struck_where_lost(look):
    capacities = [
        {**POWER, "subject_id": "a", "capacity_mw": 300, "power_basis": "it"},
        {**POWER, "subject_id": "a", "capacity_mw": 20, "phase": "secured", "qualifier": "up_to"},
    ]
    now = known([{"site_id": "a"}], capacities, [{"subject_id": "a", "status": "cancelled"}])
    struck = parsed(shown(now, look), "list", look).s
    assert [*struck.stripped_strings] == ["planned 300 MW IT", "secured up to 20 MW"]


def test_filters_narrow_list_map_and_files_alike(look):
    sites = [
        {"site_id": "a", **NANTES, "site_name": "Harbour"},
        {"site_id": "b", **NANTES, "latitude": 48, "site_name": "Mill"},
    ]
    now = known(sites, statuses=[{"subject_id": "b", "status": "signed"}])
    view = shown(now, look, rung=("signed",), country="FR")
    (one,) = maps_of(view)
    assert list(view.options["site"]) == ["b"]
    assert one.told.startswith("Map of France: 1 site.") and "Mill" in one.spots[0].told
    assert all("rung=signed" in spot.address for spot in one.spots)
    assert view.downloads[0].name.endswith("-1-of-2.csv")
    assert not shown(now, look, country="IN").downloads


def test_a_compared_country_without_a_view_has_no_map(look):
    countries = [{"country_code": code, "comparison_order": n} for n, code in enumerate(CODES)]
    view = shown(known([{"site_id": "a", **NANTES}], countries=countries), look)
    assert [one.country_code for one in maps_of(view)] == ["FR", "IN"]


def test_the_legend_holds_sizes_rings_discs_and_marks(look):
    view = shown(known([{"site_id": "a", **NANTES}]), look, site="a")
    legend = BeautifulSoup(html(view["maps"].blocks[0].legend, look), "html.parser")
    sizes = [item.text for item in legend.select("li:has(.cc-full)")]
    assert sizes == [" 100 MW", " 1 GW", " 3 GW"]
    assert len(legend.select(".cc-hollow, .cc-disc")) == 2
    assert len(legend.select("li")) == 3 + 2 + len(look.palette.marks) + 2


def test_what_is_in_sight_of_a_closer_map_alone_is_listed(look):
    sites = [
        {"site_id": "a", **NANTES},
        {"site_id": "b", **NANTES, "latitude": 47.23},
        {"site_id": "far", **NANTES, "latitude": 50},
    ]
    now = known(sites)
    view = shown(now, look, country="FR", around="a")
    assert "2 sites in sight, of 3" in written(view, "list", look)
    assert len(parsed(view, "list", look).select("tbody tr")) == 2
    assert view.downloads[0].name == "sites-2026-07-01.csv"
    assert "far" in view.options["site"]


def test_what_cannot_be_looked_at_is_looked_past(look):
    view = shown(known([{"site_id": "a", **NANTES}]), look, around="gone", closer="3")
    assert [one.country_code for one in maps_of(view)] == ["FR", "IN"]


def test_a_way_closer_keeps_what_was_chosen_and_leaves_out_what_is_usual(look):
    chosen = {"country": "FR", "size": "operating_mw", "q": "example"}
    one, *_ = maps_of(shown(known([{"site_id": "a", **NANTES}]), look, **chosen))
    assert one.spots[0].address == "sites?country=FR&size=operating_mw&q=example&site=a"
