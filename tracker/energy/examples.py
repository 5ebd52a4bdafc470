"""Worked examples by the same functions, at the central values of the usual choices."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.energy.answers import Answer, answer
from tracker.energy.formulas import as_load, single
from tracker.energy.question import Question


@dataclass(frozen=True)
class Example:
    """A worked example: one campus in one country on one basis, at the central values."""

    name: str
    country_code: str
    mw: float
    basis: str
    found: Answer


def examples(untouched: Question) -> Iterator[Example]:
    """The examples of energy.yaml on both bases; ``untouched`` asks what nobody has changed.

    One that cannot be worked out is left out.
    """
    assumed = {
        key: replace(one, used=single(one.used.central)) for key, one in untouched.assumed.items()
    }
    asked = replace(untouched, assumed=assumed)
    for given in asked.settings.examples:
        for code in given["countries"]:
            for basis in asked.settings.bases:
                found = answer(code, as_load({"unstated": given["mw"]}, basis), asked)
                if found is not None:
                    yield Example(given["name"], code, given["mw"], basis, found)
