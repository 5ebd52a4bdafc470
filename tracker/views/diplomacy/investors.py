"""Who invests, from where and of what kind; whose operators and customers are at home."""

from collections.abc import Iterator

import pandas as pd

from tracker.counting.investors import by_investor, from_abroad, named_in_role
from tracker.counting.known import Known
from tracker.look import bars
from tracker.look.elements import Column, Part
from tracker.look.look import Look
from tracker.look.parts import folded, items, table
from tracker.look.view import Section
from tracker.views.shared.sections import columns, section

ROLES = ("operator", "customer")
KINDS = {"country": ("country", ""), "kind": ("term", "organisation_type")}


def investors(known: Known, currency: str, look: Look) -> Section:
    """Money by the home country and kind of the lead investor, through every lens."""
    rules, found = known.world.rules, by_investor(known, currency)
    body = table("investors", _rows(found, known, look), _columns(currency, known, look))
    told = [
        look.words(
            "diplomacy.investors.part",
            country=look.formats.country(str(code)),
            share=look.formats.share(share),
        )
        for code, share in from_abroad(found, rules).items()
    ]
    heading = look.words("diplomacy.investors.heading", told=look.joined(told))
    codes = known.world.dataset.compared
    named = [_of_role(role, code, known, look) for role in ROLES for code in codes]
    note = look.words("diplomacy.investors.note")
    return section("diplomacy", "investors", heading, look, body, *named, note=note)


def _columns(currency: str, known: Known, look: Look) -> list[Column]:
    lenses = [*known.world.rules.lenses]
    return columns(
        "diplomacy.investors",
        ("country", "from", "kind", "bar", *lenses),
        look,
        right=lenses,
        labels={lens: look.words.term("lens_column", lens) for lens in lenses},
        kinds=KINDS | {lens: ("money", currency) for lens in lenses},
    )


def _rows(found: pd.DataFrame, known: Known, look: Look) -> Iterator[dict[str, object]]:
    """A row per home country and kind, with all its money."""
    rules = known.world.rules
    longest = found[rules.widest_lens].max()
    for row in found.to_dict("records"):
        code = row["country_code"]
        yield {
            **{lens: row[lens] for lens in rules.lenses},
            "country": code,
            "from": _home(row["home_country_code"], look),
            "kind": row["organisation_type"],
            "bar": bars.ends(code, row[rules.default_lens], row[rules.widest_lens], longest),
        }


def _of_role(role: str, code: str, known: Known, look: Look) -> Part:
    """How many of those named in a role are at home, and behind it who they are."""
    found = named_in_role(role, code, known.world)
    title = look.words(
        f"diplomacy.investors.roles.{role}",
        country=look.formats.country(code),
        domestic=sum(one["is_domestic"] for one in found),
        count=len(found),
    )
    told = (
        look.words(
            "diplomacy.investors.home",
            name=one["organisation_name"],
            home=_home(one["hq_country_code"], look),
        )
        for one in found
    )
    return folded(title, items(told))


def _home(code: object, look: Look) -> str:
    return look.formats.country(code) if isinstance(code, str) else look.formats.missing
