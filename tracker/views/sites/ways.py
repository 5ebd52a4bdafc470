"""Addresses of this page: another country, closer, a site, with all else kept as it was chosen."""

from dataclasses import replace

from tracker.look import links
from tracker.look.look import Look
from tracker.views.choices import EVERYWHERE, ChosenSites
from tracker.world.asof import World
from tracker.world.filters import SORTS

FIRST_STEP = "1"  # closer


def way(chosen: ChosenSites, world: World, look: Look, **changes: str) -> str:
    """The address of ``chosen`` with ``changes``; what is usual is left out of it."""
    asked = replace(chosen, **changes)  # type: ignore[arg-type]
    usual = {"country": EVERYWHERE, "size": look.rules.places.sizes[0], "sort": SORTS[0]}
    told: dict[str, str | tuple[str, ...]] = {}
    if not world.is_last:
        told["as_of"] = world.day.isoformat()
    for name in ("country", "size", "sort", "category", "origin", "rung", "q"):
        if getattr(asked, name) not in (usual.get(name), "", ()):
            told[name] = getattr(asked, name)
    for name in ("around", "closer", "site"):
        if getattr(asked, name) not in ("", FIRST_STEP):
            told[name] = getattr(asked, name)
    return links.address("sites", told)
