"""Without a table each page shows the same, or says that it goes without it, or stops."""

from dataclasses import replace

import pytest

from tests.building import DATA
from tests.viewing import VIEWS, seen, shown_and_asked
from tracker.counting.known import known_on
from tracker.dataset.faults import Fault
from tracker.dataset.schema import read_package
from tracker.load import checked
from tracker.views.needs import PAGES, goes_without, lacking

TABLES = sorted(read_package(DATA).tables)


@pytest.fixture(scope="module")
def usual(dataset, look):
    """What each page shows, and the tables that it, or all that is known, was made of."""
    return shown_and_asked(dataset, look)


def without(full, table):
    gone = Fault(table, 0, "", "the file is missing", f"data/{table}.csv")
    frames = {**full.frames, table: full.frames[table].iloc[:0]}
    written = {**full.written, table: full.written[table].iloc[:0]}
    return checked(replace(full, frames=frames, written=written, faults=(gone,)))


@pytest.mark.parametrize("table", TABLES)
def test_a_page_without_a_table_is_as_before_or_says_so(dataset, usual, look, table):
    left = without(dataset, table)
    pages = [page for page in PAGES if not lacking(left, page)]
    if not pages:
        return
    day = left.rules.evidence_until
    known = known_on(left, day, day)
    changed = {
        page
        for page in pages
        if table in usual[page][1] and seen(left, look, page, known) != usual[page][0]
    }
    told = {page for page in pages if table in goes_without(left, page)}
    assert changed == told


def test_every_page_has_its_tables_declared():
    assert set(PAGES) == set(VIEWS)
    for page, needs in PAGES.items():
        every = [*needs.tables, *needs.beside]
        assert len(every) == len(set(every)) and set(every) <= set(TABLES), page
