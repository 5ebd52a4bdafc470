"""What only a browser knows: first sight, narrow screens, themes, addresses, requests."""

import shutil
from urllib.parse import urlparse

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import FLAGS, opened, quiet
from tracker.views.addresses import VIEWS

pytestmark = pytest.mark.browser

PAGES = ("/", *(f"/{name}" for name in [*VIEWS][1:]))
ROWS = "#ranking tbody tr"
# Streamlit asks for its own health under the page's path first, and finds it at the root.
EXPECTED = "Failed to load resource: the server responded with a status of 404"


@pytest.mark.parametrize("path", PAGES)
def test_a_fresh_server_answers_a_deep_link_within_the_frame(page, fresh_site, path):
    opened(page, fresh_site + path)
    assert page.locator("h1").count() == 1
    assert page.get_by_role("link", name="Leaderboard").first.is_visible()
    assert page.get_by_text("Evidence ends 1 Jul 2026").is_visible()


def test_the_largest_rows_are_in_the_first_screen(page, site):
    opened(page, site + "/leaderboard")
    box = page.locator(ROWS).nth(4).bounding_box()
    assert box is not None and box["y"] + box["height"] <= 720


@pytest.mark.parametrize(
    ("path", "picture"),
    [
        ("/", "#race .cc-plot"),
        ("/comparison", "#quotients .cc-plot"),
        ("/energy", "#taken .cc-plot"),
        ("/delivery", "#staircase .cc-plot"),
        ("/diplomacy", "#reached .cc-plot"),
    ],
)
def test_the_picture_is_whole_in_the_first_screen(page, site, path, picture):
    opened(page, site + path)
    box = page.locator(picture).bounding_box()
    assert box is not None and box["y"] + box["height"] <= 720


@pytest.mark.parametrize(("width", "height", "screens"), [(1280, 720, 3), (390, 844, 6)])
def test_a_page_without_opening_anything_is_a_few_screens_high(
    browser, site, width, height, screens
):
    page = browser.new_page(viewport={"width": width, "height": height})
    for path in PAGES:
        opened(page, site + path)
        main = page.locator("[data-testid=stMainBlockContainer]").bounding_box()
        assert main["height"] <= screens * height, path
    page.close()


def test_the_answers_lead_into_pages(page, site):
    opened(page, site)
    targets = [link.get_attribute("href") for link in page.locator("#questions td a").all()]
    assert len(targets) == page.locator("#questions tbody tr").count() == 5
    for target in targets:
        opened(page, f"{site}/{target}")
        assert page.locator("[data-testid=stAlert]").count() == 0
    assert page.locator("#changes").count() == 0


def test_a_value_of_a_rule_leads_to_the_rows_that_make_it_up(page, site):
    opened(page, site + "/comparison")
    page.locator("#counting > summary").click()
    link = page.locator("#leaders td a").first
    amount = link.inner_text()
    link.click()
    page.wait_for_url("**/leaderboard?**")
    quiet(page).locator(".cc-total", has_text=amount).wait_for()


def test_a_row_of_a_step_leads_to_its_sum_on_the_day_looked_at(page, site):
    opened(page, site + "/delivery?as_of=2026-03-01&currency=USD")
    page.locator("details#deflator > summary").click()
    page.locator("#deflator tr", has_text="programmes").locator("summary").first.click()
    link = page.locator("#deflator details[open] li a[href^=leaderboard]").first
    title = link.inner_text()
    link.click()
    page.wait_for_url("**/leaderboard?**as_of=2026-03-01**")
    quiet(page).locator("#added", has_text=title).wait_for()
    assert "$" in page.locator(".cc-total").inner_text()


@pytest.mark.parametrize("path", ["/delivery", "/diplomacy"])
def test_opened_rows_stay_within_a_narrow_screen(browser, site, path):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = opened(context.new_page(), site + path)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    wide = "[...document.querySelectorAll('.cc-stack, #deflator')].filter(e => e.scrollWidth > 380)"
    assert page.evaluate(f"{wide}.map(e => e.id)") == []
    context.close()


