"""Every page at the level of functions: what it shows, as text, without a server."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pandas as pd
from bs4 import BeautifulSoup

from tracker import Dataset
from tracker.counting.known import Known, known_on
from tracker.counting.lenses import Scope
from tracker.energy.choices import usual
from tracker.look.html import html
from tracker.look.look import Look
from tracker.look.view import Beside, Chart, Download, Section
from tracker.views import addresses
from tracker.views.choices import ALL_ROWS, EVERYWHERE, ChosenMoney, ChosenRows, ChosenSites
from tracker.views.energy import page as powering
from tracker.views.leaderboard import page as ranked
from tracker.views.sites import page as sites
from tracker.world.filters import SORTS

View = Callable[[Known, date, Look], object]


def _scope(known: Known) -> Scope:
    usual = known.world.rules.default_scope
    return Scope(category=usual["category"], flow_type=usual["flow_type"], origin=None)


def _leaderboard(known: Known, day: date, look: Look, by: str, norm: str) -> object:
    rules = known.world.rules
    chosen = ChosenRows(
        day, rules.display_currencies[0], rules.default_lens, by, norm, _scope(known), "",
        ALL_ROWS, True,
    )  # fmt: skip
    return ranked.view(known, chosen, look)


def _sites(known: Known, day: date, look: Look) -> object:
    size = known.world.rules.places.sizes[0]
    return sites.view(known, ChosenSites(day, EVERYWHERE, size, SORTS[0]), look)


def _usual(name: str) -> tuple[View, ...]:
    """A page that hangs on nothing but a day and a currency."""
    return (lambda known, day, look: addresses.VIEWS[name](known, ChosenMoney(day, "EUR"), look),)


VIEWS: dict[str, tuple[View, ...]] = {
    **{name: _usual(name) for name in addresses.VIEWS},
    "leaderboard": (
        lambda known, day, look: _leaderboard(known, day, look, "commitment", "none"),
        lambda known, day, look: _leaderboard(known, day, look, "home", "head"),
    ),
    "sites": (_sites,),
    "energy": (
        lambda known, day, look: powering.view(known, usual(known.world.dataset, day), look),
    ),
}


def seen(dataset: Dataset, look: Look, page: str, known: Known | None = None) -> str:
    """Everything that ``page`` shows under its usual choices, as text."""
    day = dataset.rules.evidence_until
    known = known or known_on(dataset, day, day)
    return "\n".join(line for view in VIEWS[page] for line in flat(view(known, day, look), look))


class Recording(dict):
    """Tables that remember which of them were asked for."""

    def __init__(self, tables):
        super().__init__(tables)
        self.asked = set()

    def __getitem__(self, name):
        self.asked.add(name)
        return super().__getitem__(name)


def shown_and_asked(dataset: Dataset, look: Look) -> dict[str, tuple[str, set[str]]]:
    """What each page shows, and the tables that it, or all that is known, was made of."""
    found = {}
    for page in VIEWS:
        # What one page asks for is kept for the next, so each begins with data of its own.
        tables = Recording(dataset.frames)
        watched = replace(dataset, frames=tables, written=tables)
        found[page] = (seen(watched, look, page), tables.asked)
    return found


def flat(shown: object, look: Look) -> Iterator[str]:  # noqa: C901
    """The texts and figures of a view, however deep they lie."""
    if isinstance(shown, str):
        yield BeautifulSoup(shown, "html.parser").get_text("\n") if "<" in shown else shown
    elif isinstance(shown, pd.DataFrame):
        yield shown.to_csv()
    elif isinstance(shown, Section):
        yield from flat_blocks([shown.about, shown.heading, *shown.blocks, shown.note], look)
    elif isinstance(shown, dict):
        yield from (line for key, value in shown.items() for line in (str(key), *flat(value, look)))
    elif isinstance(shown, tuple | list):
        yield from (line for value in shown for line in flat(value, look))
    elif isinstance(shown, Download):
        yield from (shown.label, shown.name, shown.content().decode("utf-8"))
    elif is_dataclass(shown):
        yield from (line for one in fields(shown) for line in flat(getattr(shown, one.name), look))
    else:
        yield str(shown)


def flat_blocks(blocks: Iterable[object], look: Look) -> Iterator[str]:
    """What blocks show; of a figure its words and what it is drawn from."""
    for block in blocks:
        if isinstance(block, Chart):
            yield from (block.heading, block.told, block.note)
            drawn = [*block.draw.args, *block.draw.keywords.values()]
            yield from flat([one for one in drawn if not isinstance(one, Look)], look)
            yield from flat_blocks([block.table] if block.table else [], look)
        elif isinstance(block, Beside):
            yield from flat_blocks(block.blocks, look)
        elif isinstance(block, Section):
            yield from flat(block, look)
        else:
            yield html(block, look).striptags()
