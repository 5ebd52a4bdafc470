"""From words to electricity: megawatts announced, reserved, secured, building and energised."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Any

from tracker import counting
from tracker.counting import capacity
from tracker.counting.known import Known
from tracker.look import cells
from tracker.look.marks import Look
from tracker.look.showing import Section, bar, joined, listed, section
from tracker.world import places
from tracker.world.figures import Figure
from tracker.world.national import latest_reading

GIGA = 1000.0
Step = tuple[float, float, str]  # low and high in MW, and the documents or the count as HTML


def ladder(known: Known, look: Look) -> Section:
    """Every step of every country on one axis from zero; a step that nobody publishes says so."""
    settings, codes = known.world.rules.energy, known.world.dataset.compared
    steps = {
        (name, code): step(rule, code, known, look)
        for name, rule in settings.ladder.items()
        for code in codes
    }
    longest = max((found[1] for found in steps.values() if found is not None), default=0.0)
    rows = [_row(name, code, found, longest, look) for (name, code), found in steps.items()]
    labels = {name: look.words(f"energy.ladder.columns.{name}") for name in rows[0]}
    markup = ["bar", "of"]
    body = listed(rows, "ladder", look, markup=markup, right=["power"], labels=labels)
    note = look.words("energy.ladder.note")
    return section("ladder", _heading(steps, codes, look), look, body, note, "energy")


def _heading(
    steps: Mapping[tuple[str, str], Step | None], codes: tuple[str, ...], look: Look
) -> str:
    """What is in service of what is announced, per country."""
    first, *_, last = dict.fromkeys(name for name, _ in steps)
    told = [
        look.words(
            "energy.ladder.part",
            country=look.formats.country(code),
            announced=look.formats.power(whole[1]),
            running=look.formats.power(running[1]),
        )
        for code in codes
        if (whole := steps[first, code]) and (running := steps[last, code])
    ]
    return look.words("energy.ladder.heading", told=joined(told, look))


def _row(name: str, code: str, found: Step | None, longest: float, look: Look) -> dict[str, str]:
    told = {
        "step": look.words(f"energy.ladder.names.{name}"),
        "country": look.formats.country(code),
        "bar": "",
        "power": look.words("energy.not_published"),
        "of": "",
    }
    if found is None:
        return told
    low, high, note = found
    return told | {
        "bar": bar(code, Figure(low, high, "MW"), longest),
        "power": look.formats.with_unit(low, high, "MW", 1),
        "of": note,
    }


def step(rule: Mapping[str, Any], code: str, known: Known, look: Look) -> Step | None:
    """The power of one step: of commitments in a phase, of sites, or a national figure."""
    if rule.get("sites"):
        return _at_sites(rule["phase"], code, known, look)
    if "phase" in rule:
        return _of_commitments(rule, code, known, look)
    indicator = rule.get("indicator", {}).get(code)
    reading = latest_reading(known.world.dataset, indicator, code) if indicator else None
    if reading is None or reading.figure.low is None or reading.figure.high is None:
        return None
    source = cells.links([reading.source_id], known.world.dataset.documents)
    note = f"{escape(reading.figure.period)} {source}"
    return reading.figure.low * GIGA, reading.figure.high * GIGA, note


def _of_commitments(rule: Mapping[str, Any], code: str, known: Known, look: Look) -> Step:
    """Of commitments in the usual scope, on all bases, from the rung on that the rule names."""
    rules = known.world.rules
    scope = counting.default_scope(rules, code)
    if "rung" in rule:
        reached = rules.at_or_above(rule["rung"])
        scope = replace(scope, rung=tuple(name for name in rules.rungs if name in reached))
    power, bases = known.power[rule["phase"]], known.world.dataset.package["capacities"]
    totals = [
        capacity.total(known.world, power, scope, basis=basis)
        for basis in bases.options("power_basis")
    ]
    count = sum(len(total.rows) for total in totals)
    note = escape(look.words("energy.ladder.commitments", count=count))
    return sum(total.low for total in totals), sum(total.high for total in totals), note


def _at_sites(phase: str, code: str, known: Known, look: Look) -> Step:
    """What sites state, without the stock of whole cities."""
    rows = places.evidenced(places.sites(known.world))
    rows = rows[rows["country_code"] == code]
    found = places.power(rows, phase, known.world)
    note = escape(look.words("energy.ladder.sites", count=len(found.rows)))
    return found.firm, found.megawatts, note
