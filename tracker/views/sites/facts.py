"""What is known of a site, fact by fact, in words."""

import pandas as pd

from tracker.dataset.plain import Row
from tracker.look.look import Look
from tracker.world.asof import World

EXACT = "exact"  # the qualifier of power that was said without any


def powers(row: Row, world: World, look: Look) -> str:
    """The power of each phase with its basis where that is stated, a line each."""
    said = [
        {
            "phase": phase,
            "qualifier": row[f"{phase}_qualifier"],
            "capacity_mw": row[f"{phase}_mw"],
            "power_basis": row[f"{phase}_basis"],
        }
        for phase in world.phases
    ]
    told = [power(one, world, look) for one in said if pd.notna(one["capacity_mw"])]
    return "\n".join(told) or look.words("sites.unknown_size")


def power(said: Row, world: World, look: Look) -> str:
    """One claim of power; a basis that is not stated has no word, a phase is not said twice."""
    is_plain = said["qualifier"] in (EXACT, *world.phases)
    return look.words(
        "sites.power",
        phase=look.words.term("phase", said["phase"]),
        qualifier="" if is_plain else look.words.term("qualifier", said["qualifier"]) + " ",
        power=look.formats.power(float(said["capacity_mw"])),
        basis=look.words.term("power_basis", said["power_basis"]),
    ).rstrip()


def money(row: Row, look: Look) -> str:
    """All that the words allow the commitment that stands on this site alone, or that none is."""
    if pd.isna(row["amount"]):
        return look.words("sites.no_amount")
    return look.formats.money(float(row["amount"]), look.rules.display_currencies[0])


def place(row: Row, look: Look) -> str:
    """The precision and, where there is a disc, its radius."""
    word = look.words.term("location_precision", row["location_precision"])
    if pd.isna(row["radius_km"]):
        return word
    radius = look.formats.count(float(row["radius_km"]))
    return look.words("sites.within", precision=word, radius=radius)
