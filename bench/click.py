"""One click where everything is cached: processor time of the server."""

from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from bench.report import Line
from bench.servers import PAGES, App, served
from bench.visits import ALONE_MS, REST, chromium, fresh, settled

AFTER_CLICK_MS = 250  # until the run that a click asks for has surely begun
OTHERS = {"empty": 1.25, "naive": None, "base": None}  # with their targets


def lines(apps: dict[str, App], rounds: int) -> Iterator[Line]:
    """Ours against an empty page, a naive one and the base."""
    with chromium() as browser:
        ms = {name: _click_ms(browser, apps[name], rounds) for name in ("ours", *OTHERS)}
    for name, target in OTHERS.items():
        yield Line("one click, cached", "ms", ms["ours"], name, ms[name], target)


def _click_ms(browser: Browser, app: App, rounds: int) -> float:
    """Processor milliseconds of a click, over ``rounds`` through all pages of the app."""
    with served(app) as server, fresh(browser) as page:
        page.goto(server.address)
        settled(page)
        page.wait_for_timeout(ALONE_MS)  # the choices are drawn by scripts that come late
        _round(page)  # fills the caches, of the browser too
        before = server.processor_s()
        clicks = sum(_round(page) for _ in range(rounds))
        return 1000 * (server.processor_s() - before) / clicks


def _round(page: Page) -> int:
    """Go through every page that the navigation has, press two choices on each: how many clicks."""
    links = page.locator("[data-testid=stTopNavLink]")
    count = links.count()
    if not count:
        return sum(_presses(page) for _ in PAGES)  # as many as with navigation, at least
    return sum(_click(page, links.nth(number)) + _presses(page) for number in range(count))


def _presses(page: Page) -> int:
    """The other choice and back again, where there is one."""
    choices = page.locator("[role=radiogroup]").first.locator("[role=radio]")
    if choices.count() < 2:
        return 0
    return _click(page, choices.nth(1)) + _click(page, choices.nth(0))


def _click(page: Page, where) -> int:
    where.click()
    page.wait_for_timeout(AFTER_CLICK_MS)
    page.wait_for_selector(REST)
    return 1
