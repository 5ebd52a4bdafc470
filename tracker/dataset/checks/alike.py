"""Rows that are one thing under two names: they are named, and nothing is withheld for it."""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

from tracker.dataset.checks.wrong import as_told, fault
from tracker.dataset.dataset import Dataset
from tracker.dataset.faults import Cost, Fault

# What tells a row of a table apart, beside its key; several columns count together.
ALIKE = (
    ("organisations", ("organisation_name",)),
    ("sources", ("url",)),
    ("sources", ("publisher_id", "published_date", "title")),
    ("commitments", ("country_code", "title")),
    ("sites", ("country_code", "site_name")),
    ("events", ("event_date", "title")),
)
# What a campaign adds to an address: it tells who sent the reader, and nothing of the page.
CAMPAIGN = re.compile(r"utm_\w*|fbclid|gclid|msclkid|igshid|ref|mc_cid|mc_eid", re.IGNORECASE)


def near_duplicates(dataset: Dataset) -> Iterator[Fault]:
    """Names that differ only in capitals, accents or marks; one address or title in two rows."""
    for name, columns in ALIKE:
        rows = dataset[name].dropna(subset=columns[-1])
        rows = rows[rows["answer"].isna()] if "answer" in rows else rows
        field, cells = columns[-1], rows[[*columns]].fillna("")
        first: dict[str, int] = {}
        told = as_told(cells.map(_plain), columns)
        for line, said in sorted((int(str(line)), said) for line, said in told.items()):
            other = first.setdefault(said, line)
            if other != line:
                likeness = "also" if cells[field][line] == cells[field][other] else "almost"
                problem = f"{cells.at[line, field]!r} is {likeness} on line {other}"
                problem += ": one thing has one row"
                yield fault(dataset, name, line, field, problem, Cost.NOTHING)


def _plain(cell: str) -> str:
    """A cell without what two hands write differently."""
    if re.match(r"https?://", cell):
        return _address(cell)
    letters = unicodedata.normalize("NFKD", cell).casefold()
    return "".join(letter for letter in letters if letter.isalnum())


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    asked = [pair for pair in parse_qsl(parts.query) if not CAMPAIGN.fullmatch(pair[0])]
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{urlencode(asked)}"
