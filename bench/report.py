"""Lines of a report: what was measured, against what, and whether the target was met."""

import os
import platform
import re
import statistics
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from bench.servers import BASE_COMMIT, ROOT

DOCUMENT = ROOT / "docs" / "performance.md"
BLOCK = re.compile(r"(<!-- figures: written by make bench -->\n).*(<!-- end of figures -->)", re.S)


@dataclass(frozen=True)
class Line:
    """``what`` took ``ours`` where the other took ``other``, both in ``unit``.

    Held against ``target`` is their ratio, or ``ours`` itself where there is no other. Without a
    target the line only tells.
    """

    what: str
    unit: str
    ours: float
    against: str = ""
    other: float | None = None
    target: float | None = None

    @property
    def held(self) -> float:
        """What the target is about."""
        return self.ours if self.other is None else self.ours / self.other

    def cells(self) -> tuple[str, ...]:
        """As a row of the table."""
        other = "" if self.other is None else f"{_figure(self.other)} {self.unit}"
        ratio = "" if self.other is None else f"{self.held:.2f}"
        return (
            self.what, f"{_figure(self.ours)} {self.unit}", self.against, other, ratio,
            "" if self.target is None else f"≤ {self.target:g}", self._verdict(),
        )  # fmt: skip

    def _verdict(self) -> str:
        if self.target is None:
            return ""
        return "met" if self.held <= self.target else "**missed**"


def _figure(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def high(values: Sequence[float]) -> float:
    """The 95th percentile of at least two values."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def table(lines: Sequence[Line]) -> str:
    """The lines as Markdown."""
    head = ("what", "ours", "against", "the other", "ratio", "target", "")
    rows = [head, ("---",) * len(head), *(line.cells() for line in lines)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def circumstances(asked: str) -> str:
    """The machine, the versions, the day and the commits that the figures belong to."""
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    command = ["git", "describe", "--always", "--dirty", "--abbrev=7"]
    commit = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    versions = ", ".join(f"{name} {version(name)}" for name in ("streamlit", "pandas", "plotly"))
    return (
        f"{date.today():%Y-%m-%d}, commit {commit.strip()} against {BASE_COMMIT}, {asked}. "
        f"{model[1] if model else platform.machine()}, {os.cpu_count()} cores, "
        f"{memory:.0f} GB of memory, Python {platform.python_version()}, {versions}.\n"
    )


def write(text: str) -> None:
    """Put ``text`` in the place that the document keeps for it. Raises ValueError without one."""
    written, count = BLOCK.subn(
        lambda block: f"{block[1]}\n{text}\n{block[2]}", DOCUMENT.read_text(encoding="utf-8")
    )
    if count != 1:
        raise ValueError(f"{DOCUMENT} has no place for the figures")
    DOCUMENT.write_text(written, encoding="utf-8")
