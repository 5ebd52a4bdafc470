"""What changed lately: the newest dated claims about commitments, in words."""

from collections.abc import Callable

from tracker.dataset.plain import Row
from tracker.look import links
from tracker.look.elements import Part
from tracker.look.formats import is_missing
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.view import Section
from tracker.views.shared import ways
from tracker.views.shared.sections import columns
from tracker.world.asof import World
from tracker.world.changes import newest

NEWEST = 12
KINDS = {"dated": ("day", "")}


def changes(world: World, look: Look) -> Section:
    """The newest claims: day, commitment, what is claimed, documents; nothing without any."""
    rows = [_row(row, world, look) for row in newest(world, NEWEST).to_dict("records")]
    if not rows:
        return Section("changes")
    names = ("dated", "commitment", "claim", "source")
    shown = columns("overview.changes", names, look, kinds=KINDS)
    body = table("changes", rows, shown, is_stacked=True)
    return Section("changes", look.words("overview.changes.heading"), (body,))


def _row(row: Row, world: World, look: Look) -> dict[str, Part]:
    return {
        "dated": row["dated"],
        "commitment": ways.commitment(row["commitment_id"], world),
        "claim": SAYINGS[row["table"]](row, look),
        "source": links.links(row["source_ids"], world.dataset.documents),
    }


def _qualifier(row: Row, look: Look) -> str:
    """How the figure was qualified, with a space; nothing for an exact one."""
    qualifier = row["qualifier"]
    return "" if qualifier == "exact" else look.words.term("qualifier", qualifier) + " "


def _amount(row: Row, look: Look) -> str:
    return look.words(
        "overview.changes.amount",
        qualifier=_qualifier(row, look),
        amount=look.formats.money(row["amount_high"], row["currency"]),
    )


def _status(row: Row, look: Look) -> str:
    return look.words("overview.changes.status", rung=look.rung(row["status"]))


def _capacity(row: Row, look: Look) -> str:
    said = look.words(
        "overview.changes.capacity",
        qualifier=_qualifier(row, look),
        power=look.formats.power(row["capacity_mw"]),
        basis=look.words.term("power_basis", row["power_basis"]),
        phase=look.words.term("phase", row["phase"]),
    )
    return said.rstrip()  # a basis that is not stated has no word


def _output(row: Row, look: Look) -> str:
    low = row["value_high"] if is_missing(row["value_low"]) else row["value_low"]
    return look.words(
        "overview.changes.output",
        qualifier=_qualifier(row, look),
        number=look.formats.number_range(float(low), float(row["value_high"])),
        measure=look.words.term("measure", row["measure"]),
    )


SAYINGS: dict[str, Callable[[Row, Look], str]] = {
    "amounts": _amount,
    "statuses": _status,
    "capacities": _capacity,
    "outputs": _output,
}
