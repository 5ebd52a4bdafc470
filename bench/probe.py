"""Processor time of our code without a server. Runs in a checkout, of ours or of the base.

python bench/probe.py days DATA DAYS       new days: DAYS and what is printed are {page: […]}
python bench/probe.py unchecked DATA DAYS  the same, the data read past their checks
python bench/probe.py checks DATA          seconds to read and check them: {"checks": [seconds]}
Prints JSON. What takes longer than its limit is stopped there, and no further day is tried.
"""

import importlib
import json
import signal
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

sys.path.pop(0)  # this folder, whose click.py hides the package of that name
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

try:
    from ui.figures import written
except ImportError:  # the base
    written = None

ROWS = "25"  # of the leaderboard, as a reader finds it
LIMIT_S, CHECKS_LIMIT_S = 60, 180
loading = importlib.import_module("tracker.load")


def main(kind: str, folder: Path, asked: dict[str, list[str]]) -> None:
    """Print what was measured."""
    if kind == "checks":
        print(json.dumps({kind: [_limited(lambda: loading.load(folder), CHECKS_LIMIT_S)]}))
        return
    if kind == "unchecked":
        _without_checks()
    dataset = loading.load(folder)
    look = Look(read_words(folder, "en"), read_palette(folder), dataset.rules)
    print(json.dumps({page: [*_times(page, dataset, look, asked[page])] for page in asked}))


def _without_checks() -> None:
    for name, instead in (("schema_faults", lambda *_: []), ("checked", lambda dataset: dataset)):
        getattr(loading, name)  # an AttributeError says that this needs to be said anew
        setattr(loading, name, instead)


def _times(page: str, dataset: Dataset, look: Look, days: list[str]) -> Iterator[float]:
    """Seconds of each day but the first: what is made once for all days is not what one takes."""
    for number, day in enumerate(map(date.fromisoformat, days)):
        seconds = _limited(lambda day=day: _page(page, dataset, day, look), LIMIT_S)
        if number or seconds >= LIMIT_S:
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
            drawn = block.draw("light")
            # Figures are plain data here, where those of the base and maps are objects.
            written(drawn) if isinstance(drawn, dict) else drawn.to_json()
            _blocks((block.table,) if block.table else (), look)
        elif isinstance(block, Beside):
            _blocks(block.blocks, look)
        elif not isinstance(block, Notice):
            html.html(block, look)


class TooLong(Exception):
    """A measured call went past its limit."""


def _limited(call: Callable[[], object], limit_s: int) -> float:
    """Processor seconds of ``call``, which is stopped at ``limit_s`` and then takes that."""
    signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, limit_s)
    start = time.process_time()
    try:
        call()
    except TooLong:
        return float(limit_s)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start


def _stop(*_: object) -> None:
    raise TooLong


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), json.loads((*sys.argv, "{}")[3]))
