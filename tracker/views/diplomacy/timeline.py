"""Events above, money below by its closest tie: a figure per country."""

from datetime import date, timedelta
from functools import partial

import pandas as pd

from tracker.counting import circles
from tracker.counting.known import Known
from tracker.look.charts.timeline import timeline as drawn
from tracker.look.links import shortened
from tracker.look.look import Look
from tracker.look.view import Chart, Section
from tracker.world import events

LONGEST = 36  # characters of a title that stand beside its mark
NAMED = 12  # commitments that the words over a mark name
MARGIN = timedelta(days=75)

Frames = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]  # events, money, and lines between them


def timeline(tied: pd.DataFrame, currency: str, known: Known, look: Look) -> Section:
    """Every event and all money at the widest lens, from the first tie or commitment on.

    ``tied`` is what `counting.ties.tied_money` gives. A partial date stands at its last day, or at
    the day of ``known`` where that comes first.
    """
    rows = tied[tied["lens"] == known.world.rules.widest_lens]
    every_tie, found = events.ties(known.world), {}
    for code in known.world.dataset.compared:
        of_country = rows[rows["country_code"] == code]
        found[code] = frames(code, of_country, every_tie, currency, known, look)
    span, charts, earlier = _span([*found.values()], known.world.day), [], 0
    for code, (held, money, lines) in found.items():
        is_late = held["day"] >= span[0]
        earlier += int((~is_late).sum())
        charts.append(_chart(code, (held[is_late], money, lines), span, known, look))
    heading = look.words("diplomacy.timeline.heading")
    note = look.words("diplomacy.timeline.note", count=earlier)
    return Section("timeline", heading, tuple(charts), note=note)


def frames(
    code: str,
    rows: pd.DataFrame,
    every_tie: pd.DataFrame,
    currency: str,
    known: Known,
    look: Look,
) -> Frames:
    """What `charts.timeline` draws of the country ``code``, with its words.

    ``rows`` are its money with the closest tie, ``every_tie`` is what `events.ties` gives.
    """
    rows = circles.circled(rows, known.world)
    tied = every_tie[every_tie["commitment_id"].isin(rows.index)]
    held = circles.money_at_events(code, rows, tied, known.world)
    held = held.assign(label=[shortened(title, LONGEST) for title in held["title"]])
    money = _worded(circles.circles(rows), currency, known, look)
    return held, money, circles.lines(rows, tied, known.world)


def _worded(money: pd.DataFrame, currency: str, known: Known, look: Look) -> pd.DataFrame:
    """Circles with a ``label``, and the ``told`` lines of what each consists of."""
    titles, labels, told = known.world.commitments["title"], [], []
    for value, names in zip(money["value"], money["names"], strict=True):
        amount, named = look.formats.money(value, currency), [str(titles[one]) for one in names]
        more, first = len(named) - NAMED, shortened(named[0], LONGEST)
        rest = [look.words("diplomacy.timeline.more", count=more)] if more > 0 else []
        others = look.words("diplomacy.timeline.others", count=len(named) - 1) if named[1:] else ""
        told.append((amount, *named[:NAMED], *rest))
        labels.append(f"{first}{others}, {amount}")
    return money.assign(told=pd.Series(told, dtype="object"), label=labels)


def _span(found: list[Frames], day: date) -> tuple[date, date]:
    """The first and last day of the axis that all countries share, with ``day`` in it."""
    days = [one for _, money, lines in found for one in (*money["day"], *lines["event_day"])]
    return min(days, default=day) - MARGIN, day + MARGIN


def _chart(code: str, shown: Frames, span: tuple[date, date], known: Known, look: Look) -> Chart:
    country, term = look.formats.country(code), events.term_of(known.world, code)
    counts = dict(zip(("events", "money", "ties"), map(len, shown), strict=True))
    told = look.words("diplomacy.timeline.alt", country=country, **counts)
    heading = country
    if term is not None:
        leader = term["leader_name"]
        heading = look.words("diplomacy.timeline.leader", country=country, leader=leader)
    return Chart(f"timeline-{code}", partial(drawn, shown, span, code, look), told, heading)
