"""Everything that is derived once for a day and then looked at in many ways."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from tracker import counting
from tracker.counting import capacity
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
    shares: pd.DataFrame
    profiles: pd.DataFrame
    citations: pd.DataFrame
    power: Mapping[str, pd.DataFrame]

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
    return Known(world, counting.shares(world), about, cited, power)
