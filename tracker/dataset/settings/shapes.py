"""The shape a file of settings must have; pydantic judges it, and its words are made plain."""

import copy
import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, ClassVar, Generic, TypeVar

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    Strict,
    TypeAdapter,
    ValidationError,
    with_config,
)
from pydantic_core import CoreSchema, ErrorDetails, core_schema
from typing_extensions import TypedDict

from tracker.dataset.faults import Cost, DataError, Fault
from tracker.dataset.settings.documents import Document, read_yaml
from tracker.dataset.settings.yaml_reader import Keys

CLOSED = ConfigDict(extra="forbid", allow_inf_nan=False)
Whole = Annotated[int, Strict()]
Number = Annotated[float, Strict()]
Positive = Annotated[float, Strict(), Field(gt=0)]
Truth = Annotated[bool, Strict()]
Day = Annotated[date, Strict()]
UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
MISSING = ("missing", "missing_argument")
NOUNS = {
    "string": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "date": "a day such as 2026-06-30",
    "list": "a list",
    "tuple": "a list",
    "frozen_set": "a list",
    "dict": "a group of names",
    "mapping": "a group of names",
    "dataclass": "a group of names",
}
Shape = TypeVar("Shape")


@dataclass(frozen=True)
class Shaped(Generic[Shape]):
    """A file of settings in its shape; ``value`` is None where it is unusable."""

    document: Document
    value: Shape | None
    faults: tuple[Fault, ...]

    def usable(self) -> Shape:
        """What the file says. Raises DataError with its faults where it is unusable."""
        if self.value is None:
            raise DataError(self.faults)
        return self.value


class Closed:
    """A shape that has no names beside its own."""

    __pydantic_config__: ClassVar[ConfigDict] = CLOSED


@with_config(CLOSED)
class ClosedGroup(TypedDict):
    """The same where a group of names stays one."""


def refusing(problem: Callable[[Any], str]) -> AfterValidator:
    """What refuses a value of which ``problem`` says anything; annotates its kind."""

    def checked(value: Any) -> Any:
        """The value. Raises ValueError where it has a problem."""
        if told := problem(value):
            raise ValueError(told)
        return value

    return AfterValidator(checked)


class Named:
    """A group of just these names, all of which must be there; annotates a Mapping."""

    def __init__(self, *names: str) -> None:
        """Keep the names."""
        self.names = names

    def __get_pydantic_core_schema__(self, kind: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """What pydantic is to check."""
        field = core_schema.typed_dict_field(handler.generate_schema(kind.__args__[1]))
        fields = dict.fromkeys(self.names, field)
        return core_schema.typed_dict_schema(fields, extra_behavior="forbid")


def read_shaped(folder: Path, name: str, kind: type[Shape]) -> Shaped[Shape]:
    """The file ``name`` in ``folder`` in the shape of ``kind``, or what is wrong with it."""
    adapter: TypeAdapter[Shape] = _adapter(kind)  # type: ignore[arg-type]
    return shaped(read_yaml(folder, name), adapter)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def shaped(document: Document, adapter: TypeAdapter[Shape]) -> Shaped[Shape]:
    """``document`` in the shape of ``adapter``, with every fault in it.

    Names that the shape does not know cost nothing and are left aside.
    """
    if document.value is None:
        return Shaped(document, None, document.faults)
    errors = _errors(document.value, adapter)
    found = first((*document.faults, *_faults(errors, document, (), adapter)))
    if any(fault.cost != Cost.NOTHING for fault in found):
        return Shaped(document, None, found)
    unknown = [tuple(error["loc"]) for error in errors if error["type"] in UNKNOWN]
    kept = replace(document, value=without(document.value, unknown))
    return Shaped(kept, adapter.validate_python(kept.value), found)


def faults_at(
    keys: Keys, value: object, document: Document, adapter: TypeAdapter[Any]
) -> tuple[Fault, ...]:
    """What keeps ``value``, which stands under ``keys``, from the shape of ``adapter``."""
    return tuple(_faults(_errors(value, adapter), document, keys, adapter))


def _errors(value: object, adapter: TypeAdapter[Any]) -> list[ErrorDetails]:
    try:
        adapter.validate_python(value)
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def _faults(
    errors: list[ErrorDetails], document: Document, above: Keys, adapter: TypeAdapter[Any]
) -> Iterator[Fault]:
    unknown = [error for error in errors if error["type"] in UNKNOWN]
    for error in (error for error in errors if error["type"] not in UNKNOWN):
        keys = (*above, *error["loc"])
        if error["type"] in MISSING:
            yield document.fault(keys, "is missing")
        else:
            shown = document.shown(keys, error["input"])
            yield document.fault(keys, f"{shown} {_problem(error)}")
    for error in unknown:
        told = unknown_name(str(error["loc"][-1]), _known(error["loc"], adapter))
        yield document.fault((*above, *error["loc"]), told, Cost.NOTHING)


def unknown_name(name: str, known: Iterable[str]) -> str:
    """What is wrong with a name that is not ``known``, and which of them may be meant."""
    meant = difflib.get_close_matches(name, list(known), 1)
    return "is not known here" + (f" (did you mean `{meant[0]}`?)" if meant else "")


def first(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The first fault of each place, which explains those after it."""
    found: dict[tuple[str, int, str], Fault] = {}
    for fault in faults:
        found.setdefault((fault.table, fault.line, fault.field), fault)
    return tuple(found.values())


def _known(keys: Keys, adapter: TypeAdapter[Any]) -> list[str]:
    """The names that the shape knows beside ``keys``."""
    whole = adapter.json_schema()
    here = whole
    for step in (*keys[:-1], None):
        while "$ref" in here:
            here = whole["$defs"][here["$ref"].rpartition("/")[2]]
        if step is not None:
            inner = here.get("additionalProperties") or here.get("items") or {}
            here = here.get("properties", {}).get(step, inner)
    return list(here.get("properties", ()))


def _problem(error: ErrorDetails) -> str:
    kind, limits = error["type"], error.get("ctx", {})
    if kind == "literal_error":
        return f"is not one of {str(limits['expected']).replace(' or ', ', ').replace(chr(39), '')}"
    for bound, told in (
        ("ge", "of at least"),
        ("gt", "above"),
        ("le", "of at most"),
        ("lt", "below"),
    ):
        if bound in limits:
            return f"is not a number {told} {limits[bound]:g}"
    if kind == "too_short":
        return "is too short, expected something in it"
    if kind in ("string_pattern_mismatch", "value_error"):
        return str(limits.get("error") or f"does not look like {limits['pattern']}")
    return _wrong_type(error)


def _wrong_type(error: ErrorDetails) -> str:
    noun = NOUNS.get(error["type"].removesuffix("_type").removesuffix("_exact"), "")
    hint = quoted(error["input"]) if noun == "a text" else ""
    return f"is not {noun}{hint}" if noun else f"cannot be used ({error['msg']})"


def quoted(value: object) -> str:
    """The advice to quote a single value that is no text; empty of all others."""
    is_single = value is not None and not isinstance(value, list | Mapping)
    return "; put it in quotes" if is_single else ""


def without(value: dict[str, Any], unknown: Iterable[Keys]) -> dict[str, Any]:
    """A copy without the names at ``unknown``, whatever groups and lists they stand in."""
    kept = copy.deepcopy(value)
    for *way, name in unknown:
        here: Any = kept
        for step in way:
            is_there = isinstance(here, list) or (isinstance(here, dict) and step in here)
            here = here[step] if is_there else None
        if isinstance(here, dict):
            here.pop(name, None)
    return kept
