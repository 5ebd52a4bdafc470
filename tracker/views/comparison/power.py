"""Power planned, secured and operating: each basis on its own, all bars on one axis from zero."""

from tracker.counting.known import Known
from tracker.counting.phases import Phase, by_phase, unstated
from tracker.look import bars
from tracker.look.look import Look
from tracker.look.parts import table
from tracker.look.view import Section
from tracker.views.shared.figures import written
from tracker.views.shared.sections import columns, section

COLUMNS = ("phase", "basis", "country", "bar", "amount", "count")
KINDS = {"country": ("country", ""), "count": ("count", "")}


def power(known: Known, look: Look) -> Section:
    """Megawatts per phase, basis and country; a phase and basis without any is left out."""
    found = by_phase(known)
    longest = max((one.figure.high or 0.0 for one in found), default=0.0)
    right = ("amount", "count")
    shown = columns("comparison.power", COLUMNS, look, right=right, kinds=KINDS)
    body = table("power", [_row(one, longest, look) for one in found], shown, is_stacked=True)
    told = [
        look.words(
            "comparison.power.part",
            country=look.formats.country(code),
            unstated=part,
            plans=plans,
        )
        for code, (part, plans) in unstated(found, known).items()
    ]
    heading = look.words("comparison.power.heading", told=look.joined(told))
    return section("comparison", "power", heading, look, body)


def _row(one: Phase, longest: float, look: Look) -> dict[str, object]:
    figure = one.figure
    return {
        "phase": look.words(f"comparison.power.phases.{one.phase}"),
        "basis": look.words(f"comparison.power.bases.{one.basis}"),
        "country": one.country_code,
        "bar": bars.ends(one.country_code, figure.low, figure.high, longest),
        "amount": written(figure, look),
        "count": one.count,
    }
