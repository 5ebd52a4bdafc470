"""The slots that each text is given, as text/slots.yaml lists them, and what texts make of them."""

import re
from collections.abc import Iterator, Mapping
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


def read_slots(folder: Path) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """What text/slots.yaml in ``folder`` lists: nothing where anything is wrong with it.

    A group of names, whose ends are lists of slots, for the forms of a text the same under
    `PLURAL`, or `FREE` where something has a shape of its own; under `CODE` for any code.
    """
    document = read_yaml(folder, MANIFEST)
    listed = document.value or {}
    faults = (
        *document.faults,
        *_wrong(listed, (), document, f"a list of slots, a group or {FREE}"),
    )
    return {} if faults else listed, faults


def _wrong(node: Any, keys: Keys, document: Document, noun: str) -> Iterator[Fault]:
    is_text = noun == "a list of slots"
    if isinstance(node, list):
        for place, slot in enumerate(node):
            if not isinstance(slot, str) or not SLOT.fullmatch(slot):
                told = f"{document.shown((*keys, place), slot)} is not the name of a slot"
                yield document.fault((*keys, place), told)
    elif isinstance(node, Mapping) and not is_text:
        below = "a list of slots" if node.keys() == {PLURAL} else noun
        for name, one in node.items():
            yield from _wrong(one, (*keys, name), document, below)
    elif node != FREE or is_text:
        yield document.fault(keys, f"{document.shown(keys, node)} is not {noun}")


def problem(text: str, listed: list[str]) -> str:
    """What keeps ``text`` from being filled with the slots ``listed``; empty where nothing does."""
    is_number = {slot.removesuffix(NUMBER): slot.endswith(NUMBER) for slot in listed}
    try:
        parts = list(Formatter().parse(text))
    except ValueError as error:
        return f"the braces do not match ({error})"
    for _, name, form, conversion in parts:
        if name is not None and (told := _problem(name, form or "", conversion, is_number)):
            return told
    return ""


def _problem(name: str, form: str, conversion: str | None, is_number: Mapping[str, bool]) -> str:
    if name not in is_number:
        given = ", ".join(f"{{{slot}}}" for slot in is_number) or "nothing"
        return f"{{{name}}} is not given (given: {given})"
    if conversion or (form and not (is_number[name] and FORMAT.fullmatch(form))):
        written = f"{name}{'!' + conversion if conversion else ''}{':' + form if form else ''}"
        return f"{{{written}}} is not a way to write {{{name}}}"
    return ""


def left_out(texts: list[str], listed: list[str]) -> list[str]:
    """The slots that none of ``texts`` uses; each must be without a problem."""
    used = {name for text in texts for _, name, *_ in Formatter().parse(text)}
    return [name for slot in listed if (name := slot.removesuffix(NUMBER)) not in used]
