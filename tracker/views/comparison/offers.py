"""National figures in a table: what is comparable with bars, what is not greyed with its reason."""

from html import escape

from tracker.counting.known import Known
from tracker.dataset.dataset import Documents
from tracker.look import cells
from tracker.look.folds import bullets, folded
from tracker.look.marks import Look
from tracker.look.showing import Section, bar, joined, listed, section, written
from tracker.world.figures import Figure
from tracker.world.national import Line, Reading

RANK = "rank"  # a place in an order has no length, so it gets no bar


def offer(name: str, found: list[Line], known: Known, look: Look) -> Section:
    """The lines of a section of comparison.yaml."""
    codes = known.world.dataset.compared
    sources = known.world.dataset.documents
    rows = [_row(line, codes, sources, look) for line in found]
    labels = {f"value_{code}": look.formats.country(code) for code in codes}
    labels |= {key: look.words(f"comparison.offers.columns.{key}") for key in ("what", "leader")}
    body = listed(rows, name.replace("_", "-"), look, markup=list(labels), labels=labels)
    heading = look.words(f"comparison.{name}.heading", told=_told(found, codes, look))
    return section(name, heading, look, body, look.words("comparison.national_note"))


def _told(found: list[Line], codes: tuple[str, ...], look: Look) -> str:
    """How many lines can be compared, and who is ahead on how many of them."""
    may = [line for line in found if not line.reason]
    ahead = [
        look.words(
            "comparison.ahead_on",
            country=look.formats.country(code),
            count=sum(line.leader == code for line in may),
        )
        for code in codes
    ]
    return look.words(
        "comparison.comparable_of", may=len(may), all=len(found), ahead=joined(ahead, look)
    )


def _row(line: Line, codes: tuple[str, ...], sources: Documents, look: Look) -> dict[str, str]:
    ends = [abs(reading.figure.high or 0.0) for reading in line.shown.values()]
    longest = 0.0 if line.reason or _is_rank(line) else max(ends, default=0.0)
    row = {"what": escape(look.words(f"comparison.lines.{line.name}"))}
    for code in codes:
        row[f"value_{code}"] = _cell(line, code, longest, sources, look)
    row["leader"] = _leader(line, look)
    return row


def _is_rank(line: Line) -> bool:
    return any(reading.figure.unit == RANK for reading in line.shown.values())


def _leader(line: Line, look: Look) -> str:
    if line.leader:
        better = escape(look.words(f"comparison.better.{line.better}"))
        country = escape(look.formats.country(line.leader))
        return f'<b>{country}</b><div class="cc-m">{better}</div>'
    key = f"comparison.reasons.{line.reason}" if line.reason else "comparison.no_better"
    return f'<span class="cc-soft">{escape(look.words(key))}</span>'


def _cell(line: Line, code: str, longest: float, sources: Documents, look: Look) -> str:
    """The value with its period, method and source, a bar if it may be compared, other readings."""
    reading = line.shown.get(code)
    if reading is None:
        value = f'<span class="cc-soft">{escape(written(Figure(None, None), look))}</span>'
        drawn = ""
    else:
        value = _value(reading, sources, look, is_soft=bool(line.reason))
        if line.reason == "definition":
            value = f"{_definition(reading, look)} {value}"
        drawn = bar(code, reading.figure, longest)
    others = [_other(other, sources, look) for other in line.others[code]]
    title = look.words("comparison.offers.others", count=len(others))
    return f"{value}{drawn}{folded(title, bullets(others))}"


def _definition(reading: Reading, look: Look) -> str:
    """What is measured, where the countries measure different things."""
    return escape(look.words(f"indicators.indicator.{reading.kind}.label")) + ":"


def _value(reading: Reading, sources: Documents, look: Look, *, is_soft: bool) -> str:
    text = written(reading.figure, look)
    if reading.qualifier and reading.qualifier != "exact":
        text = f"{look.words.term('qualifier', reading.qualifier)} {text}"
    tone = ' class="cc-soft"' if is_soft else ""
    beside = _beside(reading, sources, look)
    return f'<span{tone}>{escape(text)}</span> <span class="cc-m">{beside}</span>'


def _beside(reading: Reading, sources: Documents, look: Look) -> str:
    """The period, how the figure came about, and a link to its document."""
    described = look.rules.comparison.described(reading.kind)
    told = [reading.figure.period]
    if described.get("evidence"):
        told.append(look.words.term("evidence", str(described["evidence"])))
    return f"{escape(', '.join(told))} · {cells.links([reading.source_id], sources)}"


def _other(reading: Reading, sources: Documents, look: Look) -> str:
    """Another year, or a reading that is not used, with why."""
    standing = "" if reading.standing == "adopted" else look.words("comparison.offers.rival") + " "
    note = f" {escape(reading.note)}" if reading.note else ""
    value = _value(reading, sources, look, is_soft=reading.standing != "adopted")
    return f"{escape(standing)}{value}{note}"
