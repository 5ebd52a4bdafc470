"""What is wrong between the values of a file of settings, each of which is right by itself."""

from collections.abc import Iterator

from tracker.dataset.settings.names import KINDS, REFERENCES, Names, Wrong

RULES, COMPARISON, EVIDENCE = "rules.yaml", "comparison.yaml", "evidence.yaml"
ENERGY, PALETTE = "energy.yaml", "palette.yaml"
ZONED = "grid_zones"


def in_rules(names: Names) -> Iterator[Wrong]:
    """The evidence does not reach beyond the day on which the data were made."""
    made = names.package.made_on if names.package else None
    for keys, until in names.said(RULES, "evidence_until"):
        if made and until > made:
            yield RULES, keys, f"{until} is after the data were made, {made}"


def in_evidence(names: Names) -> Iterator[Wrong]:
    """Every kind of publisher stands on one tier, and on one alone."""
    stands: dict[str, str] = {}
    for keys, kind in names.said(EVIDENCE, "tiers.*.kinds.*"):
        if kind in stands:
            yield EVIDENCE, keys, f"{kind!r} stands on the tier {stands[kind]!r} already"
        stands[kind] = str(keys[1])
    for keys, tiers in names.said(EVIDENCE, "tiers"):
        absent = [kind for kind in names.listed(KINDS, EVIDENCE) or () if kind not in stands]
        if tiers and absent:
            yield EVIDENCE, keys, f"no tier has {', '.join(absent)}"


def in_comparison(names: Names) -> Iterator[Wrong]:
    """A rule counts money or power, and what money is divided by, or a line, is some figure."""
    for keys, way in names.said(COMPARISON, "rules.*"):
        if bool(way.get("lens")) == bool(way.get("phase") and way.get("basis")):
            yield (
                COMPARISON,
                keys,
                "counts neither money (lens) nor power (phase and basis), or both",
            )
    for keys, by in names.said(COMPARISON, "per.*"):
        if not by.get("indicator") and not by.get("phase"):
            yield COMPARISON, keys, "names neither an indicator nor a phase"
    for keys, line in names.said(COMPARISON, "sections.*.*"):
        if not {"indicators", "metrics", "price"} & set(line):
            yield COMPARISON, keys, "names no indicators, metrics or price"


def in_energy(names: Names) -> Iterator[Wrong]:
    """Zones, power of sites and bounds that contradict what they go with."""
    for way in REFERENCES:
        for keys, reference in names.said(ENERGY, way):
            if bool(reference.get("zone")) != (reference["table"] == ZONED):
                yield ENERGY, keys, f"a zone goes with the table {ZONED} and no other"
    for keys, step in names.said(ENERGY, "ladder.*"):
        if step.get("sites") and "phase" not in step:
            yield ENERGY, keys, "power of sites needs its phase"
    for keys, bound in names.said(ENERGY, "bounds.*"):
        if bound["least"] > bound["most"]:
            yield ENERGY, (*keys, "least"), f"{bound['least']:g} is above most, {bound['most']:g}"


def in_palette(names: Names) -> Iterator[Wrong]:
    """A solid mark needs its strength."""
    for keys, mark in names.said(PALETTE, "marks.*"):
        if (mark["fill"] == "solid") != ("strength_pct" in mark):
            yield PALETTE, keys, "strength_pct goes with the fill solid and no other"
