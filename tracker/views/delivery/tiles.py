"""Quoted totals as tiles: each line as wide as its money, by the step it has reached."""

from collections.abc import Iterable, Iterator

from tracker.counting.tallies import Reached, Reconciled, reached
from tracker.dataset.plain import Row
from tracker.look import bars
from tracker.look.elements import Part, Said, Table
from tracker.look.formats import is_missing
from tracker.look.links import shortened
from tracker.look.look import Look
from tracker.look.tracks import Axis, Mark, Picture, Tick, Track
from tracker.views.shared.sections import columns

QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
LONGEST = 26  # characters of a title on a tile
COLUMNS = ("total", "step", "lines", "ceiling", "strict")


def tiles(found: Iterable[Reconciled], look: Look) -> Picture:
    """A track for each total, other telling or slice with lines, on an axis of what was said."""
    every = [one for total in found for one in (total, *total.readings, *total.slices)]
    listed = [one for one in every if one.ceiling and one.tally["amount"]]
    longest = max((one.ceiling / float(one.tally["amount"]) for one in listed), default=1.0)
    ticks = tuple(Tick(one, look.formats.share(one)) for one in QUARTERS)
    return Picture(
        "quoted",
        Axis(0.0, max(1.0, longest), ticks, base=1.0),
        tuple(_track(one, look) for one in listed),
        look.words("delivery.tiles.told"),
        takeaway=look.words("delivery.tiles.takeaway"),
        legend=bars.legend(look),
        table=_table(listed, look),
    )


def by_step(one: Reconciled, look: Look, end: str) -> str:
    """What the lines come to at their ``end`` by the step each has reached, in words."""
    sums = ((each, getattr(each, end)) for each in reached(one, look.rules))
    return ", ".join(_sum(each, amount, one, look) for each, amount in sums if amount)


def _sum(each: Reached, amount: float, one: Reconciled, look: Look) -> str:
    key = "judged" if each.is_judged else "part"
    return look.words(
        f"delivery.tiles.{key}",
        amount=look.formats.stated(amount, str(one.tally["currency"])),
        mark=look.words.term("mark", each.mark),
    )


def _track(one: Reconciled, look: Look) -> Track:
    tally = one.tally
    said = look.formats.stated(float(tally["amount"]), str(tally["currency"]))
    day = look.formats.day(str(tally["said_on"]))
    label: Part = (str(tally["title"]), Said("small", day))
    return Track(label, tuple(_marks(one, look)), said, str(tally["country_code"]))


def _marks(one: Reconciled, look: Look) -> Iterator[Mark]:
    start, whole = 0.0, float(one.tally["amount"])
    for each in reached(one, look.rules):
        for line in sorted(each.lines, key=_money, reverse=True):
            if part := _money(line) / whole:
                told = _told(line, each, one, look)
                label = shortened(str(line["title"]), LONGEST)
                end = start + part
                yield Mark(start, end, each.mark, told, label, is_judged=each.is_judged)
                start = end


def _told(line: Row, each: Reached, one: Reconciled, look: Look) -> str:
    key = "line_judged" if each.is_judged else "line"
    amount = look.formats.stated(_money(line), str(one.tally["currency"]))
    mark = look.words.term("mark", each.mark)
    told = look.words(f"delivery.tiles.{key}", title=line["title"], amount=amount, mark=mark)
    return f"{told}{further(line, look)}"


def further(line: Row, look: Look) -> str:
    """That a part of a line has got further than the whole; nothing where none has."""
    if not isinstance(line["part_status"], str):
        return ""
    return look.words("delivery.tiles.further", rung=look.rung(line["part_status"]))


def _money(line: Row) -> float:
    return 0.0 if is_missing(line["ceiling"]) else float(line["ceiling"])


def _step(each: Reached, look: Look) -> str:
    mark = look.words.term("mark", each.mark)
    return look.words("delivery.tiles.by_rule", mark=mark) if each.is_judged else mark


def _table(listed: Iterable[Reconciled], look: Look) -> Table:
    """What the lines of each total come to by the step reached, and what of it is unconditional."""
    rows = tuple(
        {
            "total": str(one.tally["title"]),
            "step": _step(each, look),
            "lines": len(each.lines),
            **{
                end: look.formats.stated(getattr(each, end), str(one.tally["currency"]))
                for end in ("ceiling", "strict")
            },
        }
        for one in listed
        for each in reached(one, look.rules)
    )
    right = ("lines", "ceiling", "strict")
    kinds = {"total": ("text", ""), "step": ("text", ""), "lines": ("count", "")}
    shown = columns("delivery.tiles", COLUMNS, look, right=right, kinds=kinds)
    return Table("quoted-table", rows, tuple(shown))
