"""The texts of one language beside text/slots.yaml: what is sound is kept, the rest named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from babel import Locale

from tracker.dataset.faults import Cost, Fault
from tracker.dataset.settings.documents import Document, read_yaml
from tracker.dataset.settings.free_texts import SHAPES, locale_problem
from tracker.dataset.settings.shapes import faults_at, first, unknown_name, without
from tracker.dataset.settings.slots import Coded, Free, Group, Node, Text, read_slots
from tracker.dataset.settings.yaml_reader import Keys

OTHER = "other"  # the plural form that every language has
WITHHELD = object()  # stands for a text that cannot be used


@dataclass(frozen=True)
class Compared:
    """One file of texts beside what it should hold; faults gather as it is looked through."""

    document: Document
    stem: str
    forms: frozenset[str]
    faults: list[Fault] = field(default_factory=list)

    def kept(self, node: Node, value: Any, keys: Keys, back: Any) -> Any:
        """What of ``value`` can be used, and of ``back``, the same of other texts, what cannot."""
        match node:
            case Group():
                return self._group(node, value, keys, back)
            case Coded():
                return self._coded(node, value, keys, back)
            case Text():
                sound = self._is_sound(node, value, keys)
            case Free():
                sound = self._is_shaped(value, keys)
        return value if sound else back

    def _group(self, node: Group, value: Any, keys: Keys, back: Any) -> Any:
        value, back = self._names(value, keys), _group_or_none(back)
        kept = {}
        for name, below in node.names.items():
            old, here = back.get(name, WITHHELD), (*keys, name)
            if name in value:
                kept[name] = self.kept(below, value[name], here, old)
                continue
            self._name(here, "is missing")
            kept[name] = old
        for name in value:
            if name not in node.names:
                told = unknown_name(name, node.names)
                self._name((*keys, name), told, Cost.NOTHING)
        return _without_withheld(kept) or WITHHELD

    def _coded(self, node: Coded, value: Any, keys: Keys, back: Any) -> Any:
        value, back = self._names(value, keys), _group_or_none(back)
        kept = {
            code: self.kept(node.each, one, (*keys, code), back.get(code, WITHHELD))
            for code, one in value.items()
        }
        return _without_withheld({**back, **_without_withheld(kept)}) or WITHHELD

    def _names(self, value: Any, keys: Keys) -> Mapping[str, Any]:
        if isinstance(value, Mapping):
            return value
        self._name(keys, f"{self.document.shown(keys, value)} is not a group of texts")
        return {}

    def _is_sound(self, node: Text, value: Any, keys: Keys) -> bool:
        forms = value if node.is_plural and isinstance(value, Mapping) else {"": value}
        if node.is_plural and (not isinstance(value, Mapping) or OTHER not in value):
            self._name(keys, f"has no form `{OTHER}`, expected plural forms")
            return False
        found = len(self.faults)
        for form, text in forms.items():
            self._look(node, text, (*keys, form) if form else keys)
            if form and form not in self.forms:
                told = unknown_name(form, self.forms)
                self._name((*keys, form), told, Cost.NOTHING)
        if any(fault.cost != Cost.NOTHING for fault in self.faults[found:]):
            return False
        for slot in node.left_out(list(forms.values())):
            self._name(keys, f"leaves out {{{slot}}}", Cost.NOTHING)
        return True

    def _look(self, node: Text, text: Any, keys: Keys) -> None:
        if not isinstance(text, str):
            quoted = (
                "" if text is None or isinstance(text, list | Mapping) else "; put it in quotes"
            )
            self._name(keys, f"{self.document.shown(keys, text)} is not a text{quoted}")
        elif problem := node.problem(text):
            self._name(keys, problem)

    def _is_shaped(self, value: Any, keys: Keys) -> bool:
        if (self.stem, *keys) not in SHAPES:
            return True
        found = faults_at(keys, value, self.document, SHAPES[self.stem, *keys])
        worse = [replace(fault, cost=Cost.ROW) for fault in found if fault.cost != Cost.NOTHING]
        self.faults.extend(worse or found)
        return not worse

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
    for stem, node in slots.names.items():
        document = read_yaml(folder, f"text/{language}/{stem}.yaml")
        look = Compared(document, stem, _forms(language))
        if document.value is None:
            found += document.faults
            continue
        look.faults.extend(replace(fault, cost=Cost.ROW) for fault in document.faults)
        value = without(document.value, document.wrong)
        texts[stem] = look.kept(node, value, (), back.get(stem, {}))
        found += look.faults
    return _without_withheld(texts), first(found)


def _strangers(folder: Path, language: str, slots: Group) -> Iterator[Fault]:
    """A language that is none, and files that nobody reads."""
    name = f"text/{language}"
    if locale_problem(language):
        told = f"{language!r} is not a language such as en"
        yield Fault(name, 0, "", told, f"{folder.name}/{name}", Cost.FILE)
    for path in sorted((folder / name).glob("*.yaml")):
        if path.stem not in slots.names and slots.names:
            file = f"{name}/{path.name}"
            told = unknown_name(path.stem, slots.names)
            yield Fault(file, 0, "", told, f"{folder.name}/{file}", Cost.NOTHING)


def _forms(language: str) -> frozenset[str]:
    if locale_problem(language):
        return frozenset({OTHER})
    return frozenset({*Locale.parse(language).plural_form.tags, OTHER})


def _group_or_none(back: Any) -> Mapping[str, Any]:
    return back if isinstance(back, Mapping) else {}


def _without_withheld(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {name: one for name, one in kept.items() if one is not WITHHELD}
