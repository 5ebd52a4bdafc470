"""The texts of one language beside text/slots.yaml: what is sound is kept, the rest named."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path
from typing import Annotated, Any

from babel import Locale, UnknownLocaleError
from pydantic import Field, TypeAdapter

from tracker.dataset.faults import Cost, Fault
from tracker.dataset.settings.documents import Document, read_yaml
from tracker.dataset.settings.shapes import (
    ClosedGroup,
    Number,
    Positive,
    faults_at,
    first,
    quoted,
    refusing,
    unknown_name,
    without,
)
from tracker.dataset.settings.slots import CODE, FREE, PLURAL, left_out, problem, read_slots
from tracker.dataset.settings.yaml_reader import Keys

OTHER = "other"  # the plural form that every language has
WITHHELD = object()  # stands for a text that cannot be used


def locale_problem(name: str) -> str:
    """What is wrong with the name of a locale; empty where nothing is."""
    try:
        Locale.parse(name)
    except (ValueError, UnknownLocaleError, TypeError):
        return "is not a locale such as en_GB"
    return ""


def _pattern_problem(text: str) -> str:
    told = problem(text, ["number"])
    return f"cannot be filled: {told}" if told else ""


def _scales_problem(scales: Container[str]) -> str:
    return "" if "default" in scales else "has no default"


Pattern = Annotated[str, refusing(_pattern_problem)]
Localed = Annotated[str, refusing(locale_problem)]


class Scale(ClosedGroup):
    """From which amount on an amount is written in which unit, and how."""

    start: Annotated[Number, Field(alias="from", ge=0)]
    unit: Positive
    pattern: Pattern
    digits: Annotated[str, Field(pattern=r"^#,##0(\.[0#]+)?$")]


# What is no plain text: how a language writes money, numbers and units.
SHAPES: dict[Keys, TypeAdapter[Any]] = {
    ("formats", "locale"): TypeAdapter(Localed),
    ("formats", "symbols"): TypeAdapter(dict[str, str]),
    ("formats", "money_locales"): TypeAdapter(dict[str, Localed]),
    ("formats", "scales"): TypeAdapter(
        Annotated[dict[str, Annotated[list[Scale], Field(min_length=1)]], refusing(_scales_problem)]
    ),
    ("formats", "currencies"): TypeAdapter(list[str]),
    ("formats", "units"): TypeAdapter(dict[str, Pattern]),
}


@dataclass(frozen=True)
class Compared:
    """One file of texts beside what it should hold; faults gather as it is looked through."""

    document: Document
    stem: str
    forms: frozenset[str]
    faults: list[Fault] = field(default_factory=list)

    def kept(self, node: Any, value: Any, keys: Keys, back: Any) -> Any:
        """What of ``value`` can be used, and of ``back``, the same of other texts, what cannot.

        ``node`` is what `read_slots` has of it.
        """
        if node == FREE:
            sound = self._is_shaped(value, keys)
        elif isinstance(node, list):
            sound = self._is_sound(node, {"": value}, keys)
        elif node.keys() == {PLURAL}:
            sound = self._is_plural(node[PLURAL], value, keys)
        else:
            return self._group(node, value, keys, back)
        return value if sound else back

    def _group(self, node: Mapping[str, Any], value: Any, keys: Keys, back: Any) -> Any:
        if not isinstance(value, Mapping):
            self._name(keys, f"{self.document.shown(keys, value)} is not a group of texts")
            value = {}
        back = back if isinstance(back, Mapping) else {}
        is_coded = node.keys() == {CODE}
        known = dict.fromkeys([*back, *value], node[CODE]) if is_coded else node
        kept = {name: back.get(name, WITHHELD) for name in known}
        for name, below in known.items():
            if name in value:
                kept[name] = self.kept(below, value[name], (*keys, name), kept[name])
            elif not is_coded:
                self._name((*keys, name), "is missing")
        self._name_unknown(value, known, keys)
        return _without_withheld(kept) or WITHHELD

    def _is_plural(self, listed: list[str], value: Any, keys: Keys) -> bool:
        if not isinstance(value, Mapping) or OTHER not in value:
            self._name(keys, f"has no form `{OTHER}`, expected plural forms")
            return False
        is_sound = self._is_sound(listed, value, keys)
        self._name_unknown(value, self.forms, keys)
        return is_sound

    def _is_sound(self, listed: list[str], forms: Mapping[str, Any], keys: Keys) -> bool:
        found = len(self.faults)
        for form, text in forms.items():
            here = (*keys, form) if form else keys
            if not isinstance(text, str):
                told = f"{self.document.shown(here, text)} is not a text{quoted(text)}"
                self._name(here, told)
            elif told := problem(text, listed):
                self._name(here, told)
        if len(self.faults) > found:
            return False
        for slot in left_out(list(forms.values()), listed):
            self._name(keys, f"leaves out {{{slot}}}", Cost.NOTHING)
        return True

    def _is_shaped(self, value: Any, keys: Keys) -> bool:
        if (self.stem, *keys) not in SHAPES:
            return True
        found = faults_at(keys, value, self.document, SHAPES[self.stem, *keys])
        worse = [replace(fault, cost=Cost.ROW) for fault in found if fault.cost != Cost.NOTHING]
        self.faults.extend(worse or found)
        return not worse

    def _name_unknown(self, names: Iterable[str], known: Collection[str], keys: Keys) -> None:
        for name in names:
            if name not in known:
                self._name((*keys, name), unknown_name(name, known), Cost.NOTHING)

    def _name(self, keys: Keys, problem: str, cost: Cost = Cost.ROW) -> None:
        self.faults.append(self.document.fault(keys, problem, cost))


def compared(
    folder: Path, language: str, back: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """The texts of ``language`` that can be used, file by file, and what is wrong with the others.

    ``back`` holds other texts, which take the place of what cannot be used. Raises nothing.
    """
    slots, faults = read_slots(folder)
    found = [*faults, *_strangers(folder, language, slots)]
    texts = dict(back)
    for stem, node in slots.items():
        document = read_yaml(folder, f"text/{language}/{stem}.yaml")
        look = Compared(document, stem, _forms(language))
        if document.value is None:
            found += document.faults
            continue
        look.faults.extend(replace(fault, cost=Cost.ROW) for fault in document.faults)
        # What is wrong in a list costs the list.
        wrong = (tuple(takewhile(lambda key: isinstance(key, str), at)) for at in document.wrong)
        value = without(document.value, wrong)
        texts[stem] = look.kept(node, value, (), back.get(stem, {}))
        found += look.faults
    return _without_withheld(texts), first(found)


def _strangers(folder: Path, language: str, slots: Collection[str]) -> Iterator[Fault]:
    """A language that is none, and files that nobody reads."""
    name = f"text/{language}"
    if locale_problem(language):
        told = f"{language!r} is not a language such as en"
        yield Fault(name, 0, "", told, f"{folder.name}/{name}", Cost.FILE)
    for path in sorted((folder / name).glob("*.yaml")):
        if path.stem not in slots and slots:
            file = f"{name}/{path.name}"
            told = unknown_name(path.stem, slots)
            yield Fault(file, 0, "", told, f"{folder.name}/{file}", Cost.NOTHING)


def _forms(language: str) -> frozenset[str]:
    if locale_problem(language):
        return frozenset({OTHER})
    return frozenset({*Locale.parse(language).plural_form.tags, OTHER})


def _without_withheld(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {name: one for name, one in kept.items() if one is not WITHHELD}
