"""Speed as ratios in one run: our app against its build of a day ago and against its peers.

python -m bench [ROUNDS] [--quick] [--write] [--only NAME …]: prints a table in Markdown; with
--write puts it into docs/performance.md, which says what each line means. Wants a Chromium on the
path and the environments that `make bench` builds.
"""

import argparse
import sys
import time
import traceback
from collections.abc import Callable, Iterable

from bench import click, crowd, growth, memory, new_day, start, whole, wire
from bench.report import Line, circumstances, table, write
from bench.servers import App, all_apps

ROUNDS, QUICK_ROUNDS = 9, 1
Measure = Callable[[], Iterable[Line]]


def main() -> int:
    """Measure what is asked for; 1 where a measure broke, and nothing is written then."""
    asked = _asked()
    with all_apps() as apps:
        measures = _measures(apps, asked.rounds, asked.quick)
        found = {name: _lines(name, measures[name]) for name in asked.only or measures}
    kind = "a quick run" if asked.quick else "a whole run"
    text = circumstances(f"{kind} of {asked.rounds} rounds") + "\n"
    text += table([line for lines in found.values() for line in lines])
    print(text)
    is_whole = all(found.values())
    if asked.write and is_whole:
        write(text)
    return 0 if is_whole else 1


def _measures(apps: dict[str, App], rounds: int, is_quick: bool) -> dict[str, Measure]:
    """Every measure by its name, in the order of the table."""
    days, clicks, seconds, many = (6, 1, 10, 6) if is_quick else (60, 6, 30, 60)
    starts, times = (1, (1, 10)) if is_quick else (min(rounds, 3), (1, 10, 100))
    return {
        "new_day": lambda: new_day.lines(apps, days),
        "click": lambda: click.lines(apps, clicks),
        "whole": lambda: whole.lines(apps, rounds),
        "wire": lambda: wire.lines(apps),
        "start": lambda: start.lines(apps, starts),
        "crowd": lambda: crowd.lines(apps, seconds),
        "growth": lambda: growth.lines(times, 2 if is_quick else 3),
        "memory": lambda: memory.lines(apps, many),
    }


def _lines(name: str, measure: Measure) -> list[Line]:
    """What a measure found; nothing, with the reason told, where it broke: the others go on."""
    start = time.monotonic()
    try:
        return list(measure())
    except Exception:
        traceback.print_exc()
        return []
    finally:
        print(f"{name}: {time.monotonic() - start:.0f} s", file=sys.stderr)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("rounds", type=int, nargs="?", help="visits of each page")
    parser.add_argument("--quick", action="store_true", help="few rounds, in about six minutes")
    parser.add_argument("--write", action="store_true", help="put the table into the document")
    parser.add_argument("--only", nargs="+", help="measures by name, as their modules are called")
    asked = parser.parse_args()
    asked.rounds = asked.rounds or (QUICK_ROUNDS if asked.quick else ROUNDS)
    return asked


if __name__ == "__main__":
    sys.exit(main())
