"""The race as one picture: each country's money, from what runs to what is only announced."""

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.rungs import by_solidity
from tracker.counting.totals import Total
from tracker.dataset.plain import Row
from tracker.look import bars
from tracker.look.elements import Table
from tracker.look.look import Look
from tracker.look.tracks import Mark, Picture, Track
from tracker.views.shared import ways
from tracker.views.shared.axes import money_axis
from tracker.views.shared.sections import columns


def race(known: Known, currency: str, look: Look) -> Picture:
    """A bar for each compared country on one axis, the most solid money first."""
    codes, lens = known.world.dataset.compared, look.rules.widest_lens
    whole = known.total(known.usual(*codes), lens=lens, currency=currency)
    pieces = by_solidity(whole)
    totals = {code: known.total(known.usual(code), lens=lens, currency=currency) for code in codes}
    longest = max((one.value for one in totals.values()), default=0.0)
    tracks = tuple(
        _track(code, totals[code], pieces[pieces["country_code"] == code], known, look)
        for code in codes
    )
    told = "; ".join(_told(pieces, code, currency, look) for code in codes)
    return Picture(
        "race",
        money_axis(longest, currency, look),
        tracks,
        told,
        takeaway=_takeaway(known, currency, look),
        legend=bars.legend(look),
        table=_table(pieces, currency, look),
    )


def _track(code: str, total: Total, pieces: pd.DataFrame, known: Known, look: Look) -> Track:
    marks, start = [], 0.0
    for row in pieces.to_dict("records"):
        end = start + row["amount"]
        marks.append(_mark(row, start, end, total, look))
        start = end
    amount = look.formats.money(total.value, total.currency)
    value = ways.rows(amount, known.world, country_code=code, lens=total.lens)
    return Track(look.formats.country(code), tuple(marks), value, code)


def _mark(row: Row, start: float, end: float, total: Total, look: Look) -> Mark:
    amount = look.formats.money(end - start, total.currency)
    share = look.formats.share((end - start) / total.value if total.value else 0.0)
    word = look.words.term("mark", str(row["mark"]))
    key = "judged" if row["is_judged"] else "part"
    said = look.words(f"overview.race.{key}", amount=amount, share=share, mark=word)
    label = look.words("overview.race.label", amount=amount, share=share, mark=word)
    return Mark(start, end, str(row["mark"]), said, label, is_judged=bool(row["is_judged"]))


def _told(pieces: pd.DataFrame, code: str, currency: str, look: Look) -> str:
    own = pieces[pieces["country_code"] == code]
    parts = ", ".join(
        look.words(
            "leaderboard.bar_part",
            amount=look.formats.money(row["amount"], currency),
            mark=look.words.term("mark", row["mark"]),
        )
        for row in own.to_dict("records")
    )
    return look.words("overview.race.told", country=look.formats.country(code), parts=parts)


def _takeaway(known: Known, currency: str, look: Look) -> str:
    """What is signed or further in each country, and how much of that a source reports."""
    told = []
    for code in known.world.dataset.compared:
        total = known.total(known.usual(code), lens=look.rules.default_lens, currency=currency)
        if not total.value:
            continue
        amount = look.formats.money_range(total.low, total.high, currency)
        reported = look.formats.money(total.value * (1 - (total.inferred or 0.0)), currency)
        told.append(
            look.words(
                "overview.race.signed",
                country=look.formats.country(code),
                amount=amount,
                reported=reported,
            )
        )
    return look.words("overview.race.takeaway", told="; ".join(told)) if told else ""


def _table(pieces: pd.DataFrame, currency: str, look: Look) -> Table | None:
    kinds = {
        "country": ("country", ""),
        "mark": ("term", "mark"),
        "amount": ("money", currency),
        "basis": ("text", ""),
    }
    shown = columns("overview.race", kinds, look, right=("amount",), kinds=kinds)
    rows = [
        {
            "country": row["country_code"],
            "mark": row["mark"],
            "amount": row["amount"],
            "basis": look.words.term("rung_basis", "inferred" if row["is_judged"] else "reported"),
        }
        for row in pieces.to_dict("records")
    ]
    return Table("race-table", tuple(rows), tuple(shown)) if rows else None
