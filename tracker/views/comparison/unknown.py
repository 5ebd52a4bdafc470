"""What is not known of each country, counted; and every national figure that is held."""

from collections.abc import Sequence

from tracker.counting.known import Known
from tracker.counting.missing import missing
from tracker.dataset.documents import Documents
from tracker.dataset.plain import Row
from tracker.look import links
from tracker.look.elements import Part
from tracker.look.formats import is_missing
from tracker.look.look import Look
from tracker.look.parts import folded, small, table
from tracker.look.view import Section
from tracker.views.shared.figures import written
from tracker.views.shared.sections import columns, section
from tracker.world.figures import Figure
from tracker.world.national import Line

HELD = ("country", "what", "value", "year", "source")


def unknown(lines: Sequence[Line], known: Known, look: Look) -> Section:
    """How much is missing, per country, each as so many of so many."""
    found, codes = missing(known, lines), known.world.dataset.compared
    rows = []
    for gap, by_country in found.items():
        counts = {
            f"count_{code}": look.words("comparison.unknown.of", part=one.part, whole=one.whole)
            for code, one in by_country.items()
        }
        rows.append({"what": look.words(f"comparison.unknown.{gap}"), **counts})
    labels = {f"count_{code}": look.formats.country(code) for code in codes}
    names = ["what", *labels]
    shown = columns("comparison.unknown", names, look, labels=labels, right=labels)
    told = [
        look.words(
            "comparison.unknown.part",
            country=look.formats.country(code),
            part=one.part,
            whole=one.whole,
        )
        for code, one in found["amount"].items()
    ]
    heading = look.words("comparison.unknown.heading", told=look.joined(told))
    blocks = (table("unknown", rows, shown), _held(known, look))
    return section("comparison", "unknown", heading, look, *blocks)


def _held(known: Known, look: Look) -> Part:
    """Every row of the indicators, so that any figure can be looked up with its document."""
    rows, documents = known.world.dataset["indicators"], known.world.dataset.documents
    rows = rows.sort_values(["indicator_id", "country_code", "year"])
    kinds = {"country": ("country", "")}
    shown = columns("comparison.held", HELD, look, right=["value"], kinds=kinds)
    body = table("held", [_figure(row, documents, look) for row in rows.to_dict("records")], shown)
    return folded(look.words("comparison.held.title", count=len(rows)), body)


def _figure(row: Row, documents: Documents, look: Look) -> dict[str, Part]:
    words = look.words.part(f"indicators.indicator.{row['indicator_id']}")
    low = None if is_missing(row["value"]) else float(row["value"])
    high = low if is_missing(row["value_high"]) else float(row["value_high"])
    standing = "" if row["standing"] == "adopted" else look.words("comparison.offers.rival")
    qualifier = row["qualifier"] if isinstance(row["qualifier"], str) else "exact"
    said = "" if qualifier == "exact" else look.words.term("qualifier", qualifier) + " "
    return {
        "country": row["country_code"],
        "what": (words["label"], *small(words["definition"], standing, row["note"])),
        "value": said + written(Figure(low, high, row["unit"]), look),
        "year": row["year"],
        "source": links.links([row["source_id"]], documents),
    }
