"""What a visit brings over the wire, and when."""

from pathlib import Path
from urllib.parse import urlparse

import pytest

from tests.browser.conftest import opened
from tests.browser.test_pages import typed
from ui.figures import LIBRARY

pytestmark = pytest.mark.browser

FIGURES = {"/energy": 5, "/delivery": 2, "/diplomacy": 2}
KINDS = "place => [place.figure.data, place._fullData].map(all => all.map(one => one.type))"
DRAWN = "place => [...(place._fullData ?? [{ x: [] }])[0].x].join()"
ROOT = Path(__file__).parents[2]
# How wide each name is in the font of icons, at 20 px: what is not in it would be a word.
WIDTHS = """async names => {
    await document.fonts.load('20px "Material Symbols Rounded"');
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = '20px "Material Symbols Rounded"';
    return [...new Set(names.map(name => Math.round(pen.measureText(name).width)))];
}"""
LARGEST = 500_000  # bytes of a file that is not packed: the fonts are


def unfolded(page):
    """The page with everything open that is folded away around figures."""
    closed = page.locator("[data-testid=stExpander] > details:not([open]) > summary")
    while closed.count():
        closed.first.click()
    return page


def asked(page, action):
    """The addresses that ``page`` asks for while ``action`` is done."""
    seen = []
    page.on("requestfinished", lambda request: seen.append(urlparse(request.url).path))
    action()
    return seen


@pytest.mark.parametrize("path", ["/energy", "/delivery"])
def test_what_draws_figures_comes_with_the_first_that_is_near(page, site, path):
    seen = asked(page, lambda: opened(page, site + path))
    assert not [one for one in seen if "plotly" in one.lower()]
    place = page.locator(".cc-figure").first
    with page.expect_response(f"{site}/{LIBRARY}") as caught:
        unfolded(page)
        place.scroll_into_view_if_needed()
        height = place.bounding_box()["height"]
    assert caught.value.headers["content-encoding"] == "gzip"
    place.locator(".main-svg").first.wait_for()
    assert place.bounding_box()["height"] == height


@pytest.mark.parametrize(("path", "count"), FIGURES.items())
def test_every_figure_is_named_and_drawn_of_its_own_kinds(page, site, path, count):
    unfolded(opened(page, site + path))
    places = page.get_by_role("figure").and_(page.locator(".cc-figure"))
    assert places.count() == page.locator(".cc-figure").count() == count
    for place in page.locator(".cc-figure").all():
        assert len(place.get_attribute("aria-label")) > 20
        place.scroll_into_view_if_needed()
        place.locator(".main-svg").first.wait_for()
        sent, drawn = place.evaluate(KINDS)
        assert sent == drawn


def test_another_choice_draws_another_figure_in_the_same_place(page, site):
    unfolded(opened(page, site + "/energy?load_factor=0.5"))
    place = page.locator(".cc-figure").first
    place.scroll_into_view_if_needed()
    place.locator(".main-svg").first.wait_for()
    place.evaluate(f"place => {{ place.before = ({DRAWN})(place) }}")
    typed(page, "Load factor", "0.6")
    page.wait_for_function(
        f"place => place.before !== ({DRAWN})(place)", arg=place.element_handle()
    )
    assert place.evaluate("place => place.before") is not None
    assert place.locator(".plot-container").count() == 1


def test_what_can_be_packed_is_packed(page, site):
    large = []

    def weigh(response):
        size = int(response.headers.get("content-length", 0))
        if size > LARGEST and "content-encoding" not in response.headers:
            large.append(response.url)

    page.on("response", weigh)
    opened(page, site + "/sites")
    page.locator(".cc-map .cc-spot").first.wait_for()
    assert large == []


def test_an_icon_is_drawn_as_one(page, site):
    names = (ROOT / "static/icons/PROVENANCE.md").read_text(encoding="utf-8").splitlines()[-1]
    opened(page, site + "/leaderboard")
    assert page.evaluate(WIDTHS, names.split(", ")) == [20]
