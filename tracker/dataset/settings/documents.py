"""The one way in which YAML is read: any bytes end in a document or in named faults."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from tracker.dataset.faults import Cost, Fault
from tracker.dataset.settings.yaml_reader import Keys, Reader, Unreadable
from tracker.dataset.spellings import shown

MARKERS = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?=\s|$)", re.MULTILINE)
INDENTED_BY_TAB = re.compile(r"^ *\t", re.MULTILINE)
TAB = "a tab where only spaces may stand"


@dataclass(frozen=True)
class Document:
    """What a YAML file says, where each thing stands in it, and what is wrong with it.

    ``value`` is None where nothing can be made of the file; ``faults`` then say why. ``said`` holds
    single values as the file writes them. ``wrong`` are the places of faults in single values.
    """

    name: str
    file: str
    value: dict[str, Any] | None
    lines: Mapping[Keys, int]
    said: Mapping[Keys, str]
    faults: tuple[Fault, ...] = ()
    wrong: tuple[Keys, ...] = ()

    def line(self, keys: Keys) -> int:
        """The line of ``keys``, or of the group they should be in."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)

    def fault(self, keys: Keys, problem: str, cost: Cost = Cost.FILE) -> Fault:
        """A fault of what stands, or should stand, under ``keys``."""
        field = ".".join(map(str, keys))
        return Fault(self.name, self.line(keys), field, problem, self.file, cost)

    def shown(self, keys: Keys, value: object) -> str:
        """A value as a fault tells it: as the file writes it, cut where it is long."""
        if isinstance(value, Mapping):
            return "a group of names"
        if isinstance(value, list):
            return "a list"
        said = self.said.get(keys, "" if value is None else str(value))
        return shown(said) if said else "nothing"


def read_yaml(folder: Path, name: str) -> Document:
    """The document ``name`` in ``folder``; its ``faults`` tell what is wrong. Raises nothing."""
    file = f"{folder.name}/{name}"
    try:
        text = _text(folder / name)
        _refuse_marks(text)
        reader = _read(text)
    except Unreadable as error:
        fault = Fault(name, error.line, "", error.problem, file, Cost.FILE)
        return Document(name, file, None, {}, {}, (fault,))
    document = Document(name, file, reader.value, reader.lines, reader.said)
    first = dict(reversed(reader.problems))
    faults = tuple(document.fault(keys, first[keys]) for keys in reversed(first))
    return replace(document, faults=faults, wrong=tuple(first))


def _text(path: Path) -> str:
    try:
        written = path.read_bytes()
    except FileNotFoundError:
        raise Unreadable("the file is missing") from None
    except OSError as error:
        raise Unreadable(f"the file cannot be read ({error.strerror})") from None
    try:
        text = written.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = written.count(b"\n", 0, error.start) + 1
        raise Unreadable("not UTF-8; save it as UTF-8", line) from None
    if "\0" in text:
        raise Unreadable("not UTF-8; save it as UTF-8", 1)
    if not text.strip():
        raise Unreadable("the file is empty")
    return text


def _refuse_marks(text: str) -> None:
    for pattern, problem in ((MARKERS, "an unfinished merge"), (INDENTED_BY_TAB, TAB)):
        if found := pattern.search(text):
            told = f"{problem} ({found.group()})" if pattern is MARKERS else problem
            raise Unreadable(told, text.count("\n", 0, found.start()) + 1)


def _read(text: str) -> Reader:
    try:
        return Reader(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        raise Unreadable(_problem(error, text, line), line) from None
    except yaml.YAMLError as error:
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        raise Unreadable(f"no YAML can be read here ({_reason(error)})", line) from None


def _problem(error: yaml.MarkedYAMLError, text: str, line: int) -> str:
    """The words of the parser, which a tab in that line explains better."""
    lines = text.splitlines()
    if line and "\t" in "".join(lines[line - 1 : line]):
        return TAB
    told = ", ".join(_parts(error))
    return f"no YAML can be read here ({told})"


def _parts(error: yaml.MarkedYAMLError) -> Iterator[str]:
    if error.problem:
        yield str(error.problem)
    if error.context and error.context_mark:
        yield f"{error.context} of line {error.context_mark.line + 1}"


def _reason(error: yaml.YAMLError) -> str:
    return str(getattr(error, "reason", "") or error).splitlines()[0]
