"""The parts that views are made of, as data; they become HTML, a file or a slide at the very end.

A part is a text or one of the classes here; several parts are a tuple. Nothing here holds a tag,
and nothing is escaped before `look.html` writes it.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

import pandas as pd

from tracker.dataset.plain import Row


@dataclass(frozen=True)
class Said:
    """Parts in one ``tone`` of `look.html.TONES`, with a ``hint`` that a pointer brings up."""

    tone: str
    parts: "Part"
    hint: str = ""


@dataclass(frozen=True)
class Run:
    """Parts in one line with a text ``between`` them."""

    parts: "tuple[Part, ...]"
    between: str = ", "


@dataclass(frozen=True)
class Link:
    """A text that leads somewhere; its ``kind`` is one of `look.html.LINKS`."""

    text: str
    address: str
    kind: str = ""


@dataclass(frozen=True)
class Source:
    """A document: who speaks in it, on whose site, its subject and day as far as they are known.

    ``kind`` says what the speaker is, ``tier`` how far such documents may be relied on; either is
    None where the publisher is not known.
    """

    speaker: str
    carrier: str = ""
    subject: str = ""
    day: str = ""
    address: str = ""
    kind: str | None = None
    tier: str | None = None


@dataclass(frozen=True)
class Piece:
    """A piece of a bar: its mark, its width, and what is left free before it, in per cent.

    It ``is_judged`` where a rule of ours puts it there and no source says so.
    """

    mark: str
    width_pct: float
    before_pct: float = 0.0
    is_judged: bool = False


@dataclass(frozen=True)
class Bar:
    """A bar in the hue of a country (none: several), with what it ``told`` to those who hear it.

    A ``value`` stands at its end.
    """

    pieces: tuple[Piece, ...]
    country_code: str = ""
    told: str = ""
    value: "Part" = ""

    @property
    def end_pct(self) -> float:
        """Where the last piece ends, in per cent of the width."""
        return sum(one.before_pct + one.width_pct for one in self.pieces)


@dataclass(frozen=True)
class Swatch:
    """A sample of a mark, or of a circle of so many pixels, as legends have them.

    One that ``is_judged`` is of what a rule of ours concluded.
    """

    kind: str
    country_code: str = ""
    px: float = 0.0
    is_judged: bool = False


@dataclass(frozen=True)
class Items:
    """A list; its ``kind`` is one of `look.html.LISTS`, its ``name`` is for those who hear it."""

    parts: tuple["Part", ...]
    kind: str = ""
    name: str = ""


@dataclass(frozen=True)
class Terms:
    """Terms, each with what it means or what is known of it."""

    entries: tuple[tuple[str, tuple["Part", ...]], ...]


@dataclass(frozen=True)
class Fold:
    """What is folded behind a ``title``. Of those in one ``group`` one is open at a time."""

    title: str
    body: "Part"
    is_open: bool = False
    group: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table: its ``name`` in the frame and its ``label`` for readers.

    ``kind`` says how its values are written (`look.values.KINDS`), ``unit`` in which currency or
    unit; a column of parts, which is the usual kind, needs neither. ``link`` names the column with
    the address that the value leads to, ``under`` those with what stands small below it.
    """

    name: str
    label: str
    kind: str = "part"
    unit: str = ""
    link: str = ""
    under: tuple[str, ...] = ()
    is_right: bool = False


@dataclass(frozen=True)
class Table:
    """A table called ``name``: ``rows`` from column to value, and the ``columns`` that are shown.

    With ``is_stacked`` cells stand one under another on a narrow screen. A table without rows is
    nothing.
    """

    name: str
    rows: tuple[Row, ...] = field(repr=False)
    columns: tuple[Column, ...] = ()
    is_stacked: bool = False

    @property
    def frame(self) -> pd.DataFrame:
        """The rows as a frame of plain values, made when it is asked for."""
        return pd.DataFrame([dict(row) for row in self.rows], dtype="object")


Part: TypeAlias = (
    "str | Said | Run | Link | Source | Bar | Swatch | Items | Terms | Fold | Table "
    "| tuple[Part, ...]"
)
