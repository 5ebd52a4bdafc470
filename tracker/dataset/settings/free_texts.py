"""Texts that are no plain texts: how a language writes money, numbers and units."""

from typing import Annotated, Any

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from tracker.dataset.settings.shapes import CLOSED, Number, Positive
from tracker.dataset.settings.slots import Text
from tracker.dataset.settings.yaml_reader import Keys

NUMBER_ALONE = Text({"number": False})


def locale_problem(name: str) -> str:
    """What is wrong with the name of a locale; empty where nothing is."""
    try:
        Locale.parse(name)
    except (ValueError, UnknownLocaleError, TypeError):
        return "is not a locale such as en_GB"
    return ""


def _locale(name: str) -> str:
    if problem := locale_problem(name):
        raise ValueError(problem)
    return name


def _pattern(text: str) -> str:
    if problem := NUMBER_ALONE.problem(text):
        raise ValueError(f"cannot be filled: {problem}")
    return text


def _with_default(scales: dict[str, Any]) -> dict[str, Any]:
    if "default" not in scales:
        raise ValueError("has no default")
    return scales


Pattern = Annotated[str, AfterValidator(_pattern)]


@with_config(CLOSED)
class Scale(TypedDict):
    """From which amount on an amount is written in which unit, and how."""

    start: Annotated[Number, Field(alias="from", ge=0)]
    unit: Positive
    pattern: Pattern
    digits: Annotated[str, Field(pattern=r"^#,##0(\.[0#]+)?$")]


SHAPES: dict[Keys, TypeAdapter[Any]] = {
    ("formats", "locale"): TypeAdapter(Annotated[str, AfterValidator(_locale)]),
    ("formats", "symbols"): TypeAdapter(dict[str, str]),
    ("formats", "money_locales"): TypeAdapter(dict[str, Annotated[str, AfterValidator(_locale)]]),
    ("formats", "scales"): TypeAdapter(
        Annotated[
            dict[str, Annotated[list[Scale], Field(min_length=1)]], AfterValidator(_with_default)
        ]
    ),
    ("formats", "currencies"): TypeAdapter(list[str]),
    ("formats", "units"): TypeAdapter(dict[str, Pattern]),
}
