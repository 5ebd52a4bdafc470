"""The answer as a table: what a load comes to in each country, with what it rests on."""

from collections.abc import Iterable
from html import escape

from tracker.counting.known import Known
from tracker.energy.answers import Answer, is_mixed
from tracker.energy.assumptions import Assumptions
from tracker.energy.choices import PIPELINE, ChosenEnergy
from tracker.energy.formulas import KG_PER_T, MWH_PER_TWH, Load, Spread
from tracker.energy.subjects import Subject
from tracker.look import cells
from tracker.look.marks import Look
from tracker.look.showing import Section, listed, section
from tracker.views.shared.metrics import metric_in_words
from tracker.world.grid import GridFigure

MEGA = 1e6


def results(
    found: dict[str, Answer | None],
    of: Subject,
    chosen: ChosenEnergy,
    assumed: Assumptions,
    known: Known,
    look: Look,
) -> Section:
    """Every quantity of every country: low, central and high; no table where nothing is known."""
    heading = look.words("energy.results.heading", subject=named(of, chosen, look))
    rows = [
        {"quantity": _label(name, look)}
        | {code: _cell(name, one, of, assumed, known, look) for code, one in found.items()}
        for name in (QUANTITIES if found else ())
    ]
    labels = {"quantity": look.words("energy.results.columns.quantity")}
    labels |= {code: _column(code, of, look) for code in found}
    body = listed(rows, "results", look, markup=list(labels), labels=labels)
    return section("results", heading, look, body, look.words("energy.results.note"), "energy")


def named(of: Subject, chosen: ChosenEnergy, look: Look) -> str:
    """What was asked for, in words."""
    if of.name:
        return of.name
    if chosen.what == PIPELINE:
        return look.words(f"energy.subject.{chosen.phase}")
    return look.words(f"energy.subject.{chosen.what}", power=look.formats.power(chosen.mw))


def _column(code: str, of: Subject, look: Look) -> str:
    country = look.formats.country(code)
    if not of.home:
        return country
    return look.words(f"energy.{'home' if of.home == code else 'elsewhere'}", country=country)


def _label(name: str, look: Look) -> str:
    note = look.words(f"energy.quantities.{name}.note")
    told = f'<div class="cc-m">{escape(note)}</div>' if note else ""
    return f'<div class="cc-t">{escape(look.words(f"energy.quantities.{name}.name"))}</div>{told}'


def _cell(
    name: str,
    one: Answer | None,
    of: Subject,
    assumed: Assumptions,
    known: Known,
    look: Look,
) -> str:
    if one is None:
        return escape(look.words("energy.not_worked_out"))
    if name == "power":
        return load_cell(one, of, known, look)
    if name in one.shares:
        spread, figure = one.shares[name]
        return spread_cell(spread, "%", 100, look) + _of(name, figure, known, look)
    if name not in {*SCALES, "emissions"}:
        is_named = one.country_code in known.world.rules.energy.against.get(name, {})
        return escape(look.words(f"energy.{'not_worked_out' if is_named else 'not_published'}"))
    spread_or_none: Spread | None = getattr(one, name)
    if spread_or_none is None:
        is_own = name == "emissions" and is_mixed(assumed, one.country_code)
        return escape(look.words(f"energy.{'own_pair' if is_own else 'not_worked_out'}"))
    unit, scale = _unit(name, spread_or_none, assumed)
    aside = _method(one.country_code, assumed, known, look) if name == "emissions" else ""
    return spread_cell(spread_or_none, unit, scale, look) + aside


def load_cell(one: Answer, of: Subject, known: Known, look: Look) -> str:
    """The power of a load by basis, how it was qualified or how much is firm, and its document."""
    told = load_in_words(one.load, look)
    asides = []
    if of.qualifier and of.qualifier not in {"exact", "planned"}:
        asides.append(escape(look.words.term("qualifier", of.qualifier)))
    if one.firm != one.load:
        asides.append(escape(look.words("energy.firm", power=load_in_words(one.firm, look))))
    if of.source_ids:
        asides.append(cells.links(of.source_ids, known.world.dataset.documents))
    aside = f'<div class="cc-m">{", ".join(asides)}</div>' if asides else ""
    return escape(told) + aside


