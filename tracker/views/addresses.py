"""Every page by its address: what a server, a static edition, tests and the bench go by."""

from collections.abc import Callable
from typing import Any

from tracker.counting.known import Known
from tracker.look.look import Look
from tracker.look.view import View
from tracker.views.comparison import page as comparison
from tracker.views.delivery import page as delivery
from tracker.views.diplomacy import page as diplomacy
from tracker.views.energy import page as energy
from tracker.views.leaderboard import page as leaderboard
from tracker.views.overview import page as overview
from tracker.views.sites import page as sites

VIEWS: dict[str, Callable[[Known, Any, Look], View]] = {
    "overview": overview.view,
    "leaderboard": leaderboard.view,
    "comparison": comparison.view,
    "sites": sites.view,
    "energy": energy.view,
    "delivery": delivery.view,
    "diplomacy": diplomacy.view,
}
