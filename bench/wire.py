"""Bytes of a first visit: counted on the wire, with the frames of the websocket as they pass."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field

from playwright.sync_api import Browser

from bench.report import Line
from bench.servers import PAGES, WITH_FIGURES, App, served
from bench.visits import chromium, fresh, settled

BASE_TARGET, DASH_TARGET = 0.4, 1.0
STILL_MS = 2000  # a visit has ended when nothing passed for so long
DASH = "dash, compressed"


@dataclass
class Meter:
    """A port that passes everything on to ``to``, and the bytes that passed both ways."""

    to: int
    port: int = 0
    count: int = 0
    loop: asyncio.AbstractEventLoop | None = None
    is_open: threading.Event = field(default_factory=threading.Event)
    has_ended: asyncio.Event = field(default_factory=asyncio.Event)

    async def passed(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        """Pass on what comes from ``source`` until its end."""
        with closing(sink), suppress(ConnectionError):
            while piece := await source.read(1 << 16):
                self.count += len(piece)
                sink.write(piece)
                await sink.drain()

    async def joined(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Join one connection to the server."""
        back, forth = await asyncio.open_connection("127.0.0.1", self.to)
        with suppress(asyncio.CancelledError):  # as it is when the meter ends before the browser
            await asyncio.gather(self.passed(reader, forth), self.passed(back, writer))

    async def run(self) -> None:
        """Take connections until the end."""
        server = await asyncio.start_server(self.joined, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self.loop = asyncio.get_running_loop()
        self.is_open.set()
        await self.has_ended.wait()


@contextmanager
def metered(port: int) -> Iterator[Meter]:
    """A meter before ``port``, in a thread of its own: the browser's has a loop already."""
    meter = Meter(port)
    thread = threading.Thread(target=lambda: asyncio.run(meter.run()))
    thread.start()
    meter.is_open.wait()
    yield meter
    meter.loop.call_soon_threadsafe(meter.has_ended.set)
    thread.join()


def lines(apps: dict[str, App]) -> Iterator[Line]:
    """Per page against the base, and against Dash where it has a figure."""
    with chromium() as browser:
        ours, base = (_kilobytes(browser, apps[name], PAGES) for name in ("ours", "base"))
        dash = _kilobytes(browser, apps[DASH], {DASH: "/"})
    for page in PAGES:
        yield Line(f"bytes, {page}", "kB", ours[page], "base", base[page], BASE_TARGET)
    for page in WITH_FIGURES:
        yield Line(f"bytes, {page}", "kB", ours[page], DASH, dash[DASH], DASH_TARGET)


def _kilobytes(browser: Browser, app: App, paths: dict[str, str]) -> dict[str, float]:
    with served(app) as server, metered(server.port) as meter:
        return {name: _first_visit(browser, meter, path) for name, path in paths.items()}


def _first_visit(browser: Browser, meter: Meter, path: str) -> float:
    """Kilobytes until nothing more comes."""
    meter.count, before = 0, -1
    with fresh(browser) as page:
        page.goto(f"http://127.0.0.1:{meter.port}{path}")
        settled(page)
        while meter.count != before:
            before = meter.count
            page.wait_for_timeout(STILL_MS)
    return before / 1000
