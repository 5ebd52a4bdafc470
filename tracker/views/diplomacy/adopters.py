"""Who could be next: what other countries offer, lack and do, and their figures. No score."""

from collections.abc import Iterable

from tracker.counting.known import Known
from tracker.dataset.plain import Row
from tracker.look import links
from tracker.look.elements import Part, Run, Said
from tracker.look.look import Look
from tracker.look.parts import folded, items, table
from tracker.look.view import Section
from tracker.views.shared.metrics import metric_in_words
from tracker.views.shared.sections import columns, section
from tracker.world.adopters import by_side, claims, named_prices, newest_figures

PRICE = "price"


def adopters(known: Known, look: Look) -> Section:
    """Figures of each country, the compared ones for scale, then the claims country by country.

    Those with the most claims come first.
    """
    found = claims(known.world)
    heading = look.words("diplomacy.adopters.nobody")
    if found:
        count = sum(map(len, found.values()))
        heading = look.words("diplomacy.adopters.heading", count=len(found), claims=count)
    body = (
        *_figures([*dict.fromkeys((*found, *known.world.dataset.compared))], known, look),
        *(_claims(code, rows, known, look) for code, rows in found.items()),
    )
    note = look.words("diplomacy.adopters.note")
    return section("diplomacy", "adopters", heading, look, *body, note=note)


def _figures(codes: list[str], known: Known, look: Look) -> Iterable[Part]:
    """A row per country of which any figure is known, then the names of the others."""
    shown = [*known.world.rules.diplomacy.adopter_figures, PRICE]
    figures = _written(codes, known, look)
    missing = Said("soft", look.words("comparison.not_found"))
    rows = [
        {"country": code, **dict.fromkeys(shown, missing), **figures[code]}
        for code in codes
        if figures[code]
    ]
    labels = {metric: metric_in_words(metric, look) for metric in shown[:-1]}
    kinds = {"country": ("country", "")}
    named = columns("diplomacy.adopters", ("country", *shown), look, right=shown, labels=labels,
                    kinds=kinds)  # fmt: skip
    yield table("adopters", rows, named)
    without = [look.formats.country(code) for code in codes if not figures[code]]
    if without:
        told = look.joined(without)
        yield Said("note", look.words("diplomacy.adopters.without", countries=told))


def _written(codes: list[str], known: Known, look: Look) -> dict[str, dict[str, Part]]:
    """Country -> each figure that is known of it, with its year or period and its document."""
    found: dict[str, dict[str, Part]] = {code: {} for code in codes}
    for row in newest_figures(codes, known.world).to_dict("records"):
        value = look.formats.with_unit(row["value"], row["value"], row["unit"], 1)
        told = _with_source(value, row["year"], row["source_id"], known)
        found[row["country_code"]][row["metric"]] = told
    for row in named_prices(codes, known.world).to_dict("records"):
        price = look.formats.with_unit(row["price"], row["price"], row["unit"])
        about = f"{row['customer_class']}, {row['period']}"
        told = _with_source(price, about, row["source_id"], known)
        found[row["country_code"]][PRICE] = told
    return found


def _with_source(written: str, told: str, source_id: str, known: Known) -> Part:
    source = links.links([source_id], known.world.dataset.documents)
    return written, Said("small", Run((told, source)))


def _claims(code: str, found: Iterable[Row], known: Known, look: Look) -> Part:
    """The claims about one country, side by side in three lists, folded away."""
    sides = by_side(found)
    counts = {side: len(rows) for side, rows in sides.items()}
    title = look.words("diplomacy.adopters.country", country=look.formats.country(code), **counts)
    lists = tuple(_list(side, rows, known, look) for side, rows in sides.items())
    return folded(title, Said("three", lists))


def _list(side: str, rows: Iterable[Row], known: Known, look: Look) -> Part:
    title = Said("heading", look.words(f"diplomacy.adopters.columns.{side}"))
    none = Said("note", look.words("diplomacy.adopters.none"))
    listed = items(_claim(row, known) for row in rows)
    return Said("line", (title, listed or none))


def _claim(row: Row, known: Known) -> Part:
    source = links.links([row["source_id"]], known.world.dataset.documents)
    note = row["note"] if isinstance(row["note"], str) else ""
    return row["claim"], Said("beside", (note, source))
