"""Who invests, from where and of what kind, and the third way beside it."""

from html import escape

import pandas as pd

from tracker import asof, cells, counting
from tracker.comparison.leading import compared
from tracker.comparison.showing import Section, joined, listed, section, under
from tracker.known import Known
from tracker.marks import Look

DOMESTIC, FOREIGN = "domestic", "foreign"


def investors(known: Known, currency: str, look: Look) -> Section:
    """Money by the kind of the lead investor, domestic and foreign apart, through every lens."""
    codes, lenses = compared(known), known.world.rules.lenses
    kinds = known.world.dataset["organisations"].set_index("organisation_id")["organisation_type"]
    rows, told = [], []
    for code in codes:
        by_lens = {lens: _by_investor(code, lens, currency, kinds, known) for lens in lenses}
        rows += _investor_rows(code, by_lens, currency, look)
        whole = by_lens[next(iter(lenses))]
        if sum(whole.values()):
            abroad = sum(value for (side, _), value in whole.items() if side == FOREIGN)
            share = look.formats.share(abroad / sum(whole.values()))
            country = look.formats.country(code)
            told.append(look.words("diplomacy.investors.part", country=country, share=share))
    names = ("country", "side", "kind")
    labels = {name: look.words(f"diplomacy.investors.columns.{name}") for name in names}
    labels |= {lens: look.words.term("lens_column", lens) for lens in lenses}
    body = listed(rows, "investors", look, right=[*lenses], labels=labels)
    heading = look.words("diplomacy.investors.heading", told=joined(told, look))
    body += _roles(known, look)
    note = look.words("diplomacy.investors.note")
    return section("investors", heading, look, body, note, "diplomacy")


Money = dict[tuple[str, str], float]  # (domestic or foreign, kind of organisation) -> money


def _investor_rows(
    code: str, by_lens: dict[str, Money], currency: str, look: Look
) -> list[dict[str, str]]:
    """A row per side and kind, the largest at the first lens first."""
    whole = next(iter(by_lens.values()))
    return [
        {
            "country": look.formats.country(code),
            "side": look.words(f"diplomacy.investors.{side}"),
            "kind": look.words.term("organisation_type", kind),
        }
        | {
            lens: look.formats.money(money.get((side, kind), 0.0), currency)
            for lens, money in by_lens.items()
        }
        for side, kind in sorted(whole, key=lambda key: -whole[key])
    ]


def _by_investor(
    code: str, lens: str, currency: str, kinds: "pd.Series[str]", known: Known
) -> Money:
    """The money of the default scope by the lead organisation of each pot."""
    scope = counting.default_scope(known.world.rules, code)
    rows = counting.total(known.world, known.shares, scope, lens=lens, currency=currency).rows
    found: Money = {}
    for _, row in rows.iterrows():
        side = DOMESTIC if row["home_country_code"] == code else FOREIGN
        key = side, str(kinds[row["organisation_id"]])
        found[key] = found.get(key, 0.0) + float(row["value"])
    return found


def _roles(known: Known, look: Look) -> str:
    """How many operators and customers are domestic, per country."""
    rows = known.world.dataset["participants"]
    about = known.world.commitments["country_code"]
    homes = known.world.dataset["organisations"].set_index("organisation_id")["hq_country_code"]
    rows = rows[rows["commitment_id"].isin(about.index)]
    host = rows["commitment_id"].map(about)
    told = []
    for code in compared(known):
        for role in ("operator", "customer"):
            of_role = rows[(host == code) & (rows["role"] == role)]["organisation_id"].unique()
            domestic = int(sum(homes[name] == code for name in of_role))
            told.append(
                look.words(
                    "diplomacy.investors.roles",
                    country=look.formats.country(code),
                    role=look.words.term("role", role),
                    domestic=domestic,
                    all=len(of_role),
                )
            )
    return f"<p>{escape('; '.join(told))}.</p>"


def third_way(known: Known, look: Look) -> Section:
    """Partners, projects, measures and pressures, with money only where a commitment holds it."""
    rows = known.world.dataset["third_way"]
    rows = rows[asof.known_dates(rows["date"], known.world.rules) <= known.world.day]
    titles, measures = known.world.commitments["title"], known.world.dataset["measures"]
    states = measures.set_index("measure_id")["state"]
    text = [_row(row, titles, states, known, look) for _, row in rows.iterrows()]
    names = ("role", "partner", "what", "held", "source")
    labels = {name: look.words(f"diplomacy.third_way.columns.{name}") for name in names}
    body = listed(text, "third-way", look, markup=["what", "source"], labels=labels)
    counts = rows["role"].value_counts()
    heading = look.words(
        "diplomacy.third_way.heading",
        partners=rows.loc[rows["role"] == "partner", "partner"].nunique(),
        projects=int(counts.get("project", 0)),
        measures=int(counts.get("measure", 0)),
    )
    note = look.words("diplomacy.third_way.note")
    return section("third_way", heading, look, body, note, "diplomacy")


def _row(
    row: pd.Series, titles: pd.Series, states: pd.Series, known: Known, look: Look
) -> dict[str, str]:
    title, state = titles.get(row["commitment_id"]), states.get(row["measure_id"])
    held = title if isinstance(title, str) else ""
    if isinstance(state, str):
        held = look.words.term("measure_state", state)
    figure = None
    if pd.notna(row["figure"]):
        figure = look.formats.with_unit(float(row["figure"]), float(row["figure"]), row["unit"])
    return {
        "role": look.words.term("third_way_role", row["role"]),
        "partner": row["partner"],
        "what": under(row["what"], figure, row["note"]),
        "held": held or "–",
        "source": cells.links([row["source_id"]], known.world.dataset.documents)
        + f'<div class="cc-m">{escape(look.formats.day(row["date"]))}</div>',
    }
