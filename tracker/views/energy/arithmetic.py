"""The sum as on paper, with the reader's numbers, and worked examples."""

from collections.abc import Iterable

from tracker.dataset.settings.energy import EnergySettings
from tracker.energy import formulas
from tracker.energy.answers import Answer, Found
from tracker.energy.examples import Example
from tracker.energy.formulas import Load, single
from tracker.energy.question import Question
from tracker.look.elements import Part, Said
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.view import Section
from tracker.views.shared.sections import columns, section

RIGHT = ("electricity", "emissions", "generation", "consumption", "net_exports", "cost")
KILO, MEGA = 1e3, 1e6


def formula(found: Found, asked: Question, look: Look) -> Section:
    """Electricity and emissions of the chosen load, written out at the central values."""
    blocks = [part for one in found.values() if one for part in _on_paper(one, asked, look)]
    blocks += _by_hand(asked.settings, look)
    heading, note = look.words("energy.formula.heading"), look.words("energy.formula.note")
    return section("energy", "formula", heading, look, *blocks, note=note)


def _on_paper(one: Answer, asked: Question, look: Look) -> tuple[Part, ...]:
    code, hours = one.country_code, asked.settings.hours_per_year
    pue, running = asked.used("pue", code).central, asked.used("load_factor").central
    loads = [Load(it=one.load.it), Load(grid=one.load.grid)]
    lines = [electricity_line(of, pue, running, hours, look) for of in loads if of != Load()]
    if one.emissions is not None:
        lines.append(
            look.words(
                "energy.formula.emissions",
                electricity=look.formats.count(round(one.electricity.central)),
                intensity=look.formats.count(asked.used("intensity", code).central),
                tonnes=look.formats.count(round(one.emissions.central)),
            )
        )
    return Said("heading", look.formats.country(code)), _paper(lines)


def electricity_line(load: Load, pue: float, running: float, hours: float, look: Look) -> str:
    """One sum: power times PUE (of computers alone) times load factor times hours."""
    made = formulas.electricity(load, pue, running, hours)
    basis = "it" if load.it else "grid"
    return look.words(
        f"energy.formula.{basis}",
        power=look.formats.power(round(load.it or load.grid, 2)),
        pue=look.formats.count(pue),
        load=look.formats.count(running),
        hours=look.formats.count(hours),
        mwh=look.formats.count(round(made, 1)),
        gwh=_number(made / KILO, 1, look),
        twh=_number(made / MEGA, 2, look),
    )


def _by_hand(settings: EnergySettings, look: Look) -> tuple[Part, ...]:
    """A campus small enough to be worked out by hand, on both bases."""
    given = settings.by_hand
    lines = [
        electricity_line(load, given["pue"], given["load_factor"], settings.hours_per_year, look)
        for load in (Load(it=given["mw"]), Load(grid=given["mw"]))
    ]
    return Said("heading", look.words("energy.formula.by_hand")), _paper(lines)


def _paper(lines: Iterable[str]) -> Part:
    return Said("working", tuple(Said("line", line) for line in lines))


def worked(made: Iterable[Example], look: Look) -> Section:
    """The examples as a table."""
    rows = [_example(one, look) for one in made]
    shown = columns("energy.worked", ("example", "country", "basis", *RIGHT), look, right=RIGHT)
    body = table("worked", rows, shown, is_stacked=True)
    heading, note = look.words("energy.worked.heading"), look.words("energy.worked.note")
    return section("energy", "worked", heading, look, body, note=note)


def _example(one: Example, look: Look) -> dict[str, Part]:
    found = one.found
    emissions, cost = found.emissions or single(0), found.cost or single(0)
    return {
        "example": look.words(f"energy.worked.names.{one.name}"),
        "country": look.formats.country(one.country_code),
        "basis": look.words.term("power_meant", one.basis),
        "electricity": _number(found.electricity.central / MEGA, 2, look),
        "emissions": _number(emissions.central / KILO, 0, look),
        "cost": _number(cost.central / MEGA, 0, look),
        **{
            name: _share(found, name, look) for name in ("generation", "consumption", "net_exports")
        },
    }


def _number(value: float, digits: int, look: Look) -> str:
    return look.formats.number_range(value, value, digits)


def _share(found: Answer, name: str, look: Look) -> str:
    if name not in found.shares:
        return look.words("energy.not_published")
    part = found.shares[name][0].central * 100
    return look.formats.unit(_number(part, 1 if part >= 1 else 2, look), "%")
