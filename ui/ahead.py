"""Every page under its usual choices, made before anyone asks for it."""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tracker import DataError
from tracker.views.addresses import VIEWS
from tracker.views.needs import lacking
from ui import choices, data, energy_choices, show, site_choices, views
from ui.address import Choice

LOG = logging.getLogger(__name__)
Values = Mapping[str, object]


@dataclass(frozen=True)
class Page:
    """The choices of a page, and what a view is handed of their values."""

    choices: Callable[[], list[Choice]]
    chosen: Callable[[Values], views.Chosen]


MONEY = Page(choices.comparison_choices, choices.money_of)
PAGES = {
    "leaderboard": Page(choices.leaderboard_choices, choices.rows_of),
    "sites": Page(site_choices.site_choices, site_choices.sites_of),
    "energy": Page(energy_choices.energy_choices, energy_choices.energy_of),
}


def page(name: str) -> Page:
    """The choices of the page called ``name``; most have a currency and a day."""
    return PAGES.get(name, MONEY)


def make_ready(wait: Callable[[], object], is_stopped: Callable[[], bool]) -> None:
    """Load the data and make every usual view of them, one at a time.

    Before each it calls ``wait``, so that it takes no time from readers, and ends when it
    ``is_stopped``. Raises nothing that data can cause: what fails is logged, and told to whoever
    asks for it.
    """
    try:
        data.look_again()
    except DataError as error:
        LOG.warning("nothing to make ready: %s", error)
        return
    for name, chosen in usual_views():
        wait()
        if is_stopped():
            return
        data.look_again()  # what changed meanwhile would be made in vain
        _make(name, chosen)
    data.settle()


def usual_views() -> Iterator[tuple[str, views.Chosen]]:
    """Each page and what is chosen where nobody asks for anything, then in the other currencies."""
    first, *others = data.dataset().rules.display_currencies
    for currency in (first, *others):
        for name in VIEWS:
            values = choices.usual(page(name).choices())
            if currency == first or "currency" in values:
                yield name, page(name).chosen({**values, "currency": currency})


def _make(name: str, chosen: views.Chosen) -> None:
    if lacking(data.dataset(), name):
        return
    try:
        show.prepare(views.view(name, chosen))
    except Exception:
        LOG.exception("%s cannot be made ready", name)
