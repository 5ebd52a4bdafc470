"""Files that change under a running app: what stays, what is taken up, what the reader is told."""

import pytest
import yaml

from tests.app.test_pages import PAGES, html, opened
from tests.building import build
from tests.unit.test_leaderboard import TABLES
from ui import serving

SITES = [
    {"site_id": "north", "site_name": "North Park", "commitment_id": "tranche"},
    {"site_id": "south", "site_name": "South Park"},
]
COUNTRIES = [
    {"country_code": code, "comparison_order": order}
    for code, order in (("FR", 1), ("IN", 2), ("DE", None))
]
POWER = [
    *TABLES["capacities"],
    {"subject_id": "north", "capacity_mw": 300, "power_basis": "grid"},
]
BUILT = [*TABLES["statuses"], {"subject_id": "south"}, {"subject_id": "north"}]
FULL = {**TABLES, "sites": SITES, "capacities": POWER, "statuses": BUILT, "countries": COUNTRIES}
UNCLOSED = 'amount_id,commitment_id\n"amounts-1,campus\n'


@pytest.fixture
def served(folder, monkeypatch):
    """A small data folder that the app serves, and looks at again on every run."""
    monkeypatch.setattr(serving, "LOOK_AGAIN_AFTER", 0)
    monkeypatch.setattr(serving, "SETTLED_AFTER", 0)
    monkeypatch.setenv("COURTING_DATA", str(build(folder, **FULL)))
    return folder


def foot(app):
    return [box.value for box in app.warning if "have faults" in box.value]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("amounts.csv", UNCLOSED),
        ("amounts.csv", ""),
        ("rules.yaml", "a: ["),
        ("rules.yaml", "evidence_until: 2026-07-01"),
        ("palette.yaml", "colours: 1"),
        ("datapackage.yaml", "a: ["),
        ("text/en/site.yaml", "a: ["),
    ],
)
def test_a_file_that_breaks_changes_nothing_but_the_foot(served, name, text):
    app = opened()
    before, sound = html(app), (served / name).read_text()
    (served / name).write_text(text)
    app.run()
    assert not app.exception and not app.error
    assert html(app) == before
    assert len(foot(app)) == 1 and "as they were before" in foot(app)[0]
    assert app.code[0].value
    (served / name).write_text(sound)
    app.run()
    assert html(app) == before and not app.warning and not app.code


@pytest.mark.parametrize("page", PAGES)
def test_every_page_goes_on_with_the_last_good_data(served, page):
    app = opened(page)
    before = html(app)
    (served / "commitments.csv").unlink()
    app.run()
    assert not app.exception and not app.error
    assert html(app) == before and foot(app)


def test_newer_sound_files_are_taken_up(served):
    app = opened("leaderboard")
    assert "€20.0bn signed or further" in html(app)
    amounts = [*TABLES["amounts"]]
    amounts[1] = {**amounts[1], "amount_high": 9 * 10**9}
    build(served, **{**FULL, "amounts": amounts})
    assert "€21.0bn signed or further" in html(app.run())
    assert not app.warning


def test_faulty_files_after_faulty_ones_are_taken_up(served):
    path = served / "amounts.csv"
    sound = path.read_text()
    path.write_text(sound.replace("15000000000,15000000000", "15000000000,twelve"))
    app = opened()
    assert ":4: amount_high: 'twelve'" in app.code[0].value
    path.write_text(sound.replace("8000000000,8000000000", "8000000000,eight"))
    assert ":3: amount_high: 'eight'" in app.run().code[0].value
    assert len(app.code) == 1 and not foot(app)


def test_a_text_that_is_lost_is_read_as_it_was(served):
    app = opened("leaderboard")
    before, path = html(app), served / "text/en/leaderboard.yaml"
    texts = yaml.safe_load(path.read_text())
    for name in ("download", "columns", "total"):
        texts.pop(name, None)
    path.write_text(yaml.safe_dump(texts, allow_unicode=True, sort_keys=False))
    app.run()
    assert not app.exception and not app.error
    assert html(app) == before


def gone(app):
    return [box.value for box in app.warning if "no longer in the data" in box.value]


@pytest.mark.parametrize(
    ("page", "address", "changed", "widget", "pressed"),
    [
        ("sites", {"site": "north"}, "sites", "size", "amount"),
        ("energy", {"what": "site", "site": "north"}, "sites", "method", "direct_official"),
        ("energy", {"what": "commitment", "commitment": "hub"}, "hub", "year", "2024"),
        ("leaderboard", {"country_code": "DE"}, "countries", "lens", "ceiling"),
    ],
)
def test_a_choice_that_left_the_data_gives_way_to_the_usual_one(
    served, page, address, changed, widget, pressed
):
    app = opened(page, **address)
    assert not app.exception and not app.warning
    build(served, **without(changed))
    app.session_state[widget] = pressed
    app.run()
    assert not app.exception and not app.error
    assert len(gone(app)) == 1
    lost = address.popitem()[0]
    assert lost not in app.query_params
    app.session_state["as_of"] = app.session_state["as_of"].replace(day=2, month=6)
    assert not app.run().exception and not gone(app)


def without(changed):
    """The tables with what was chosen taken out of them."""
    if changed == "hub":
        kept = {
            name: [row for row in rows if "hub" not in row.values()] for name, rows in FULL.items()
        }
        return kept
    if changed == "countries":
        return {**FULL, "countries": COUNTRIES[:2]}
    rest = {"sites": SITES[1:], "statuses": BUILT[:-1], "capacities": TABLES["capacities"]}
    return {**FULL, **rest}


def test_a_day_after_the_evidence_gives_way_when_the_evidence_ends_sooner(served):
    app = opened("leaderboard", as_of="2026-06-30")
    path = served / "rules.yaml"
    path.write_text(
        path.read_text().replace("evidence_until: 2026-07-01", "evidence_until: 2026-06-01")
    )
    app.run()
    assert not app.exception and len(gone(app)) == 1
    assert app.query_params == {}