def load_in_words(load: Load, look: Look) -> str:
    """The power of a load by basis."""
    told = [
        look.words(f"energy.load.{basis}", power=look.formats.power(round(power, 1)))
        for basis, power in (("it", load.it), ("grid", load.grid))
        if power
    ]
    return look.words("energy.load.and").join(told) or look.words("energy.load.none")


def _unit(name: str, spread: Spread, assumed: Assumptions) -> tuple[str, float]:
    """The unit that a quantity is shown in, and what a value is multiplied by for it."""
    if name == "emissions":
        return emission_unit(spread, units_in_use(assumed))
    if name == "embodied" and spread.central >= MEGA:
        return "Mt CO₂e", 1 / MEGA
    if name == "cost" and spread.central >= 1e9:
        return "EUR bn", 1e-9
    return SCALES[name]


def units_in_use(assumed: Assumptions) -> list[str]:
    """The units of the intensities in use."""
    return [one.unit for (parameter, _), one in assumed.items() if parameter == "intensity"]


def emission_unit(spread: Spread, units: Iterable[str]) -> tuple[str, float]:
    """Mt or kt; of CO₂ alone where any of the ``units`` of intensities counts nothing else."""
    gas = "CO₂e" if all("CO2e" in unit for unit in units) else "CO₂"
    return (f"Mt {gas}", 1 / MEGA) if spread.central >= MEGA else (f"kt {gas}", 1 / KG_PER_T)


def spread_cell(spread: Spread, unit: str, scale: float, look: Look) -> str:
    """Three numbers: the central one large, low and high under it; one where they are the same."""
    low, central, high = (
        look.formats.rounded(value * scale) for value in (spread.low, spread.central, spread.high)
    )
    whole = look.formats.unit(central, unit)
    if low == high:
        return f'<span class="cc-number">{escape(whole)}</span>'
    ends = look.words("energy.ends", low=low, high=high)
    return f'<span class="cc-number">{escape(whole)}</span><div class="cc-m">{escape(ends)}</div>'


def _of(name: str, figure: GridFigure, known: Known, look: Look) -> str:
    """What a share is of, with year and document."""
    told = look.words(
        f"energy.of.{name}",
        whole=look.formats.with_unit(figure.value, figure.value, figure.unit),
        year=figure.year,
    )
    return f'<div class="cc-m">{escape(told)} {source_link(figure, known)}</div>'


def _method(code: str, assumed: Assumptions, known: Known, look: Look) -> str:
    """The intensity with its metric, year and document, or that it is the reader's own."""
    one = assumed["intensity", code]
    value = look.formats.with_unit(one.used.central, one.used.central, one.unit)
    if one.is_own or one.figure is None:
        return f'<div class="cc-m">{escape(look.words("energy.own_value", value=value))}</div>'
    told = f"{value}, {figure_in_words(one.figure, look)}"
    return f'<div class="cc-m">{escape(told)} {source_link(one.figure, known)}</div>'


def figure_in_words(figure: GridFigure, look: Look) -> str:
    """What a figure is, for which year, and whether it was measured, estimated or modelled."""
    kind = metric_in_words(figure.metric, look)
    evidence = look.rules.comparison.described(figure.metric).get("evidence", "")
    zone = f" ({figure.zone})" if len(figure.zone) > len("XX") else ""
    told = look.words.term("evidence", evidence) if evidence else ""
    return ", ".join(filter(None, [f"{kind}{zone}", figure.year, told]))


def source_link(figure: GridFigure, known: Known) -> str:
    """The document of a figure, and the notice of its licence where it has its own."""
    link = cells.links([figure.source_id], known.world.dataset.documents)
    return f"{link} {escape(figure.notice)}".rstrip()


SCALES = {
    "electricity": ("TWh", 1 / MWH_PER_TWH),
    "cost": ("EUR m", 1 / MEGA),
    "gpus": ("GPUs", 1.0),
    "embodied": ("kt CO₂e", 1 / KG_PER_T),
    "water": ("million m³", 1 / MEGA),
}
QUANTITIES: tuple[str, ...] = (
    "power",
    "electricity",
    "emissions",
    "cost",
    "generation",
    "consumption",
)
QUANTITIES += ("net_exports", "gpus", "embodied", "water")
