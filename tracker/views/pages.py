"""Every page by its address: what a server, a static edition, tests and the bench go by."""

from collections.abc import Callable
from typing import Any

from tracker.counting.known import Known
from tracker.look.marks import Look
from tracker.look.view import View
from tracker.views.delivery import page as delivery
from tracker.views.sites import page as sites

VIEWS: dict[str, Callable[[Known, Any, Look], View]] = {
    "delivery": delivery.view,
    "sites": sites.view,
}
