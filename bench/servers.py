"""What is compared, each as a server: our app, its build of a day ago, and its peers."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
APPS = ROOT / "bench" / "apps"
ENVS = ROOT / "bench" / ".envs"  # made by `make bench`
# What "a day ago" is: the last build before the work on speed of which docs/performance.md tells.
BASE_COMMIT = "d62d383"
UP_WITHIN = 90  # seconds
# The pages of our app by their address; the first has none.
PAGES = {
    "overview": "/",
    "leaderboard": "/leaderboard",
    "comparison": "/comparison",
    "sites": "/sites",
    "energy": "/energy",
    "delivery": "/delivery",
    "diplomacy": "/diplomacy",
}
WITH_FIGURES = ("sites", "energy", "delivery", "diplomacy")


@dataclass(frozen=True)
class App:
    """How to start a server in ``home``, and the ``path`` of the page that is looked at."""

    command: tuple[str, ...]
    home: Path = ROOT
    path: str = "/"
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Server:
    """A server that runs: its process, its port and its address."""

    pid: int
    port: int

    @property
    def address(self) -> str:
        """Where it answers, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def processor_s(self) -> float:
        """Processor time so far of the process and of all that it started."""
        ticks = 0
        for pid in _family(self.pid):
            with suppress(FileNotFoundError):
                fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
                ticks += sum(map(int, fields[11:15]))
        return ticks / os.sysconf("SC_CLK_TCK")

    def resident_mb(self) -> float:
        """Resident memory now of the process and of all that it started, in MB."""
        pages = 0
        for pid in _family(self.pid):
            with suppress(FileNotFoundError):
                pages += int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _family(pid: int) -> list[int]:
    below = []
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(FileNotFoundError):
            below += [int(one) for one in children.read_text().split()]
    return [pid, *(one for child in below for one in _family(child))]


def streamlit(script: str, home: Path = ROOT, python: str = sys.executable) -> App:
    """A Streamlit app, with our own Python or that of an environment."""
    command = (python, "-m", "streamlit", "run", script, "--server.headless", "true")
    return App((*command, "--server.address", "127.0.0.1", "--server.port", "{port}"), home)


@contextmanager
def all_apps() -> Iterator[dict[str, App]]:
    """Every app by its name; what they need on disk is there for as long as they are looked at."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        base, still = Path(folder) / "base", Path(folder) / "still"
        _check_out(base)
        still.mkdir()
        subprocess.run([sys.executable, "still.py", still], cwd=APPS, check=True)
        files = (sys.executable, "-m", "http.server", "--bind", "127.0.0.1", "{port}")
        datasette = (str(ENVS / "datasette/bin/datasette"), "board.db", "--port", "{port}")
        waitress = (str(ENVS / "dash/bin/waitress-serve"), "--host=127.0.0.1", "--port={port}")
        dash = (*waitress, "dash_board:server")
        yield {
            "ours": streamlit("app.py", python=str(ENVS / "ours/bin/python")),
            "base": streamlit("app.py", base, str(ENVS / "base/bin/python")),
            "empty": streamlit("bench/apps/empty.py"),
            "naive": streamlit("bench/apps/naive.py"),
            "dash": App(dash, APPS),
            "dash, compressed": App(dash, APPS, environment={"BENCH_COMPRESS": "yes"}),
            "datasette": App(datasette, still, "/board/board?_size=25"),
            "static": App(files, still, "/table.html"),
            "static with a chart": App(files, still, "/chart.html"),
        }


def _check_out(folder: Path) -> None:
    """The files of the base, as they were committed. Raises CalledProcessError without them."""
    folder.mkdir()
    packed = subprocess.run(
        ["git", "archive", BASE_COMMIT], cwd=ROOT, check=True, stdout=subprocess.PIPE
    )
    subprocess.run(["tar", "-x"], cwd=folder, input=packed.stdout, check=True)


@contextmanager
def served(app: App, *, wait: bool = True) -> Iterator[Server]:
    """A fresh server of ``app``, once its port is open where we ``wait`` for it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [part.replace("{port}", str(port)) for part in app.command]
    environment = {**os.environ, **app.environment}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=app.home, env=environment, stdout=quiet, stderr=quiet)
    try:
        if wait:
            wait_for(port)
        yield Server(process.pid, port)
    finally:
        process.terminate()
        process.wait(20)


def wait_for(port: int) -> None:
    """Return once ``port`` is open. Raises TimeoutError when it stays shut."""
    deadline = time.monotonic() + UP_WITHIN
    while time.monotonic() < deadline:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.01)
    raise TimeoutError(f"no server on port {port} within {UP_WITHIN} s")


def wait_until_idle(*servers: Server, least_s: float) -> None:
    """Return when no server has worked for two seconds, after ``least_s`` at the earliest."""
    start, before = time.monotonic(), -1.0
    while time.monotonic() - start < UP_WITHIN:
        now = sum(one.processor_s() for one in servers)
        if now - before < 0.05 * len(servers) and time.monotonic() - start >= least_s:
            return
        before = now
        time.sleep(2)
