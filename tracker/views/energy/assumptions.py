"""What is assumed: each value with its range, its documents and the field to type over it."""

from typing import Any

from tracker.dataset.plain import Row
from tracker.energy.assumptions import ENDS, Assumed, constants
from tracker.energy.question import Question
from tracker.look import links
from tracker.look.elements import Part, Run, Said
from tracker.look.look import Look
from tracker.look.view import Field, Section

BETWEEN = " · "


def assumptions(asked: Question, look: Look) -> Section:
    """Every assumption in sight, then what cannot be typed over."""
    fields = [_field(one, asked, look) for one in asked.assumed.values()]
    heading, note = (look.words(f"energy.assumptions.{key}") for key in ("heading", "note"))
    return Section("assumptions", heading, (*fields, _constants(asked, look)), note=note)


def _field(one: Assumed, asked: Question, look: Look) -> Field:
    label = look.words(f"energy.parameters.{one.parameter}", unit=one.unit)
    if one.country_code:
        label = f"{label}, {look.formats.country(one.country_code)}"
    low, central, high = (look.formats.count(round(getattr(one.published, end), 2)) for end in ENDS)
    key = "single" if low == high else "range"
    told = look.words(f"energy.assumptions.{key}", low=low, central=central, high=high)
    bound = asked.settings.bounds[one.parameter]
    bounds = look.words("energy.assumptions.bounds", least=bound.least, most=bound.most)
    own = look.words("energy.assumptions.own_choice") if "" in one.source_ids else ""
    about = (f"{told} {bounds}", _documents(one.source_ids, asked), own, one.note)
    return Field(one.name, label, central, bound.step, Run(about, BETWEEN), one.is_own)


def _constants(asked: Question, look: Look) -> Part:
    """What else is assumed, with its documents."""
    hours = look.formats.count(asked.settings.hours_per_year)
    told: list[Part] = [look.words("energy.assumptions.hours", hours=hours)]
    told += [_constant(row, asked, look) for row in constants(asked.dataset).to_dict("records")]
    title = look.words("energy.assumptions.constants")
    return Said("note", (f"{title}:", Run(tuple(told), BETWEEN)))


def _constant(row: Row, asked: Question, look: Look) -> Part:
    told = look.words(
        "energy.assumptions.constant",
        name=look.words(f"energy.parameters.{row['parameter']}"),
        unit=row["unit"],
        **{end: look.formats.count(float(row[end])) for end in ENDS},
    )
    return told, _documents(tuple(row[f"{end}_source_id"] for end in ENDS), asked)


def _documents(source_ids: tuple[Any, ...], asked: Question) -> Part:
    """Each document of the ends once; an end without any is our own choice."""
    named = dict.fromkeys(name for name in source_ids if isinstance(name, str) and name)
    return links.links(named, asked.dataset.documents)
