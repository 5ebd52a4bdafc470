"""A server just started: when its first page is whole, and how long the first reader waits."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median

from playwright.sync_api import Browser

from bench.report import Line
from bench.servers import PAGES, App, served, wait_for, wait_until_idle
from bench.visits import chromium, marks_at_rest, visit

START, FIRST_READER = 1.0, 1.2
READY_AFTER_S = 15  # what a server is given to be ready for its first reader
WARM_VISITS = 3


def lines(apps: dict[str, App], rounds: int) -> Iterator[Line]:
    """From the start to a whole page against Dash, and the first visit against later ones."""
    asked = {page: (apps["ours"], path) for page, path in PAGES.items()}
    asked["dash"] = (apps["dash"], apps["dash"].path)
    with chromium() as browser:
        marks = _marks(browser, apps, asked)
        walls, works = _starts(browser, asked, marks, rounds)
        first, warm = _first_readers(browser, asked, marks, rounds)
    for page in PAGES:
        yield Line(f"start to page, {page}", "s", walls[page], "dash", walls["dash"], START)
        what = f"start to page, processor, {page}"
        yield Line(what, "s", works[page], "dash", works["dash"], START)
    for page in PAGES:
        what = f"first reader, {page}"
        yield Line(what, "s", first[page], "warm page", warm[page], FIRST_READER)


def _marks(
    browser: Browser, apps: dict[str, App], asked: dict[str, tuple[App, str]]
) -> dict[str, int]:
    """When each page is complete."""
    with served(apps["ours"]) as ours, served(apps["dash"]) as dash:
        of = {name: dash if name == "dash" else ours for name in asked}
        return {
            name: marks_at_rest(browser, of[name].address + path)
            for name, (_, path) in asked.items()
        }


def _starts(
    browser: Browser, asked: dict[str, tuple[App, str]], marks: dict[str, int], rounds: int
) -> tuple[dict[str, float], dict[str, float]]:
    """Medians of seconds by the clock and of the server's processor, in turn over all pages."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in asked}
    for _ in range(rounds):
        for name, (app, path) in asked.items():
            found[name].append(_start(browser, app, path, marks[name]))
    wall = {name: median(clock for clock, _ in times) for name, times in found.items()}
    return wall, {name: median(work for _, work in times) for name, times in found.items()}


def _start(browser: Browser, app: App, path: str, marks: int) -> tuple[float, float]:
    start = time.perf_counter()
    with served(app, wait=False) as server:
        wait_for(server.port)
        visit(browser, server.address + path, marks)
        return time.perf_counter() - start, server.processor_s()


def _first_readers(
    browser: Browser, asked: dict[str, tuple[App, str]], marks: dict[str, int], rounds: int
) -> tuple[dict[str, float], dict[str, float]]:
    """Medians in seconds of the first visit of all and of later ones; a server for each page."""
    first: dict[str, list[float]] = {name: [] for name in asked}
    warm: dict[str, list[float]] = {name: [] for name in asked}
    for _ in range(rounds):
        with ExitStack() as running:
            up = {name: running.enter_context(served(app)) for name, (app, _) in asked.items()}
            wait_until_idle(*up.values(), least_s=READY_AFTER_S)
            for number in range(1 + WARM_VISITS):
                for name, (_, path) in asked.items():
                    whole = visit(browser, up[name].address + path, marks[name]).whole_s
                    (warm if number else first)[name].append(whole)
    return ({name: median(times) for name, times in found.items()} for found in (first, warm))
