"""Everything that is derived once for a day and then looked at in many ways."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from tracker.counting import capacity, pots
from tracker.counting.capacity import Stated
from tracker.counting.lenses import Scope, default_scope
from tracker.counting.shares import Shares
from tracker.counting.totals import Total, total
from tracker.dataset.dataset import Dataset
from tracker.world import asof, profiles
from tracker.world.asof import World


@dataclass(frozen=True)
class Known:
    """The world on a day, its pots shared out, and what is known of them beside their money.

    ``citations`` holds the documents behind each pot (`profiles.citations`), ``power`` the power
    stated per phase (`capacity.stated`).
    """

    world: World
    shares: Shares
    profiles: pd.DataFrame
    citations: pd.DataFrame
    power: Mapping[str, Stated]
    _totals: dict[tuple[Scope, str, str], Total] = field(
        default_factory=dict, init=False, repr=False
    )

    def total(self, scope: Scope, *, lens: str, currency: str) -> Total:
        """What counts within ``scope``, as `totals.total` gives it, summed once for all pages."""
        asked = (scope, lens, currency)
        if asked not in self._totals:
            self._totals[asked] = total(self.shares, scope, lens=lens, currency=currency)
        return self._totals[asked]

    def usual(self, *country_codes: str) -> Scope:
        """The scope that counts where nobody asks for another: `lenses.default_scope`."""
        return default_scope(self.world.rules, *country_codes)

    @property
    def first_phase(self) -> str:
        """The phase of power that nobody has secured yet: the first that the data know."""
        return next(iter(self.power))


def known_on(dataset: Dataset, day: date, today: date) -> Known:
    """What ``dataset`` knows on ``day``; ages of evidence are measured from ``today``."""
    world = asof.world(dataset, day)
    cited = profiles.citations(world)
    about = profiles.profiles(world, cited, today)
    phases = dataset.package["capacities"].options("phase")
    power = {phase: capacity.stated(world, phase) for phase in phases}
    return Known(world, pots.shares(world), about, cited, power)
