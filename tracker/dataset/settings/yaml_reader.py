"""YAML, event by event: every value with its line, and what must not be there named."""

import math
import re
from datetime import date
from typing import Any

import yaml

from tracker.dataset.spellings import shown

DEEPEST = 20  # groups within groups; far fewer are used
NUMBER = re.compile(r"[-+]?(0|[1-9]\d{0,17})|[-+]?\d+\.\d*([eE][-+]?\d+)?")
INT, FLOAT = "tag:yaml.org,2002:int", "tag:yaml.org,2002:float"
STRING = "tag:yaml.org,2002:str"

Keys = tuple[str | int, ...]  # the way to a value: names of groups, places in lists


class Unreadable(ValueError):
    """Nothing can be made of a file; ``line`` 0 is the file as a whole."""

    def __init__(self, problem: str, line: int = 0) -> None:
        """Keep what is wrong and where."""
        super().__init__(problem)
        self.problem, self.line = problem, line


class Reader:
    """Reads one text. ``value`` is its group of names, or None where it holds something else.

    ``lines`` and ``said`` have the line and the wording of each value, ``problems`` what is wrong
    in single places. Raises Unreadable, or yaml.YAMLError where the text is no YAML.
    """

    def __init__(self, text: str) -> None:
        """Read ``text`` to its end."""
        self.lines: dict[Keys, int] = {}
        self.said: dict[Keys, str] = {}
        self.problems: list[tuple[Keys, str]] = []
        self._loader = yaml.CSafeLoader(text)
        self.value: dict[str, Any] = self._document()

    def _document(self) -> dict[str, Any]:
        self._next()
        if self._loader.check_event(yaml.StreamEndEvent):
            raise Unreadable("the file is empty")
        self._next()
        event = self._next()
        value = self._value(event, ())
        self._next()
        if not self._loader.check_event(yaml.StreamEndEvent):
            line = _line(self._next())
            raise Unreadable("a second document starts here, expected one a file", line)
        if value is None:
            raise Unreadable("the file is empty")
        if not isinstance(value, dict):
            noun = "a list" if isinstance(value, list) else "a single value"
            raise Unreadable(f"the file is {noun}, expected names with values", _line(event))
        return value

    def _next(self) -> yaml.Event:
        event: yaml.Event = self._loader.get_event()  # type: ignore[assignment]
        return event

    def _value(self, event: yaml.Event, keys: Keys) -> Any:
        if keys:  # what is missing from the whole is told of line 1
            self.lines.setdefault(keys, _line(event))
        if len(keys) > DEEPEST:
            raise Unreadable(f"nested deeper than {DEEPEST} groups", _line(event))
        if isinstance(event, yaml.AliasEvent):
            self.problems.append((keys, "an alias (*), which is not used here; write it out"))
            return None
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, keys)
        self._has_tag(event, keys)
        return self._list(keys) if isinstance(event, yaml.SequenceStartEvent) else self._group(keys)

    def _list(self, keys: Keys) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            values.append(self._value(event, (*keys, len(values))))
        return values

    def _group(self, keys: Keys) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            name = self._name(event, keys)
            here = (*keys, name)
            if name in values:
                told = f"is given twice, on lines {self.lines[here]} and {_line(event)}"
                self.problems.append((here, told))
                self._value(self._next(), (*here, ""))
                continue
            values[name] = self._value(self._next(), here)
        return values

    def _name(self, event: yaml.Event, keys: Keys) -> str:
        """The name of a value, always a text; what YAML does not read as text is named."""
        if not isinstance(event, yaml.ScalarEvent):
            raise Unreadable("a name that is no text", _line(event))
        name = str(event.value)
        here = (*keys, name)
        self.lines.setdefault(here, _line(event))
        if self._tag(event) != STRING:
            read = self._scalar(event, here)
            told = "nothing" if read is None else f"{_shown(read)}, which is no name"
            self.problems.append((here, f"is read as {told}; put it in quotes"))
        return name

    def _tag(self, event: yaml.ScalarEvent) -> str:
        tag = self._loader.resolve(yaml.ScalarNode, event.value, event.implicit)  # type: ignore[no-untyped-call]
        return str(event.tag or tag)

    def _scalar(self, event: yaml.ScalarEvent, keys: Keys) -> Any:
        self.said[keys] = str(event.value)
        if self._has_tag(event, keys):
            return event.value
        tag = self._tag(event)
        if tag in (INT, FLOAT) and not NUMBER.fullmatch(event.value):
            problem = f"{shown(event.value)} is not a plain number; write it out, or in quotes"
            self.problems.append((keys, problem))
            return event.value
        try:
            value = self._loader.construct_object(yaml.ScalarNode(tag, event.value))
        except (yaml.YAMLError, ValueError, OverflowError):
            self.problems.append((keys, f"{shown(event.value)} cannot be read; put it in quotes"))
            return event.value
        if isinstance(value, float) and not math.isfinite(value):
            self.problems.append((keys, f"{shown(event.value)} is no number that can be used"))
            return 0.0
        return value

    def _has_tag(self, event: yaml.Event, keys: Keys) -> bool:
        """Whether a value has a tag of its own, such as !!str, which is named."""
        if tag := getattr(event, "tag", None):
            self.problems.append((keys, f"a tag ({shown(tag)}), which is not used here"))
        return bool(tag)


def _line(event: yaml.Event) -> int:
    return int(event.start_mark.line) + 1  # type: ignore[union-attr]


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"the day {value}" if isinstance(value, date) else repr(value)