def test_the_same_country_has_one_colour_on_every_bar(page, site):
    opened(page, site + "/comparison")
    for country in ("FR", "IN"):
        colours = page.locator(f".cc-bar.cc-{country}").evaluate_all(
            "bars => [...new Set(bars.map(b => getComputedStyle(b).getPropertyValue('--cc-hue')))]"
        )
        assert len(colours) == 1


@pytest.mark.parametrize("path", PAGES)
def test_a_narrow_screen_does_not_scroll_sideways(browser, site, path):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = opened(context.new_page(), site + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_no_other_host_is_asked_and_nothing_goes_wrong(page, site, path):
    hosts, troubles = set(), []
    page.on("request", lambda request: hosts.add(urlparse(request.url).netloc))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on(
        "console",
        lambda message: (
            message.type == "error"
            and EXPECTED not in message.text
            and troubles.append(message.text)
        ),
    )
    opened(page, site + path)
    assert hosts - {""} == {urlparse(site).netloc}
    assert troubles == []


def is_of_the_map_library(issue, nodes):
    """Two maps side by side are both called Map by the library that draws them."""
    return issue == "landmark-unique" and all("mapboxgl-canvas" in node for node in nodes)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", [*PAGES, "/leaderboard?sum=yes"])
def test_axe_finds_nothing(browser, site, path, theme):
    context = browser.new_context(color_scheme=theme, viewport={"width": 1280, "height": 720})
    page = opened(context.new_page(), site + path)
    found = Axe().run(page).response["violations"]
    told = [(issue["id"], [node["html"] for node in issue["nodes"]]) for issue in found]
    assert [issue for issue in told if not is_of_the_map_library(*issue)] == []
    context.close()


def test_a_choice_goes_into_the_address_and_back_brings_it_back(page, site):
    opened(page, site + "/leaderboard")
    before = page.locator(".cc-total").inner_text()
    page.get_by_role("radio", name="Headline maximum").click()
    page.wait_for_url("**/leaderboard?lens=ceiling")
    page.locator(".cc-total", has_text="headline maximum").wait_for()
    page.go_back()
    page.locator(".cc-total", has_text="signed or further").wait_for()
    assert page.locator(".cc-total").inner_text() == before


def test_filters_behind_the_button_keep_their_state_after_other_choices(page, site):
    opened(page, site + "/leaderboard")
    page.get_by_role("radio", name="Headline maximum").click()
    page.wait_for_url("**/leaderboard?lens=ceiling")
    page.get_by_role("button", name="More…").click()
    page.get_by_role("button", name="cloud", exact=True).click()
    page.wait_for_url("**/leaderboard?lens=ceiling&category=**")


def test_the_documents_of_a_row_open_in_place(page, site):
    opened(page, site + "/leaderboard")
    page.locator("#ranking summary").first.click()
    link = page.locator("#ranking details[open] a").first
    link.wait_for()
    assert link.get_attribute("href").startswith("http")
    assert link.get_attribute("target") == "_blank"


def test_a_copied_link_shows_the_same_numbers(browser, site):
    path = "/leaderboard?lens=floor&currency=INR&by=home&category=cloud&as_of=2025-12-31&rows=all"
    seen = []
    for _ in range(2):
        context = browser.new_context()
        page = opened(context.new_page(), site + path)
        seen.append((page.url, page.locator("#ranking").inner_text()))
        context.close()
    assert seen[0] == seen[1]
    assert all(part in seen[0][0] for part in ("lens=floor", "by=home", "as_of=2025-12-31"))


def test_a_download_holds_the_rows_in_sight(page, site):
    opened(page, site + "/leaderboard?country_code=FR&rows=all")
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download these").click()
    lines = caught.value.path().read_text(encoding="utf-8").splitlines()
    assert len(lines) - 1 == page.locator(ROWS).count()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_names_withheld_rows(page, broken_site, path):
    opened(page, broken_site + path)
    assert page.get_by_text(
        "1 row of the data is missing or has a fault and is left out."
    ).is_visible()
    page.get_by_text("Which rows, and why").click()
    fault = "data/amounts.csv:4: amount_high: 'twelve' is not a whole number"
    page.get_by_text(fault).wait_for()


def test_a_country_of_the_overview_leads_to_its_rows(page, site):
    opened(page, site)
    page.locator("#race .cc-value a").first.click()
    page.wait_for_url("**/leaderboard?country_code=FR&lens=ceiling")
    quiet(page).locator(ROWS).first.wait_for()
    assert all("France ·" in row for row in page.locator(ROWS).all_inner_texts())


def test_choosing_a_site_opens_its_detail_with_claims_place_and_source(page, site):
    opened(page, site + "/sites")
    link = page.locator("#sites td a").first
    name = link.inner_text()
    link.click()
    page.wait_for_url("**/sites?**site=**")
    detail = quiet(page).locator("#site")
    detail.locator("h2", has_text=name).wait_for()
    told = detail.inner_text()
    assert "as of" in told and "within" in told
    assert detail.locator("a").count() >= 1


def test_list_map_and_tray_tell_the_same_number_of_sites(page, site):
    opened(page, site + "/sites?country=FR")
    rows = page.locator("#sites tbody tr").count()
    assert page.locator("h1").inner_text().endswith(f"at {rows} sites")
    page.get_by_text(f"Download these {rows} sites (CSV)").wait_for()
    assert f"of {rows} sites" in page.locator("#tray h2").inner_text()


def test_without_webgl_everything_is_there_in_words(browser, site):
    flags = [*FLAGS, "--disable-gpu", "--disable-3d-apis"]
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    other = browser.browser_type.launch(executable_path=path, args=flags)
    page = opened(other.new_page(), site + "/sites")
    assert page.locator("#sites tbody tr").count() == 102
    assert page.locator(".cc-map .cc-spot").count() > 20
    assert page.locator("[data-testid=stException]").count() == 0
    other.close()


def answers(page):
    """Every number of the answer: the large ones, and low and high under them."""
    return page.locator("#results td").all_text_contents()


def typed(page, label, value):
    field = page.get_by_label(label, exact=True)
    if not field.is_visible():
        page.get_by_text("Change the assumptions").click()
    field.fill(value)
    field.press("Enter")
    page.wait_for_url(f"**={value}*")
    return quiet(page)


def test_assumptions_travel_in_the_address_and_can_be_taken_back(page, browser, site):
    opened(page, site + "/energy?what=capacity&mw=1000")
    before = answers(page)
    typed(page, "PUE, France", "1.35")
    typed(page, "Load factor", "0.6")
    page.get_by_text("PUE 1.35 × load factor 0.6").first.wait_for(state="attached")
    changed = answers(page)
    assert changed != before
    copied = opened(browser.new_context().new_page(), page.url)
    assert answers(copied) == changed
    copied.get_by_text("Back to all published assumptions").click()
    copied.wait_for_url("**/energy?what=capacity")
    assert answers(quiet(copied)) == before


def test_what_cannot_be_is_refused_once_above_the_choices(page, site):
    opened(page, site + "/energy?load_factor=NaN&pue_fr=0.5&mw=-3&what=capacity")
    for told in ("“NaN”, which is not a number from 0.01 to 1", "“0.5”, which is not a number"):
        assert page.get_by_text(told).count() == 1
    assert page.get_by_text("1 GW would take").count() >= 1


def test_another_method_changes_its_name_and_its_numbers(page, site):
    usual = answers(opened(page, site + "/energy"))
    other = opened(page, site + "/energy?method=direct_official")
    assert "Direct, official inventories" in other.locator("main").inner_text()
    assert answers(other) != usual
