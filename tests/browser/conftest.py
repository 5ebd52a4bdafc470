"""A real server and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.building import build
from tests.unit.test_leaderboard import TABLES

ROOT = Path(__file__).parents[2]
QUIET = "[data-testid=stApp][data-test-script-state=notRunning]"
FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-sync"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def serve(log: Path, port: int = 0, **environment: str) -> Iterator[str]:
    """The address of a fresh server; what it printed is shown when it does not come up."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    command += ["--server.port", str(port), "--server.address", "127.0.0.1"]
    with log.open("w") as out:
        server = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **environment}, stdout=out, stderr=out
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def wait_for(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    """Ask until the server answers, for a minute at most; each try waits for itself."""
    for _ in range(300):
        try:
            server.wait(timeout=0.2)
        except subprocess.TimeoutExpired:
            with suppress(URLError, ConnectionError, TimeoutError):
                urllib.request.urlopen(address, timeout=1).read()
                return
        else:
            break
    raise RuntimeError(f"no server at {address}\n{log.read_text()}")


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[str]:
    """A server of the real data."""
    yield from serve(tmp_path_factory.mktemp("server") / "log")


@pytest.fixture
def fresh_site(tmp_path) -> Iterator[str]:
    """A server that nobody has asked anything yet."""
    yield from serve(tmp_path / "log")


@pytest.fixture
def broken_site(tmp_path) -> Iterator[str]:
    """A server of a small dataset with one faulty row."""
    folder = build(tmp_path / "data", **TABLES)
    path = folder / "amounts.csv"
    path.write_text(path.read_text().replace("15000000000,15000000000", "15000000000,twelve"))
    yield from serve(tmp_path / "log", COURTING_DATA=str(folder))


@pytest.fixture
def page(browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    yield context.new_page()
    context.close()


def opened(page: Page, address: str) -> Page:
    """``page`` at ``address``, once the app has nothing left to do."""
    page.goto(address)
    return quiet(page)


def quiet(page: Page) -> Page:
    page.wait_for_selector(".cc-footer", timeout=30_000)
    page.wait_for_selector(QUIET, timeout=30_000)
    return page
