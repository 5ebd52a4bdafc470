"""Diplomacy: what a source ties to the leaders' calls, what that does not prove, who is next."""

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.ties import by_tie, talks, tied_money
from tracker.look.look import Look
from tracker.look.meanings import meanings
from tracker.look.view import Section, View
from tracker.views.choices import ChosenMoney
from tracker.views.diplomacy.adopters import adopters
from tracker.views.diplomacy.clock import clock
from tracker.views.diplomacy.concessions import concessions
from tracker.views.diplomacy.investors import investors
from tracker.views.diplomacy.meetings import meetings
from tracker.views.diplomacy.third_way import third_way
from tracker.views.diplomacy.ties import finding, ties
from tracker.views.diplomacy.timeline import timeline
from tracker.views.shared.levers import levers


def view(known: Known, chosen: ChosenMoney, look: Look) -> View:
    """Events and what a source ties to them, as known on the day of ``known``."""
    tied, currency = tied_money(known, chosen.currency), chosen.currency
    sums = by_tie(tied, known.world)
    return View(
        title=finding(sums, known, look),
        lead=_lead(sums, currency, known, look),
        sections=(
            ties(tied, sums, currency, known, look),
            timeline(tied, currency, known, look),
            meetings(known, look),
            levers(known, look),
            concessions(known, look),
            clock(known, currency, look),
            investors(known, currency, look),
            third_way(known, look),
            adopters(known, look),
            Section("meanings", blocks=(meanings(look),)),
        ),
    )


def _lead(sums: pd.DataFrame, currency: str, known: Known, look: Look) -> str:
    """What became of what was negotiated, what a tie says, and what an earlier day leaves out."""
    rules, money = known.world.rules, look.formats.money
    told = [
        look.words(
            "diplomacy.ties.signed",
            country=look.formats.country(row["country_code"]),
            whole=money(row[rules.widest_lens], currency),
            signed=money(row[rules.default_lens], currency),
        )
        for row in talks(sums, rules).to_dict("records")
    ]
    told.append(look.words("diplomacy.lead", day=look.formats.date(known.world.day)))
    if not known.world.is_last:
        told.append(look.words("diplomacy.earlier"))
    return " ".join(told)
