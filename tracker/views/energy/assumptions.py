"""What is assumed: one line each with its range and documents, and the fields to type over it."""

from typing import Any

from tracker.dataset.plain import Row
from tracker.energy.assumptions import ENDS, Assumed, constants
from tracker.energy.question import Question
from tracker.look import bars, links
from tracker.look.elements import Part, Run, Said
from tracker.look.look import Look
from tracker.look.parts import folded, items, small, table
from tracker.look.tracks import Axis, Lane, Mark
from tracker.look.view import Field, Section
from tracker.views.shared.sections import columns

COLUMNS = ("assumption", "used", "range", "source")
BESIDE = 0.12  # of the range, left free on either side of it


def assumptions(asked: Question, look: Look) -> Section:
    """Every assumption as a line of one table, the fields, and what cannot be typed over."""
    every = [*asked.assumed.values()]
    rows = [_row(one, asked, look) for one in every]
    shown = columns("energy.assumptions", COLUMNS, look)
    body = table("assumed", rows, shown, is_stacked=True)
    fields = [_field(one, asked, look) for one in every]
    heading, note = (look.words(f"energy.assumptions.{key}") for key in ("heading", "note"))
    blocks = (body, *fields, _constants(asked, look))
    return Section("assumptions", heading, blocks, note=note)


def _row(one: Assumed, asked: Question, look: Look) -> dict[str, object]:
    value = look.formats.count(round(one.used.central, 2))
    own = Said("chip", look.words("energy.assumptions.own")) if one.is_own else ""
    about = look.words(f"energy.assumptions.about.{one.parameter}")
    return {
        "assumption": (Said("name", _label(one, look)), Said("small", about)),
        "used": (Said("number", value), own),
        "range": (_lane(one, look), Said("small", _range(one, look))),
        "source": _source(one, asked, look),
    }


def _label(one: Assumed, look: Look) -> str:
    unit = look.formats.unit("", one.unit).strip()
    label = look.words(f"energy.parameters.{one.parameter}", unit=unit)
    return f"{label}, {look.formats.country(one.country_code)}" if one.country_code else label


def _lane(one: Assumed, look: Look) -> Lane:
    """From low to high, the central value hollow where another is in use, and that as a dot."""
    of, value = one.published, one.used.central
    least, most = min(of.low, value), max(of.high, value)
    beside = BESIDE * (most - least) or 1.0
    told = look.words(
        "energy.assumptions.seen",
        name=_label(one, look),
        used=look.formats.count(round(value, 2)),
        range=_range(one, look),
    )
    line = [Mark(of.low, of.high, bars.SURE, told, shape="line")] if of.low < of.high else []
    middle = [Mark(of.central, of.central, bars.OPEN, told, shape="hollow")] if one.is_own else []
    dot = Mark(value, value, bars.SURE, told, shape="dot")
    return Lane(Axis(least - beside, most + beside), (*line, *middle, dot), one.country_code)


def _range(one: Assumed, look: Look) -> str:
    """The published ends; that there is one value alone."""
    low, central, high = (look.formats.count(round(getattr(one.published, end), 2)) for end in ENDS)
    if low == high:
        return look.words("energy.assumptions.single", central=central)
    return look.words("energy.assumptions.range", low=low, central=central, high=high)


def _source(one: Assumed, asked: Question, look: Look) -> Part:
    """The documents; folded away the reasons, and that an end is our own choice."""
    own = look.words("energy.assumptions.own_choice") if "" in one.source_ids else ""
    why = folded(look.words("energy.assumptions.why"), small(one.note, own))
    return _documents(one.source_ids, asked), why


def _field(one: Assumed, asked: Question, look: Look) -> Field:
    bound = asked.settings.bounds[one.parameter]
    bounds = look.words("energy.assumptions.bounds", least=bound.least, most=bound.most)
    hint = look.formats.count(round(one.published.central, 2))
    return Field(one.name, _label(one, look), hint, bound.step, bounds, one.is_own)


def _constants(asked: Question, look: Look) -> Part:
    """What else is assumed, with its documents, folded away."""
    hours = look.formats.count(asked.settings.hours_per_year)
    told: list[Part] = [look.words("energy.assumptions.hours", hours=hours)]
    told += [_constant(row, asked, look) for row in constants(asked.dataset).to_dict("records")]
    return folded(look.words("energy.assumptions.constants"), items(told))


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
    found = links.links(named, asked.dataset.documents)
    return Run(found.parts, " · ") if isinstance(found, Run) else found
