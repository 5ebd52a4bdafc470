"""Fifty readers at once, each with a click a second: how long they wait. Ours against naive.

python -m bench.crowd PORT SECONDS PAGE…  is the readers' process; it prints their waits as JSON.
"""

import asyncio
import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from statistics import median

from bench.days import SPAN, days
from bench.report import Line, high
from bench.servers import PAGES, ROOT, App, served
from bench.session import asked, joined

READERS = 50
EVERY_S = 1.0
NEW_DAYS = 0.02  # share of clicks that ask for a day nobody asked for
KNOWN_DAYS = ("2026-06-15", "2026-09-01", "2026-11-01")
TARGET = 0.5


def lines(apps: dict[str, App], seconds: int) -> Iterator[Line]:
    """The usual wait and the long ones until a script has run."""
    ours = _waits(apps["ours"], seconds, [*PAGES])
    naive = _waits(apps["naive"], seconds, [""])
    for what, of in (("median", median), ("p95", high)):
        told = f"{READERS} readers, wait, {what}"
        yield Line(told, "ms", 1000 * of(ours), "naive page", 1000 * of(naive), TARGET)


def _waits(app: App, seconds: int, pages: Sequence[str]) -> list[float]:
    with served(app) as server:
        command = [sys.executable, "-m", "bench.crowd", str(server.port), str(seconds), *pages]
        ran = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
        return json.loads(ran.stdout)


async def _readers(port: int, seconds: int, pages: Sequence[str]) -> list[float]:
    """Fill the server's caches, then let everybody in."""
    known = [(page, query) for page in pages for query in _known_queries(page)]
    async with joined(port) as server:
        for page, query in known:
            await asked(server, _path(page), query)
    everybody = asyncio.Barrier(READERS)
    several = [_reader(port, one, seconds, known, everybody) for one in range(READERS)]
    return [wait for waits in await asyncio.gather(*several) for wait in waits]


def _known_queries(page: str) -> list[str]:
    takes_a_day = page not in ("", "overview")
    return ["", *(f"as_of={day}" for day in KNOWN_DAYS if takes_a_day)]


def _path(page: str) -> str:
    return PAGES.get(page, "/").removeprefix("/")


async def _reader(
    port: int,
    number: int,
    seconds: int,
    known: Sequence[tuple[str, str]],
    everybody: asyncio.Barrier,
) -> list[float]:
    """The waits of one reader, who clicks again a second after a click, or when it is answered."""
    chance, unasked, waits = random.Random(number), iter(days(SPAN, number)), []
    dated = [page for page, query in known if query]
    async with joined(port) as server:
        await asked(server, "", "")
        await everybody.wait()
        until = time.perf_counter() + seconds
        await asyncio.sleep(chance.random() * EVERY_S)
        while time.perf_counter() < until:
            page, query = chance.choice(known)
            if dated and chance.random() < NEW_DAYS:
                page, query = chance.choice(dated), f"as_of={next(unasked)}"
            waits.append(await asked(server, _path(page), query))
            await asyncio.sleep(max(0.0, EVERY_S - waits[-1]))
    return waits


if __name__ == "__main__":
    given = sys.argv[1:]
    print(json.dumps(asyncio.run(_readers(int(given[0]), int(given[1]), given[2:]))))
