"""The one way data are turned away: a fault names file, line, field and what is wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one place; prints as ``file:line: field: what is wrong``.

    A line of 0 is the whole file, which then cannot be used. ``table`` is the stem of the file.
    """

    table: str
    line: int
    field: str
    problem: str
    file: str = ""

    def __str__(self) -> str:
        """Print it as an editor or a terminal can jump to it."""
        place = f"{self.file or self.table}:{self.line}" if self.line else self.file or self.table
        return ": ".join(part for part in (place, self.field, self.problem) if part)


class DataError(ValueError):
    """The data have faults; the message has one line for each of them."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Keep the faults beside the message."""
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults
