"""What a page is made of, as data: it becomes HTML, a file, a slide or a chart at the very end.

A part is a text or one of the classes here; several parts are a tuple. Nothing here holds a tag,
and nothing is escaped before `look.html` writes it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

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
    """A piece of a bar: its mark, its width, and what is left free before it, in per cent."""

    mark: str
    width_pct: float
    before_pct: float = 0.0


@dataclass(frozen=True)
class Bar:
    """A bar in the hue of a country (none: several), with what it ``told`` to those who hear it."""

    pieces: tuple[Piece, ...]
    country_code: str = ""
    told: str = ""


@dataclass(frozen=True)
class Swatch:
    """A sample of a mark, or of a circle of so many pixels, as legends have them."""

    kind: str
    country_code: str = ""
    px: float = 0.0


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


@dataclass(frozen=True, eq=False)
class Chart:
    """A figure or a map: drawn when a theme is known, with words for those who do not see it.

    ``told`` is read to them, ``table`` holds the same numbers; ``heading`` is for one of several
    in a section, ``note`` small print under it.
    """

    name: str
    draw: Callable[[str], Any] = field(repr=False)
    told: str = ""
    heading: str = ""
    table: Table | None = None
    note: str = ""


@dataclass(frozen=True)
class Notice:
    """Word that there is nothing to show, and why."""

    text: str


@dataclass(frozen=True, eq=False)
class Beside:
    """Blocks side by side, one under another where there is no room.

    ``widths`` are relative, the ``gap`` between them is large or small.
    """

    blocks: "tuple[Block, ...]"
    widths: tuple[float, ...] = ()
    gap: Literal["large", "small"] = "large"


@dataclass(frozen=True)
class Field:
    """A number that a reader can type over: its name in the address, a label, what is known of it.

    ``hint`` is what holds while nothing is typed, ``step`` by how much it goes up and down,
    ``is_own`` whether something else was typed.
    """

    name: str
    label: str
    hint: str
    step: float
    about: Part
    is_own: bool = False


Block: TypeAlias = "Part | Chart | Notice | Beside | Field"


@dataclass(frozen=True, eq=False)
class Section:
    """A part of a page: its name in the address, its finding, and what stands under it.

    Without a finding it is only what stands in it. ``about`` is a small line above the finding,
    ``note`` small print at the end.
    """

    name: str
    heading: str = ""
    blocks: tuple[Block, ...] = ()
    about: str = ""
    note: str = ""


@dataclass(frozen=True)
class Download:
    """A file that a reader can take away, made when it is asked for."""

    label: str
    name: str
    mime: str
    content: Callable[[], bytes] = field(repr=False)


@dataclass(frozen=True)
class View:
    """A page: its finding as ``title``, a sentence under it, its sections, and files.

    ``warnings`` say what could not be done as asked; ``options`` are what else can be chosen on
    this page, as choice -> value -> its name.
    """

    title: str
    lead: str
    sections: tuple[Section, ...] = ()
    downloads: tuple[Download, ...] = ()
    warnings: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Section:
        """The section called ``name``. Raises KeyError when there is none."""
        return next((one for one in self.sections if one.name == name), None) or _missing(name)


def _missing(name: str) -> Section:
    raise KeyError(name)
