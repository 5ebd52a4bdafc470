"""Which state of the data is in use: the last good one, until the files hold a better one."""

import hashlib
import logging
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from os import stat_result
from pathlib import Path
from threading import Lock

from tracker import DataError, Dataset, Fault, load
from tracker.dataset.faults import Cost
from tracker.dataset.settings.palette import read_palette
from tracker.look.look import Look
from tracker.look.sheet import style_sheet
from tracker.look.words import words_and_faults

LOOK_AGAIN_AFTER = 2.0  # seconds; the files are not asked for their age more often than this
SETTLED_AFTER = 1.0  # seconds; a file that changed later than this may be half written
TRIES = 3  # times that files which change while they are read are read again
LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Aside:
    """A newer state of the files that is not used: when it was seen, and what is wrong with it."""

    stamp: str
    seen: datetime
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class State:
    """One state of the files as the app serves it; ``stamp`` is its name, ``faults`` all of it."""

    stamp: str
    dataset: Dataset
    look: Look
    sheet: str
    faults: tuple[Fault, ...] = ()
    aside: Aside | None = None

    @property
    def is_sound(self) -> bool:
        """Whether no row, no file and no text is withheld."""
        return not costly(self.faults)


def costly(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Those that keep something back from the reader."""
    return tuple(fault for fault in faults if fault.cost != Cost.NOTHING)


class Keeper:
    """Keeps one state of a folder, and takes a newer one when that is no worse."""

    def __init__(self, home: Path, changed: Callable[[], None]) -> None:
        """Call ``changed`` each time another state is taken into use."""
        self._home, self._changed = home, changed
        self._lock, self._looked = Lock(), 0.0
        self._state: State | None = None

    def now(self) -> State:
        """The state in use. Raises DataError when there never was one that can be used.

        While one thread reads the files the others go on with what they have.
        """
        if not self._lock.acquire(blocking=self._state is None):
            return self._held()
        try:
            if self._state is None or time.monotonic() - self._looked >= LOOK_AGAIN_AFTER:
                self._look_again()
            return self._held()
        finally:
            self._lock.release()

    def _held(self) -> State:
        assert self._state is not None  # where there is none, looking for one has raised
        return self._state

    def _look_again(self) -> None:
        before = self._state
        self._state = _next(self._home, before)
        self._looked = time.monotonic()
        if before is None or self._state.stamp != before.stamp:
            self._changed()


def _next(home: Path, before: State | None) -> State:
    """What to serve after ``before``; a faulty state never follows a sound one."""
    if before and (kept := _unchanged(home, before)):
        return kept
    stamp, found, faults = _read(home, before)
    if found and (found.is_sound or not before or not before.is_sound):
        return found
    if before:
        return replace(before, aside=Aside(stamp, datetime.now(UTC), costly(faults)))
    raise DataError(faults)


def _unchanged(home: Path, before: State) -> State | None:
    """``before`` where the files need not be read: as they were, or still being written."""
    files = _files(home)
    stamp = _stamp(files)
    if stamp == before.stamp:
        return replace(before, aside=None)
    is_known = before.aside is not None and stamp == before.aside.stamp
    newest = max((stat.st_ctime for stat in files.values()), default=0.0)
    is_settling = 0 <= time.time() - newest < SETTLED_AFTER
    return before if is_known or is_settling else None


def _read(home: Path, before: State | None) -> tuple[str, State | None, tuple[Fault, ...]]:
    """The files and their stamp: what can be served of them, and every fault."""
    for _ in range(TRIES):
        stamp = _stamp(_files(home))
        found, faults = _read_once(home, stamp, before)
        if _stamp(_files(home)) == stamp:
            return stamp, found, faults
    problem = "the files went on changing while they were read"
    return stamp, None, (Fault(home.name, 0, "", problem),)


def _read_once(
    home: Path, stamp: str, before: State | None
) -> tuple[State | None, tuple[Fault, ...]]:
    try:
        dataset = load(home)
        # A text that is wrong is read as it was before; where it never was, the page that asks
        # for it says so, and the others go on.
        last = before.look.words if before else None
        words, wrong = words_and_faults(home, dataset.rules.default_language, last)
        palette = read_palette(home)
        faults = (*dataset.faults, *wrong)
        look = Look(words, palette, dataset.rules)
        return State(stamp, dataset, look, style_sheet(palette), faults), faults
    except DataError as error:
        return None, error.faults
    except Exception as error:  # whatever it is, the app goes on with what it had
        LOG.exception("the data in %s cannot be read", home)
        return None, (Fault(home.name, 0, "", f"{type(error).__name__}: {error}"),)


def _files(home: Path) -> dict[str, stat_result]:
    """Every file under ``home``; one that goes away while it is looked at is not among them."""
    found = {}
    for path in sorted(home.rglob("*")):
        with suppress(FileNotFoundError):
            if path.is_file():
                found[str(path)] = path.stat()
    return found


def _stamp(files: Mapping[str, stat_result]) -> str:
    """A short name of files as they are; it changes when any of them does."""
    told = [
        f"{path}:{stat.st_mtime_ns}:{stat.st_ctime_ns}:{stat.st_ino}:{stat.st_size}"
        for path, stat in files.items()
    ]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:12]
