"""What a page is made of, as data: its sections, and what stands in them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from tracker.look.atlas import Atlas
from tracker.look.elements import Part, Table
from tracker.look.tracks import Picture


@dataclass(frozen=True, eq=False)
class Chart:
    """A figure: drawn when a theme is known, with words for those who do not see it.

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


Block: TypeAlias = "Part | Picture | Atlas | Chart | Notice | Beside | Field | Section"


@dataclass(frozen=True, eq=False)
class Section:
    """A part of a page: its name in the address, its finding, and what stands under it.

    Without a finding it is only what stands in it. ``about`` is a small line above the finding,
    ``note`` small print at the end. One that ``is_folded`` shows its finding until it is opened.
    """

    name: str
    heading: str = ""
    blocks: tuple[Block, ...] = ()
    about: str = ""
    note: str = ""
    is_folded: bool = False


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
        """The section called ``name``, also inside another. Raises KeyError when there is none."""
        every = _every(self.sections)
        return next((one for one in every if one.name == name), None) or _missing(name)


def _every(blocks: Iterable[Block]) -> Iterator[Section]:
    for one in blocks:
        if isinstance(one, Section):
            yield one
            yield from _every(one.blocks)


def _missing(name: str) -> Section:
    raise KeyError(name)
