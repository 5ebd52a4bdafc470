"""How far the money of each country has got: a bar of marks, and each rung with what is on it."""

from collections.abc import Iterable

from tracker.counting.known import Known
from tracker.counting.ranking import Ranking, usual
from tracker.counting.rungs import ALL, by_rung
from tracker.counting.standings import Standing, concrete_shares
from tracker.look import bars
from tracker.look.elements import Column, Part, Said
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.view import Section
from tracker.views.shared.sections import columns, section


def profile(found: list[Standing], known: Known, currency: str, look: Look) -> Section:
    """Each rung's money and number of commitments per country, beside the stacked bars."""
    codes = known.world.dataset.compared
    ranked = usual(known, currency, "country", *codes)
    rungs = by_rung(ranked.total)
    rows = [{"rung": _rung(str(rung), look), **row} for rung, row in rungs.iterrows()]
    shown = by_country("comparison.profile", ["rung", *rungs], currency, look)
    stacked = [_stacked(code, ranked, currency, look) for code in codes]
    blocks = (*stacked, bars.legend(look), table("profile", rows, shown))
    return section("comparison", "profile", _heading(found, known, look), look, *blocks)


def by_country(texts: str, names: Iterable[str], currency: str, look: Look) -> list[Column]:
    """Columns of which those called ``<what>_<country>`` hold money, or counts, of a country."""
    names, labels, kinds = [*names], {}, {}
    for name in names:
        what, _, code = name.partition("_")
        if code:
            told = look.words(f"{texts}.columns.{what}")
            labels[name] = f"{look.formats.country(code)}: {told}"
            kinds[name] = ("count", "") if what == "count" else ("money", currency)
    return columns(texts, names, look, labels=labels, right=labels, kinds=kinds)


def _heading(found: list[Standing], known: Known, look: Look) -> str:
    """How much of everything announced has got as far as the usual lens asks."""
    told = [
        look.words(
            "comparison.profile.part",
            country=look.formats.country(code),
            share=look.formats.share_range(*parts),
        )
        for code, parts in concrete_shares(found, known.world.rules.default_lens).items()
    ]
    return look.words("comparison.profile.heading", told=look.joined(told))


def _rung(rung: str, look: Look) -> str:
    return look.words("comparison.profile.sum") if rung == ALL else look.rung(rung)


def _stacked(code: str, ranked: Ranking, currency: str, look: Look) -> Part:
    row = ranked.rows.loc[code].to_dict() if code in ranked.rows.index else {}
    bar = bars.by_mark(row, ranked.longest, currency, look)
    return Said("pair", (Said("plain", look.formats.country(code)), bar))
