"""How the server starts: it answers at once, and makes ready what every reader will ask for.

Nothing of ours is imported here before that, for it takes longer than Streamlit itself: meanwhile
a browser can fetch Streamlit's own files.
"""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from threading import Event, Lock, RLock, Thread

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

ENOUGH_TO_STOP = 10.0  # seconds that the server waits at its end for a view that is being made
LONGEST_WAIT = 30.0  # seconds for readers to be served; one who takes longer holds up nothing
LOG = logging.getLogger(__name__)

importing = RLock()  # two threads that import packages at once can each wait for the other

_counting = Lock()
_readers = 0
_nobody_reads = Event()
_nobody_reads.set()


def declare() -> None:
    """Say before the first session that a router chooses the page.

    Streamlit would else answer the first address with the file in pages/ alone, without the frame.
    """
    PagesManager.uses_pages_directory = False
    # Streamlit collects garbage after every run. Python need hardly do so in between, where it was
    # a tenth of the time of a new day and made some of them wait.
    gc.set_threshold(50_000, 20, 50)


def tell(error: Exception) -> bool:
    """Say that a page failed: `trouble.tell`."""
    from ui import trouble

    return trouble.tell(error)


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Make ready while the server already answers; end with it."""
    stopped = Event()
    ahead = Thread(target=_make_ready, args=(stopped,), name="ahead", daemon=True)
    ahead.start()
    try:
        yield
    finally:
        stopped.set()
        await asyncio.to_thread(ahead.join, ENOUGH_TO_STOP)


def _make_ready(stopped: Event) -> None:
    """Whatever fails here is for the readers to be told when they come."""
    try:
        with importing:
            from ui import ahead
        ahead.make_ready(partial(_nobody_reads.wait, LONGEST_WAIT), stopped.is_set)
    except Exception:
        LOG.exception("nothing is made ready")


@contextmanager
def reading() -> Iterator[None]:
    """While a page is made for a reader nothing is made ahead."""
    _count(1)
    try:
        yield
    finally:
        _count(-1)


def _count(more: int) -> None:
    global _readers
    with _counting:
        _readers += more
        (_nobody_reads.clear if _readers else _nobody_reads.set)()
