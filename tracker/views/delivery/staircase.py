"""From everything announced to what runs, seen: what each step leaves, and what it takes away."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tracker.counting.deflator import ALL, Level, Step
from tracker.counting.known import Known
from tracker.look import bars
from tracker.look.elements import Items, Part, Swatch, Table
from tracker.look.look import Look
from tracker.look.tracks import Axis, Mark, Picture, Track
from tracker.look.view import Section
from tracker.views.delivery.findings import says, unseen
from tracker.views.shared import ways
from tracker.views.shared.axes import money_axis
from tracker.views.shared.sections import columns

LETTER_PCT = 0.74  # of the width, that a letter of a note takes
MONEY = ("amount", "reported")


def staircase(found: Mapping[str, list[Level]], currency: str, known: Known, look: Look) -> Section:
    """The levels of each compared country under each other; nothing where nothing was announced.

    ``found`` is what `counting.deflator.deflators` gives.
    """
    own = {name: levels for name, levels in found.items() if name != ALL and levels[0].amount}
    longest = max((levels[0].amount for levels in own.values()), default=0.0)
    axis = money_axis(longest, currency, look)
    tracks = [
        track
        for code, levels in own.items()
        for track in _Country(code, levels, axis, currency, known, look).tracks()
    ]
    picture = Picture(
        "staircase",
        axis,
        tuple(tracks),
        says(own, known, look),
        takeaway=unseen(own, currency, known, look),
        legend=_legend(look),
        table=_table(own, currency, look),
        is_dense=True,
    )
    note = look.words("delivery.staircase.note") if own else ""
    return Section("staircase", blocks=(picture,), note=note)


@dataclass(frozen=True)
class _Country:
    """The levels of one country, and what its tracks are drawn with."""

    code: str
    levels: list[Level]
    axis: Axis
    currency: str
    known: Known
    look: Look

    def tracks(self) -> Iterator[Track]:
        """Its name, then a track for each level."""
        yield Track(self.look.formats.country(self.code), (), is_head=True)
        for level in self.levels:
            label = self.look.words(f"delivery.deflator.levels.{level.name}")
            yield Track(label, tuple(self._marks(level, label)), self._value(level), self.code)

    def _value(self, level: Level) -> Part:
        """What is left and its share of everything; a level of a lens leads to its rows."""
        share = self.look.formats.share(level.amount / self.levels[0].amount)
        amount = self._money(level.amount)
        told = self.look.words("delivery.staircase.value", amount=amount, share=share)
        if level.name not in self.known.world.rules.lenses:
            return told
        asked = {"lens": level.name, "sum": "yes", "currency": self.currency}
        return ways.rows(told, self.known.world, country_code=self.code, **asked)

    def _marks(self, level: Level, label: str) -> Iterator[Mark]:
        yield from self._piece(0.0, level.reported, level.judged, bars.SURE, label)
        for step in level.steps:
            is_first = step.name == next(iter(self.known.world.rules.lenses))
            kind = bars.GONE if is_first else bars.OPEN
            told = self.look.words(f"delivery.deflator.steps.{step.name}")
            yield from self._piece(step.left, step.amount - step.judged, step.judged, kind, told)
        yield from self._note(level)

    def _piece(
        self, start: float, reported: float, judged: float, kind: str, what: str
    ) -> Iterator[Mark]:
        """What sources report, then what a rule judged, one after the other."""
        for key, amount in (("part", reported), ("judged", judged)):
            if amount > 0:
                told = self.look.words(
                    f"delivery.staircase.{key}", amount=self._money(amount), what=what
                )
                yield Mark(start, start + amount, kind, told, is_judged=key == "judged")
                start += amount

    def _note(self, level: Level) -> Iterator[Mark]:
        """What the steps took, in words: behind the bar, or where else there is room."""
        steps = [step for step in level.steps if step.amount > 0]
        if not steps:
            return
        told = " · ".join(self._taken(step) for step in reversed(steps))
        start, stop = self._room(level.amount, max(one.left + one.amount for one in steps), told)
        yield Mark(start, stop, "", told, told, shape="note")

    def _room(self, left: float, before: float, told: str) -> tuple[float, float]:
        """Where words fit: behind what was taken, in it, at the end of what is left, or widest."""
        room = LETTER_PCT * len(told)
        taken, end = self.axis.place(left), self.axis.place(before)
        rooms = [
            (100 - end, before, self.axis.high),
            (end - taken, left, before),
            (taken, left * max(0.0, 1 - room / max(taken, room)), left),
        ]
        fitting = [one for one in rooms if one[0] >= room] or [max(rooms)]
        return fitting[0][1:]

    def _taken(self, step: Step) -> str:
        what = self.look.words(f"delivery.staircase.taken.{step.name}")
        amount = self._money(step.amount)
        return self.look.words("delivery.staircase.took", amount=amount, what=what)

    def _money(self, amount: float) -> str:
        return self.look.formats.money(amount, self.currency)


def _legend(look: Look) -> Part:
    """What is left, what was taken away and what was lost."""
    shown = ((one, look.words(f"delivery.staircase.{one}")) for one in ("sure", "open", "gone"))
    marks = tuple((Swatch(name), told) for name, told in shown)
    dotted = look.words("delivery.staircase.dotted")
    return Items((*marks, dotted), "legend", look.words("leaderboard.legend"))


def _table(own: Mapping[str, list[Level]], currency: str, look: Look) -> Table:
    """Every level of every country, with what sources report of it."""
    kinds = {"country": ("country", ""), "level": ("text", ""), "share": ("share", "")}
    kinds |= {name: ("cents", currency) for name in MONEY}
    names = ("country", "level", "amount", "share", "reported")
    shown = columns("delivery.staircase", names, look, right=(*MONEY, "share"), kinds=kinds)
    return Table("staircase-table", tuple(_rows(own, look)), tuple(shown))


def _rows(own: Mapping[str, list[Level]], look: Look) -> Iterable[dict[str, object]]:
    for code, levels in own.items():
        for level in levels:
            yield {
                "country": code,
                "level": look.words(f"delivery.deflator.levels.{level.name}"),
                "amount": level.amount,
                "share": level.amount / levels[0].amount,
                "reported": level.reported,
            }
