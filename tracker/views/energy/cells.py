"""What tables of this page share: three numbers in a cell, a figure with its document."""

from tracker.energy.formulas import Load, Spread
from tracker.energy.ladder import MW_PER_GW
from tracker.energy.question import Question
from tracker.look import links
from tracker.look.elements import Part, Said
from tracker.look.look import Look
from tracker.views.shared.metrics import metric_in_words
from tracker.world.grid import GridFigure

SMALL_PART = 0.1  # of one, below which whole per cents tell too little


def spread(found: Spread, unit: tuple[str, float], look: Look) -> Part:
    """Three numbers: the central one large, low and high under it; one where they are the same.

    ``unit`` is its name, and what a value is multiplied by for it.
    """
    name, scale = unit
    low, central, high = (
        look.formats.rounded(value * scale) for value in (found.low, found.central, found.high)
    )
    large = Said("number", look.formats.unit(central, name))
    if low == high:
        return large
    return large, Said("small", look.words("energy.ends", low=low, high=high))


def watts(megawatts: float, look: Look) -> str:
    """Power for the eye: 15.8 GW, or 192 MW of less than a gigawatt."""
    return watts_range(megawatts, megawatts, look)


def watts_range(low: float, high: float, look: Look) -> str:
    """Two ends on the scale of the higher: 7.56–13.6 GW."""
    scale, unit = (1.0, "MW") if high < MW_PER_GW else (MW_PER_GW, "GW")
    told = [look.formats.rounded(end / scale) for end in (low, high)]
    return look.formats.unit("–".join(dict.fromkeys(told)), unit)


def part(low: float, high: float, look: Look) -> str:
    """Parts of one for the eye: 8–33%, with two digits where the high end is small."""
    if high >= SMALL_PART:
        return look.formats.share_range(low, high)
    ends = [look.formats.rounded(100 * end, 2) for end in (low, high)]
    return look.formats.unit("–".join(dict.fromkeys(ends)), "%")


def ends(found: Spread, unit: tuple[str, float], look: Look) -> str:
    """The low and the high end: 42–181 TWh."""
    name, scale = unit
    told = [look.formats.rounded(end * scale) for end in (found.low, found.high)]
    return look.formats.unit("–".join(dict.fromkeys(told)), name)


def load(of: Load, look: Look) -> str:
    """The power of a load by basis."""
    told = [
        look.words(f"energy.load.{basis}", power=look.formats.power(round(power, 1)))
        for basis, power in (("it", of.it), ("grid", of.grid))
        if power
    ]
    return look.words("energy.load.and").join(told) or look.words("energy.load.none")


def in_words(figure: GridFigure, look: Look) -> str:
    """What a figure is, for which year, and whether it was measured, estimated or modelled."""
    kind = metric_in_words(figure.metric, look)
    evidence = look.rules.comparison.described(figure.metric).get("evidence", "")
    zone = f" ({figure.zone})" if len(figure.zone) > len("XX") else ""
    told = look.words.term("evidence", evidence) if evidence else ""
    return ", ".join(filter(None, [f"{kind}{zone}", figure.year, told]))


def source(figure: GridFigure, asked: Question) -> Part:
    """The document of a figure, and the notice of its licence where it has its own."""
    return links.links([figure.source_id], asked.dataset.documents), figure.notice


def described(figure: GridFigure, asked: Question, look: Look) -> Part:
    """A figure in words, with its document."""
    return in_words(figure, look), source(figure, asked)
