"""Power prices as ranges from zero, and the tax measures beside them."""

from html import escape

import pandas as pd

from tracker.counting.known import Known
from tracker.energy.assumptions import in_euros
from tracker.look import cells
from tracker.look.folds import bullets, folded
from tracker.look.marks import Look
from tracker.look.showing import Section, bar, listed, section
from tracker.world.figures import Figure


def prices(known: Known, look: Look) -> Section:
    """Power prices of both countries in EUR/MWh as ranges from zero, with their own unit."""
    dataset = known.world.dataset
    rows = dataset["prices"]
    rows = rows[rows["country_code"].isin(known.world.dataset.compared)].dropna(subset="price")
    ends = [_ends(row, known) for _, row in rows.iterrows()]
    longest = max((high for _, high in ends), default=0.0)
    text = [
        _price_row(row, low, high, longest, known, look)
        for (_, row), (low, high) in zip(rows.iterrows(), ends, strict=True)
    ]
    labels = {name: look.words(f"energy.prices.columns.{name}") for name in text[0]} if text else {}
    body = listed(text, "prices", look, markup=["what", "bar", "price"], labels=labels)
    gaps = dataset["prices"]
    gaps = gaps[gaps["price"].isna() & gaps["country_code"].isin(known.world.dataset.compared)]
    missing = "; ".join(f"{row['place']}, {row['customer_class']}" for _, row in gaps.iterrows())
    note = look.words("energy.prices.note", missing=missing)
    heading = look.words("energy.prices.heading")
    return section("prices", heading, look, body + _taxes(known, look), note, "energy")


def _ends(row: pd.Series, known: Known) -> tuple[float, float]:
    low = in_euros(float(row["price"]), row["unit"], known.world.dataset)
    if pd.isna(row["price_high"]):
        return low, low
    return low, in_euros(float(row["price_high"]), row["unit"], known.world.dataset)


def _price_row(
    row: pd.Series, low: float, high: float, longest: float, known: Known, look: Look
) -> dict[str, str]:
    own_high = row["price"] if pd.isna(row["price_high"]) else row["price_high"]
    own = look.formats.with_unit(float(row["price"]), float(own_high), row["unit"], 2)
    euros = look.formats.with_unit(low, high, "EUR/MWh", 1)
    source = cells.links([row["source_id"]], known.world.dataset.documents)
    basis = look.words.term("price_basis", row["price_basis"])
    told = [f"{basis}, {row['period']}", *([row["note"]] if isinstance(row["note"], str) else [])]
    about = f"{escape(' · '.join(told))} · {source}"
    aside = "" if own == euros else f'<div class="cc-m">{escape(own)}</div>'
    return {
        "country": look.formats.country(row["country_code"]),
        "what": f"{escape(row['place'])}: {escape(row['customer_class'])}"
        f'<div class="cc-m">{about}</div>',
        "bar": bar(row["country_code"], Figure(low, high, "EUR/MWh"), longest),
        "price": f"{escape(euros)}{aside}",
    }


def _taxes(known: Known, look: Look) -> str:
    """The tax measures of each country with their state, and the way to all levers."""
    rows = known.world.dataset["measures"]
    rows = rows[(rows["lever"] == "tax") & (rows["nature"] == "measure")]
    rows = rows[rows["country_code"].isin(known.world.dataset.compared)]
    items = [
        f"{escape(look.formats.country(row['country_code']))}: {escape(row['title'])} "
        f'<span class="cc-m">{escape(_state(row, look))} '
        f"{cells.links([row['source_id']], known.world.dataset.documents)}</span>"
        for _, row in rows.iterrows()
    ]
    return folded(look.words("energy.prices.taxes", count=len(rows)), bullets(items))


def _state(row: pd.Series, look: Look) -> str:
    return look.words.term("measure_state", row["state"]) if isinstance(row["state"], str) else ""
