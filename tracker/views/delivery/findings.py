"""What the page finds: how much of everything announced is being built or runs, and by whose word.

Every sentence that hangs on a rule of ours says both numbers: in all, and as sources report it.
"""

from collections.abc import Mapping

from tracker.counting.deflator import ALL, Level
from tracker.counting.known import Known
from tracker.look.links import shortened
from tracker.look.look import Look

LONGEST = 40  # characters of a title in a sentence
LARGE = 0.5  # a row with more than this part of a level is named beside it


def title(found: Mapping[str, list[Level]], known: Known, look: Look) -> str:
    """How much of everything announced is being built or runs in each country."""
    building, _ = known.world.rules.deflator_lenses
    told = [_share(code, building, levels, look) for code, levels in _own(found).items()]
    if not told:
        return look.words("delivery.nothing")
    return look.words("delivery.title", told=look.joined(told))


def lead(found: Mapping[str, list[Level]], known: Known, look: Look) -> str:
    """What is signed or further of it, and what sources report of that; as known on which day."""
    lens, day = known.world.rules.default_lens, look.formats.date(known.world.day)
    told = []
    for code, levels in _own(found).items():
        level, whole = _level(levels, lens), levels[0].amount
        share, reported = (
            look.formats.share(part / whole) for part in (level.amount, level.reported)
        )
        country = look.formats.country(code)
        key = "partly_reported" if level.judged else "as_reported"
        told.append(look.words(f"delivery.{key}", country=country, share=share, reported=reported))
    return look.words("delivery.lead", told="; ".join(told), day=day) if told else ""


def says(found: Mapping[str, list[Level]], known: Known, look: Look) -> str:
    """The finding for those who do not see the picture."""
    return f"{title(found, known, look)}. {lead(found, known, look)}"


def unseen(found: Mapping[str, list[Level]], currency: str, known: Known, look: Look) -> str:
    """What is being built or runs in money, by sources alone, and a row that makes most of it."""
    building, told = known.world.rules.deflator_lenses[0], []
    for code, levels in found.items():
        level, country = _level(levels, building), look.formats.country(code)
        if not level.amount:
            continue
        amount, reported = (
            look.formats.money(one, currency) for one in (level.amount, level.reported)
        )
        key = "runs" if level.judged else "runs_reported"
        told.append(
            look.words(
                f"delivery.staircase.{key}", country=country, amount=amount, reported=reported
            )
        )
        told += _large(level, currency, known, look)
    return " ".join(told)


def _large(level: Level, currency: str, known: Known, look: Look) -> list[str]:
    """The row that alone makes most of a level, by name."""
    value = level.rows["value"].groupby(level=0).sum()
    largest = str(value.idxmax())
    if value.max() <= LARGE * level.amount:
        return []
    name = shortened(str(known.world.facts[largest]["title"]), LONGEST)
    amount = look.formats.money(float(value.max()), currency)
    return [look.words("delivery.staircase.largest", title=name, amount=amount)]


def _own(found: Mapping[str, list[Level]]) -> dict[str, list[Level]]:
    """The countries in which anything was announced."""
    return {name: levels for name, levels in found.items() if name != ALL and levels[0].amount}


def _level(levels: list[Level], name: str) -> Level:
    return next(level for level in levels if level.name == name)


def _share(code: str, name: str, levels: list[Level], look: Look) -> str:
    share = look.formats.share(_level(levels, name).amount / levels[0].amount)
    return look.words("delivery.share", country=look.formats.country(code), share=share)
