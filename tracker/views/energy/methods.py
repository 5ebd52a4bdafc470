"""One campus by every pair of methods: the gap in tonnes first, the ratio second."""

from functools import partial

from tracker.energy.methods import MethodRow, method_rows, span
from tracker.energy.question import Question
from tracker.look import bars
from tracker.look.elements import Part, Said
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.view import Section
from tracker.views.energy import cells
from tracker.views.shared.sections import columns, section

RIGHT = ("gap", "ratio")
KILO, MEGA = 1e3, 1e6


def methods(asked: Question, look: Look) -> Section:
    """The table of methods, and its range as the heading."""
    found, codes = method_rows(asked), asked.settings.countries
    longest = max((row.gap for row in found), default=0.0)
    rows = [_row(row, longest, asked, look) for row in found]
    labels = {code: look.formats.country(code) for code in codes}
    names = ("method", "gap", "bar", *codes, "ratio")
    shown = columns("energy.methods", names, look, right=RIGHT, labels=labels)
    body = table("methods", rows, shown, is_stacked=True)
    note = look.words("energy.methods.note")
    return section("energy", "methods", _heading(found, look), look, body, note=note)


def _heading(found: list[MethodRow], look: Look) -> str:
    """The range of the gap, then that of the ratio."""
    if (ends := span(found)) is None:
        return look.words("energy.methods.none")
    low, high = (look.formats.ratio(end / MEGA) for end in ends.gap)
    least, most = map(look.formats.ratio, ends.ratio)
    return look.words("energy.methods.heading", low=low, high=high, least=least, most=most)


def _row(row: MethodRow, longest: float, asked: Question, look: Look) -> dict[str, Part]:
    tell, name = (
        partial(look.formats.rounded, digits=3),
        look.words.term("energy_method", row.method),
    )
    of_grid = look.words("energy.methods.grid_ratio", ratio=look.formats.ratio(row.grid_ratio))
    gap = look.words("energy.methods.gap", gap=tell(row.gap / MEGA))
    return {
        "method": Said("current", name) if row.method == asked.chosen.method else name,
        "gap": Said("number", gap),
        "bar": bars.ends(row.higher, row.gap, row.gap, longest),
        **{code: _of_country(code, row, asked, look) for code in row.figures},
        "ratio": (look.formats.ratio(row.ratio), Said("small", of_grid)),
    }


def _of_country(code: str, row: MethodRow, asked: Question, look: Look) -> Part:
    """The intensity, the tonnes of the campus, and what the figure is with its document."""
    figure, kilotonnes = row.figures[code], row.tonnes[code] / KILO
    tonnes = look.formats.number_range(kilotonnes, kilotonnes, 0)
    return (
        look.formats.with_unit(figure.value, figure.value, figure.unit),
        Said("line", look.words("energy.methods.tonnes", tonnes=tonnes)),
        Said("small", (cells.described(figure, asked, look), figure.note)),
    )
