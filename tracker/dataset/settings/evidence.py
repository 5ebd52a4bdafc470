"""How far documents may be relied on, as evidence.yaml says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from tracker.dataset.settings.shapes import Closed, Positive


@dataclass(frozen=True)
class Tier(Closed):
    """The kinds of publishers whose documents stand on it."""

    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Large(Closed):
    """From what size on a commitment is large: an amount in ``currency``, or power in MW."""

    currency: str
    amount: Positive
    capacity_mw: Positive


@dataclass(frozen=True)
class EvidenceSettings(Closed):
    """What evidence.yaml says, under the names that code uses; the first tier is the best."""

    tiers: Annotated[Mapping[str, Tier], Field(min_length=1)]
    primary_tiers: tuple[str, ...]
    weak_tiers: tuple[str, ...]
    large: Large

    def tier_of(self, kind: str) -> str:
        """The tier of the documents of a ``kind`` of publisher. Raises KeyError for an unknown."""
        return {one: name for name, tier in self.tiers.items() for one in tier.kinds}[kind]

    def best(self, tiers: "frozenset[str] | set[str]") -> str | None:
        """The best of ``tiers``; None of none."""
        return next((name for name in self.tiers if name in tiers), None)
