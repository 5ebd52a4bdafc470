"""Power planned, secured and operating: each basis on its own, all bars on one axis from zero."""

from tracker import counting
from tracker.counting import Scope, capacity
from tracker.counting.capacity import PowerTotal
from tracker.counting.known import Known
from tracker.look.marks import Look
from tracker.look.showing import Section, bar, joined, section, stacked, written
from tracker.world.figures import Figure

PLANNED, UNSTATED = "planned", "unstated"


def by_phase(known: Known, look: Look) -> Section:
    """Megawatts per phase, basis and country; a phase and basis without any is left out."""
    totals = _totals(known)
    longest = max((total.high for total in totals.values()), default=0.0)
    rows = []
    for (phase, basis, code), total in totals.items():
        stated = len(total.rows) > 0
        figure = Figure(total.low if stated else None, total.high if stated else None, "MW")
        rows.append(
            {
                "phase": look.words(f"comparison.power.phases.{phase}"),
                "basis": look.words(f"comparison.power.bases.{basis}"),
                "country": look.formats.country(code),
                "bar": bar(code, figure, longest),
                "amount": written(figure, look),
                "count": look.formats.count(len(total.rows)),
            }
        )
    right = ["amount", "count"]
    body = stacked(rows, "power", look, "comparison.power", markup=["bar"], right=right)
    return section("power", _heading(totals, known, look), look, body)


def _totals(known: Known) -> dict[tuple[str, str, str], PowerTotal]:
    """Phase, basis, country -> power, for each phase and basis that any country states."""
    table_of = known.world.dataset.package["capacities"]
    totals: dict[tuple[str, str, str], PowerTotal] = {}
    for phase, stated in known.power.items():
        for basis in table_of.options("power_basis"):
            of_all = {
                (phase, basis, code): capacity.total(
                    known.world, stated, _scope(code, known), basis=basis
                )
                for code in known.world.dataset.compared
            }
            if any(len(total.rows) for total in of_all.values()):
                totals |= of_all
    return totals


def _scope(code: str, known: Known) -> Scope:
    return counting.default_scope(known.world.rules, code)


def _heading(totals: dict[tuple[str, str, str], PowerTotal], known: Known, look: Look) -> str:
    """How many of the stated plans say which power they mean."""
    told = []
    for code in known.world.dataset.compared:
        plans = {
            basis: len(total.rows)
            for (phase, basis, of), total in totals.items()
            if of == code and phase == PLANNED
        }
        told.append(
            look.words(
                "comparison.power.part",
                country=look.formats.country(code),
                unstated=plans.get(UNSTATED, 0),
                plans=sum(plans.values()),
            )
        )
    return look.words("comparison.power.heading", told=joined(told, look))
