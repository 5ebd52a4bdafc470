"""One line of an opened list of money: how much, which commitment, by which document."""

from html import escape

from tracker.look import addresses, cells
from tracker.look.marks import Look
from tracker.world.asof import World


def item(name: str, value: float, currency: str, world: World, look: Look, aside: str = "") -> str:
    """Money of a commitment with the way to its row, ``aside`` (escaped here) and its document."""
    source_id = str(world.commitments.at[name, "source_id"])
    source = cells.links([source_id], world.dataset.documents)
    amount = escape(look.formats.money(value, currency))
    title = addresses.commitment(name, world, currency)
    return f'{amount} {title} <span class="cc-m">{escape(aside)} {source}</span>'
