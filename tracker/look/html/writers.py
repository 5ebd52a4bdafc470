"""Which writer serves which part; each module of this package brings those of its own."""

from collections.abc import Callable
from typing import Any

from tracker.look.look import Look

WRITERS: dict[type, Callable[[Any, Look], str]] = {}


def write(part: Any, look: Look) -> str:
    """HTML as plain text: to put Markup together escapes it anew, which takes ten times as long.

    So whatever is no HTML yet goes through `escape` where it is put in. Raises TypeError for what
    is no part of a view.
    """
    if (writer := WRITERS.get(type(part))) is None:
        raise TypeError(f"{type(part).__name__} is no part of a view")
    return writer(part, look)
