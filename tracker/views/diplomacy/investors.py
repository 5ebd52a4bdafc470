"""Who invests, from where and of what kind; whose operators and customers are at home."""

from html import escape

import pandas as pd

from tracker import counting
from tracker.counting.known import Known
from tracker.look.folds import bullets, folded
from tracker.look.marks import Look
from tracker.look.showing import Section, bar, joined, listed, section
from tracker.world.figures import Figure

ROLES = ("operator", "customer")
Money = dict[tuple[str, str], float]  # (home country, kind of organisation) -> money


def investors(known: Known, currency: str, look: Look) -> Section:
    """Money by the home country and kind of the lead investor, through every lens."""
    codes, lenses = known.world.dataset.compared, known.world.rules.lenses
    money = {
        code: {lens: _by_investor(code, lens, currency, known) for lens in lenses} for code in codes
    }
    wholes = [of_lens for by_lens in money.values() for of_lens in by_lens.values()]
    longest = max((value for of_lens in wholes for value in of_lens.values()), default=0.0)
    rows = [row for code in codes for row in _rows(code, money[code], longest, currency, look)]
    names = ("country", "from", "kind", "bar")
    labels = {name: look.words(f"diplomacy.investors.columns.{name}") for name in names}
    labels |= {lens: look.words.term("lens_column", lens) for lens in lenses}
    body = listed(rows, "investors", look, markup=["bar"], right=[*lenses], labels=labels)
    told = [_from_abroad(code, next(iter(money[code].values())), look) for code in codes]
    heading = look.words("diplomacy.investors.heading", told=joined(filter(None, told), look))
    body += "".join(_of_role(role, code, known, look) for role in ROLES for code in codes)
    note = look.words("diplomacy.investors.note")
    return section("investors", heading, look, body, note, "diplomacy")


def _rows(
    code: str, by_lens: dict[str, Money], longest: float, currency: str, look: Look
) -> list[dict[str, str]]:
    """A row per home country and kind, the largest at the first lens first."""
    whole, firm = next(iter(by_lens.values())), by_lens[look.rules.default_lens]
    return [
        {
            "country": look.formats.country(code),
            "from": look.formats.country(home) if home else look.formats.missing,
            "kind": look.words.term("organisation_type", kind),
            "bar": bar(code, Figure(firm.get((home, kind), 0.0), value, currency), longest),
        }
        | {
            lens: look.formats.money(of.get((home, kind), 0.0), currency)
            for lens, of in by_lens.items()
        }
        for (home, kind), value in sorted(whole.items(), key=lambda one: -one[1])
    ]


def _by_investor(code: str, lens: str, currency: str, known: Known) -> Money:
    """The money of the default scope by the home and kind of the lead of each pot."""
    scope = counting.default_scope(known.world.rules, code)
    rows = counting.total(known.world, known.shares, scope, lens=lens, currency=currency).rows
    kinds = known.world.dataset["organisations"].set_index("organisation_id")["organisation_type"]
    homes = rows["home_country_code"].fillna("").astype("str")
    keys = zip(homes, rows["organisation_id"].map(kinds).astype("str"), strict=True)
    found: Money = {}
    for key, value in zip(keys, rows["value"], strict=True):
        found[key] = found.get(key, 0.0) + float(value)
    return found


def _from_abroad(code: str, money: Money, look: Look) -> str:
    """How much of the money of ``code`` comes from abroad; nothing where there is none."""
    whole = sum(money.values())
    if not whole:
        return ""
    abroad = sum(value for (home, _), value in money.items() if home != code)
    country, share = look.formats.country(code), look.formats.share(abroad / whole)
    return look.words("diplomacy.investors.part", country=country, share=share)


def _of_role(role: str, code: str, known: Known, look: Look) -> str:
    """How many of those named in a role are at home, and behind it who they are."""
    rows, hosts = known.world.dataset["participants"], known.world.commitments["country_code"]
    host = rows["commitment_id"].map(hosts)
    names = rows[(host == code) & (rows["role"] == role)]["organisation_id"].unique()
    about = known.world.dataset["organisations"].set_index("organisation_id").loc[names]
    about = about.sort_values("organisation_name")
    title = look.words(
        f"diplomacy.investors.roles.{role}",
        country=look.formats.country(code),
        domestic=int((about["hq_country_code"] == code).sum()),
        count=len(about),
    )
    told = [look.words("diplomacy.investors.home", name=row["organisation_name"],
                       home=_home(row, look)) for _, row in about.iterrows()]  # fmt: skip
    return folded(title, bullets(map(escape, told)))


def _home(row: pd.Series, look: Look) -> str:
    home = row["hq_country_code"]
    return look.formats.country(home) if isinstance(home, str) else look.formats.missing
