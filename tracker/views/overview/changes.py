"""What changed lately: the newest dated claims about commitments, whatever they are about."""

from collections.abc import Callable, Iterator
from html import escape
from typing import Any

import pandas as pd

from tracker.look import addresses, cells
from tracker.look.marks import Look
from tracker.look.showing import stacked
from tracker.world.asof import CLAIMS, World

NEWEST = 12


def newest(world: World, look: Look, count: int = NEWEST) -> pd.DataFrame:
    """The ``count`` newest adopted claims known on the day of ``world``, the newest first.

    One row per claim, whoever makes it: ``dated`` (partial; a month counts as older than any day
    in it), ``commitment_id``, ``said`` (in words), ``source_ids``.
    """
    found = [claim for name in CLAIMS for claim in _claims(world, name, look)]
    rows = pd.DataFrame(found, columns=["dated", "commitment_id", "said", "source_id"])
    same = rows.groupby(["dated", "commitment_id", "said"], sort=False)["source_id"]
    claims = same.unique().map(list).rename("source_ids").reset_index()
    return claims.sort_values("dated", ascending=False, kind="stable").head(count)


def _claims(world: World, name: str, look: Look) -> Iterator[list[str]]:
    subject, dated = CLAIMS[name], world.dataset.package[name].known_from
    rows = world.known(name)
    if "standing" in rows:
        rows = rows[rows["standing"] == "adopted"]
    rows = rows[rows[subject].isin(world.commitments.index)]
    for _, row in rows.iterrows():
        yield [row[dated], row[subject], SAYINGS[name](row, look), row["source_id"]]


def table_of_changes(world: World, look: Look) -> str:
    """The newest claims as an HTML table: day, commitment, what is claimed, document."""
    rows = [
        {
            "dated": look.formats.day(row["dated"]),
            "commitment": addresses.commitment(row["commitment_id"], world),
            "claim": row["said"],
            "source": cells.links(row["source_ids"], world.dataset.documents),
        }
        for _, row in newest(world, look).iterrows()
    ]
    if not rows:
        return ""
    body = stacked(rows, "changes", look, "overview.changes", markup=["commitment", "source"])
    heading = escape(look.words("overview.changes.heading"))
    return f'<section class="cc cc-block" id="changes"><h2>{heading}</h2>{body}</section>'


def _qualifier(row: "pd.Series[Any]", look: Look) -> str:
    """How the figure was qualified, with a space; nothing for an exact one."""
    qualifier = row["qualifier"]
    return "" if qualifier == "exact" else look.words.term("qualifier", qualifier) + " "


def _amount(row: "pd.Series[Any]", look: Look) -> str:
    return look.words(
        "overview.changes.amount",
        qualifier=_qualifier(row, look),
        amount=look.formats.money(row["amount_high"], row["currency"]),
    )


def _status(row: "pd.Series[Any]", look: Look) -> str:
    return look.words("overview.changes.status", rung=look.rung(row["status"]))


def _capacity(row: "pd.Series[Any]", look: Look) -> str:
    said = look.words(
        "overview.changes.capacity",
        qualifier=_qualifier(row, look),
        power=look.formats.power(row["capacity_mw"]),
        basis=look.words.term("power_basis", row["power_basis"]),
        phase=look.words.term("phase", row["phase"]),
    )
    return said.rstrip()  # a basis that is not stated has no word


def _output(row: "pd.Series[Any]", look: Look) -> str:
    low = row["value_high"] if pd.isna(row["value_low"]) else row["value_low"]
    return look.words(
        "overview.changes.output",
        qualifier=_qualifier(row, look),
        number=look.formats.number_range(float(low), float(row["value_high"])),
        measure=look.words.term("measure", row["measure"]),
    )


SAYINGS: dict[str, Callable[["pd.Series[Any]", Look], str]] = {
    "amounts": _amount,
    "statuses": _status,
    "capacities": _capacity,
    "outputs": _output,
}
