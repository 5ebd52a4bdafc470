"""What a reader meets when files break, an address is wrong, or what was chosen is gone."""

import pytest
from playwright.sync_api import expect

from tests.app.test_files_change import FULL, UNCLOSED, without
from tests.browser.conftest import opened, quiet, serve
from tests.building import build

pytestmark = pytest.mark.browser

FOOT = "and have faults; you see the data as they were before"
BOXES = "[data-testid=stException], [role=dialog]"


@pytest.fixture
def served(tmp_path):
    """A data folder of one's own, and the address of the app that serves it."""
    folder = build(tmp_path / "data", **FULL)
    for address in serve(tmp_path / "log", COURTING_DATA=str(folder)):
        yield folder, address


def reloaded_until(page, address, is_so):
    """Ask again until it is so; the app looks at its files every other second."""
    for _ in range(30):
        if is_so(opened(page, address)):
            return page
    raise AssertionError(page.locator("body").inner_text())


def test_a_file_that_breaks_changes_nothing_but_the_foot(page, served):
    folder, address = served
    path = folder / "amounts.csv"
    total, sound = opened(page, address + "/leaderboard").locator(".cc-total"), path.read_text()
    before = total.inner_text()
    path.write_text(UNCLOSED)
    foot = page.get_by_text(FOOT)
    reloaded_until(page, address + "/leaderboard", lambda page: foot.count() == 1)
    assert total.inner_text() == before
    page.get_by_text("What is wrong with them").click()
    page.get_by_text("data/amounts.csv").first.wait_for()
    assert page.locator(BOXES).count() == 0
    path.write_text(sound)
    reloaded_until(page, address + "/leaderboard", lambda page: foot.count() == 0)
    assert total.inner_text() == before


def test_a_name_of_no_page_offers_the_nearest_one(page, fresh_site):
    opened(page, fresh_site + "/leaderbord?lens=ceiling")
    page.get_by_role("heading", name="There is no page “leaderbord”").wait_for()
    assert page.locator(BOXES).count() == 0
    page.get_by_text("Did you mean Leaderboard?").wait_for()
    page.locator("main").get_by_role("link", name="Leaderboard").click()
    page.wait_for_url("**/leaderboard?lens=ceiling")
    quiet(page).locator(".cc-total", has_text="headline maximum").wait_for()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/%3Cimg%20src=x%3E", "There is no page “<img src=x>”"),
        ("/caf%C3%A9", "There is no page “café”"),
        ("/" + "x" * 500, f"There is no page “{'x' * 59}…”"),
    ],
)
def test_an_odd_name_is_shown_as_it_is_beside_every_page(page, site, path, said):
    opened(page, site + path)
    page.get_by_role("heading", name=said).wait_for()
    expect(page.locator("main").get_by_role("link")).to_have_count(7)
    assert page.locator(BOXES).count() == 0


@pytest.mark.parametrize("path", ["/overview", "/Leaderboard"])
def test_a_page_by_its_own_name_is_shown(page, site, path):
    opened(page, site + path)
    page.get_by_role("heading", name="There is no page").wait_for(state="detached")
    assert page.url.rstrip("/") == (site + path.lower()).removesuffix("/overview")
    assert page.locator(BOXES).count() == 0


def test_a_site_that_left_the_data_gives_way_to_all_of_them(page, served):
    folder, address = served
    opened(page, address + "/sites?site=north")
    page.locator("#site h2", has_text="North Park").wait_for()
    build(folder, **without("sites"))
    told = page.get_by_text("is no longer in the data")
    for name in ("France", "Both") * 60:
        page.get_by_role("radio", name=name).click()
        # The run that says so has begun; one that follows would not say it again.
        page.wait_for_url(lambda url, name=name: ("country=" in url) == (name == "France"))
        if quiet(page) and page.locator("#site").count() == 0:
            break
    told.wait_for()
    assert "site=north" not in page.url
    assert page.locator("#sites tbody tr").count() == 1
    assert page.locator(BOXES).count() == 0


def test_a_page_without_its_text_says_so_and_the_others_work(page, served):
    folder, address = served
    path = folder / "text/en/leaderboard.yaml"
    path.write_text(path.read_text().replace("\ndownload:", "\nuploads:"))
    opened(page, address + "/leaderboard")
    page.get_by_text("A text of this page is missing").wait_for()
    page.get_by_text("What happened, for those who keep the app").click()
    page.get_by_text("leaderboard.yaml: download: is missing").wait_for()
    assert page.locator(BOXES).count() == 0
    opened(page, address + "/sites")
    assert page.get_by_text("A text of this page is missing").count() == 0
