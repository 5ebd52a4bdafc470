"""What follows from a dataset, or from the world on a day, worked out once and kept with it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar


class Holder(Protocol):
    """Something that never changes, with room for what follows from it."""

    @property
    def held(self) -> dict[Any, Any]:
        """What was worked out of it."""


Of = TypeVar("Of", bound=Holder)
Found = TypeVar("Found")


def once(make: Callable[[Of], Found]) -> Callable[[Of], Found]:
    """``make``, which never works anything out of the same holder twice.

    It goes when its holder goes. Two threads may both work it out, and find the same.
    """

    @wraps(make)
    def kept(holder: Of) -> Found:
        """What was worked out before, else what is worked out now."""
        if make not in holder.held:
            holder.held[make] = make(holder)
        found: Found = holder.held[make]
        return found

    return kept
