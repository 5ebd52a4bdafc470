"""The political clock: what falls due after the leader's term."""

from html import escape

import pandas as pd

from tracker.counting.clock import political_clock
from tracker.counting.known import Known
from tracker.look import cells
from tracker.look.folds import bullets, folded
from tracker.look.itemised import item
from tracker.look.marks import Look
from tracker.look.showing import Section, bar, joined, section, stacked
from tracker.world.events import term_end, term_of
from tracker.world.figures import Figure

SIDES = ("within", "across", "after", "undated")


def clock(known: Known, currency: str, look: Look) -> Section:
    """Per leader the money that falls due within the term, after it, or at no known date."""
    found = {code: political_clock(known, code, currency) for code in known.world.dataset.compared}
    longest = max((float(rows["value"].sum()) for rows in found.values()), default=0.0)
    rows, told = [], []
    for code, pots in found.items():
        term = term_of(known.world, code)
        if term is None or pots.empty:
            continue
        told.append(_part(code, pots, term, look))
        for side in SIDES:
            of_side = pots[pots["when"] == side]
            value = float(of_side["value"].sum())
            rows.append(
                {
                    "leader": _leader(term, known, look) if side == SIDES[0] else "",
                    "when": look.words(f"diplomacy.clock.{side}"),
                    "bar": bar(code, Figure(value, value, currency), longest),
                    "amount": look.formats.money(value, currency),
                    "pots": _pots(of_side, currency, known, look),
                }
            )
    markup = ["leader", "bar", "pots"]
    body = stacked(rows, "clock", look, "diplomacy.clock", markup=markup, right=["amount"])
    heading = look.words("diplomacy.clock.heading", told=joined(told, look))
    return section("clock", heading, look, body, look.words("diplomacy.clock.note"), "diplomacy")


def _part(code: str, pots: pd.DataFrame, term: pd.Series, look: Look) -> str:
    money = pots.groupby("when")["value"].sum() / float(pots["value"].sum())
    return look.words(
        "diplomacy.clock.part",
        after=look.formats.share(float(money.get("after", 0.0))),
        across=look.formats.share(float(money.get("across", 0.0))),
        undated=look.formats.share(float(money.get("undated", 0.0))),
        country=look.formats.country(code),
        end=look.formats.day(term_end(term)),
    )


def _leader(term: pd.Series, known: Known, look: Look) -> str:
    """The leader with office, term, next election, and on what that rests."""
    told = [look.words("diplomacy.clock.since", office=term["office"],
                       day=look.formats.day(term["start_date"]))]  # fmt: skip
    if isinstance(term["end_date"], str):
        told.append(look.words("diplomacy.clock.until", day=look.formats.day(term["end_date"])))
    if isinstance(term["next_election"], str):
        day = look.formats.day(term["next_election"])
        told.append(look.words("diplomacy.clock.election", day=day))
    told.append(look.words.term("term_basis", term["basis"]))
    source = cells.links([term["source_id"]], known.world.dataset.documents)
    aside = f"{escape(', '.join(told))} · {source}"
    return f'{escape(term["leader_name"])}<div class="cc-m">{aside}</div>'


def _pots(rows: pd.DataFrame, currency: str, known: Known, look: Look) -> str:
    """The commitments of a side with their money and their dates, folded away."""
    items = [
        item(str(name), float(row["value"]), currency, known.world, look, _due(row, look))
        for name, row in rows.iterrows()
    ]
    return folded(look.words("diplomacy.clock.pots", count=len(rows)), bullets(items)) or "–"


def _due(row: pd.Series, look: Look) -> str:
    """The first and last date of a pot; the last alone where it is a year that holds the first."""
    first, last = row["first"], row["last"]
    if not isinstance(first, str):
        return ""
    days = [last] if first.startswith(last) else [first, last]
    return " – ".join(look.formats.day(day) for day in days)
