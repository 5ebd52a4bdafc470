"""Every page shows what it showed when it was recorded; `python -m tests.golden.record` anew."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

import pytest

from tests.golden.record import SECTION, pages, record, recorded

AHEAD = 3  # lines of agreement shown before a difference
WINDOW = 80  # lines looked at from the first difference
SHOWN_LINES = 14
SHOWN_LETTERS = 150
SHOWN_SECTIONS = 3


@pytest.mark.parametrize("page", pages())
def test_a_page_shows_what_was_recorded(page):
    before, now = sections(recorded(page)), sections(record(page))
    assert list(before) == list(now), "other choices than those recorded"
    different = [address for address in before if before[address] != now[address]]
    if different:
        count = f"{page}: {len(different)} of {len(before)} sets of choices show something else"
        told = [difference(one, before[one], now[one]) for one in different[:SHOWN_SECTIONS]]
        pytest.fail("\n".join([count, *told]), pytrace=False)


def sections(text: str) -> dict[str, list[str]]:
    """The lines of each set of choices, by its address."""
    found = {}
    for part in f"\n{text}".split(f"\n{SECTION}")[1:]:
        address, *lines = part.split("\n")
        found[address] = [line.replace("margin-left 0%, ", "") for line in lines]
    return found


def difference(address: str, before: list[str], now: list[str]) -> str:
    """The first lines that differ, each beside what it was, short enough to be read."""
    pairs = enumerate(zip_longest(before, now))
    first = next(number for number, (old, new) in pairs if old != new)
    old, new = before[first : first + WINDOW], now[first : first + WINDOW]
    lines = [f"  {clipped(line)}" for line in before[max(0, first - AHEAD) : first]]
    lines += changes(old, new)
    more = ["  ..."] if len(lines) > SHOWN_LINES else []
    return "\n".join([f"\n{address} from line {first + 1}", *lines[:SHOWN_LINES], *more])


def changes(old: list[str], new: list[str]) -> Iterator[str]:
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from (f"  {clipped(line)}" for line in old[a:b][:AHEAD])
            continue
        for one, other in zip_longest(old[a:b], new[c:d]):
            letter = where(one or "", other or "")
            yield from () if one is None else (f"- {clipped(one, letter)}",)
            yield from () if other is None else (f"+ {clipped(other, letter)}",)


def where(old: str, new: str) -> int:
    """The first letter at which two lines differ."""
    pairs = enumerate(zip_longest(old, new))
    return next((number for number, (one, other) in pairs if one != other), 0)


def clipped(line: str, letter: int = 0) -> str:
    """A long line as the part of it about ``letter``."""
    start = max(0, min(letter - SHOWN_LETTERS // 2, len(line) - SHOWN_LETTERS))
    part = line[start : start + SHOWN_LETTERS]
    return "…" * (start > 0) + part + "…" * (start + SHOWN_LETTERS < len(line))
