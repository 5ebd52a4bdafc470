"""Memory of a server that was asked for many days on every page."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

from bench.probe import FIRST
from bench.report import Line
from bench.servers import PAGES, App, Server, served
from bench.session import asked, joined

TARGET = 300
STEP = timedelta(11)  # between the days; sixty of them reach over all that the data know


def lines(apps: dict[str, App], days: int) -> Iterator[Line]:
    """Resident megabytes after ``days`` days on every page, and before any."""
    with served(apps["ours"]) as server:
        asyncio.run(_visit(server, 1))
        yield Line("memory after a first visit to every page", "MB", server.resident_mb())
        asyncio.run(_visit(server, days))
        what = f"memory after {days} days on every page"
        yield Line(what, "MB", server.resident_mb(), target=TARGET)


async def _visit(server: Server, days: int) -> None:
    async with joined(server.port) as reader:
        for number in range(days):
            for path in PAGES.values():
                query = "" if path == "/" else f"as_of={FIRST + number * STEP}"
                await asked(reader, path.removeprefix("/"), query)
