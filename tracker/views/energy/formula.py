"""The sum as on paper, with the reader's numbers, and worked examples by the same functions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from tracker.counting.known import Known
from tracker.dataset.settings.energy import EnergySettings
from tracker.energy import formulas
from tracker.energy.answers import Answer, answer
from tracker.energy.assumptions import Assumed, Assumptions, assumptions
from tracker.energy.choices import ChosenEnergy
from tracker.energy.formulas import Load, single
from tracker.energy.subjects import as_load
from tracker.look.marks import Look
from tracker.look.showing import Section, section, stacked
from tracker.world.grid import Grid


@dataclass(frozen=True)
class Example:
    """A worked example: one campus in one country on one basis, at the central values."""

    name: str
    country_code: str
    mw: float
    basis: str
    found: Answer


def formula(
    found: Mapping[str, Answer | None], assumed: Assumptions, known: Known, look: Look
) -> Section:
    """Electricity and emissions of the chosen load, written out at the central values."""
    hours = known.world.rules.energy.hours_per_year
    blocks = [
        f"<h3>{escape(look.formats.country(code))}</h3>{_on_paper(one, assumed, hours, look)}"
        for code, one in found.items()
        if one is not None
    ]
    body = "".join(blocks) + _by_hand(known.world.rules.energy, look)
    heading, note = look.words("energy.formula.heading"), look.words("energy.formula.note")
    return section("formula", heading, look, body, note, "energy")


def _on_paper(one: Answer, assumed: Assumptions, hours: float, look: Look) -> str:
    code = one.country_code
    pue, running = (assumed[key].used.central for key in (("pue", code), ("load_factor", "")))
    lines = [
        electricity_line(Load(**{basis: power}), pue, running, hours, look)
        for basis, power in (("it", one.load.it), ("grid", one.load.grid))
        if power
    ]
    if one.emissions is not None:
        grams = assumed["intensity", code].used.central
        lines.append(
            look.words(
                "energy.formula.emissions",
                electricity=look.formats.count(round(one.electricity.central)),
                intensity=look.formats.count(grams),
                tonnes=look.formats.count(round(one.emissions.central)),
            )
        )
    return _paper(lines)


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
        gwh=look.formats.number_range(made / 1000, made / 1000, 1),
        twh=look.formats.number_range(made / 1e6, made / 1e6, 2),
    )


def _by_hand(settings: EnergySettings, look: Look) -> str:
    """A campus small enough to be worked out by hand, on both bases."""
    given = settings.by_hand
    lines = [
        electricity_line(load, given["pue"], given["load_factor"], settings.hours_per_year, look)
        for load in (Load(it=given["mw"]), Load(grid=given["mw"]))
    ]
    heading = look.words("energy.formula.by_hand")
    return f"<h3>{escape(heading)}</h3>{_paper(lines)}"


def _paper(lines: list[str]) -> str:
    return '<p class="cc-paper">' + "<br>".join(map(escape, lines)) + "</p>"


def examples(known: Known, usual: ChosenEnergy, grid: Grid) -> list[Example]:
    """The examples of formulas.yaml on both bases; ``usual`` are the choices nobody has touched."""
    dataset = known.world.dataset
    assumed = central(assumptions(dataset, grid, usual))
    made = []
    for given in dataset.rules.energy.examples:
        for code in given["countries"]:
            made += _example(given, code, assumed, known, grid)
    return made


def _example(
    given: Mapping[str, Any], code: str, assumed: Assumptions, known: Known, grid: Grid
) -> list[Example]:
    dataset, made = known.world.dataset, []
    for basis in dataset.rules.energy.bases:
        load = as_load({"unstated": float(given["mw"])}, basis)
        found = answer(code, load, assumed, dataset, grid)
        if found is not None:
            made.append(Example(given["name"], code, float(given["mw"]), basis, found))
    return made


def central(assumed: Assumptions) -> dict[tuple[str, str], Assumed]:
    """The same assumptions with nothing but their central values."""
    return {key: replace(one, used=single(one.used.central)) for key, one in assumed.items()}


def worked(made: list[Example], look: Look) -> Section:
    """The examples as a table."""
    rows = [
        {
            "example": look.words(f"energy.worked.names.{one.name}"),
            "country": look.formats.country(one.country_code),
            "basis": look.words.term("power_meant", one.basis),
            "electricity": _number(one.found.electricity.central / 1e6, 2, look),
            "emissions": _number((one.found.emissions or single(0)).central / 1e3, 0, look),
            "generation": _share(one.found, "generation", look),
            "consumption": _share(one.found, "consumption", look),
            "net_exports": _share(one.found, "net_exports", look),
            "cost": _number((one.found.cost or single(0)).central / 1e6, 0, look),
        }
        for one in made
    ]
    right = list(rows[0])[3:] if rows else []
    body = stacked(rows, "worked", look, "energy.worked", right=right)
    heading, note = look.words("energy.worked.heading"), look.words("energy.worked.note")
    return section("worked", heading, look, body, note, "energy")


def _number(value: float, digits: int, look: Look) -> str:
    return look.formats.number_range(value, value, digits)


def _share(found: Answer, name: str, look: Look) -> str:
    if name not in found.shares:
        return look.words("energy.not_published")
    part = found.shares[name][0].central * 100
    return look.formats.unit(look.formats.number_range(part, part, 1 if part >= 1 else 2), "%")
