"""Every page by its address: what a server, a static edition, tests and the bench go by."""

from collections.abc import Callable
from typing import Any

from tracker.counting.known import Known
from tracker.look.marks import Look
from tracker.look.view import View
from tracker.views.comparison import page as comparison
from tracker.views.delivery import page as delivery
from tracker.views.energy import page as energy

VIEWS: dict[str, Callable[[Known, Any, Look], View]] = {
    "energy": energy.view,
    "comparison": comparison.view,
    "delivery": delivery.view,
}
