"""One campus by every pair of methods: how far apart countries are, in tonnes and as a ratio."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tracker.energy import formulas
from tracker.energy.answers import Found, is_complete, is_mixed
from tracker.energy.question import Question
from tracker.world.grid import GridFigure


@dataclass(frozen=True)
class MethodRow:
    """One consistent pair: intensity and tonnes a year per country, and how far apart they are.

    ``gap`` is in tonnes a year, ``ratio`` that of the tonnes, ``grid_ratio`` that of the
    intensities.
    """

    method: str
    figures: dict[str, GridFigure]
    tonnes: dict[str, float]
    gap: float
    ratio: float
    grid_ratio: float

    @property
    def higher(self) -> str:
        """The country where the campus emits more."""
        return max(self.tonnes, key=lambda code: self.tonnes[code])


@dataclass(frozen=True)
class Gap:
    """How many tonnes a year the same power of ``mw`` emits more in one country than in another."""

    higher: str
    lower: str
    tonnes: float
    mw: float


@dataclass(frozen=True)
class Range:
    """The least and the most over all methods: of the gap in tonnes a year, and of the ratio."""

    gap: tuple[float, float]
    ratio: tuple[float, float]


def method_rows(asked: Question) -> list[MethodRow]:
    """The reference campus by every pair of which all figures exist, at the central values."""
    rows = []
    for method, references in asked.settings.methods.items():
        found = {code: asked.grid.figure(one, code) for code, one in references.items()}
        figures = {
            code: one for code, one in found.items() if one is not None and is_complete(code, asked)
        }
        if len(figures) == len(references):
            rows.append(_row(method, figures, asked))
    return rows


def _row(method: str, figures: dict[str, GridFigure], asked: Question) -> MethodRow:
    grams = {code: figure.value for code, figure in figures.items()}
    tonnes = {code: reference_tonnes(code, value, asked) for code, value in grams.items()}
    gap = max(tonnes.values()) - min(tonnes.values())
    return MethodRow(method, figures, tonnes, gap, _ratio(tonnes.values()), _ratio(grams.values()))


def gap_of(found: Found, asked: Question) -> Gap | None:
    """The gap of the answers ``found`` where all have the same power, else of the reference campus.

    At the central values; None where the intensities in use are no consistent pair.
    """
    one = [answer for answer in found.values() if answer is not None]
    loads = {answer.load for answer in one}
    tonnes = {each.country_code: each.emissions.central for each in one if each.emissions}
    if len(loads) != 1 or len(tonnes) < len(asked.settings.countries):
        return gap(asked)
    load = one[0].load
    return _gap(tonnes, load.it + load.grid)


def gap(asked: Question) -> Gap | None:
    """The gap by the intensities in use; None where they are no consistent pair."""
    codes = asked.settings.countries
    if any(is_mixed(asked, code) or ("intensity", code) not in asked.assumed for code in codes):
        return None
    if not all(is_complete(code, asked) for code in codes):
        return None
    tonnes = {
        code: reference_tonnes(code, asked.used("intensity", code).central, asked) for code in codes
    }
    return _gap(tonnes, asked.settings.reference_mw)


def _gap(tonnes: Mapping[str, float], mw: float) -> Gap:
    higher, lower = (end(tonnes, key=lambda code: tonnes[code]) for end in (max, min))
    return Gap(higher, lower, tonnes[higher] - tonnes[lower], mw)


def span(rows: list[MethodRow]) -> Range | None:
    """The range of gaps and ratios; None where no method has all its figures."""
    if not rows:
        return None
    gaps, ratios = [row.gap for row in rows], [row.ratio for row in rows]
    return Range((min(gaps), max(gaps)), (min(ratios), max(ratios)))


def reference_tonnes(code: str, grams: float, asked: Question) -> float:
    """Tonnes a year of the reference campus at so many g/kWh, central PUE and load factor."""
    return campus_tonnes(
        asked.used("pue", code).central, asked.used("load_factor").central, grams, asked
    )


def campus_tonnes(pue: float, running: float, grams: float, asked: Question) -> float:
    """Tonnes a year of the reference campus at one value of each."""
    load = asked.load({"unstated": asked.settings.reference_mw})
    made = formulas.electricity(load, pue, running, asked.settings.hours_per_year)
    return formulas.emissions(made, grams)


def _ratio(values: Collection[float]) -> float:
    return max(values) / min(values) if min(values) else float("inf")
