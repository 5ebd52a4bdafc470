"""Speed as ratios in one run: our leaderboard against an empty and a naive page.

python bench/pages.py [rounds]: medians of the time until text is there, until the page is at rest,
and of the server's processor time for one choice. Wants a Chromium on the path and plotly.
"""

import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
REST = "[data-testid=stApp][data-test-script-state=notRunning]"
CHOICES = 20
# page -> (script, path, selector of its first text, selector that shows it is complete)
APPS = {
    "empty": ("bench/apps/empty.py", "/", "h1", "[role=radiogroup]"),
    "naive": ("bench/apps/naive.py", "/", "h1", "[data-testid=stDataFrame] canvas"),
    "ours": ("app.py", "/leaderboard", "#ranking tbody tr:nth-child(10)", ".cc-footer"),
}
NAMES = {"empty": ("ceiling", "floor"), "naive": ("ceiling", "floor"), "ours": ("Ceiling", "Floor")}


@contextmanager
def served(script: str):
    """A fresh server of ``script``: its process and its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.headless", "true"]
    command += ["--server.port", str(port), "--server.address", "127.0.0.1"]
    server = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).read()
                break
        yield server, f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def processor_seconds(pid: int) -> float:
    """Processor time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(pid: int) -> float:
    """Resident memory of a process in MB."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def opening(browser, address: str, first: str, complete: str) -> tuple[float, float]:
    """Seconds until the first text and until the page is complete, in a fresh browser context."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(first)
    text = time.perf_counter() - start
    page.wait_for_selector(complete)
    page.wait_for_selector(REST)
    whole = time.perf_counter() - start
    context.close()
    return text, whole


def choosing(page: Page, pid: int, names: tuple[str, str]) -> float:
    """Processor seconds that the server spends on one choice."""
    before = processor_seconds(pid)
    for number in range(CHOICES):
        page.get_by_role("radio", name=names[(number + 1) % 2], exact=True).click()
        page.wait_for_timeout(150)
        page.wait_for_selector(REST)
    return (processor_seconds(pid) - before) / CHOICES


def measured(browser, name: str, rounds: int) -> dict[str, float]:
    """The medians of one page."""
    script, path, first, complete = APPS[name]
    with served(script) as (server, address):
        opening(browser, address + path, first, complete)  # the first visit fills the caches
        times = [opening(browser, address + path, first, complete) for _ in range(rounds)]
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.goto(address + path)
        page.wait_for_selector(complete)
        page.wait_for_selector(REST)
        choice = choosing(page, server.pid, NAMES[name])
        return {
            "text_s": statistics.median(text for text, _ in times),
            "complete_s": statistics.median(whole for _, whole in times),
            "choice_ms": 1000 * choice,
            "rss_mb": resident_mb(server.pid),
        }


def main() -> None:
    """Print the medians, and ours as ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        found = {name: measured(browser, name, rounds) for name in APPS}
        browser.close()
    for name, values in found.items():
        print(f"{name:6}", "  ".join(f"{key} {value:8.3f}" for key, value in values.items()))
    ours, empty, naive = found["ours"], found["empty"], found["naive"]
    print(f"first ten rows / empty page   {ours['text_s'] / empty['text_s']:.2f}  (budget 1.5)")
    print(f"complete / naive page         {ours['complete_s'] / naive['complete_s']:.2f}")
    print(
        f"choice / naive choice         {ours['choice_ms'] / naive['choice_ms']:.2f}  (budget 0.6)"
    )


if __name__ == "__main__":
    main()
