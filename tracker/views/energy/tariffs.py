"""Power prices as ranges from zero, and the tax measures beside them."""

import pandas as pd

from tracker.dataset.dataset import Dataset
from tracker.dataset.plain import Row
from tracker.energy import tariffs
from tracker.look import bars, links
from tracker.look.elements import Part, Said
from tracker.look.look import Look
from tracker.look.parts import folded, items, small, table
from tracker.look.view import Section
from tracker.views.shared.sections import columns, section
from tracker.world.exchange import PER_MWH

COLUMNS = ("country", "what", "bar", "price")


def prices(dataset: Dataset, look: Look) -> Section:
    """Power prices in EUR/MWh as ranges from zero, with their own unit."""
    found, gaps = tariffs.prices(dataset), tariffs.unpriced(dataset)
    longest = float(found["high"].max())
    rows = [_row(row, longest, dataset, look) for row in found.to_dict("records")]
    body = table("prices", rows, columns("energy.prices", COLUMNS, look))
    missing = "; ".join(
        f"{row['place']}, {row['customer_class']}" for row in gaps.to_dict("records")
    )
    heading, note = (
        look.words("energy.prices.heading"),
        look.words("energy.prices.note", missing=missing),
    )
    return section("energy", "prices", heading, look, body, _taxes(dataset, look), note=note)


def _row(row: Row, longest: float, dataset: Dataset, look: Look) -> dict[str, Part]:
    basis = look.words.term("price_basis", row["price_basis"])
    told = [f"{basis}, {row['period']}", *([row["note"]] if isinstance(row["note"], str) else [])]
    source = links.links([row["source_id"]], dataset.documents)
    return {
        "country": look.formats.country(row["country_code"]),
        "what": (
            f"{row['place']}: {row['customer_class']}",
            Said("small", (" · ".join(told), "·", source)),
        ),
        "bar": _bar(row, longest),
        "price": _price(row, look),
    }


def _bar(row: Row, longest: float) -> Part:
    is_known = pd.notna(row["high"])
    return bars.ends(row["country_code"], row["low"], row["high"], longest) if is_known else ""


def _price(row: Row, look: Look) -> Part:
    """In euros and, where that is another, in its own unit."""
    own = look.formats.with_unit(float(row["price"]), float(row["price_high"]), row["unit"], 2)
    if pd.isna(row["low"]):
        return own
    euros = look.formats.with_unit(row["low"], row["high"], PER_MWH, 1)
    return euros, *small(own if own != euros else None)


def _taxes(dataset: Dataset, look: Look) -> Part:
    """The tax measures of each country with their state, folded away."""
    found = tariffs.taxes(dataset)
    told = items(_tax(row, dataset, look) for row in found.to_dict("records"))
    return folded(look.words("energy.prices.taxes", count=len(found)), told)


def _tax(row: Row, dataset: Dataset, look: Look) -> Part:
    state = look.words.term("measure_state", row["state"]) if isinstance(row["state"], str) else ""
    source = links.links([row["source_id"]], dataset.documents)
    told = f"{look.formats.country(row['country_code'])}: {row['title']}"
    return told, Said("beside", (state, source))
