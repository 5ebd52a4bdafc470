"""The one way data are turned away: a fault names file, line, field and what is wrong."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

MOST_TOLD = 20  # faults of one file that are printed; the others are counted


class Cost(StrEnum):
    """What a fault costs: the whole file, its row, its row for want of another, or nothing.

    Of what is absent no row is withheld: there should be one, or more, and there is none.
    """

    FILE = "file"
    ROW = "row"
    FOLLOWS = "follows"
    ABSENT = "absent"
    NOTHING = "nothing"


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one place; prints as ``file:line: field: what is wrong``.

    ``table`` is the stem of a table's file, or the name of a file of settings or texts. A line of
    0 is the file as a whole; so is any line where the cost is ``Cost.FILE``.
    """

    table: str
    line: int
    field: str
    problem: str
    file: str = ""
    cost: Cost = Cost.ROW

    def __post_init__(self) -> None:
        """A fault of no line is one of the file."""
        if not self.line and self.cost == Cost.ROW:
            object.__setattr__(self, "cost", Cost.FILE)

    def __str__(self) -> str:
        """Print it as an editor or a terminal can jump to it."""
        place = f"{self.file or self.table}:{self.line}" if self.line else self.file or self.table
        return ": ".join(part for part in (place, self.field, self.problem) if part)

    @property
    def withholds(self) -> bool:
        """Whether the row is withheld."""
        return self.cost in (Cost.ROW, Cost.FOLLOWS)


class DataError(ValueError):
    """The data have faults; the message tells them as `told` does."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults beside the message."""
        self.faults = tuple(faults)
        super().__init__("\n".join(told(self.faults)))


def told(faults: Iterable[Fault]) -> list[str]:
    """Lines for a person: causes before what follows from them, at most twenty a file, then counts.

    What is wrong with several rows in the same words is told of the first and counted. Rows that
    are withheld only because they hang on another row are counted file by file.
    """
    # What an edit of one line costs the whole of its file comes after what is wrong with the line.
    ordered = sorted(
        faults,
        key=lambda one: (one.file or one.table, one.line, one.cost == Cost.FILE, one.field, one),
    )
    causes = [fault for fault in ordered if fault.cost != Cost.FOLLOWS]
    following = [fault for fault in ordered if fault.cost == Cost.FOLLOWS]
    return [*_causes(causes), *_following(following)]


def _causes(faults: list[Fault]) -> Iterator[str]:
    alike = Counter(map(_words, faults))
    said: set[tuple[str, str]] = set()
    seen: Counter[str] = Counter()
    for fault in faults:
        words = _words(fault)
        if words in said:
            continue
        said.add(words)
        seen[fault.file or fault.table] += 1
        if seen[fault.file or fault.table] <= MOST_TOLD:
            more = f" (and {alike[words] - 1} times more)" if alike[words] > 1 else ""
            yield f"{fault}{more}"
    for file, count in seen.items():
        if count > MOST_TOLD:
            yield f"{file}: {count - MOST_TOLD} faults more"


def _words(fault: Fault) -> tuple[str, str]:
    """What a fault of a row says, whatever row it is; files are told one by one."""
    return fault.field, fault.problem if fault.line else str(fault)


def _following(faults: list[Fault]) -> Iterator[str]:
    rows: dict[str, list[Fault]] = {}
    for fault in faults:
        rows.setdefault(fault.file or fault.table, []).append(fault)
    for file, of_file in rows.items():
        lines = {fault.line for fault in of_file}
        is_one = len(lines) == 1
        noun = (
            "1 row is withheld, because it hangs"
            if is_one
            else (f"{len(lines)} rows are withheld, because they hang")
        )
        yield f"{file}: {noun} on rows named above, the first on line {min(lines)}"
