"""Every pot shared out by rung: its parts take their money to their own rung, the rest stays."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

import pandas as pd

from tracker.world.asof import World
from tracker.world.exchange import Rates


@dataclass(frozen=True)
class Share:
    """A piece of a pot that stands on one rung, in the pot's currency.

    ``period`` is the day (or month, or year) whose rate exchanges it. A share that is a
    ``remainder`` is what the parts of its commitment leave unexplained.
    """

    commitment_id: str
    low: float
    high: float
    currency: str
    period: str
    is_remainder: bool = False
    is_trimmed: bool = False
    overlap: float = 0.0

    def scaled(self, factor: float) -> "Share":
        """The same share with its money multiplied, to make parts fit their pot."""
        return replace(self, low=self.low * factor, high=self.high * factor, is_trimmed=True)


def shares(world: World) -> pd.DataFrame:
    """Every pot of ``world`` shared out by rung.

    One row per share, indexed by ``commitment_id``: ``pot_id, country_code, organisation_id,
    home_country_code, category, flow_type, origin, rung, rung_basis, rung_rule, rung_source_id,
    low, high`` (in ``currency``), ``period, amount_id, amount_sources, is_remainder, is_trimmed,
    overlap, is_credited_whole``.
    Commitments without any amount have no share.
    """
    tree = _Tree(world)
    found = [share for pot in tree.pots for share in tree.share_out(pot)]
    columns = [field.name for field in fields(Share)]
    frame = pd.DataFrame([vars(share) for share in found], columns=columns)
    frame = frame.astype({"low": "float64", "high": "float64", "overlap": "float64"})
    return described(frame.set_index("commitment_id"), world)


class _Tree:
    """The commitments of a world, with their parts and their money, ready to be shared out."""

    def __init__(self, world: World) -> None:
        self.rates = world.rates
        counted = world.commitments[world.commitments["not_counted"].isna()]
        self.pots = counted.index[counted["parent_id"].isna()].tolist()
        self.parts: dict[str, list[str]] = {}
        for name, parent in counted["parent_id"].dropna().items():
            self.parts.setdefault(parent, []).append(str(name))
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


def _own_money(counted: pd.DataFrame, world: World) -> Iterator[Share]:
    priced = counted[counted["amount_id"].notna()]
    taken = _overlaps(world, set(counted.index))
    no_floor = priced["qualifier"].isin(world.rules.no_floor_qualifiers)
    low = priced["amount_low"].astype("float64").fillna(0).mask(no_floor, 0.0)
    high = priced["amount_high"].astype("float64")
    for name, lo, hi, currency, period in zip(
        priced.index, low, high, priced["currency"], priced["amount_date"], strict=True
    ):
        sums = taken.get(name, [])
        off = sum(part * world.rates.rate(cur, currency, on) for part, cur, on in sums)
        off = min(hi, off)
        yield Share(name, max(0.0, lo - off), hi - off, currency, period, overlap=off)


def _overlaps(world: World, counted: set[str]) -> dict[str, list[tuple[float, str, str]]]:
    """Commitment -> the sums to take off it that another counted commitment keeps on that day."""
    taken: dict[str, list[tuple[float, str, str]]] = {}
    for _, row in world.known("overlaps").iterrows():
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
    the ceiling leaves 10 and the floor 15. The lens fits the two together (`lenses.through`).
    """
    high = max(0.0, pot.high - sum(share.high for share in inside))
    low = max(0.0, pot.low - sum(share.low for share in inside))
    return [replace(pot, low=low, high=high, is_remainder=True)] if high or low else []


def described(frame: pd.DataFrame, world: World) -> pd.DataFrame:
    """``frame``, indexed by ``commitment_id``, with all of `shares` that tells no money."""
    rows = world.commitments
    own = rows.reindex(frame.index)
    pot = rows.reindex(own["pot_id"]).set_axis(frame.index)
    homes = world.dataset["organisations"].set_index("organisation_id")["hq_country_code"]
    is_public = own["flow_type"].isin(world.rules.public_flow_types)
    return frame.assign(
        pot_id=own["pot_id"],
        country_code=pot["country_code"],
        organisation_id=pot["lead_organisation_id"],
        home_country_code=pot["lead_organisation_id"].map(homes),
        category=own["category"],
        flow_type=pot["flow_type"].mask(is_public, own["flow_type"]),
        origin=pot["origin"],
        rung=own["status"],
        rung_basis=own["status_basis"],
        rung_rule=own["status_rule"],
        rung_source_id=own["status_source_id"],
        amount_id=own["amount_id"],
        amount_sources=own["amount_sources"],
        is_credited_whole=own["status"].isin(world.rules.begun_rungs),
    )


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
