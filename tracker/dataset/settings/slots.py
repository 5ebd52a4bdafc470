"""The slots that each text is given, as text/slots.yaml lists them, and what texts make of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any

from tracker.dataset.faults import Fault
from tracker.dataset.settings.documents import Document, read_yaml
from tracker.dataset.settings.yaml_reader import Keys

MANIFEST = "text/slots.yaml"
PLURAL, CODE, FREE = "<plural>", "<code>", "free"
NUMBER = ":g"  # ends the name of a slot that is a number, which a text may format
FORMAT = re.compile(r",?(\.\d)?[efg%]?")
SLOT = re.compile(r"[a-z_]+(:g)?")


@dataclass(frozen=True)
class Text:
    """A text with these slots, or one in plural forms; which of them are numbers."""

    slots: Mapping[str, bool]
    is_plural: bool = False

    def problem(self, text: str) -> str:
        """What keeps ``text`` from being filled; empty where nothing does."""
        try:
            parts = list(Formatter().parse(text))
        except ValueError as error:
            return f"the braces do not match ({error})"
        for _, name, form, conversion in parts:
            if name is not None and (told := self._problem(name, form or "", conversion)):
                return told
        return ""

    def _problem(self, name: str, form: str, conversion: str | None) -> str:
        if name not in self.slots:
            given = ", ".join(f"{{{slot}}}" for slot in self.slots) or "nothing"
            return f"{{{name}}} is not given (given: {given})"
        if conversion or (form and not (self.slots[name] and FORMAT.fullmatch(form))):
            written = f"{name}{'!' + conversion if conversion else ''}{':' + form if form else ''}"
            return f"{{{written}}} is not a way to write {{{name}}}"
        return ""

    def left_out(self, texts: list[str]) -> list[str]:
        """The slots that none of ``texts`` uses; each must be without a problem."""
        used = {name for text in texts for _, name, *_ in Formatter().parse(text)}
        return [name for name in self.slots if name not in used]


@dataclass(frozen=True)
class Free:
    """What is not a text and has a shape of its own."""


@dataclass(frozen=True)
class Coded:
    """A group whose names are codes of a closed list, all with texts alike."""

    each: "Node"


@dataclass(frozen=True)
class Group:
    """A group of texts by name."""

    names: Mapping[str, "Node"]


Node = Text | Free | Coded | Group


def read_slots(folder: Path) -> tuple[Group, tuple[Fault, ...]]:
    """What text/slots.yaml in ``folder`` lists: nothing where anything is wrong with it."""
    document = read_yaml(folder, MANIFEST)
    faults = list(document.faults)
    node = _node(document.value, (), document, faults) if document.value is not None else None
    return (node if isinstance(node, Group) and not faults else Group({})), tuple(faults)


def _node(value: Any, keys: Keys, document: Document, faults: list[Fault]) -> Node:
    if value == FREE:
        return Free()
    if isinstance(value, list):
        return _text(value, keys, document, faults)
    if isinstance(value, Mapping) and set(value) == {PLURAL}:
        text = _text(value[PLURAL], (*keys, PLURAL), document, faults)
        return Text(text.slots, is_plural=True)
    if isinstance(value, Mapping) and set(value) == {CODE}:
        return Coded(_node(value[CODE], (*keys, CODE), document, faults))
    if isinstance(value, Mapping):
        below = {name: _node(one, (*keys, name), document, faults) for name, one in value.items()}
        return Group(below)
    told = f"{document.shown(keys, value)} is not a list of slots, a group or {FREE}"
    faults.append(document.fault(keys, told))
    return Free()


def _text(value: Any, keys: Keys, document: Document, faults: list[Fault]) -> Text:
    if not isinstance(value, list):
        told = f"{document.shown(keys, value)} is not a list of slots"
        faults.append(document.fault(keys, told))
        return Text({})
    for place, slot in enumerate(value):
        if not isinstance(slot, str) or not SLOT.fullmatch(slot):
            told = f"{document.shown((*keys, place), slot)} is not the name of a slot"
            faults.append(document.fault((*keys, place), told))
    named = map(str, value)
    return Text({slot.removesuffix(NUMBER): slot.endswith(NUMBER) for slot in named})
