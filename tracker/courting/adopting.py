"""Who could be next: what other countries offer, lack and do, and their figures. No score."""

from html import escape

import pandas as pd

from tracker import asof, cells
from tracker.comparison.leading import compared
from tracker.comparison.showing import Section, listed, section
from tracker.known import Known
from tracker.marks import Look
from tracker.powering.results import metric_in_words

SIDES = ("offers", "lacks", "does")


def adopters(known: Known, look: Look) -> Section:
    """A row per country, those with the most claims first, the compared ones for scale last."""
    claims = known.world.dataset["adopters"]
    claims = claims[asof.known_dates(claims["claim_date"], known.world.rules) <= known.world.day]
    order = [str(code) for code in claims["country_code"].value_counts().index]
    rows = [_row(code, claims[claims["country_code"] == code], known, look) for code in order]
    rows += [_row(code, claims.iloc[:0], known, look) for code in compared(known)]
    labels = {name: look.words(f"diplomacy.adopters.columns.{name}") for name in rows[0]}
    body = listed(rows, "adopters", look, markup=[*labels], labels=labels)
    heading = look.words("diplomacy.adopters.heading", count=len(order), claims=len(claims))
    note = look.words("diplomacy.adopters.note")
    return section("adopters", heading, look, body, note, "diplomacy")


def _row(code: str, claims: pd.DataFrame, known: Known, look: Look) -> dict[str, str]:
    row = {"country": f'<div class="cc-t">{escape(look.formats.country(code))}</div>'}
    for side in SIDES:
        of_side = claims[claims["side"] == side]
        items = "".join(_claim(claim, known) for _, claim in of_side.iterrows())
        row[side] = f"<ul>{items}</ul>" if items else "–"
    return row | {"figures": _figures(code, known, look)}


def _claim(claim: pd.Series, known: Known) -> str:
    source = cells.links([claim["source_id"]], known.world.dataset.documents)
    note = claim["note"] if isinstance(claim["note"], str) else ""
    return f'<li>{escape(claim["claim"])} <span class="cc-m">{escape(note)} {source}</span></li>'


def _figures(code: str, known: Known, look: Look) -> str:
    """The newest of each figure of the power system, with its year; else that there is none."""
    grid = known.world.dataset["grid"]
    grid = grid[(grid["country_code"] == code) & grid["value"].notna()]
    items = []
    for metric in known.world.rules.diplomacy.adopter_figures:
        rows = grid[grid["metric"] == metric]
        if rows.empty:
            continue
        newest = rows.sort_values("year").iloc[-1]
        value = look.formats.with_unit(float(newest["value"]), float(newest["value"]),
                                       newest["unit"], 1)  # fmt: skip
        source = cells.links([newest["source_id"]], known.world.dataset.documents)
        label = metric_in_words(metric, look)
        told = escape(f"{label}: {value}, {newest['year']}")
        items.append(f'<li>{told} <span class="cc-m">{source}</span></li>')
    if not items:
        return escape(look.words("diplomacy.adopters.no_figures"))
    return f"<ul>{''.join(items)}</ul>"
