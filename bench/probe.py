"""Processor time of our code without a server. Runs in a checkout, of ours or of the base.

python bench/probe.py days COUNT        new days, one page each: {page: [seconds, …]}
python bench/probe.py known DATA COUNT  the same over a folder of data read past its checks
python bench/probe.py checks DATA       seconds to read and check a folder: {"checks": [seconds]}
Prints JSON; a page that takes longer than LIMIT_S has that as its only value.
"""

import importlib
import json
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, ".")

from tests import viewing
from tracker import Dataset
from tracker.counting.known import known_on
from tracker.dataset.settings.palette import read_palette
from tracker.look import html
from tracker.look.look import Look
from tracker.look.view import Beside, Block, Chart, Notice, Section, View
from tracker.look.words import read_words
from tracker.views.addresses import VIEWS
from tracker.views.choices import ChosenRows

FIRST, SPAN = date(2025, 2, 11), 650  # days of which something is known on every page
ROWS = "25"  # of the leaderboard, as a reader finds it
LIMIT_S = 60
loading = importlib.import_module("tracker.load")


def main(kind: str, *given: str) -> None:
    """Print what was measured."""
    if kind == "checks":
        print(json.dumps({"checks": [_limited(lambda: loading.load(Path(given[0])), 3 * LIMIT_S)]}))
        return
    folder, count = Path(given[0] if kind == "known" else "data"), int(given[-1])
    if kind == "known":
        _without_checks()
    dataset = loading.load(folder)
    look = Look(read_words(folder, "en"), read_palette(folder), dataset.rules)
    for page in VIEWS:  # what is made once for all days is not what a new day takes
        _limited(lambda page=page: _page(page, dataset, date(2026, 11, 27), look), LIMIT_S)
    print(json.dumps({page: [*_times(page, dataset, look, count)] for page in VIEWS}))


def _without_checks() -> None:
    for name, instead in (("schema_faults", lambda *_: []), ("checked", lambda dataset: dataset)):
        getattr(loading, name)  # an AttributeError says that this needs to be said anew
        setattr(loading, name, instead)


def _times(page: str, dataset: Dataset, look: Look, count: int) -> Iterator[float]:
    """Seconds of ``count`` days; every page has days of its own, so that none helps another."""
    shuffled = random.Random(5).sample(range(SPAN), SPAN)
    for number in shuffled[[*VIEWS].index(page) :: len(VIEWS)][:count]:
        day = FIRST + timedelta(number)
        seconds = _limited(lambda day=day: _page(page, dataset, day, look), LIMIT_S)
        yield seconds
        if seconds >= LIMIT_S:
            return


def _page(page: str, dataset: Dataset, day: date, look: Look) -> None:
    """All of a page that hangs on the day: its view, and its sections as HTML and figures."""
    known = known_on(dataset, day, day)
    view = (
        _leaderboard(known, day, look) if page == "leaderboard" else _usual(page, known, day, look)
    )
    for one in view.sections:
        _section(one, look)


def _usual(page: str, known: object, day: date, look: Look) -> View:
    return viewing.VIEWS[page][0](known, day, look)


def _leaderboard(known, day: date, look: Look) -> View:
    rules = known.world.rules
    chosen = ChosenRows(
        as_of=day, currency=rules.display_currencies[0], lens=rules.default_lens,
        by=next(iter(rules.groups)), norm="none", scope=viewing._scope(known), q="", rows=ROWS,
        is_sum_open=False,
    )  # fmt: skip
    return VIEWS["leaderboard"](known, chosen, look)


def _section(one: Section, look: Look) -> None:
    if not any(isinstance(block, Chart | Beside | Notice) for block in one.blocks):
        html.section(one, look)
    else:
        _blocks(one.blocks, look)


def _blocks(blocks: tuple[Block, ...], look: Look) -> None:
    for block in blocks:
        if isinstance(block, Chart):
            block.draw("light").to_json()
            _blocks((block.table,) if block.table else (), look)
        elif isinstance(block, Beside):
            _blocks(block.blocks, look)
        elif not isinstance(block, Notice):
            html.html(block, look)


class TooLong(Exception):
    """A measured call went past its limit."""


def _limited(call: Callable[[], object], limit_s: int) -> float:
    """Processor seconds of ``call``, which is stopped at ``limit_s``."""
    signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, limit_s)
    start = time.process_time()
    with suppress(TooLong):
        call()
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start


def _stop(*_: object) -> None:
    raise TooLong


if __name__ == "__main__":
    main(*sys.argv[1:])
