"""Names in rules.yaml, comparison.yaml and diplomacy.yaml that mean something elsewhere."""

from collections.abc import Iterator, Mapping
from typing import Any

from tracker.dataset.faults import Fault
from tracker.dataset.settings.comparison import Divisor, Way
from tracker.dataset.settings.diplomacy import ELSEWHERE, NEAR, NONE
from tracker.dataset.settings.documents import Document
from tracker.dataset.settings.names import Listed, Names, Pointing
from tracker.dataset.settings.rules import RulesFile

GROUPED = (  # the columns of the shares that a reader may rank by
    "pot_id",
    "organisation_id",
    "country_code",
    "home_country_code",
    "category",
    "origin",
)
LEFT_OUT = {  # what a rule may leave pots out by, and where its values are listed
    "category": ("commitments", "category"),
    "flow_type": ("commitments", "flow_type"),
    "origin": ("commitments", "origin"),
    "organisation_type": ("organisations", "organisation_type"),
}


def wrong_in_rules(names: Names) -> Iterator[Fault]:
    """What rules.yaml points at that is not there."""
    if (raw := names.files.rules.value) is None:
        return
    here = Pointing(names.files.rules.document)
    yield from _wrong_rungs(here, raw, names)
    lenses = names.of(names.files.rules, "lenses")
    yield from here.one(("default_lens",), raw.default_lens, lenses)
    yield from here.each(("deflator_lenses",), raw.deflator_lenses, lenses)
    qualifiers = names.options("amounts", "qualifier")
    yield from here.each(("no_floor_qualifiers",), raw.no_floor_qualifiers, qualifiers)
    for column, values in raw.default_scope.items():
        listed = names.options("commitments", column)
        yield from here.each(("default_scope", column), values, listed)
    flows = names.options("commitments", "flow_type")
    yield from here.each(("public_flow_types",), raw.public_flow_types, flows)
    yield from here.each(("programme_flow_types",), raw.programme_flow_types, flows)
    yield from _not_yet(names.files.rules.document, raw, names)
    for name, column in raw.groups.items():
        yield from here.one(("groups", name), column, Listed("the shares", GROUPED))


def _not_yet(document: Document, raw: RulesFile, names: Names) -> Iterator[Fault]:
    """The evidence does not reach beyond the day on which the data were made."""
    made = names.package.made_on if names.package else None
    if made and raw.evidence_until > made:
        problem = f"{raw.evidence_until} is after the data were made, {made}"
        yield document.fault(("evidence_until",), problem)


def _wrong_rungs(here: Pointing, raw: RulesFile, names: Names) -> Iterator[Fault]:
    statuses, rungs = names.options("statuses", "status"), names.of(names.files.rules, "rungs")
    yield from here.groups(("rungs",), raw.rungs, statuses)
    yield from here.absent(("rungs",), raw.rungs, statuses)
    for name, rung in raw.rungs.items():
        yield from here.one(("rungs", name, "mark"), rung.mark, names.of(names.palette, "marks"))
    for name, rule in raw.status_rules.items():
        yield from here.one(("status_rules", name, "status"), rule.status, rungs)
    yield from here.each(("silence", "rungs"), raw.silence.rungs, rungs)
    decisions = names.of(names.files.rules, "status_rules")
    yield from here.one(("silence", "rule"), raw.silence.rule, decisions)
    ladder = Listed("rungs", tuple(name for name, rung in raw.rungs.items() if not rung.is_lost))
    for name, lens in raw.lenses.items():
        if lens.from_rung is not None:
            yield from here.one(("lenses", name, "from_rung"), lens.from_rung, ladder)


def wrong_in_comparison(names: Names) -> Iterator[Fault]:
    """What comparison.yaml points at that is not there."""
    if (raw := names.files.comparison.value) is None:
        return
    here = Pointing(names.files.comparison.document)
    for name, way in raw.rules.items():
        yield from _wrong_way(here, name, way, names)
    for name, by in raw.per.items():
        yield from _wrong_divisor(here, ("per", name), by, names)
    for section, lines in raw.sections.items():
        for place, line in enumerate(lines):
            yield from _wrong_line(here, (section, place), line, names)


def _wrong_way(here: Pointing, name: str, way: Way, names: Names) -> Iterator[Fault]:
    single = {
        "lens": (way.lens, names.of(names.files.rules, "lenses")),
        "per": (way.per, names.of(names.files.comparison, "per")),
        "phase": (way.phase, names.options("capacities", "phase")),
        "basis": (way.basis, names.options("capacities", "power_basis")),
    }
    for key, (value, listed) in single.items():
        if value:
            yield from here.one(("rules", name, key), value, listed)
    several = {
        "origin": (way.origin, names.options("commitments", "origin")),
        "add_category": (way.add_category, names.options("commitments", "category")),
        "rung_basis": (way.rung_basis, names.options("statuses", "basis")),
    }
    for key, (values, listed) in several.items():
        yield from here.each(("rules", name, key), values, listed)
    for column, value in way.without.items():
        at = ("rules", name, "without", column)
        yield from here.one(at, column, Listed("the columns of pots", tuple(LEFT_OUT)))
        if column in LEFT_OUT:
            yield from here.one(at, value, names.options(*LEFT_OUT[column]))
    if bool(way.lens) == bool(way.phase and way.basis):
        told = "counts neither money (lens) nor power (phase and basis), or both"
        yield here.document.fault(("rules", name), told)


def _wrong_divisor(
    here: Pointing, at: tuple[str, str], by: Divisor, names: Names
) -> Iterator[Fault]:
    if not by.indicator and not by.phase:
        yield here.document.fault(at, "names neither an indicator nor a phase")
    if by.indicator:
        indicators = names.of(names.files.figures, "indicators")
        yield from here.one((*at, "indicator"), by.indicator, indicators)
    if by.phase:
        yield from here.one((*at, "phase"), by.phase, names.options("capacities", "phase"))


def _wrong_line(
    here: Pointing, place: tuple[str, int], line: Mapping[str, Any], names: Names
) -> Iterator[Fault]:
    at = ("sections", *place)
    indicators = names.of(names.files.figures, "indicators")
    yield from here.each((*at, "indicators"), line.get("indicators", ()), indicators)
    yield from here.each((*at, "rivals"), line.get("rivals", ()), indicators)
    metrics = names.of(names.files.figures, "metrics")
    yield from here.each((*at, "metrics"), line.get("metrics", ()), metrics)
    if "price" in line:
        bases = names.options("prices", "price_basis")
        yield from here.one((*at, "price"), line["price"], bases)
    if not {"indicators", "metrics", "price"} & set(line):
        yield here.document.fault(at, "names no indicators, metrics or price")


def wrong_in_diplomacy(names: Names) -> Iterator[Fault]:
    """What diplomacy.yaml points at that is not there."""
    if (raw := names.files.diplomacy.value) is None:
        return
    here = Pointing(names.files.diplomacy.document)
    links = names.options("event_links", "link")
    if links.names is not None:
        closeness = Listed("the kinds of ties", (*links.names, ELSEWHERE, NEAR, NONE))
        yield from here.each(("closeness",), raw.closeness, closeness)
        yield from here.absent(("closeness",), raw.closeness, closeness)
    yield from here.each(("first_ties",), raw.first_ties, links)
    origins = names.options("commitments", "origin")
    yield from here.one(("courted_origin",), raw.courted_origin, origins)
    metrics = names.of(names.files.figures, "metrics")
    yield from here.each(("adopter_figures",), raw.adopter_figures, metrics)
