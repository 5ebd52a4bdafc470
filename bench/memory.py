"""Memory of a server that was asked for many days on every page."""

import asyncio
from collections.abc import Iterator

from bench.days import days
from bench.report import Line
from bench.servers import PAGES, App, Server, served
from bench.session import asked, joined

TARGET = 300


def lines(apps: dict[str, App], count: int) -> Iterator[Line]:
    """Resident megabytes after ``count`` days on every page, and before any."""
    with served(apps["ours"]) as server:
        asyncio.run(_visit(server, 1))
        yield Line("memory after a first visit to every page", "MB", server.resident_mb())
        asyncio.run(_visit(server, count))
        what = f"memory after {count} days on every page"
        yield Line(what, "MB", server.resident_mb(), target=TARGET)


async def _visit(server: Server, count: int) -> None:
    async with joined(server.port) as reader:
        for day in days(count):
            for path in PAGES.values():
                query = "" if path == "/" else f"as_of={day}"
                await asked(reader, path.removeprefix("/"), query)
