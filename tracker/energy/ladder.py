"""From words to electricity: megawatts announced, reserved, secured, building and energised."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from tracker.counting import capacity
from tracker.counting.capacity import PowerTotal
from tracker.counting.known import Known
from tracker.dataset.plain import Row
from tracker.world import places
from tracker.world.national import latest_reading

MW_PER_GW = 1000.0
COLUMNS: tuple[str, ...] = ("step", "country_code", "low", "high", "counted", "count", "judged")
COLUMNS += ("period", "source_id")
INFERRED = "inferred"  # a status that a rule concludes


def steps(known: Known) -> pd.DataFrame:
    """Every step of energy.yaml in every compared country, a row each, in their order.

    ``step, country_code, low, high`` (what is stated without "up to", and all, in MW), what was
    ``counted`` (commitments or sites), its ``count`` and what of it is ``judged`` to have got so
    far by a rule alone (MW), or the ``period`` and ``source_id`` of a national figure. All but the
    first two are missing where nobody publishes a step.
    """
    found = [
        {"step": name, "country_code": code, **step(rule, code, known)}
        for name, rule in known.world.rules.energy.ladder.items()
        for code in known.world.dataset.compared
    ]
    return pd.DataFrame(found, columns=[*COLUMNS])


def in_service(found: pd.DataFrame) -> pd.DataFrame:
    """What is ``running`` of the ``whole`` that is announced, in MW, by country code.

    ``found`` is what `steps` gives: its last step and its first. A country that lacks either is
    absent.
    """
    names = found["step"].tolist()
    highs: dict[str, dict[str, float]] = {}
    for name, code, high in zip(names, found["country_code"], found["high"], strict=True):
        if not pd.isna(high):
            highs.setdefault(code, {})[name] = high
    ends = [names[0], names[-1]]
    rows = {code: [of[name] for name in ends] for code, of in highs.items() if {*ends} <= of.keys()}
    return pd.DataFrame.from_dict(rows, orient="index", columns=["whole", "running"])


def step(rule: Mapping[str, Any], code: str, known: Known) -> dict[str, object]:
    """The power of one step: of commitments in a phase, of sites, or a national figure.

    Columns of `steps`; none where nobody publishes it.
    """
    if rule.get("sites"):
        return _at_sites(places.evidenced(places.facts(known.world)), rule["phase"], code, known)
    if rule.get("places"):
        return _at_sites(places.facts(known.world), rule["phase"], code, known)
    if "phase" in rule:
        return _of_commitments(rule, code, known)
    indicator = rule.get("indicator", {}).get(code)
    reading = latest_reading(known.world.dataset, indicator, code) if indicator else None
    if reading is None or reading.figure.low is None or reading.figure.high is None:
        return {}
    low, high = reading.figure.low * MW_PER_GW, reading.figure.high * MW_PER_GW
    beside = {"period": reading.figure.period, "source_id": reading.source_id}
    return {"low": low, "high": high, **beside}


def _of_commitments(rule: Mapping[str, Any], code: str, known: Known) -> dict[str, object]:
    """Of commitments in the usual scope, on all bases, from the rung on that the rule names."""
    rules = known.world.rules
    scope = known.usual(code)
    if "rung" in rule:
        reached = rules.at_or_above(rule["rung"])
        scope = replace(scope, rung=tuple(name for name in rules.rungs if name in reached))
    power = known.power[rule["phase"]]
    totals = [capacity.total(power, scope, basis=basis) for basis in known.world.bases]
    return {
        "low": sum(total.low for total in totals),
        "high": sum(total.high for total in totals),
        "counted": "commitments",
        "count": sum(total.count for total in totals),
        "judged": _judged(totals, known) if "rung" in rule else 0.0,
    }


def _judged(totals: Iterable[PowerTotal], known: Known) -> float:
    """MW of commitments that no source reports on the rung on which they are counted."""
    facts = known.world.facts
    rows = [(name, mw) for total in totals for name, mw in total.rows["high"].items()]
    return math.fsum(mw for name, mw in rows if facts[str(name)]["status_basis"] == INFERRED)


def _at_sites(sites: Mapping[str, Row], phase: str, code: str, known: Known) -> dict[str, object]:
    """What ``sites`` of a country state, each megawatt once."""
    found = places.power(places.of_country(sites, code), phase, known.world)
    ends = {"low": found.firm, "high": found.megawatts}
    return {**ends, "counted": "sites", "count": len(found.sites), "judged": 0.0}
