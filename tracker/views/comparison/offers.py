"""National figures in a table: what is comparable with bars, what is not greyed with its reason."""

from tracker.counting.known import Known
from tracker.counting.standings import leads
from tracker.look import bars, links
from tracker.look.elements import Part, Run, Said
from tracker.look.look import Look
from tracker.look.parts import folded, items, small, table
from tracker.look.view import Section
from tracker.views.shared.figures import written
from tracker.views.shared.sections import columns, section
from tracker.world.figures import Figure
from tracker.world.national import Line, Reading

RANK = "rank"  # a place in an order has no length, so it gets no bar


def offer(name: str, found: list[Line], known: Known, look: Look) -> Section:
    """The lines of a section of comparison.yaml."""
    labels = {f"value_{code}": look.formats.country(code) for code in known.world.dataset.compared}
    shown = columns("comparison.offers", ["what", *labels, "leader"], look, labels=labels)
    rows = [_row(line, known, look) for line in found]
    body = table(name.replace("_", "-"), rows, shown)
    heading = look.words(f"comparison.{name}.heading", told=_told(found, known, look))
    note = look.words("comparison.national_note")
    return section("comparison", name, heading, look, body, note=note)


def _told(found: list[Line], known: Known, look: Look) -> str:
    """How many lines can be compared, and who is ahead on how many of them."""
    may = [line for line in found if not line.reason]
    ahead = [
        look.words("comparison.ahead_on", country=look.formats.country(code), count=count)
        for code, count in leads(may, known.world.dataset.compared).items()
    ]
    ahead_of = look.joined(ahead)
    return look.words("comparison.comparable_of", may=len(may), all=len(found), ahead=ahead_of)


def _row(line: Line, known: Known, look: Look) -> dict[str, Part]:
    readings = line.shown.values()
    is_drawn = not line.reason and all(one.figure.unit != RANK for one in readings)
    ends = [abs(one.figure.high or 0.0) for one in readings if is_drawn]
    longest = max(ends, default=0.0)
    values = {f"value_{code}": _cell(line, code, longest, known, look) for code in line.others}
    what = look.words(f"comparison.lines.{line.name}")
    return {"what": what, **values, "leader": _leader(line, look)}


def _leader(line: Line, look: Look) -> Part:
    if line.leader:
        better = look.words(f"comparison.better.{line.better}")
        return Said("strong", look.formats.country(line.leader)), *small(better)
    key = f"comparison.reasons.{line.reason}" if line.reason else "comparison.no_better"
    return Said("soft", look.words(key))


def _cell(line: Line, code: str, longest: float, known: Known, look: Look) -> Part:
    """The value with its period, method and source, a bar if it may be compared, other readings."""
    others = [_other(one, known, look) for one in line.others[code]]
    title = look.words("comparison.offers.others", count=len(others))
    rest = folded(title, items(others))
    if (reading := line.shown.get(code)) is None:
        return Said("soft", written(Figure(None, None), look)), rest
    value = _value(reading, known, look, is_soft=bool(line.reason))
    bar = bars.ends(code, reading.figure.low, reading.figure.high, longest)
    return _definition(line, reading, look), value, bar, rest


def _definition(line: Line, reading: Reading, look: Look) -> str:
    """What is measured, where the countries measure different things."""
    if line.reason != "definition":
        return ""
    return look.words(f"indicators.indicator.{reading.kind}.label") + ":"


def _value(reading: Reading, known: Known, look: Look, *, is_soft: bool) -> Part:
    """A figure with its qualifier, its period, how it came about, and a link to its document."""
    text = written(reading.figure, look)
    if reading.qualifier and reading.qualifier != "exact":
        text = f"{look.words.term('qualifier', reading.qualifier)} {text}"
    told = [reading.figure.period]
    if evidence := look.rules.comparison.described(reading.kind).get("evidence"):
        told.append(look.words.term("evidence", str(evidence)))
    source = links.links([reading.source_id], known.world.dataset.documents)
    beside = Run((", ".join(told), source), " · ")
    return Said("soft" if is_soft else "plain", text), Said("beside", beside)


def _other(reading: Reading, known: Known, look: Look) -> Part:
    """Another year, or a reading that is not used, with why."""
    is_used = reading.standing == "adopted"
    standing = "" if is_used else look.words("comparison.offers.rival")
    return standing, _value(reading, known, look, is_soft=not is_used), reading.note
