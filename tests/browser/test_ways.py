"""Moving about: without a reload, with what was chosen, and back again step by step."""

import pytest
from playwright.sync_api import expect

from tests.app.test_files_change import FULL
from tests.browser.conftest import opened, quiet, serve
from tests.building import build
from tracker.views.addresses import VIEWS

pytestmark = pytest.mark.browser

NAMES = {"/": "Overview", "/leaderboard": "Leaderboard", "/comparison": "Comparison"}
COMMON = ["Way of counting", "Currency", "As known on", "Country"]  # always in this order
CONNECTED = "[data-testid=stApp][data-test-connection-state=CONNECTED]"


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """The folder of a small dataset."""
    return build(tmp_path_factory.mktemp("small") / "data", **FULL)


@pytest.fixture(scope="module")
def site(small, tmp_path_factory):
    """A server of it."""
    yield from serve(tmp_path_factory.mktemp("server") / "log", COURTING_DATA=str(small))


@pytest.fixture
def loads(page):
    """How often ``page`` was loaded as a whole."""
    seen = []
    page.on("load", lambda _: seen.append(page.url))
    return seen


def at(page, address):
    """``page`` once it is at ``address`` and quiet, with nothing left out of the address."""
    page.wait_for_function(
        "asked => location.pathname + location.search + location.hash === asked", arg=address
    )
    page.wait_for_timeout(150)  # a run that begins with this address may not have begun yet
    assert quiet(page).url.endswith(address)
    return page


def to(page, name):
    page.locator("header").get_by_role("link", name=name, exact=True).click()


def chosen(page, sign):
    page.get_by_role("radio", name=sign, exact=True).click()


@pytest.mark.parametrize("path", ["/", *(f"/{name}" for name in [*VIEWS][1:])])
def test_the_line_of_controls_begins_alike_on_every_page(page, site, path):
    opened(page, site + path)
    found = page.locator("[data-testid=stWidgetLabel]")
    found.filter(has_text="As known on").first.wait_for()
    labels = found.all_inner_texts()
    common = [one for one in labels if one in COMMON]
    assert common == [one for one in COMMON if one in common]
    assert labels[: len(common)] == common and "As known on" in common


def test_choices_stay_on_the_way_through_the_navigation(page, site, loads):
    opened(page, site + "/leaderboard?currency=USD&lens=ceiling&by=home")
    to(page, "Sites")
    at(page, "/sites")
    to(page, "Comparison")
    at(page, "/comparison?currency=USD")
    expect(page.get_by_role("radio", name="$", exact=True)).to_be_checked()
    to(page, "Leaderboard")
    at(page, "/leaderboard?lens=ceiling&currency=USD")
    assert len(loads) == 1


def test_a_country_stays_from_the_map_to_the_rows(page, site, loads):
    opened(page, site + "/sites")
    chosen(page, "France")
    at(page, "/sites?country=FR")
    to(page, "Leaderboard")
    at(page, "/leaderboard?country_code=FR")
    to(page, "Sites")
    at(page, "/sites?country=FR")
    assert len(loads) == 1


def test_a_link_in_a_page_takes_the_choices_along_and_does_not_reload(page, site, loads):
    opened(page, site + "/?currency=USD&as_of=2026-03-01")
    page.wait_for_function("() => Object.keys(window.ccWays?.pages ?? {}).length")
    link = page.locator("#race a").first
    asked, amount = link.get_attribute("href"), link.inner_text()
    link.click()
    page.wait_for_url("**/leaderboard?**currency=USD**")
    assert set(asked.partition("?")[2].split("&")) <= set(page.url.partition("?")[2].split("&"))
    quiet(page).locator(".cc-total", has_text=amount).wait_for()
    page.go_back()
    at(page, "/?currency=USD&as_of=2026-03-01")
    assert len(loads) == 1


def test_a_way_is_one_step_back_and_one_forward(page, site, loads):
    opened(page, site + "/leaderboard?currency=USD")
    chosen(page, "₹")
    at(page, "/leaderboard?currency=INR")
    to(page, "Comparison")
    at(page, "/comparison?currency=INR")
    chosen(page, "€")
    at(page, "/comparison")
    steps = ["/comparison?currency=INR", "/leaderboard?currency=INR", "/leaderboard?currency=USD"]
    for address in steps:
        page.go_back()
        at(page, address)
        name = NAMES[address.partition("?")[0]]
        sign = "₹" if "INR" in address else "$"
        expect(page).to_have_title(f"{name}: {sign} · Courting Compute")
        expect(page.get_by_role("radio", name=sign, exact=True)).to_be_checked()
    page.go_forward()
    at(page, "/leaderboard?currency=INR")
    assert len(loads) == 1


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("/leaderboard?lens=signed", "/leaderboard"),
        ("/leaderboard?lens=gold&currency=USD", "/leaderboard?currency=USD"),
        ("/comparison?nonsense=1&utm_source=x", "/comparison"),
        ("/sites?country=both", "/sites"),
        ("/overview?currency=USD", "/?currency=USD"),
        ("/Leaderboard?currency=USD", "/leaderboard?currency=USD"),
    ],
)
def test_an_address_with_a_usual_or_unknown_part_leaves_no_dead_step(page, site, asked, shown):
    page.goto("about:blank")
    opened(page, site + asked)
    at(page, shown)
    steps = page.evaluate("history.length")
    sign = "₹" if page.get_by_role("radio", name="₹", exact=True).count() else "France"
    chosen(page, sign)
    page.wait_for_function(f"history.length === {steps + 1}")
    page.go_back()
    at(page, shown)
    page.go_back()
    page.wait_for_url("about:blank")


def test_a_click_for_a_new_tab_stays_the_browsers(page, site):
    opened(page, site + "/?currency=USD")
    for link in (
        page.locator("#race a").first,
        page.locator("header").get_by_role("link", name="Sites", exact=True),
    ):
        with page.context.expect_page() as caught:
            link.click(modifiers=["ControlOrMeta"])
        assert caught.value.url != "about:blank"
        caught.value.close()
    assert page.url == site + "/?currency=USD"


def test_on_a_phone_the_menu_closes_behind_the_reader(browser, site):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = opened(context.new_page(), site + "/leaderboard?currency=USD")
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_test_id("stSidebar").get_by_role("link", name="Comparison").click()
    at(page, "/comparison?currency=USD")
    expect(page.get_by_test_id("stExpandSidebarButton")).to_be_visible()
    page.go_back()
    at(page, "/leaderboard?currency=USD")
    context.close()


def test_a_link_to_a_folded_section_opens_it(page, site):
    opened(page, site + "/?currency=USD#card-IN")
    fold = page.locator("details#card-IN")
    expect(fold).to_have_attribute("open", "")
    expect(fold).to_be_in_viewport()
    chosen(page, "₹")
    at(page, "/?currency=INR")
    expect(fold).to_have_attribute("open", "")


def test_a_link_into_a_folded_section_opens_what_is_around_it(page, site):
    opened(page, site + "/comparison#leaders")
    expect(page.locator("#leaders").first).to_be_in_viewport()
    assert page.url == site + "/comparison#leaders"


def test_what_is_opened_can_be_copied_from_the_address(page, site):
    opened(page, site + "/?currency=USD")
    summary = page.locator("details#card-FR > summary")
    summary.click()
    at(page, "/?currency=USD#card-FR")
    summary.click()
    at(page, "/?currency=USD")
