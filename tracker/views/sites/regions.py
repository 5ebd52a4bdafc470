"""Power and money by region, the largest first, and how much could not be placed."""

from dataclasses import replace
from html import escape

import pandas as pd

from tracker import counting
from tracker.counting import Scope
from tracker.counting.known import Known
from tracker.look.marks import Look
from tracker.look.showing import bar, joined, listed
from tracker.views.sites.choosing import placeable
from tracker.world import places
from tracker.world.figures import Figure


def regions(rows: pd.DataFrame, every: pd.DataFrame, asked: Scope, known: Known, look: Look) -> str:
    """Planned power and the ceiling of what stands in one region alone, per region."""
    if rows.empty:
        return ""
    table = by_region(rows, every, asked, known)
    named = table[table["region"] != ""]
    longest = float(named["planned_mw"].max()) if len(named) else 0.0
    cells = [
        {
            "country": look.formats.country(row["country_code"]),
            "region": row["region"],
            "bar": bar(row["country_code"], _figure(row["planned_mw"]), longest),
            "power": look.formats.power(row["planned_mw"]) if row["planned_mw"] else "–",
            "amount": look.formats.money(row["amount"], _currency(known)) if row["amount"] else "–",
            "sites": look.formats.count(row["sites"]),
        }
        for _, row in named.iterrows()
    ]
    names = ("country", "region", "bar", "power", "amount", "sites")
    labels = {name: look.words(f"sites.regions.columns.{name}") for name in names}
    right = ["power", "amount", "sites"]
    body = listed(cells, "regions", look, markup=["bar"], right=right, labels=labels)
    title = escape(look.words("sites.regions.title"))
    note = escape(_unplaced(table, known, look))
    return (
        f'<section class="cc cc-block" id="regions"><h2>{title}</h2>{body}<p>{note}</p></section>'
    )


def by_region(rows: pd.DataFrame, every: pd.DataFrame, asked: Scope, known: Known) -> pd.DataFrame:
    """One row per country and region (empty: not placed), the most planned power first.

    ``rows`` are the sites in sight, ``every`` all of them: a filter never makes a commitment stand
    in one region. Money is of the categories ``asked`` for, else the usual ones. With a filter
    only commitments with a site in sight have money here.

    ``planned_mw`` (MW, each once), ``amount`` (the ceiling of placeable commitments all of whose
    sites lie in the region, in the first display currency), ``sites`` (that are not lost).
    """
    region = rows["region"].fillna("")
    found = []
    money = _placed_money(rows, every.assign(region=every["region"].fillna("")), asked, known)
    for place, group in rows.groupby([rows["country_code"], region]):
        code, name = map(str, place)
        power = places.power(group, "planned", known.world).megawatts
        live = int((~group["status"].isin(known.world.rules.lost_rungs)).sum())
        found.append([code, name, power, money.pop((code, name), 0.0), live])
    found += [[code, name, 0.0, amount, 0] for (code, name), amount in money.items()]
    columns = ["country_code", "region", "planned_mw", "amount", "sites"]
    table = pd.DataFrame(found, columns=columns)
    return table.sort_values(["planned_mw", "amount"], ascending=False, kind="stable")


def _placed_money(
    rows: pd.DataFrame, every: pd.DataFrame, asked: Scope, known: Known
) -> dict[tuple[str, str], float]:
    """(country, region) -> the ceiling that stands there; in none or several is no region."""
    placed = every[every["commitment_id"].isin(placeable(known))]
    region_of = placed.groupby("commitment_id")["region"].agg(set)
    usual = counting.default_scope(known.world.rules)
    scope = replace(usual, category=asked.category or usual.category)
    codes = [code for code in known.world.dataset.compared if code in set(rows["country_code"])]
    currency = _currency(known)
    total = counting.total(known.world, known.shares, scope, lens="ceiling", currency=currency)
    counted = total.rows[total.rows["country_code"].isin(codes)]
    if len(rows) < every["country_code"].isin(codes).sum():
        counted = counted[counted.index.isin(rows["commitment_id"])]
    money: dict[tuple[str, str], float] = {}
    for name, share in counted.iterrows():
        regions = region_of.get(name, set())
        place = next(iter(regions)) if len(regions) == 1 else ""
        key = (share["country_code"], place)
        money[key] = money.get(key, 0.0) + float(share["value"])
    return money


def _unplaced(table: pd.DataFrame, known: Known, look: Look) -> str:
    """How much of the power and of the money has no region."""
    told = []
    for code, group in table.groupby("country_code"):
        loose, whole = group[group["region"] == ""], group
        told.append(
            look.words(
                "sites.regions.part",
                country=look.formats.country(str(code)),
                power=look.formats.power(float(loose["planned_mw"].sum())),
                all_power=look.formats.power(float(whole["planned_mw"].sum())),
                amount=look.formats.money(float(loose["amount"].sum()), _currency(known)),
                all_amount=look.formats.money(float(whole["amount"].sum()), _currency(known)),
            )
        )
    return look.words("sites.regions.unplaced", told=joined(told, look)) if told else ""


def _currency(known: Known) -> str:
    return known.world.rules.display_currencies[0]


def _figure(value: float) -> Figure:
    return Figure(value, value, "MW")
