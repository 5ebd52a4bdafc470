"""The largest commitments of each country, all bars on one scale, with what sources say."""

from html import escape

import pandas as pd

from tracker.counting.known import Known
from tracker.look import cells, marks
from tracker.look.marks import Look
from tracker.look.showing import Section, joined, listed, section
from tracker.views.comparison.money import ranked_by
from tracker.world.readings import readings

LARGEST = 5


def largest(known: Known, currency: str, look: Look) -> Section:
    """The largest commitments of each country, all bars on one scale, with what sources say."""
    codes = known.world.dataset.compared
    ranked = {code: ranked_by(known, currency, "commitment", (code,)) for code in codes}
    longest = max((one.longest for one in ranked.values()), default=0.0)
    said = readings(known.world)
    bodies, told = [], []
    for code, one in ranked.items():
        rows = one.rows[one.rows["rank"].notna()].head(LARGEST)
        country = look.formats.country(code)
        shown = [
            {
                "name": escape(known.profiles["title"][str(pot)]),
                "bar": marks.bar({**row.to_dict(), "country_code": code}, longest, currency, look),
                "signed": escape(look.formats.money(row["signed"], currency)),
                "ceiling": escape(look.formats.money(row["ceiling"], currency)),
                "said": spread(str(pot), said, known, look),
            }
            for pot, row in rows.iterrows()
        ]
        markup, right = ["name", "bar", "said"], ["signed", "ceiling"]
        body = listed(shown, f"largest-{code}", look, markup=markup, right=right)
        bodies.append(f"<h3>{escape(country)}</h3>{body}")
        whole = one.rows["ceiling"].sum()
        share = look.formats.share(rows["ceiling"].sum() / whole if whole else None)
        told.append(look.words("comparison.largest.part", country=country, share=share))
    heading = look.words("comparison.largest.heading", count=LARGEST, told=joined(told, look))
    return section("largest", heading, look, "".join(bodies))


def spread(commitment_id: str, said: pd.DataFrame, known: Known, look: Look) -> str:
    """What documents say of an amount, as a range where they differ, with a link to each."""
    if commitment_id not in said.index:
        return escape(look.words("comparison.largest.parts_only"))
    row = said.loc[[commitment_id]].iloc[0]
    text = look.formats.money_range(row["low"], row["high"], row["currency"])
    documents = known.world.dataset.documents
    links = cells.links(row["source_ids"], documents)
    return f'{escape(text)} <span class="cc-m">{links}</span>'
