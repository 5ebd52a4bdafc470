"""Ways from a number to its rows, and from a row to the whole of what is known of it."""

from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlencode

from tracker.world.asof import World

PAGE_OF_ROWS, PAGE_OF_SITES = "leaderboard", "sites"  # relative to every page
SCOPE = ("category", "flow_type")
LONGEST_TEXT = 100  # characters that a search takes


def rows(text: str, world: World, **asked: str | Sequence[str]) -> str:
    """``text``, escaped here, as a link to the leaderboard as ``asked``, on the day of ``world``.

    ``asked`` are names and codes as the address of that page has them.
    """
    return _link(PAGE_OF_ROWS, text, asked, world)


def commitment(name: str, world: World, currency: str = "") -> str:
    """The title of a commitment of ``world``, leading to its row of the leaderboard.

    The row is that of its pot, with its rung, its money in ``currency`` and all its documents, and
    the sum below lays its parts open; what the default scope leaves out is asked for. What never
    counts has no row, so its title leads nowhere.
    """
    rows_at = world.commitments.at  # a whole row would cost a page with hundreds of links dear
    title, pot = str(rows_at[name, "title"]), rows_at[name, "pot_id"]
    if isinstance(rows_at[pot, "not_counted"], str):
        return escape(title)
    usual, wider = world.rules.default_scope, {}
    for column in SCOPE:
        own = {str(rows_at[one, column]) for one in (name, pot)}
        if not own <= set(usual[column]):
            wider[column] = sorted({*usual[column], *own})
    asked = {"q": title[:LONGEST_TEXT], "lens": next(iter(world.rules.lenses)), "sum": "yes"}
    asked |= {"currency": currency} if currency else {}
    return rows(title, world, **asked, **wider)


def site(name: str, title: str, world: World) -> str:
    """``title``, escaped here, leading to all that is known of a site on the day of ``world``."""
    return _link(PAGE_OF_SITES, title, {"site": name}, world)


def _link(page: str, text: str, asked: Mapping[str, str | Sequence[str]], world: World) -> str:
    day = {} if world.is_last else {"as_of": world.day.isoformat()}
    address = escape(urlencode({**asked, **day}, doseq=True))
    return f'<a href="{page}?{address}" target="_self">{escape(text)}</a>'
