"""Who could be next: what other countries offer, lack and do, and their figures. No score."""

from html import escape

import pandas as pd

from tracker.counting.known import Known
from tracker.look import cells
from tracker.look.folds import bullets, folded
from tracker.look.marks import Look
from tracker.look.showing import Section, joined, listed, section
from tracker.views.shared.metrics import metric_in_words

SIDES = ("offers", "lacks", "does")
PRICE = "price"


def adopters(known: Known, look: Look) -> Section:
    """Figures of each country, the compared ones for scale, then the claims country by country.

    Those with the most claims come first.
    """
    claims = known.world.known("adopters")
    order = [str(code) for code in claims["country_code"].value_counts().index]
    body = _figures([*order, *known.world.dataset.compared], known, look)
    body += "".join(
        _claims(code, claims[claims["country_code"] == code], known, look) for code in order
    )
    heading = look.words("diplomacy.adopters.nobody")
    if order:
        heading = look.words("diplomacy.adopters.heading", count=len(order), claims=len(claims))
    note = look.words("diplomacy.adopters.note")
    return section("adopters", heading, look, body, note, "diplomacy")


def _figures(codes: list[str], known: Known, look: Look) -> str:
    """A row per country of which any figure is known, then the names of the others."""
    metrics = known.world.rules.diplomacy.adopter_figures
    found = {
        code: {metric: _figure(code, metric, known, look) for metric in metrics}
        | {PRICE: _price(code, known, look)}
        for code in codes
    }
    without = [look.formats.country(code) for code, of in found.items() if not any(of.values())]
    rows = [
        {"country": look.formats.country(code)}
        | {name: figure or _not_found(look) for name, figure in of.items()}
        for code, of in found.items()
        if any(of.values())
    ]
    labels = {name: look.words(f"diplomacy.adopters.columns.{name}") for name in ("country", PRICE)}
    labels |= {metric: metric_in_words(metric, look) for metric in metrics}
    columns = [*metrics, PRICE]
    table = listed(rows, "adopters", look, markup=columns, right=columns, labels=labels)
    told = look.words("diplomacy.adopters.without", countries=joined(without, look))
    return table + (f'<p class="cc-m">{escape(told)}</p>' if without else "")


def _figure(code: str, metric: str, known: Known, look: Look) -> str:
    """The newest figure with its year and document; nothing where none is known."""
    grid = known.world.dataset["grid"]
    is_it = (grid["country_code"] == code) & (grid["metric"] == metric) & grid["value"].notna()
    rows = grid[is_it].sort_values("year")
    if rows.empty:
        return ""
    newest = rows.iloc[-1]
    value = float(newest["value"])
    written = look.formats.with_unit(value, value, newest["unit"], 1)
    return _with_source(written, newest["year"], newest["source_id"], known)


def _price(code: str, known: Known, look: Look) -> str:
    """The price that the settings name for the country, as its document has it; else nothing."""
    prices = known.world.dataset["prices"]
    named = prices["price_id"].isin(known.world.rules.diplomacy.adopter_prices)
    rows = prices[named & (prices["country_code"] == code)]
    if rows.empty:
        return ""
    price = rows.iloc[0]
    written = look.formats.with_unit(float(price["price"]), float(price["price"]), price["unit"])
    told = f"{price['customer_class']}, {price['period']}"
    return _with_source(written, told, price["source_id"], known)


def _with_source(written: str, told: str, source_id: str, known: Known) -> str:
    source = cells.links([source_id], known.world.dataset.documents)
    return f'{escape(written)}<div class="cc-m">{escape(told)}, {source}</div>'


def _not_found(look: Look) -> str:
    return f'<span class="cc-soft">{escape(look.words("comparison.not_found"))}</span>'


def _claims(code: str, claims: pd.DataFrame, known: Known, look: Look) -> str:
    """The claims about one country, side by side in three lists, folded away."""
    counts = {side: int((claims["side"] == side).sum()) for side in SIDES}
    title = look.words("diplomacy.adopters.country", country=look.formats.country(code), **counts)
    lists = "".join(
        f"<div><h3>{escape(look.words(f'diplomacy.adopters.columns.{side}'))}</h3>"
        f"{_list(claims[claims['side'] == side], known, look)}</div>"
        for side in SIDES
    )
    return folded(title, f'<div class="cc-three">{lists}</div>')


def _list(claims: pd.DataFrame, known: Known, look: Look) -> str:
    items = []
    for _, claim in claims.iterrows():
        source = cells.links([claim["source_id"]], known.world.dataset.documents)
        note = claim["note"] if isinstance(claim["note"], str) else ""
        aside = f'<span class="cc-m">{escape(note)} {source}</span>'
        items.append(f"{escape(claim['claim'])} {aside}")
    none = f'<p class="cc-m">{escape(look.words("diplomacy.adopters.none"))}</p>'
    return bullets(items) or none
