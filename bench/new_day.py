"""A day that nobody asked for: processor time of a page, ours against the base."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.days import days
from bench.report import Line, high
from bench.servers import PAGES, ROOT, App

TARGETS = dict.fromkeys(("comparison", "diplomacy", "delivery", "energy", "sites"), 0.1)
TARGETS["leaderboard"] = 0.25
STEADY = 2.0  # the slow days are at most this many times the usual one


def probed(app: App, kind: str, folder: Path, count: int = 0) -> dict[str, list[float]]:
    """What bench/probe.py says of the code of ``app``, of ``count`` days for each page.

    Every page has days of its own, so that what is kept for one does not help another.
    """
    drawn = days((count + 1) * len(PAGES))
    asked = {page: drawn[number :: len(PAGES)] for number, page in enumerate(PAGES)}
    probe = str(ROOT / "bench" / "probe.py")
    command = [app.command[0], probe, kind, str(folder), json.dumps(asked)]
    ran = subprocess.run(command, cwd=app.home, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(ran.stdout)


def lines(apps: dict[str, App], count: int) -> Iterator[Line]:
    """Per page the usual day against the base's, and the slow days against the usual one."""
    ours, base = (
        probed(apps[name], "days", apps[name].home / "data", count) for name in ("ours", "base")
    )
    for page in PAGES:
        usual, before = 1000 * median(ours[page]), 1000 * median(base[page])
        what = f"new day, {page}"
        yield Line(what, "ms", usual, "base", before, TARGETS.get(page))
        slow = f"{what}, slow days (p95)"
        yield Line(slow, "ms", 1000 * high(ours[page]), "its median", usual, STEADY)
