"""The answer as a table: what a load comes to in each country, with what it rests on."""

from tracker.energy import units
from tracker.energy.answers import Answer, Found, is_mixed
from tracker.energy.choices import PIPELINE
from tracker.energy.formulas import Spread
from tracker.energy.question import Question
from tracker.energy.subjects import Subject
from tracker.look import links
from tracker.look.elements import Part, Run, Said
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.view import Section
from tracker.views.energy import cells
from tracker.views.shared.sections import columns, section

EXACT = "exact"  # the qualifier of power that was said without any
PERCENT = ("%", 100.0)
POWER, EMISSIONS = "power", "emissions"
SHARES = ("generation", "consumption", "net_exports")
QUANTITIES = (POWER, "electricity", EMISSIONS, "cost", *SHARES, "gpus", "embodied", "water")


def results(found: Found, of: Subject, asked: Question, look: Look) -> Section:
    """Every quantity of every country: low, central and high; no table where nothing is known."""
    rows = [
        {"quantity": _label(name, look)}
        | {code: _cell(name, one, of, asked, look) for code, one in found.items()}
        for name in (QUANTITIES if found else ())
    ]
    labels = {code: where(code, of, look) for code in found}
    shown = columns("energy.results", ("quantity", *found), look, labels=labels)
    heading = look.words("energy.results.heading", subject=named(of, asked, look))
    note = look.words("energy.results.note")
    return section("energy", "results", heading, look, table("results", rows, shown), note=note)


def named(of: Subject, asked: Question, look: Look) -> str:
    """What was asked for, in words."""
    chosen = asked.chosen
    if of.name:
        return of.name
    if chosen.what == PIPELINE:
        return look.words(f"energy.subject.{chosen.phase}")
    return look.words(f"energy.subject.{chosen.what}", power=cells.watts(chosen.mw, look))


def where(code: str, of: Subject, look: Look) -> str:
    """A country, and whether it is the one that something was promised to."""
    country = look.formats.country(code)
    if not of.home:
        return country
    return look.words(f"energy.{'home' if of.home == code else 'elsewhere'}", country=country)


def _label(name: str, look: Look) -> Part:
    note = look.words(f"energy.quantities.{name}.note")
    return Said("name", look.words(f"energy.quantities.{name}.name")), Said("small", note)


def _cell(name: str, one: Answer | None, of: Subject, asked: Question, look: Look) -> Part:
    if one is None:
        return look.words("energy.not_worked_out")
    if name == POWER:
        return _load(one, of, asked, look)
    if name in SHARES:
        return _share(name, one, asked, look)
    found: Spread | None = getattr(one, name)
    if name == EMISSIONS:
        return _emissions(found, one.country_code, asked, look)
    if found is None:
        return look.words("energy.not_worked_out")
    return cells.spread(found, units.of_quantity(name, found), look)


def _load(one: Answer, of: Subject, asked: Question, look: Look) -> Part:
    """The power of a load by basis, how it was qualified or how much is firm, and its document."""
    asides: list[Part] = []
    if of.qualifier not in {"", EXACT, asked.usual.phase}:
        asides.append(look.words.term("qualifier", of.qualifier))
    if one.firm != one.load:
        asides.append(look.words("energy.firm", power=cells.load(one.firm, look)))
    asides.append(links.links(of.source_ids, asked.dataset.documents))
    return cells.load(one.load, look), Said("small", Run(tuple(asides)))


def _share(name: str, one: Answer, asked: Question, look: Look) -> Part:
    """A part of what is published, with its year and document; or why there is none."""
    if name not in one.shares:
        is_named = one.country_code in asked.settings.against.get(name, {})
        return look.words(f"energy.{'not_worked_out' if is_named else 'not_published'}")
    found, figure = one.shares[name]
    whole = look.formats.with_unit(figure.value, figure.value, figure.unit)
    told = look.words(f"energy.of.{name}", whole=whole, year=figure.year)
    return cells.spread(found, PERCENT, look), Said("small", (told, cells.source(figure, asked)))


def _emissions(found: Spread | None, code: str, asked: Question, look: Look) -> Part:
    """Emissions with the intensity that they rest on; or why there are none."""
    if found is None:
        return look.words(f"energy.{'own_pair' if is_mixed(asked, code) else 'not_worked_out'}")
    number = cells.spread(found, units.of_emissions(found, asked.gases), look)
    return number, Said("small", _method(code, asked, look))


def _method(code: str, asked: Question, look: Look) -> Part:
    """The intensity with its metric, year and document, or that it is the reader's own."""
    one = asked.assumed["intensity", code]
    value = look.formats.with_unit(one.used.central, one.used.central, one.unit)
    if one.is_own or one.figure is None:
        return look.words("energy.own_value", value=value)
    return f"{value},", cells.described(one.figure, asked, look)
