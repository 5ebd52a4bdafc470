"""From the closest tie to the step reached today, as one picture."""

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.reached import Became, became, by_step, together
from tracker.dataset.plain import Row, grouped, plain
from tracker.look import bars
from tracker.look.elements import Link, Part, Said, Table
from tracker.look.look import Look
from tracker.look.tracks import Mark, Picture, Track
from tracker.views.shared.axes import money_axis
from tracker.views.shared.sections import columns

NAME, BEHIND = "reached", "#ties"  # the section with the rows behind every sum


def finding(known: Known, currency: str, look: Look) -> str:
    """What became of what was negotiated with the leaders of all compared countries."""
    whole = by_step(known, currency)
    if whole.empty:
        return look.words("diplomacy.ties.title")
    talks = together(became(known, currency, look.rules.diplomacy.closeness[0]))
    if not talks.whole:
        return look.words("diplomacy.reached.title.none")
    money = look.formats.money(talks.whole, currency)
    if not talks.high:
        return look.words("diplomacy.reached.title.nothing", whole=money)
    signed = _signed(talks, currency, look)
    return look.words("diplomacy.reached.title.some", whole=money, signed=signed)


def announced(known: Known, currency: str, look: Look) -> str:
    """What became of what was announced at the leaders' events; nothing where nothing was."""
    found = together(became(known, currency, *look.rules.diplomacy.first_ties[1:]))
    if not found.whole:
        return ""
    whole, signed = look.formats.money(found.whole, currency), _signed(found, currency, look)
    return look.words("diplomacy.reached.announced", whole=whole, signed=signed)


def _signed(found: Became, currency: str, look: Look) -> str:
    """What is signed or further, and beside it what of that a source reports where it is less."""
    amount = look.formats.money_range(found.low, found.high, currency)
    reported = look.formats.money(found.reported, currency)
    if reported == look.formats.money(found.high, currency):
        return amount
    return look.words("diplomacy.reached.both", amount=amount, reported=reported)


def reached(known: Known, currency: str, look: Look) -> Picture | None:
    """A bar for each tie and country, the most solid money first; None where there is none."""
    steps = by_step(known, currency)
    if steps.empty:
        return None
    longest = steps.groupby(["track", "country_code"])["amount"].sum().max()
    return Picture(
        NAME,
        money_axis(longest, currency, look),
        tuple(_tracks(steps, known, currency, look)),
        look.words("diplomacy.reached.told", finding=finding(known, currency, look)),
        takeaway=_takeaway(known, currency, look),
        legend=bars.legend(look),
        table=_table(steps, currency, look),
    )


def _tracks(steps: pd.DataFrame, known: Known, currency: str, look: Look) -> list[Track]:
    """Of each tie a line for every compared country; the first of them names the tie."""
    rows, codes = grouped(plain(steps), "track"), known.world.dataset.compared
    tracks = []
    for tie in (name for name in look.rules.diplomacy.tracks if rows[name]):
        for code in codes:
            own = [row for row in rows[tie] if row["country_code"] == code]
            tracks.append(_track(tie, code, code == codes[0], own, currency, look))
    return tracks


def _track(
    tie: str, code: str, is_first: bool, rows: list[Row], currency: str, look: Look
) -> Track:
    marks, start = [], 0.0
    for row in rows:
        marks.append(_mark(row, start, currency, look))
        start += row["amount"]
    name = Said("strong", look.words(f"diplomacy.reached.tracks.{tie}")) if is_first else ""
    label: Part = (name, Said("plain", look.formats.country(code)))
    return Track(label, tuple(marks), Link(look.formats.money(start, currency), BEHIND), code)


def _mark(row: Row, start: float, currency: str, look: Look) -> Mark:
    amount, mark = look.formats.money(row["amount"], currency), str(row["mark"])
    asked = {"amount": amount, "mark": look.words.term("mark", mark)}
    said = label = look.words("leaderboard.bar_part", **asked)
    if row["is_judged"]:
        said = look.words("diplomacy.reached.judged", **asked)
    end, judged = start + row["amount"], bool(row["is_judged"])
    return Mark(start, end, mark, said, label, is_judged=judged)


def _takeaway(known: Known, currency: str, look: Look) -> str:
    """Of all that has one of the first ties in a country, what is signed or further."""
    found = became(known, currency, *look.rules.diplomacy.first_ties)
    parts = [
        look.words(
            "diplomacy.reached.part",
            country=look.formats.country(code),
            whole=look.formats.money(one.whole, currency),
            signed=_signed(one, currency, look),
        )
        for code, one in found.items()
        if one.whole
    ]
    return look.words("diplomacy.reached.takeaway", told="; ".join(parts)) if parts else ""


def _table(steps: pd.DataFrame, currency: str, look: Look) -> Table:
    kinds = {"tie": ("part", ""), "country": ("country", ""), "mark": ("term", "mark")}
    kinds |= {"amount": ("money", currency), "basis": ("part", "")}
    shown = columns("diplomacy.reached", kinds, look, right=("amount",), kinds=kinds)
    rows = [
        {
            "tie": look.words(f"diplomacy.reached.tracks.{row['track']}"),
            "country": row["country_code"],
            "mark": row["mark"],
            "amount": row["amount"],
            "basis": look.words.term("rung_basis", "inferred" if row["is_judged"] else "reported"),
        }
        for row in plain(steps)
    ]
    return Table(f"{NAME}-table", tuple(rows), tuple(shown))
