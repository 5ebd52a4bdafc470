"""Texts that are no plain texts: how a language writes money, numbers and units."""

from collections.abc import Container
from typing import Annotated, Any

from babel import Locale, UnknownLocaleError
from pydantic import Field, TypeAdapter

from tracker.dataset.settings.shapes import ClosedGroup, Number, Positive, refusing
from tracker.dataset.settings.slots import problem
from tracker.dataset.settings.yaml_reader import Keys


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
