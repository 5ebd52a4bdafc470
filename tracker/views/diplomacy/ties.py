"""How much money is how close to a leader's event, as a table."""

from collections.abc import Iterator, Mapping

import pandas as pd

from tracker.counting.known import Known
from tracker.counting.ties import behind, courted, wholes
from tracker.look import bars
from tracker.look.elements import Part
from tracker.look.look import Look
from tracker.look.parts import folded, items, table
from tracker.look.view import Section
from tracker.views.shared import ways
from tracker.views.shared.sections import columns, section

KINDS = {"tie": ("term", "closeness"), "country": ("country", "")}


def ties(
    tied: pd.DataFrame, sums: pd.DataFrame, currency: str, known: Known, look: Look
) -> Section:
    """Money at the widest and the default lens by the closest tie, with the rows behind each.

    ``tied`` is what `counting.ties.tied_money` gives, ``sums`` what `by_tie` makes of it.
    """
    rules, heading = known.world.rules, look.words("diplomacy.ties.title")
    lenses = [*sums.columns.drop(["closeness", "country_code"])]
    shown = columns(
        "diplomacy.ties",
        ("tie", "country", "bar", *lenses, "rows"),
        look,
        right=lenses,
        labels={lens: look.words.term("lens_column", lens) for lens in lenses},
        kinds=KINDS | {lens: ("money", currency) for lens in lenses},
    )
    rows = _rows(tied, sums, currency, known, look)
    note = look.words("diplomacy.ties.note", days=rules.diplomacy.near_days)
    amounts = courted(known, currency).map(lambda amount: look.formats.money(amount, currency))
    if told := _told(amounts, look):
        note = f"{note} {look.words('diplomacy.ties.courted', told=told)}"
    body = table("ties", rows, shown, is_stacked=True)
    return section("diplomacy", "ties", heading, look, body, note=note)


def _rows(
    tied: pd.DataFrame, sums: pd.DataFrame, currency: str, known: Known, look: Look
) -> Iterator[dict[str, object]]:
    widest, usual = known.world.rules.widest_lens, known.world.rules.default_lens
    longest, every = wholes(sums, known.world.rules).max(), behind(tied, widest)
    for row in sums.to_dict("records"):
        tie, code = row["closeness"], row["country_code"]
        yield {
            "tie": tie,
            "country": code,
            "bar": bars.ends(code, row[usual], row[widest], longest),
            widest: row[widest],
            usual: row[usual],
            "rows": _opened(every[tie, code], currency, known, look),
        }


def _opened(money: Mapping[str, float], currency: str, known: Known, look: Look) -> Part:
    """The commitments of a tie with their money, folded away."""
    found = (ways.money(name, value, currency, known.world, look) for name, value in money.items())
    return folded(look.words("diplomacy.ties.rows", count=len(money)), items(found))


def _told(by_country: pd.Series, look: Look) -> str:
    """Something in words of each country, in one sentence."""
    return look.joined(
        look.words("diplomacy.ties.part", country=look.formats.country(str(code)), share=told)
        for code, told in by_country.items()
    )
