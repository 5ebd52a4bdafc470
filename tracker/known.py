"""Everything that is derived once for a day and then looked at in many ways."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from tracker import asof, counting, profiles
from tracker.asof import World
from tracker.dataset import Dataset


@dataclass(frozen=True)
class Known:
    """The world on a day, its pots shared out, and what is known of them beside their money.

    ``citations`` holds the documents behind each pot (`profiles.citations`).
    """

    world: World
    shares: pd.DataFrame
    profiles: pd.DataFrame
    citations: pd.DataFrame


def known_on(dataset: Dataset, day: date, today: date) -> Known:
    """What ``dataset`` knows on ``day``; ages of evidence are measured from ``today``."""
    world = asof.world(dataset, day)
    cited = profiles.citations(world)
    about = profiles.profiles(world, cited, today)
    return Known(world, counting.shares(world), about, cited)
