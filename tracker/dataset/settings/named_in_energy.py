"""Names and limits in energy.yaml, places.yaml and palette.yaml that mean something elsewhere."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from tracker.dataset.faults import Fault
from tracker.dataset.outlines import FOLDER
from tracker.dataset.settings.energy import Bound, EnergySettings, Reference
from tracker.dataset.settings.names import Listed, Names, Pointing
from tracker.dataset.settings.places import MONEY, PlaceSettings
from tracker.dataset.settings.yaml_reader import Keys

TABLES = Listed("datapackage.yaml", ("grid", "grid_zones"))
ZONED = "grid_zones"
BOUNDED = ("mw", "intensity", "price")  # what a reader may type beside the assumptions
RESERVED = "reserved"  # the one step of the ladder that code asks for by name


def wrong_in_energy(names: Names) -> Iterator[Fault]:
    """What energy.yaml points at that is not there, and bounds that bound nothing."""
    if (raw := names.files.energy.value) is None:
        return
    here = Pointing(names.files.energy.document)
    yield from here.each(("bases",), raw.bases, names.options("capacities", "power_basis"))
    for keys, reference in _references(raw):
        yield from _wrong_reference(here, keys, reference, names)
    indicators = names.of(names.files.figures, "indicators")
    yield from here.one(("water_indicator",), raw.water_indicator, indicators)
    metrics = names.of(names.files.figures, "metrics")
    yield from here.one(("intensity_metric",), raw.intensity_metric, metrics)
    for country, parameter in raw.price_rates.items():
        parameters = names.options("assumptions", "parameter")
        yield from here.one(("price_rates", country), parameter, parameters)
    yield from here.each(("mix",), raw.mix, names.of(names.palette, "fuels"))
    yield from _wrong_countries(here, raw)
    yield from _wrong_ladder(here, raw, names)
    yield from _wrong_bounds(here, raw.bounds, names)


def _references(raw: EnergySettings) -> Iterator[tuple[Keys, Reference]]:
    for key in ("methods", "against"):
        for name, by_country in getattr(raw, key).items():
            for code, reference in by_country.items():
                yield (key, name, code), reference
    for key in ("market", "published_factors"):
        for code, references in getattr(raw, key).items():
            for place, reference in enumerate(references):
                yield (key, code, place), reference
    for code, reference in raw.growth.items():
        yield ("growth", code), reference


def _wrong_reference(
    here: Pointing, keys: Keys, reference: Reference, names: Names
) -> Iterator[Fault]:
    yield from here.one((*keys, "table"), reference.table, TABLES)
    metrics = names.of(names.files.figures, "metrics")
    yield from here.one((*keys, "metric"), reference.metric, metrics)
    if bool(reference.zone) != (reference.table == ZONED):
        yield here.document.fault(keys, f"a zone goes with the table {ZONED} and no other")


def _wrong_countries(here: Pointing, raw: EnergySettings) -> Iterator[Fault]:
    countries = Listed("methods", raw.countries)
    for name, by_country in raw.methods.items():
        yield from here.groups(("methods", name), by_country, countries)
        yield from here.absent(("methods", name), by_country, countries)
    yield from here.absent(("prices",), raw.prices, countries)
    for place, example in enumerate(raw.examples):
        yield from here.each(("examples", place, "countries"), example["countries"], countries)


def _wrong_ladder(here: Pointing, raw: EnergySettings, names: Names) -> Iterator[Fault]:
    yield from here.absent(("ladder",), raw.ladder, Listed("", (RESERVED,)))
    for name, step in raw.ladder.items():
        at = ("ladder", name)
        yield from _wrong_step(here, at, step, names)
        if step.get("sites") and "phase" not in step:
            yield here.document.fault(at, "power of sites needs its phase")


def _wrong_step(
    here: Pointing, at: tuple[str, str], step: Mapping[str, Any], names: Names
) -> Iterator[Fault]:
    rules = names.files.rules.value
    live = [name for name, rung in rules.rungs.items() if not rung.is_lost] if rules else None
    if "phase" in step:
        yield from here.one((*at, "phase"), step["phase"], names.options("capacities", "phase"))
    if "rung" in step:
        yield from here.one((*at, "rung"), step["rung"], Listed("rungs of rules.yaml", live))
    for code, indicator in step.get("indicator", {}).items():
        indicators = names.of(names.files.figures, "indicators")
        yield from here.one((*at, "indicator", code), indicator, indicators)


def _wrong_bounds(here: Pointing, bounds: Mapping[str, Bound], names: Names) -> Iterator[Fault]:
    parameters = names.options("assumptions", "parameter").names
    if parameters is not None:
        known = Listed("the assumptions", (*parameters, *BOUNDED))
        yield from here.groups(("bounds",), bounds, known)
    yield from here.absent(("bounds",), bounds, Listed("", BOUNDED))
    for name, bound in bounds.items():
        if bound.least > bound.most:
            told = f"{bound.least:g} is above most, {bound.most:g}"
            yield here.document.fault(("bounds", name, "least"), told)


def wrong_in_places(names: Names) -> Iterator[Fault]:
    """Countries and files that places.yaml names and that are not there."""
    if (raw := names.files.places.value) is None:
        return
    here = Pointing(names.files.places.document)
    countries = Listed("outlines", tuple(raw.outlines))
    yield from here.groups(("views",), raw.views, countries)
    yield from here.absent(("views",), raw.views, countries)
    yield from here.one(("scale", "country"), raw.scale["country"], countries)
    yield from here.groups(("outlines",), raw.outlines, names.of(names.palette, "countries"))
    files = Listed("static/geo", [path.name for path in sorted(FOLDER.iterdir())])
    yield from here.one(("land",), raw.land, files)
    for key in ("styles", "outlines"):
        for name, file in getattr(raw, key).items():
            yield from here.one((key, name), file, files)
    flows = names.options("commitments", "flow_type")
    yield from here.each(("placed_flow_types",), raw.placed_flow_types, flows)
    yield from _wrong_sizes(here, raw, names.options("capacities", "phase").names)


def _wrong_sizes(
    here: Pointing, raw: PlaceSettings, phases: Collection[str] | None
) -> Iterator[Fault]:
    """Symbols are as large as power of a phase or as money, and their legend shows each size."""
    if phases is not None:
        known = Listed("the sizes", (*(f"{phase}_mw" for phase in phases), MONEY))
        yield from here.groups(("px_per_sqrt",), raw.px_per_sqrt, known)
    drawn = Listed("px_per_sqrt", raw.sizes)
    yield from here.groups(("legend",), raw.legend, drawn)
    yield from here.absent(("legend",), raw.legend, drawn)


def wrong_in_palette(names: Names) -> Iterator[Fault]:
    """A solid mark needs its strength, and the ends of bars are marks."""
    if (raw := names.palette.value) is None:
        return
    here = Pointing(names.palette.document)
    for end, mark in raw["ends"].items():
        yield from here.one(("ends", end), mark, names.of(names.palette, "marks"))
    for name, drawn in raw["marks"].items():
        if (drawn["fill"] == "solid") != ("strength_pct" in drawn):
            told = "strength_pct goes with the fill solid and no other"
            yield here.document.fault(("marks", name), told)
