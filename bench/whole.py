"""A first visit to a warm server: when the first text and when the whole page is there."""

from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median

from playwright.sync_api import Browser

from bench.report import Line
from bench.servers import PAGES, WITH_FIGURES, App, served
from bench.visits import Visit, chromium, marks_at_rest, visit

PEERS = ("empty", "dash", "naive", "datasette", "static", "static with a chart")
FIRST_TEXT, PLAIN, FIGURES = 1.2, 1.15, 1.0


def lines(apps: dict[str, App], rounds: int) -> Iterator[Line]:
    """Per page of ours the medians against an empty page and Dash, and the peers for comparison."""
    with chromium() as browser:
        visits = _visits(browser, apps, rounds)
    text = {name: 1000 * median(one.text_s for one in found) for name, found in visits.items()}
    whole = {name: 1000 * median(one.whole_s for one in found) for name, found in visits.items()}
    for page in PAGES:
        against, target = ("dash", FIGURES) if page in WITH_FIGURES else ("empty", PLAIN)
        yield Line(f"whole page, {page}", "ms", whole[page], against, whole[against], target)
    for page in PAGES:
        yield Line(f"first text, {page}", "ms", text[page], "empty", text["empty"], FIRST_TEXT)
    for peer in PEERS:
        yield Line("whole page, leaderboard", "ms", whole["leaderboard"], peer, whole[peer])


def _visits(browser: Browser, apps: dict[str, App], rounds: int) -> dict[str, list[Visit]]:
    """Visits in turn, so that whatever slows the machine slows all of them."""
    with ExitStack() as running:
        up = {name: running.enter_context(served(apps[name])) for name in ("ours", *PEERS)}
        asked = {page: up["ours"].address + path for page, path in PAGES.items()}
        asked |= {peer: up[peer].address + apps[peer].path for peer in PEERS}
        marks = {name: marks_at_rest(browser, address) for name, address in asked.items()}
        found: dict[str, list[Visit]] = {name: [] for name in asked}
        for _ in range(rounds):
            for name, address in asked.items():
                found[name].append(visit(browser, address, marks[name]))
        return found
