"""Ways from a number to its rows, and from a row to the whole of what is known of it."""

from collections.abc import Sequence

from tracker.look import links
from tracker.look.elements import Link, Part, Said
from tracker.look.links import LONGEST_TEXT
from tracker.look.look import Look
from tracker.world.asof import World

PAGE_OF_ROWS, PAGE_OF_SITES = "leaderboard", "sites"
SCOPE = ("category", "flow_type")


def rows(text: str, world: World, **asked: str | Sequence[str]) -> Link:
    """``text`` as a link to the leaderboard as ``asked``, on the day of ``world``.

    ``asked`` are names and codes as the address of that page has them.
    """
    return Link(text, links.address(PAGE_OF_ROWS, {**asked, **_day(world)}))


def commitment(name: str, world: World, currency: str = "") -> Part:
    """The title of a commitment of ``world``, leading to its row of the leaderboard.

    The row is that of its pot, with its rung, its money in ``currency`` and all its documents, and
    the sum below lays its parts open; what the default scope leaves out is asked for. What never
    counts has no row, so its title leads nowhere.
    """
    own, pot = world.facts[name], world.facts[world.facts[name]["pot_id"]]
    title = str(own["title"])
    if isinstance(pot["not_counted"], str):
        return title
    usual, wider = world.rules.default_scope, {}
    for column in SCOPE:
        held = {str(one[column]) for one in (own, pot)}
        if not held <= set(usual[column]):
            wider[column] = sorted({*usual[column], *held})
    asked = {"q": title[:LONGEST_TEXT], "lens": next(iter(world.rules.lenses)), "sum": "yes"}
    asked |= {"currency": currency} if currency else {}
    return rows(title, world, **asked, **wider)


def site(name: str, title: str, world: World) -> Link:
    """``title`` leading to all that is known of a site on the day of ``world``."""
    return Link(title, links.address(PAGE_OF_SITES, {"site": name, **_day(world)}))


def money(
    name: str, value: float, currency: str, world: World, look: Look, aside: str = ""
) -> Part:
    """Money of a commitment with the way to its row, an ``aside`` and its document."""
    source_id = str(world.facts[name]["source_id"])
    source = links.links([source_id], world.dataset.documents)
    amount = look.formats.money(value, currency)
    return amount, commitment(name, world, currency), Said("beside", (aside, source))


def _day(world: World) -> dict[str, str]:
    return {} if world.is_last else {"as_of": world.day.isoformat()}
