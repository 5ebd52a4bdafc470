"""What is not known of each country, counted; and every national figure that is held."""

import pandas as pd

from tracker import counting
from tracker.counting import Total
from tracker.counting.capacity import per_pot
from tracker.counting.known import Known
from tracker.dataset.dataset import Documents
from tracker.look import cells
from tracker.look.folds import folded
from tracker.look.marks import Look
from tracker.look.showing import Section, joined, listed, section, under, written
from tracker.world.figures import Figure
from tracker.world.measures import CONTEXT, seen
from tracker.world.national import Line


def unknown(found: list[Line], known: Known, look: Look) -> Section:
    """How much is missing, per country, each as so many of so many."""
    codes = known.world.dataset.compared
    counted = {code: _counts(code, found, known) for code in codes}
    rows = []
    for what in counted[codes[0]] if codes else []:
        row = {"what": look.words(f"comparison.unknown.{what}")}
        for code in codes:
            part, whole = counted[code][what]
            row[f"count_{code}"] = look.words("comparison.unknown.of", part=part, whole=whole)
        rows.append(row)
    labels = {f"count_{code}": look.formats.country(code) for code in codes}
    body = listed(rows, "unknown", look, right=[*labels], labels=labels)
    told = [
        look.words(
            "comparison.unknown.part",
            country=look.formats.country(code),
            part=counted[code]["amount"][0],
            whole=counted[code]["amount"][1],
        )
        for code in codes
    ]
    heading = look.words("comparison.unknown.heading", told=joined(told, look))
    return section("unknown", heading, look, body + _held(known, look))


def _counts(code: str, found: list[Line], known: Known) -> dict[str, tuple[int, int]]:
    """Gap -> (how many lack it, of how many)."""
    currency = known.world.rules.display_currencies[0]
    scope = counting.default_scope(known.world.rules, code)
    money = counting.total(known.world, known.shares, scope, lens="ceiling", currency=currency)
    pots = {*money.in_scope["pot_id"], *money.silent}
    powered = set(per_pot(known.power["planned"])["pot_id"])
    measures = seen(known.world)
    measures = measures[(measures["country_code"] == code) & (measures["nature"] != CONTEXT)]
    unverified = int((measures["state"] == "unverified").sum())
    return {
        "amount": (money.without_amount, money.pots),
        "single": (_on_one_source(money), money.in_scope["pot_id"].nunique()),
        "power": (len(pots - powered), len(pots)),
        "state": (unverified, len(measures)),
        "figures": (sum(code not in line.shown for line in found), len(found)),
    }


def _on_one_source(money: Total) -> int:
    rows = money.in_scope
    return int(rows["pot_id"][rows["amount_sources"] == 1].nunique())


def _held(known: Known, look: Look) -> str:
    """Every row of the indicators, so that any figure can be looked up with its document."""
    dataset = known.world.dataset
    sources = dataset.documents
    rows = dataset["indicators"].sort_values(["indicator_id", "country_code", "year"])
    text = [_figure(row, sources, look) for _, row in rows.iterrows()]
    body = listed(text, "held", look, markup=["what", "source"], right=["value"])
    return folded(look.words("comparison.held.title", count=len(rows)), body)


def _figure(row: pd.Series, sources: Documents, look: Look) -> dict[str, str]:
    words = look.words.part(f"indicators.indicator.{row['indicator_id']}")
    low = None if pd.isna(row["value"]) else float(row["value"])
    high = low if pd.isna(row["value_high"]) else float(row["value_high"])
    standing = "" if row["standing"] == "adopted" else look.words("comparison.offers.rival")
    qualifier = row["qualifier"] if isinstance(row["qualifier"], str) else "exact"
    said = "" if qualifier == "exact" else look.words.term("qualifier", qualifier) + " "
    return {
        "country": look.formats.country(row["country_code"]),
        "what": under(words["label"], words["definition"], standing or None, row["note"]),
        "value": said + written(Figure(low, high, row["unit"]), look),
        "year": row["year"],
        "source": cells.links([row["source_id"]], sources),
    }
