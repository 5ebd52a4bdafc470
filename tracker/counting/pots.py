"""Every pot shared out by rung: its parts take their money to their own rung, the rest stays."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from tracker.counting.columns import Columns, coded
from tracker.counting.shares import Shares
from tracker.world.asof import World
from tracker.world.exchange import Rates

# What a share has of its own commitment and of its pot, and where `World.commitments` says it.
OWN = {
    "pot_id": "pot_id",
    "category": "category",
    "rung": "status",
    "rung_basis": "status_basis",
    "rung_rule": "status_rule",
    "rung_source_id": "status_source_id",
    "amount_id": "amount_id",
    "amount_tier": "amount_tier",
}
OF_POT = {
    "country_code": "country_code",
    "organisation_id": "lead_organisation_id",
    "origin": "origin",
}
KINDS = {
    "low": "float64",
    "high": "float64",
    "overlap": "float64",
    "is_remainder": "bool",
    "is_trimmed": "bool",
    "is_unassigned": "bool",
}


@dataclass(frozen=True)
class Share:
    """A piece of a pot that stands on one rung, in the pot's currency.

    ``period`` is the day (or month, or year) whose rate exchanges it. A share that is a
    ``remainder`` is what the parts of its commitment leave unexplained; one that is ``unassigned``
    has no ends of its own and takes up what is firm of a whole and of none of its parts.
    """

    commitment_id: str
    low: float
    high: float
    currency: str
    period: str
    is_remainder: bool = False
    is_trimmed: bool = False
    is_unassigned: bool = False
    overlap: float = 0.0

    def scaled(self, factor: float) -> "Share":
        """The same share with its money multiplied, to make parts fit their pot."""
        return replace(self, low=self.low * factor, high=self.high * factor, is_trimmed=True)


def shares(world: World) -> Shares:
    """Every pot of ``world`` shared out by rung."""
    tree, about = _Tree(world), described(world)
    found = [share for pot in tree.pots for share in tree.share_out(pot)]
    ids = tuple(share.commitment_id for share in found)
    places = {name: place for place, name in enumerate(about.ids)}
    of_each = np.array([places[name] for name in ids], dtype=np.intp)
    named = {name: column.at(of_each) for name, column in about.named.items()}
    named |= {name: coded([getattr(one, name) for one in found]) for name in ("currency", "period")}
    numbers = {name: column[of_each] for name, column in about.numbers.items()}
    for name, kind in KINDS.items():
        numbers[name] = np.array([getattr(one, name) for one in found], dtype=kind)
    return Shares(ids, named, numbers, world, about)


class _Tree:
    """The commitments of a world, with their parts and their money, ready to be shared out."""

    def __init__(self, world: World) -> None:
        self.rates = world.rates
        counted = [name for name, row in world.facts.items() if pd.isna(row["not_counted"])]
        self.pots = [name for name in counted if name not in world.parents]
        self.parts: dict[str, list[str]] = {}
        for name in counted:
            if parent := world.parents.get(name):
                self.parts.setdefault(parent, []).append(name)
        self.own = {share.commitment_id: share for share in _own_money(counted, world)}

    def shares_of_parts(self, commitment_id: str) -> list[Share]:
        """The shares of everything below a commitment, each in the currency it has there."""
        parts = self.parts.get(commitment_id, [])
        return [share for part in parts for share in self.share_out(part)]

    def share_out(self, commitment_id: str) -> list[Share]:
        """The shares of a commitment and of all its parts."""
        parts = self.shares_of_parts(commitment_id)
        own = self.own.get(commitment_id)
        if own is None or not parts:
            return parts if own is None else [own]
        inside = [_expressed_in(own, share, self.rates) for share in parts]
        return [*_fitted(inside, own.high), *_remainder(own, inside)]


def _own_money(counted: list[str], world: World) -> Iterator[Share]:
    taken, no_floor = _overlaps(world, set(counted)), world.rules.no_floor_qualifiers
    for name in counted:
        row = world.facts[name]
        if pd.isna(row["amount_id"]):
            continue
        currency, hi = row["currency"], float(row["amount_high"])
        is_firm = row["qualifier"] not in no_floor and not pd.isna(row["amount_low"])
        lo = float(row["amount_low"]) if is_firm else 0.0
        sums = taken.get(name, [])
        off = sum(part * world.rates.rate(cur, currency, on) for part, cur, on in sums)
        off = min(hi, off)
        yield Share(name, max(0.0, lo - off), hi - off, currency, row["amount_date"], overlap=off)


def _overlaps(world: World, counted: set[str]) -> dict[str, list[tuple[float, str, str]]]:
    """Commitment -> the sums to take off it that another counted commitment keeps on that day."""
    taken: dict[str, list[tuple[float, str, str]]] = {}
    for row in world.known("overlaps").to_dict("records"):
        if row["also_in"] in counted:
            sum_of_money = (float(row["amount"]), row["currency"], row["claim_date"])
            taken.setdefault(row["commitment_id"], []).append(sum_of_money)
    return taken


def _expressed_in(pot: Share, share: Share, rates: Rates) -> Share:
    """A part's share in the currency of its pot, exchanged on the day of the part's own claim."""
    rate = rates.rate(share.currency, pot.currency, share.period)
    return replace(
        share,
        low=share.low * rate,
        high=share.high * rate,
        overlap=share.overlap * rate,
        currency=pot.currency,
        period=pot.period,
    )


def _fitted(inside: list[Share], ceiling: float) -> list[Share]:
    """The parts of a pot, made smaller in proportion where they exceed it by a rounding."""
    total = sum(share.high for share in inside)
    return inside if total <= ceiling else [share.scaled(ceiling / total) for share in inside]


def _remainder(pot: Share, inside: list[Share]) -> list[Share]:
    """What the parts leave unexplained of each end; the two ends are shared out separately.

    So the low end of a remainder can lie above its high end: of a firm 15 with a part of up to 5,
    the ceiling leaves 10 and the floor 15. The other 5 are firm, and no part says so of itself: a
    share of its own takes them up (`lenses.through`).
    """
    high = max(0.0, pot.high - sum(share.high for share in inside))
    low = max(0.0, pot.low - sum(share.low for share in inside))
    found = [replace(pot, low=low, high=high, is_remainder=True)] if high or low else []
    return found + ([replace(pot, low=0.0, high=0.0, is_unassigned=True)] if low > high else [])


def described(world: World) -> Columns:
    """Of every commitment what a share of it would be, but for its money.

    A part has the country, the lead, the origin and the kind of money of its pot; public money
    stays public.
    """
    rows = world.facts
    pots = [rows[own["pot_id"]] for own in rows.values()]
    leads = world.dataset.by_key("organisations")
    homes = {name: row["hq_country_code"] for name, row in leads.items()}
    named = {name: [own[said] for own in rows.values()] for name, said in OWN.items()}
    named |= {name: [pot[said] for pot in pots] for name, said in OF_POT.items()}
    named["home_country_code"] = [homes.get(pot["lead_organisation_id"]) for pot in pots]
    kinds = {name: row["organisation_type"] for name, row in leads.items()}
    named["organisation_type"] = [kinds.get(pot["lead_organisation_id"]) for pot in pots]
    public, begun = world.rules.public_flow_types, world.rules.begun_rungs
    named["flow_type"] = [
        own["flow_type"] if own["flow_type"] in public else pot["flow_type"]
        for own, pot in zip(rows.values(), pots, strict=True)
    ]
    sources = [own["amount_sources"] for own in rows.values()]
    numbers: dict[str, Any] = {
        "amount_sources": np.array(sources, dtype="float64"),
        "is_credited_whole": np.array([own["status"] in begun for own in rows.values()], bool),
    }
    return Columns(tuple(rows), {name: coded(texts) for name, texts in named.items()}, numbers)


def parts_above_their_pot(world: World) -> dict[str, float]:
    """Commitments whose parts exceed them -> by how much, as a share of the commitment (0.05)."""
    tree = _Tree(world)
    above = {}
    for name, own in tree.own.items():
        inside = tree.shares_of_parts(name)
        total = sum(_expressed_in(own, share, tree.rates).high for share in inside)
        if total > own.high:
            above[name] = (total - own.high) / own.high if own.high else float("inf")
    return above
