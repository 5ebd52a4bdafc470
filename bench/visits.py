"""Visits in a real browser: when the first text is there, and when all of a page is."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-sync"]
SCREEN = {"width": 1280, "height": 720}
REST = "[data-testid=stApp][data-test-script-state=notRunning]"
# What a page is complete with: as many of these as it has when it was left alone for a while.
MARKS = "h1, h2, tr, canvas, svg.main-svg, [role=row], [role=radiogroup], .cc-footer"
COMPLETE = f"""marks => {{
    const app = document.querySelector("[data-testid=stApp]");
    const rests = !app || app.dataset.testScriptState === "notRunning";
    return rests && document.querySelectorAll("{MARKS}").length >= marks;
}}"""
LOOK_EVERY_MS = 20
ALONE_MS = 3000


@dataclass(frozen=True)
class Visit:
    """Seconds from asking for a page until its heading is seen, and until it is complete."""

    text_s: float
    whole_s: float


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser: the one on the path, else the one that Playwright brings."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def fresh(browser: Browser) -> Iterator[Page]:
    """A reader who never was here: an empty cache."""
    context = browser.new_context(viewport=SCREEN)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def settled(page: Page) -> None:
    """Return when the page has a heading, and its script does not run."""
    page.wait_for_selector("h1", timeout=90_000)
    if page.locator("[data-testid=stApp]").count():
        page.wait_for_selector(REST, timeout=90_000)


def marks_at_rest(browser: Browser, address: str) -> int:
    """How many marks the page has once it was left alone; this visit fills the server's caches."""
    with fresh(browser) as page:
        page.goto(address)
        settled(page)
        page.wait_for_timeout(ALONE_MS)
        return page.locator(MARKS).count()


def visit(browser: Browser, address: str, marks: int) -> Visit:
    """One visit by somebody new, to a page that has ``marks`` when complete."""
    with fresh(browser) as page:
        start = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.wait_for_selector("h1", timeout=90_000)
        text = time.perf_counter() - start
        page.wait_for_function(COMPLETE, arg=marks, polling=LOOK_EVERY_MS, timeout=90_000)
        return Visit(text, time.perf_counter() - start)
