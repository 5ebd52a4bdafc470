"""Codes of closed lists and the words that a language must have for each of them."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tracker.dataset.faults import Cost, Fault
from tracker.dataset.settings.documents import Document, read_yaml
from tracker.dataset.settings.rules import Rules
from tracker.dataset.settings.shapes import unknown_name
from tracker.dataset.settings.together import Settings

LISTED = {  # kind of term -> the column that lists its codes
    "amount_missing": ("commitments", "amount_missing"),
    "adopted": ("conflicts", "adopted"),
    "category": ("commitments", "category"),
    "event_kind": ("events", "kind"),
    "flow_type": ("commitments", "flow_type"),
    "lever": ("measures", "lever"),
    "link": ("event_links", "link"),
    "location_precision": ("sites", "location_precision"),
    "measure": ("outputs", "measure"),
    "measure_state": ("measures", "state"),
    "organisation_type": ("organisations", "organisation_type"),
    "origin": ("commitments", "origin"),
    "outcome": ("promises", "outcome"),
    "phase": ("capacities", "phase"),
    "power_basis": ("capacities", "power_basis"),
    "price_basis": ("prices", "price_basis"),
    "publisher_kind": ("publishers", "kind"),
    "qualifier": ("amounts", "qualifier"),
    "role": ("participants", "role"),
    "rung_basis": ("statuses", "basis"),
    "term_basis": ("terms", "basis"),
}
Place = tuple[str, ...]  # a file of texts, and the group in it


def codes(settings: Settings) -> dict[Place, tuple[str, ...]]:
    """Group of texts -> the codes that each need a word in it."""
    tables, palette = settings.package.tables, settings.palette
    found: dict[Place, tuple[str, ...]] = {
        ("terms", kind): tuple(tables[table].options(field))
        for kind, (table, field) in LISTED.items()
        if table in tables and field in tables[table].fields
    }
    found |= {("terms", kind): tuple(palette.marks) for kind in ("mark", "map_mark")}
    return found | {("terms", "fuel"): tuple(palette.fuels)} | _of_rules(settings.rules)


def _of_rules(rules: Rules) -> dict[Place, tuple[str, ...]]:
    comparison, energy = rules.comparison, rules.energy
    lines = [line["name"] for lines in comparison.sections.values() for line in lines]
    rule_ids = tuple(rule.rule_id for rule in comparison.rules)
    kinds = ("lens", "lens_column", "lens_phrase", "lens_meaning")
    tiers = {("terms", kind): tuple(rules.evidence.tiers) for kind in ("tier", "tier_meaning")}
    return (
        tiers
        | {("terms", kind): tuple(rules.lenses) for kind in kinds}
        | {
            ("terms", "rung"): rules.rungs,
            ("terms", "group"): tuple(rules.groups),
            ("terms", "closeness"): rules.diplomacy.closeness,
            ("diplomacy", "reached", "tracks"): rules.diplomacy.tracks,
            ("terms", "energy_method"): tuple(energy.methods),
            ("rules",): tuple(rules.status_of_rule),
            ("comparison", "rules"): rule_ids,
            ("comparison", "rule_names"): rule_ids,
            ("comparison", "lines"): tuple(lines),
            ("indicators", "indicator"): tuple(comparison.indicators),
            ("indicators", "metric"): tuple(comparison.metrics),
            ("energy", "ladder", "names"): tuple(energy.ladder),
            ("energy", "ladder", "reasons"): tuple(energy.ladder),
            ("energy", "worked", "names"): tuple(example["name"] for example in energy.examples),
        }
    )


def code_faults(folder: Path, language: str, settings: Settings) -> Iterator[Fault]:
    """Codes without a word in ``language``, and words of no code, which cost nothing."""
    by_file: dict[str, dict[Place, tuple[str, ...]]] = {}
    for (stem, *keys), listed in codes(settings).items():
        by_file.setdefault(stem, {})[tuple(keys)] = listed
    for stem, groups in by_file.items():
        document = read_yaml(folder, f"text/{language}/{stem}.yaml")
        for place, listed in groups.items():
            yield from _beside(document, place, listed)


def _beside(document: Document, place: Place, listed: Iterable[str]) -> Iterator[Fault]:
    words: Any = document.value
    for key in place:
        words = words.get(key) if isinstance(words, Mapping) else None
    if not isinstance(words, Mapping):
        return  # said already of the group itself
    for code in listed:
        if code not in words:
            yield document.fault((*place, code), "is missing, a code has no word", Cost.ROW)
    for code in words:
        if code not in tuple(listed):
            told = unknown_name(code, listed)
            yield document.fault((*place, code), told, Cost.NOTHING)
