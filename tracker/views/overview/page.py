"""The first page: each compared country on one scale, and a way from each number to its rows."""

from dataclasses import replace

from tracker.counting.known import Known
from tracker.counting.ranking import Ranking, ranking
from tracker.counting.standings import Standing, leads_as_reported, standings
from tracker.counting.totals import Total
from tracker.look import bars
from tracker.look.elements import Link, Part, Said
from tracker.look.look import Look
from tracker.look.meanings import meanings
from tracker.look.parts import table
from tracker.look.view import Section, View
from tracker.views.choices import ChosenMoney
from tracker.views.comparison.leaders import rule_name
from tracker.views.comparison.quotients import quotients
from tracker.views.leaderboard.page import by_tier
from tracker.views.overview.answers import answers
from tracker.views.overview.changes import changes
from tracker.views.overview.race import race
from tracker.views.shared import ways
from tracker.views.shared.sections import columns

LENSES = {"lens": ("term", "lens_column"), "amount": ("part", ""), "counted": ("count", "")}


def view(known: Known, chosen: ChosenMoney, look: Look) -> View:
    """The race as one picture, who leads under which rule beside it, and ways further in."""
    rules, codes = known.world.rules, known.world.dataset.compared
    scope = known.usual()
    how = {"lens": rules.default_lens, "currency": chosen.currency, "group": "country"}
    ranked = ranking(known, scope, **how)
    found = standings(known, chosen.currency)
    names = look.words("overview.and").join(look.formats.country(code) for code in codes)
    day = look.formats.date(known.world.day)
    return View(
        title=finding(ranked, found, look),
        lead=look.words("overview.lead", countries=names, day=day),
        sections=(
            Section("race", blocks=(race(known, chosen.currency, look),)),
            headlines(found, codes, look),
            Section(
                "questions", look.words("overview.more.heading"), (answers(found, known, look),)
            ),
            *(card(code, ranked, known, look) for code in codes),
            replace(changes(known.world, look), is_folded=True),
            Section("meanings", blocks=(meanings(look),)),
        ),
    )


def headlines(found: list[Standing], codes: tuple[str, ...], look: Look) -> Section:
    """Who leads under the rules that say most, as a row of dots each."""
    wanted = look.rules.comparison.headlines
    shown = [one for one in found if one.rule.rule_id in wanted]
    each = (f"{rule_name(one, look)}: {_leads(one, look)}" for one in shown)
    told = look.words("overview.rules.told", told="; ".join(each))
    drawn = quotients(shown, codes, look, told, name="rules")
    way_in = Link(look.words("overview.rules.open"), look.words("overview.answers.leads.address"))
    heading = look.words("overview.rules.heading")
    return Section("rules", heading, (drawn, Said("small", way_in)) if drawn else ())


def _leads(one: Standing, look: Look) -> str:
    return look.formats.country(one.leader) if one.leader else look.words("comparison.cannot_tell")


def finding(ranked: Ranking, found: list[Standing], look: Look) -> str:
    """Who leads on what is announced and who on what is signed, as the data have it.

    Where what sources report does not bear the second out, it says who leads by that.
    """
    lens = look.rules.default_lens
    announced, signed = ranked.first(look.rules.widest_lens), ranked.first(lens)
    if not announced:
        return look.words("overview.title.none")
    key, second = "one" if announced == signed else "split", signed
    if not leads_as_reported(signed, lens, found):
        reported = [one for one in found if one.rule.lens == lens and one.rule.rung_basis]
        second = next((one.leader for one in reported), "")
        key = "reported" if second else "unclear"
    named = (("first", announced), ("second", second))
    names = {name: look.formats.country(code) for name, code in named if code}
    return look.words(f"overview.title.{key}", **names)


def card(code: str, ranked: Ranking, known: Known, look: Look) -> Section:
    """One country: its bar on the scale of all, its money through every lens, what is not known."""
    rules, currency = known.world.rules, ranked.total.currency
    totals = {lens: _total(code, lens, currency, known) for lens in rules.lenses}
    blocks = (
        _tiers(code, totals[rules.widest_lens], look),
        _lenses(code, totals, known, look),
        Said("text", _silence(totals[rules.widest_lens], totals[rules.default_lens], look)),
    )
    heading = look.words("overview.country", country=look.formats.country(code))
    return Section(f"card-{code}", heading, blocks, is_folded=True)


def _tiers(code: str, widest: Total, look: Look) -> Part:
    """On which documents the amounts of all that is announced rest, as a bar and in words."""
    if not widest.by_tier:
        return ""
    told = look.words("overview.tiers", told=by_tier(widest, look))
    return bars.by_tier(widest.by_tier, code, told), Said("small", told)


def _silence(widest: Total, concrete: Total, look: Look) -> str:
    """How many commitments count, how many do not, and how much of what is announced is firm."""
    told = look.words(
        "overview.silent",
        pots=widest.pots,
        counted=widest.counted,
        count=widest.without_amount,
        lost=widest.uncounted,
    )
    if not (ends := concrete.parts_of_ceiling) or concrete.inferred is None:
        return told
    share, inferred = look.formats.share_range(*ends), look.formats.share(concrete.inferred)
    return f"{told} {look.words('overview.concrete', share=share, inferred=inferred)}"


def _total(code: str, lens: str, currency: str, known: Known) -> Total:
    scope = known.usual(code)
    return known.total(scope, lens=lens, currency=currency)


def _lenses(code: str, totals: dict[str, Total], known: Known, look: Look) -> Part:
    """What each way of counting comes to, as a link to the rows that make it up."""
    rows = []
    for lens, total in totals.items():
        amount = look.formats.money_range(total.low, total.high, total.currency)
        asked = {"country_code": code, "lens": lens, "sum": "yes"}
        way_in = ways.rows(amount, known.world, **asked)
        rows.append({"lens": lens, "amount": way_in, "counted": total.counted})
    right = ("amount", "counted")
    shown = columns("overview", LENSES, look, right=right, kinds=LENSES)
    return table(f"card-{code}", rows, shown)
